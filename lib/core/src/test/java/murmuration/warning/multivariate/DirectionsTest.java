package murmuration.warning.multivariate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import murmuration.warning.Indicators;
import murmuration.warning.Window;
import org.junit.jupiter.api.Test;

/** Autocorrelation factors, degenerate fingerprints and covariances. */
class DirectionsTest {
  private static final VarProcess PROCESS = VarProcess.along(3, 0, -4);

  @Test
  void theFirstFactorIsTheSlowDirection() {
    var factors = MaxAutocorrelationFactors.of(PROCESS.stationary(5000, 0.95, 2));
    double[] a = Arrays.stream(factors.loadings()).mapToDouble(row -> row[0]).toArray();
    double[] own =
        MultivariateSeries.of(PROCESS.simulate(5000, i -> 0.95, 2))
            .standardised()
            .column(0)
            .values();
    assertEquals(5000, own.length);
    // columns have variances 1/(1-.09) + u_j^2 (1/(1-.9025) - 1/(1-.09)): loadings are u_j sd_j
    double extra = 1 / (1 - 0.9025) - 1 / 0.91;
    double[] u = {0.6, 0, -0.8};
    double[] expected = new double[3];
    double length = 0;
    for (int j = 0; j < 3; j++) {
      expected[j] = u[j] * Math.sqrt(1 / 0.91 + u[j] * u[j] * extra);
      length += expected[j] * expected[j];
    }
    double sign = Math.signum(a[0]);
    for (int j = 0; j < 3; j++) {
      assertEquals(expected[j] / Math.sqrt(length), sign * a[j], 0.08);
    }
    assertTrue(factors.summary().contains("MAF1"));
  }

  @Test
  void factorsAreUncorrelatedOrderedAndFollowTime() {
    var factors = MaxAutocorrelationFactors.of(PROCESS.approaching(300, 0.9, 6));
    double[] lambda = factors.eigenvalues();
    assertTrue(lambda[0] <= lambda[1] && lambda[1] <= lambda[2]);
    for (int f = 1; f <= 3; f++) {
      double[] s = factors.factor(f).values();
      double[] t = factors.factor(f).times();
      assertTrue(
          new org.apache.commons.math3.stat.correlation.PearsonsCorrelation().correlation(s, t)
              >= 0);
      double length = 0;
      for (double[] row : factors.loadings()) {
        length += row[f - 1] * row[f - 1];
      }
      assertEquals(1, length, 1e-12);
    }
    assertEquals(
        0,
        new org.apache.commons.math3.stat.correlation.PearsonsCorrelation()
            .correlation(factors.factor(1).values(), factors.factor(2).values()),
        1e-10);
    // the eigenvalue is the ratio of variances of steps and scores
    double[] s = factors.factor(1).values();
    double steps = 0;
    double mean = (s[299] - s[0]) / 299;
    for (int i = 1; i < 300; i++) {
      steps += Math.pow(s[i] - s[i - 1] - mean, 2) / 299;
    }
    double spread = new org.apache.commons.math3.stat.descriptive.moment.Variance().evaluate(s);
    assertEquals(steps / spread, lambda[0], 1e-10);
  }

  @Test
  void unitsChangeNoFactor() {
    double[][] x = PROCESS.simulate(200, i -> 0.8, 6);
    double[][] y =
        Arrays.stream(x)
            .map(r -> new double[] {1e6 * r[0] + 5, r[1] - 9, -r[2]})
            .toArray(double[][]::new);
    double[] one = MaxAutocorrelationFactors.of(MultivariateSeries.of(x)).factor(1).values();
    double[] other = MaxAutocorrelationFactors.of(MultivariateSeries.of(y)).factor(1).values();
    assertArrayEquals(one, other, 1e-7);
  }

  @Test
  void incompleteRowsHaveNoScores() {
    double[][] x = PROCESS.simulate(100, i -> 0.8, 6);
    x[50][1] = Double.NaN;
    var factors = MaxAutocorrelationFactors.of(MultivariateSeries.of(x));
    assertTrue(Double.isNaN(factors.scores()[50][0]));
    assertTrue(Double.isFinite(factors.scores()[51][0]));
  }

  @Test
  void constantAndCollinearColumnsAreNamed() {
    double[][] x = PROCESS.simulate(50, i -> 0.8, 6);
    double[][] flat = Arrays.stream(x).map(r -> new double[] {r[0], 4}).toArray(double[][]::new);
    double[][] twin =
        Arrays.stream(x).map(r -> new double[] {r[0], 4 - r[0]}).toArray(double[][]::new);
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> MaxAutocorrelationFactors.of(MultivariateSeries.of(flat)));
    assertTrue(String.valueOf(e.getMessage()).contains("x2 is constant"), e.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> MaxAutocorrelationFactors.of(MultivariateSeries.of(twin)));
  }

  @Test
  void theFingerprintProjectsOnTheLargestVariance() {
    var series = PROCESS.stationary(4000, 0.9, 3);
    var print = DegenerateFingerprint.of(series, Window.fraction(0.5));
    assertArrayEquals(new double[] {-0.6, 0, 0.8}, print.loadings(), 0.06);
    double slow = 1 / (1 - 0.81);
    assertEquals(slow / (slow + 2 / 0.91), print.share(), 0.04);
    assertEquals(0.9, print.ac1()[3999], 0.03);
    assertArrayEquals(
        Indicators.AC1.rolling(print.projection(), Window.fraction(0.5)), print.ac1());
  }

  @Test
  void theFingerprintOfAnApproachRisesBeyondChance() {
    var print =
        DegenerateFingerprint.of(PROCESS.approaching(500, 0.98, 5), Window.fraction(0.4).stride(5));
    var test = print.test(MultivariateSurrogates.var1(99).seed(1));
    assertEquals(print.trend().tau(), test.observed());
    assertTrue(test.pRight() <= 0.05, test.words());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            DegenerateFingerprint.of(
                MultivariateSeries.of(new double[20][2]), Window.fraction(0.5)));
  }

  @Test
  void covarianceTendsToTheClosedForm() {
    var rolling = RollingCovariance.of(PROCESS.stationary(40_000, 0.8, 3), Window.fraction(1));
    double fast = 1 / 0.91;
    double extra = 1 / 0.36 - fast;
    double[] u = {0.6, 0, -0.8};
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        double expected = (a == b ? fast : 0) + extra * u[a] * u[b];
        assertEquals(expected, rolling.covariances()[0][a][b], 0.06);
      }
    }
    assertEquals(1 / 0.36, rolling.leading()[0], 0.08);
    assertEquals(1, rolling.correlation(0)[1][1]);
    assertThrows(IllegalArgumentException.class, () -> rolling.correlation(1));
  }

  @Test
  void aMissingValueTakesItsWindowsOnly() {
    double[][] x = PROCESS.simulate(60, i -> 0.5, 6);
    x[20][0] = Double.NaN;
    var rolling = RollingCovariance.of(MultivariateSeries.of(x), Window.points(10));
    assertTrue(Double.isNaN(rolling.leading()[11]));
    assertTrue(rolling.leading()[10] > 0 && rolling.leading()[21] > 0);
    assertEquals(51, rolling.table().rowCount());
    assertEquals(2, rolling.chart().panels().size());
  }
}
