package murmuration.warning.nonlinear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

class ThresholdArTest {
  private static final ThresholdAr.Options OPTIONS = ThresholdAr.Options.defaults();

  private static double[] beta(double[] x, int p, double c, boolean low, double[] errors) {
    int[] rows = IntStream.range(p, x.length).filter(t -> x[t - 1] <= c == low).toArray();
    double[] y = Arrays.stream(rows).mapToDouble(t -> x[t]).toArray();
    double[][] lags = new double[rows.length][p];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < p; k++) {
        lags[i][k] = x[rows[i] - 1 - k];
      }
    }
    var ols = new OLSMultipleLinearRegression();
    ols.newSampleData(y, lags);
    System.arraycopy(ols.estimateRegressionParametersStandardErrors(), 0, errors, 0, p + 1);
    errors[p + 1] = ols.calculateResidualSumOfSquares();
    return ols.estimateRegressionParameters();
  }

  @Test
  void eachRegimeIsTheRegressionOfItsSamples() {
    double[] x = Samples.threshold(150, 4);
    Arrays.setAll(x, i -> 100 + 3 * x[i]);
    var found = ThresholdAr.fit(TimeSeries.of(x), OPTIONS.order(2));
    double[] low = new double[4];
    double[] high = new double[4];
    assertArrayEquals(
        beta(x, 2, found.threshold() + 1e-9, true, low), found.below().coefficients(), 1e-6);
    assertArrayEquals(
        beta(x, 2, found.threshold() + 1e-9, false, high), found.above().coefficients(), 1e-6);
    assertArrayEquals(Arrays.copyOf(low, 3), found.below().errors(), 1e-6);
    assertArrayEquals(Arrays.copyOf(high, 3), found.above().errors(), 1e-6);
    assertEquals(148, found.below().n() + found.above().n());
    assertEquals(Math.sqrt(low[3] / (found.below().n() - 3)), found.below().sd(), 1e-9);
  }

  @Test
  void noOtherThresholdLeavesLess() {
    double[] x = Samples.threshold(120, 5);
    var found = ThresholdAr.fit(TimeSeries.of(x));
    double[] profile = found.profile();
    double[] e = new double[3];
    beta(x, 1, found.threshold() + 1e-12, true, e);
    double least = e[2];
    beta(x, 1, found.threshold() + 1e-12, false, e);
    least += e[2];
    for (int j = 0; j < profile.length; j += 7) {
      double c = found.candidates()[j] + 1e-12;
      beta(x, 1, c, true, e);
      double sum = e[2];
      beta(x, 1, c, false, e);
      assertEquals(119 * (sum + e[2] - least) / least, profile[j], 1e-6);
      assertTrue(profile[j] >= 0);
    }
    assertEquals(0, Arrays.stream(profile).min().orElseThrow());
  }

  @Test
  void theRegimesOfAKnownModelAreFound() {
    var found = ThresholdAr.fit(TimeSeries.of(Samples.threshold(3000, 1)));
    assertEquals(0, found.threshold(), 0.1);
    assertTrue(found.low() <= found.threshold() && found.threshold() <= found.high());
    assertEquals(0.7, found.below().largestRoot(), 0.1);
    assertEquals(0.2, found.above().largestRoot(), 0.12);
    assertEquals(0.4, found.below().coefficients()[0], 0.15);
    assertEquals(-1 / 0.8, found.above().level(), 0.3);
    assertTrue(found.likelihoodRatio() > 100);
  }

  /**
   * 95 % intervals of the lower slope hold the truth: at least 178 of 200 records of 300;
   * false-alarm rate 0.001. The search for the threshold makes them a little short.
   */
  @Test
  void intervalsOfTheSlopesHoldTheTruth() {
    int held = 0;
    for (int s = 0; s < 200; s++) {
      var regime = ThresholdAr.fit(TimeSeries.of(Samples.threshold(300, 100 + s))).below();
      held += Math.abs(regime.coefficients()[1] - 0.7) < 1.96 * regime.errors()[1] ? 1 : 0;
    }
    assertTrue(held >= 178, held + " of 200");
  }

  @Test
  void aThresholdIsBeyondChanceAndOneAutoregressionIsNot() {
    var two = ThresholdAr.test(TimeSeries.of(Samples.threshold(200, 7)), OPTIONS, 99, 1);
    assertEquals(0.01, two.pRight());
    assertEquals(0, two.undefined());
    assertTrue(two.source().words().startsWith("AR(1) with its residuals redrawn"));
  }

  /**
   * The bootstrap's p under one autoregression: 100 records, chi-square over five bins of p;
   * false-alarm rate 0.001.
   */
  @Test
  void pIsUniformWithoutAThreshold() {
    int[] counts = new int[5];
    for (int s = 0; s < 100; s++) {
      var series = TimeSeries.of(Samples.ar1(80, 0.5, 900 + s));
      double p = ThresholdAr.test(series, OPTIONS, 39, s).pRight();
      counts[(int) Math.ceil(5 * p - 1e-9) - 1]++;
    }
    double chi2 = Arrays.stream(counts).mapToDouble(c -> (c - 20) * (c - 20) / 20.0).sum();
    assertTrue(chi2 < 18.47, chi2 + " of " + Arrays.toString(counts));
  }

  @Test
  void shiftAndScaleChangeNothingThatHasNoUnit() {
    double[] x = Samples.threshold(100, 3);
    double[] y = Arrays.stream(x).map(v -> 1e-180 * v).toArray();
    var one = ThresholdAr.fit(TimeSeries.of(x));
    var other = ThresholdAr.fit(TimeSeries.of(y));
    assertEquals(one.likelihoodRatio(), other.likelihoodRatio(), 1e-9);
    assertEquals(one.threshold() * 1e-180, other.threshold(), 1e-192);
    assertEquals(one.below().sd() * 1e-180, other.below().sd(), 1e-192);
  }

  @Test
  void resultsDoNotDependOnThreads() throws Exception {
    var series = TimeSeries.of(Samples.threshold(80, 3));
    try (var pool = new ForkJoinPool(1)) {
      double[] alone = pool.submit(() -> ThresholdAr.test(series, OPTIONS, 30, 5).nulls()).get();
      assertArrayEquals(alone, ThresholdAr.test(series, OPTIONS, 30, 5).nulls());
    }
  }

  @Test
  void theReportIsShortAndCopiesAreHandedOut() {
    var found = ThresholdAr.fit(TimeSeries.of(Samples.threshold(100, 3)), OPTIONS.delay(2));
    assertTrue(found.summary().lines().count() <= 12, found.summary());
    assertEquals(10, found.table().rowCount());
    assertTrue(found.chart().svg().contains("<svg"));
    assertTrue(String.valueOf(found.provenance().options().get("options")).contains("delay=2"));
    found.profile()[0] = -9;
    found.candidates()[0] = 1e9;
    found.below().coefficients()[0] = 1e9;
    found.below().errors()[0] = 1e9;
    assertTrue(found.profile()[0] >= 0 && found.candidates()[0] < 1e9);
    assertTrue(found.below().coefficients()[0] < 1e9 && found.below().errors()[0] < 1e9);
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    var good = TimeSeries.of(Samples.threshold(60, 3));
    assertThrows(IllegalArgumentException.class, () -> ThresholdAr.fit(null));
    assertThrows(IllegalArgumentException.class, () -> ThresholdAr.fit(good, null));
    assertThrows(
        IllegalArgumentException.class, () -> ThresholdAr.fit(TimeSeries.of(new double[60])));
    assertThrows(
        IllegalArgumentException.class,
        () -> ThresholdAr.fit(TimeSeries.of(Rng.of(1).doubles(9).toArray())));
    double[] twoValues = IntStream.range(0, 60).mapToDouble(i -> i % 2).toArray();
    assertThrows(IllegalArgumentException.class, () -> ThresholdAr.fit(TimeSeries.of(twoValues)));
    assertThrows(IllegalArgumentException.class, () -> ThresholdAr.test(good, OPTIONS, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> OPTIONS.order(0));
    assertThrows(IllegalArgumentException.class, () -> OPTIONS.delay(0));
    assertThrows(IllegalArgumentException.class, () -> OPTIONS.trim(0.5));
  }
}
