package murmuration.warning.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import murmuration.math.Normal;
import murmuration.math.Rng;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class RocTest {
  /** Normal scores rounded to tenths, so that there are ties. */
  static double[] scores(long seed, int n, double mean) {
    var random = Rng.of(seed);
    return IntStream.range(0, n)
        .mapToDouble(i -> Math.rint(10 * (mean + random.nextGaussian())) / 10)
        .toArray();
  }

  private static final Roc TIED = Roc.of(scores(1, 60, 0), scores(2, 45, 0.8));

  private static double credit(double event, double nullScore) {
    return event > nullScore ? 1 : event == nullScore ? 0.5 : 0;
  }

  @Test
  void theAreaIsTheShareOfPairsInOrderWithHalfCreditForTies() {
    double sum = 0;
    for (double event : TIED.events()) {
      for (double other : TIED.nulls()) {
        sum += credit(event, other);
      }
    }
    assertEquals(sum / (60 * 45), TIED.auc(), 1e-15);
  }

  @Test
  void theTrapezoidUnderTheCurveIsTheArea() {
    var curve = TIED.curve();
    double[] x = curve.falsePositiveRate();
    double[] y = curve.truePositiveRate();
    double sum = 0;
    for (int i = 1; i < x.length; i++) {
      sum += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
    }
    assertEquals(sum, TIED.auc(), 1e-14);
  }

  @Test
  void theAreaKnowsOnlyTheOrderOfScores() {
    double[] nulls = Arrays.stream(TIED.nulls()).map(Math::exp).toArray();
    double[] events = Arrays.stream(TIED.events()).map(Math::exp).toArray();
    assertEquals(TIED.auc(), Roc.of(nulls, events).auc());
    assertEquals(TIED.standardError(), Roc.of(nulls, events).standardError());
    assertEquals(1 - TIED.auc(), Roc.of(TIED.events(), TIED.nulls()).auc(), 1e-15);
    assertEquals(0.5, Roc.of(TIED.nulls(), TIED.nulls()).auc());
  }

  /** DeLong's components counted pair by pair. */
  @Test
  void theStandardErrorIsThatOfDeLong() {
    double[] nulls = TIED.nulls();
    double[] events = TIED.events();
    double[] v10 =
        Arrays.stream(events)
            .map(e -> Arrays.stream(nulls).map(x -> credit(e, x)).average().orElseThrow())
            .toArray();
    double[] v01 =
        Arrays.stream(nulls)
            .map(x -> Arrays.stream(events).map(e -> credit(e, x)).average().orElseThrow())
            .toArray();
    assertEquals(Math.sqrt(variance(v10) / 45 + variance(v01) / 60), TIED.standardError(), 1e-14);
  }

  private static double variance(double[] x) {
    return StatUtils.variance(x);
  }

  /** Coverage of 2000 intervals at 95 %: binomial noise allows 0.95 +- 0.02 (4 sd). */
  @Test
  void theIntervalCoversTheTrueArea() {
    double truth = Normal.cumulative(1.5 / Math.sqrt(2));
    int covered = 0;
    for (int i = 0; i < 2000; i++) {
      var random = Rng.of(7, i);
      var roc =
          Roc.of(
              random.doubles(30).map(u -> random.nextGaussian()).toArray(),
              random.doubles(30).map(u -> 1.5 + random.nextGaussian()).toArray());
      covered += roc.low() <= truth && truth <= roc.high() ? 1 : 0;
    }
    assertEquals(0.95, covered / 2000.0, 0.02);
  }

  @Test
  void anAreaOfOneIsNotCertain() {
    var perfect = Roc.of(new double[] {1, 2, 3, 4}, new double[] {5, 6, 7});
    assertEquals(1, perfect.auc());
    assertEquals(0, perfect.standardError());
    assertEquals(Math.pow(0.025, 1 / 3.0), perfect.low(), 1e-6);
    assertEquals(1, perfect.high());
    var worst = Roc.of(new double[] {5, 6, 7}, new double[] {1, 2, 3, 4});
    assertEquals(1 - perfect.low(), worst.high(), 1e-6);
    var tied = Roc.of(new double[] {1, 1, 1, 1}, new double[] {1, 1, 1, 1});
    assertTrue(tied.low() < 0.1 && tied.high() > 0.9, tied::summary);
    var single = Roc.of(new double[] {1, 2, 3}, new double[] {2.5});
    assertTrue(Double.isNaN(single.standardError()) && single.low() < 0.1, single::summary);
  }

  @Test
  void aFalsePositiveRateIsNeverExceeded() {
    for (double share : new double[] {0, 0.05, 0.1, 0.5, 1}) {
      var point = TIED.atFalsePositiveRate(share);
      assertTrue(point.falsePositiveRate() <= share, point::toString);
      double[] lower =
          Arrays.stream(TIED.curve().thresholds()).filter(t -> t < point.threshold()).toArray();
      assertTrue(lower.length == 0 || TIED.at(lower[0]).falsePositiveRate() > share);
    }
    assertEquals(1, TIED.atFalsePositiveRate(1).truePositiveRate());
  }

  /** Clopper and Pearson's interval of 0 of n and of n of n in closed form. */
  @Test
  void ratesHaveExactIntervals() {
    var none = new OperatingPoint(1, 0, 20, 3, 10);
    assertArrayEquals(
        new double[] {0, 1 - Math.pow(0.025, 1 / 20.0)}, none.truePositiveInterval(0.95), 1e-8);
    double[] three = none.falsePositiveInterval(0.95);
    assertArrayEquals(new double[] {0.06673951, 0.65245285}, three, 1e-7);
    assertEquals(0, none.alarmIsTrue(0.5));
    assertEquals(
        0.02 / (0.02 + 0.098), new OperatingPoint(1, 10, 10, 1, 10).alarmIsTrue(0.02), 1e-12);
  }

  @Test
  void resamplesSpreadAsDeLongSays() {
    var bootstrap = TIED.bootstrap(0.05, 2000, 3);
    double sd = Math.sqrt(variance(bootstrap.areas()));
    assertEquals(TIED.standardError(), sd, 0.1 * sd);
    double[] area = bootstrap.areaInterval(0.95);
    assertEquals(TIED.low(), area[0], 0.02);
    assertEquals(TIED.high(), area[1], 0.02);
    assertEquals(TIED.auc(), Arrays.stream(bootstrap.areas()).average().orElseThrow(), 4 * sd / 44);
  }

  @Test
  void resamplesDoNotDependOnThreads() throws Exception {
    double[] here = TIED.bootstrap(0.05, 50, 3).rates();
    try (var one = new ForkJoinPool(1)) {
      assertArrayEquals(here, one.submit(() -> TIED.bootstrap(0.05, 50, 3).rates()).get());
    }
  }

  @Test
  void labelsAndSamplesAreTheSame() {
    var roc = Roc.ofLabels(new int[] {1, 0, 1, 0}, new double[] {3, 1, 2, 2});
    assertArrayEquals(new double[] {1, 2}, roc.nulls());
    assertArrayEquals(new double[] {3, 2}, roc.events());
    assertEquals(0.875, roc.auc());
  }

  @Test
  void whatIsNoScoreIsRefused() {
    double[] x = {1, 2};
    assertThrows(IllegalArgumentException.class, () -> Roc.of(new double[0], x));
    assertThrows(IllegalArgumentException.class, () -> Roc.of(x, new double[] {Double.NaN}));
    assertThrows(IllegalArgumentException.class, () -> Roc.ofLabels(new int[] {1, 1}, x));
    assertThrows(IllegalArgumentException.class, () -> Roc.ofLabels(new int[] {1, 2}, x));
    assertThrows(IllegalArgumentException.class, () -> TIED.atFalsePositiveRate(1.1));
    assertThrows(IllegalArgumentException.class, () -> TIED.interval(1));
    assertThrows(IllegalArgumentException.class, () -> TIED.bootstrap(0.05, 0, 1));
  }

  @Test
  void aResultShowsItself() {
    assertTrue(TIED.summary().contains("AUC") && TIED.summary().lines().count() <= 12);
    assertEquals(5, TIED.table().rowCount());
    assertTrue(TIED.chart().svg().startsWith("<"));
    assertTrue(TIED.bootstrap(0.05, 10, 1).summary().contains("resamples"));
  }
}
