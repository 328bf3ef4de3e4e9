package murmuration.warning.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import murmuration.math.Rng;
import murmuration.warning.detection.QuickestDetection.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuickestDetectionTest {
  private static final Ar1Regime CALM = new Ar1Regime(5, 0.4, 1);
  private static final QuickestDetection STUDY =
      QuickestDetection.of(CALM, new Ar1Regime(5, 0.95, 1)).averageRunLength(300).paths(1000);

  /** {@code calm} samples of the first regime, then {@code slow} of the second. */
  private static double[] record(long seed, int calm, int slow, Ar1Regime after) {
    var random = Rng.of(seed);
    double[] x = new double[calm + slow];
    x[0] = CALM.start(random);
    for (int i = 1; i < x.length; i++) {
      x[i] = (i < calm ? CALM : after).next(x[i - 1], random);
    }
    return x;
  }

  /**
   * White noise whose mean rises by one sd is the textbook's CUSUM with k = 1/2: h = 5 gives run
   * lengths of 465.4 on two sides, so 930.9 on one, and of 10.38 after the rise (Montgomery,
   * Introduction to statistical quality control). 4000 paths know them to 1.6 %; 4 sd allow 0.065
   * on h.
   */
  @Test
  void aShiftOfTheMeanHasTheTextbooksRunLengths() {
    var watch =
        QuickestDetection.of(new Ar1Regime(0, 0, 1), new Ar1Regime(1, 0, 1))
            .cusum()
            .averageRunLength(930.9)
            .paths(4000)
            .calibrate();
    assertEquals(5, watch.threshold(), 0.065);
    assertEquals(10.38, watch.expectedDelay(), 0.4);
  }

  /** Mean of 2000 run lengths drawn anew, near exponential: 4 sd are 9 %, twice for the two. */
  @ParameterizedTest
  @EnumSource(Rule.class)
  void falseAlarmsAreAsRareAsAsked(Rule rule) {
    var watch = STUDY.rule(rule).calibrate();
    double sum = 0;
    for (int i = 0; i < 2000; i++) {
      var random = Rng.of(99, i);
      double x = CALM.start(random);
      double statistic = rule.start();
      int t = 0;
      while (!(statistic >= watch.threshold())) {
        double next = CALM.next(x, random);
        statistic =
            rule.next(statistic, STUDY.after().logDensity(x, next) - CALM.logDensity(x, next));
        x = next;
        t++;
      }
      sum += t;
    }
    assertEquals(300, sum / 2000, 0.16 * 300);
    assertTrue(watch.threshold() < Math.log(300), watch::summary);
    assertTrue(watch.expectedDelay() < 60, watch::summary);
  }

  @Test
  void theStatisticsAreTheirRecursions() {
    double[] x = record(1, 50, 50, STUDY.after());
    double[] w = STUDY.cusum().calibrate().over(x).statistic();
    double[] lnR = STUDY.calibrate().over(x).statistic();
    double sum = 0;
    double r = 0;
    for (int i = 1; i < x.length; i++) {
      double l = STUDY.after().logDensity(x[i - 1], x[i]) - CALM.logDensity(x[i - 1], x[i]);
      sum = Math.max(0, sum + l);
      r = (1 + r) * Math.exp(l);
      assertEquals(sum, w[i], 1e-10);
      assertEquals(Math.log(r), lnR[i], 1e-9);
    }
    assertTrue(Double.isNaN(w[0]));
  }

  @Test
  void slowingDownRingsAndCalmDoesNot() {
    var watch = STUDY.averageRunLength(2000).paths(300).calibrate();
    var alarm = watch.over(record(4, 200, 200, STUDY.after()));
    assertTrue(alarm.rang() && alarm.alarm() >= 195, alarm::summary);
    assertEquals(alarm.alarm(), alarm.time());
    var calm = watch.over(record(5, 200, 1, CALM));
    assertFalse(calm.rang(), calm::summary);
    assertTrue(Double.isNaN(calm.time()) && calm.falseAlarm() < 0.2);
    for (var shown : List.of(alarm, calm)) {
      assertTrue(shown.summary().lines().count() <= 12);
      assertEquals(6, shown.table().rowCount());
      assertTrue(shown.chart().svg().startsWith("<"));
    }
    assertTrue(watch.chart().svg().startsWith("<") && watch.table().rowCount() == 4);
  }

  @Test
  void aMissingSampleLeavesTheStatisticAsItIs() {
    double[] x = record(6, 100, 20, STUDY.after());
    x[60] = Double.NaN;
    double[] statistic = STUDY.calibrate().over(x).statistic();
    assertTrue(Double.isNaN(statistic[60]) && Double.isNaN(statistic[61]));
    assertFalse(Double.isNaN(statistic[62]));
  }

  @Test
  void thresholdsDoNotDependOnThreads() throws Exception {
    var here = STUDY.paths(200).calibrate();
    try (var one = new ForkJoinPool(1)) {
      var there = one.submit(() -> STUDY.paths(200).calibrate()).get();
      assertEquals(here.threshold(), there.threshold());
      assertArrayEquals(here.delays(), there.delays());
    }
  }

  /** Slope and spread of 5000 samples: standard errors 0.013, 0.010 and 0.024. */
  @Test
  void aBaselineTellsTheRegime() {
    var fit = Ar1Regime.fit(record(7, 5000, 0, CALM));
    assertEquals(0.4, fit.phi(), 0.052);
    assertEquals(1, fit.sd(), 0.04);
    assertEquals(5, fit.mean(), 0.1);
    var from = QuickestDetection.from(record(7, 5000, 0, CALM)).toward(0.9);
    assertEquals(fit, from.before());
    assertEquals(0.9, from.after().phi());
    double[] moved = Arrays.stream(record(7, 5000, 0, CALM)).map(v -> 1e6 + 100 * v).toArray();
    assertEquals(fit.phi(), Ar1Regime.fit(moved).phi(), 1e-8);
    assertEquals(100 * fit.sd(), Ar1Regime.fit(moved).sd(), 1e-4);
  }

  @Test
  void whatCannotBeWatchedForIsRefused() {
    var walk = new Ar1Regime(0, 1, 1);
    assertThrows(IllegalArgumentException.class, () -> QuickestDetection.of(walk, CALM));
    assertThrows(IllegalArgumentException.class, () -> QuickestDetection.of(CALM, CALM));
    assertThrows(IllegalArgumentException.class, () -> STUDY.averageRunLength(5));
    assertThrows(IllegalArgumentException.class, () -> STUDY.toward(1.1));
    assertThrows(IllegalArgumentException.class, () -> STUDY.paths(99));
    assertThrows(IllegalArgumentException.class, () -> Ar1Regime.fit(new double[20]));
    assertThrows(IllegalArgumentException.class, () -> new Ar1Regime(0, 0, 0));
  }
}
