package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AutoregressiveFitTest {
  private static double[] ar2(long seed, int n) {
    RandomGenerator random = Rng.of(seed);
    double[] x = new double[n];
    for (int i = 2; i < n; i++) {
      x[i] = 0.9 * x[i - 1] - 0.5 * x[i - 2] + random.nextGaussian();
    }
    return x;
  }

  /** Standard errors are near 0.006: bounds of four fail once in 16,000 seeds. */
  @Test
  void everyEstimatorFindsAnAr2AndAicAtLeastItsOrder() {
    double[] x = ar2(1, 20_000);
    double[] truth = {0.9, -0.5};
    for (var fit :
        new AutoregressiveFit[] {
          AutoregressiveFit.leastSquares(x, 2, true),
          AutoregressiveFit.yuleWalker(x, 2),
          AutoregressiveFit.burg(x, 2)
        }) {
      assertArrayEquals(truth, fit.coefficients(), 0.025);
      assertEquals(1, fit.variance(), 0.04);
      assertEquals(Math.sqrt(0.5), fit.largestRoot(), 0.025);
    }
    assertTrue(AutoregressiveFit.byAic(x, 6, true).order() >= 2);
  }

  @Test
  void leastSquaresLeavesResidualsThatNoPredecessorExplains() {
    double[] x = ar2(2, 60);
    double[] a = AutoregressiveFit.leastSquares(x, 3, false).coefficients();
    for (int lag = 1; lag <= 3; lag++) {
      double product = 0;
      for (int i = 3; i < x.length; i++) {
        double rest = x[i] - a[0] * x[i - 1] - a[1] * x[i - 2] - a[2] * x[i - 3];
        product += rest * x[i - lag];
      }
      assertEquals(0, product, 1e-11);
    }
  }

  @Test
  void rootsOfKnownPolynomials() {
    assertEquals(0, AutoregressiveFit.largestRoot(new double[0]));
    assertEquals(0.7, AutoregressiveFit.largestRoot(new double[] {-0.7}));
    assertEquals(0.8, AutoregressiveFit.largestRoot(new double[] {0.3, 0.4}), 1e-14);
    assertEquals(Math.sqrt(0.5), AutoregressiveFit.largestRoot(new double[] {0.9, -0.5}), 1e-14);
  }

  @Test
  void theSpectrumOfWhiteNoiseIsFlatAndOfAnAr1Known() {
    assertEquals(3, new AutoregressiveFit(new double[0], 3).spectrum(0.2));
    var ar1 = new AutoregressiveFit(new double[] {0.5}, 1);
    assertEquals(4, ar1.spectrum(0), 1e-14);
    assertEquals(1 / 2.25, ar1.spectrum(0.5), 1e-14);
  }

  @Test
  void badInputIsRefused() {
    double[] x = {1, 2, 3, 4};
    assertThrows(IllegalArgumentException.class, () -> AutoregressiveFit.leastSquares(x, 2, true));
    assertThrows(IllegalArgumentException.class, () -> AutoregressiveFit.burg(x, -1));
    assertThrows(
        IllegalArgumentException.class,
        () -> AutoregressiveFit.yuleWalker(new double[] {1, Double.NaN, 2}, 1));
  }

  @Test
  void coefficientsHandedOutAreACopy() {
    var fit = new AutoregressiveFit(new double[] {0.5}, 1);
    fit.coefficients()[0] = 9;
    assertArrayEquals(new double[] {0.5}, fit.coefficients());
  }
}
