package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
  private static final int N = 30;

  private static double[][] design(long index) {
    var random = Rng.of(5, index);
    double[][] rows = new double[N][3];
    for (double[] row : rows) {
      row[0] = 1;
      row[1] = random.nextGaussian();
      row[2] = 100 * random.nextDouble();
    }
    return rows;
  }

  private static double[] observed(long index, double[][] design) {
    var random = Rng.of(6, index);
    double[] y = new double[N];
    for (int i = 0; i < N; i++) {
      y[i] = 2 - design[i][1] + 0.03 * design[i][2] + random.nextGaussian();
    }
    return y;
  }

  @Test
  void coefficientsAndCovarianceAreThoseOfCommonsMath() {
    for (int k = 0; k < 20; k++) {
      double[][] x = design(k);
      double[] y = observed(k, x);
      var peer = new OLSMultipleLinearRegression();
      peer.setNoIntercept(true);
      peer.newSampleData(y, x);
      var fit = LeastSquares.of(x, y);
      assertArrayEquals(peer.estimateRegressionParameters(), fit.coefficients(), 1e-12);
      assertEquals(peer.calculateResidualSumOfSquares(), fit.rss(), 1e-10);
      double[][] covariance = peer.estimateRegressionParametersVariance();
      for (int j = 0; j < 3; j++) {
        for (int l = 0; l < 3; l++) {
          assertEquals(
              covariance[j][l] * fit.variance(), fit.covariance()[j][l], 1e-12, j + ", " + l);
        }
      }
    }
  }

  @Test
  void aLineHasTheErrorsAndTheTestOfSimpleRegression() {
    double[][] x = design(3);
    double[] y = observed(3, x);
    var peer = new SimpleRegression();
    double[] t = new double[N];
    for (int i = 0; i < N; i++) {
      t[i] = x[i][2];
      peer.addData(t[i], y[i]);
    }
    var line = LeastSquares.line(t, y);
    assertEquals(peer.getSlope(), line.coefficients()[1], 1e-13);
    assertEquals(peer.getSlopeStdErr(), line.standardError(1), 1e-13);
    assertEquals(peer.getSignificance(), line.p(1), 1e-10);
    assertEquals(peer.getRSquare(), line.rSquared(), 1e-12);
    double[] interval = line.interval(1, 0.95);
    assertEquals(peer.getSlopeConfidenceInterval(), (interval[1] - interval[0]) / 2, 1e-9);
    assertEquals(peer.predict(7), line.at(1, 7), 1e-12);
    assertEquals(line.standardError(0), line.standardErrorAt(1, 0), 1e-13);
  }

  @Test
  void aWeightGivesTheFitOfRepeatedRowsAndZeroLeavesOneOut() {
    double[] x = {1, 2, 3, 4, 9};
    double[] y = {2, 1, 4, 3, 50};
    var weighted = LeastSquares.polynomial(x, y, new double[] {1, 2, 1, 3, 0}, 1, 2);
    var repeated =
        LeastSquares.polynomial(
            new double[] {1, 2, 2, 3, 4, 4, 4}, new double[] {2, 1, 1, 4, 3, 3, 3}, 1, 2);
    assertArrayEquals(repeated.coefficients(), weighted.coefficients(), 1e-13);
    assertEquals(repeated.rss(), weighted.rss(), 1e-13);
    assertEquals(2, weighted.df());
    assertEquals(repeated.rSquared(), weighted.rSquared(), 1e-13);
  }

  /** Normal equations lose such a parabola: its columns are parallel to 11 digits. */
  @Test
  void aParabolaFarFromTheOriginKeepsItsVertex() {
    double[] x = {1000, 1001, 1002, 1003, 1004};
    double[] y = new double[5];
    for (int i = 0; i < 5; i++) {
      y[i] = 3 + 2 * (x[i] - 1002.5) * (x[i] - 1002.5);
    }
    double[] c = LeastSquares.polynomial(x, y, 2, 0).coefficients();
    assertEquals(1002.5, -c[1] / (2 * c[2]), 1e-7);
    double[] near = LeastSquares.polynomial(x, y, 2, 1002).coefficients();
    assertEquals(1002.5, 1002 - near[1] / (2 * near[2]), 1e-12);
  }

  @Test
  void whatIsNotDeterminedIsRefusedAndWithoutFreedomThereIsNoError() {
    double[] x = {1, 1, 1};
    double[] y = {1, 2, 3};
    assertThrows(IllegalArgumentException.class, () -> LeastSquares.line(x, y));
    assertThrows(
        IllegalArgumentException.class, () -> LeastSquares.polynomial(new double[2], y, 1, 0));
    assertThrows(
        IllegalArgumentException.class, () -> LeastSquares.polynomial(new double[3], y, 3, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> LeastSquares.of(new double[][] {{1}, {1, 2}, {3}}, y));
    var exact = LeastSquares.line(new double[] {1, 2}, new double[] {3, 5});
    assertEquals(2, exact.coefficients()[1], 1e-14);
    assertTrue(Double.isNaN(exact.standardError(1)) && Double.isNaN(exact.p(1)));
  }
}
