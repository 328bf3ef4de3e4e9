package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LevenbergMarquardtTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  private static double[] all(int n, double value) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return values;
  }

  private static LevenbergMarquardt.Minimum rosenbrock(double[] lower, double[] upper) {
    return LevenbergMarquardt.minimize(
        (x, r, jacobian) -> {
          r[0] = 10 * (x[1] - x[0] * x[0]);
          r[1] = 1 - x[0];
          if (jacobian != null) {
            jacobian[0][0] = -20 * x[0];
            jacobian[1][0] = 10;
            jacobian[0][1] = -1;
            jacobian[1][1] = 0;
          }
          return true;
        },
        2,
        new double[] {-1.2, 1},
        lower,
        upper,
        1e-15,
        200);
  }

  @Test
  void theBananaValleyIsFollowedToItsEnd() {
    var found = rosenbrock(all(2, -NONE), all(2, NONE));
    assertArrayEquals(new double[] {1, 1}, found.x(), 1e-12);
    assertTrue(found.converged() && found.squares() < 1e-25 && found.iterations() < 60);
  }

  /** With x at most 0.5 the best y is 0.25; with y at most 0.5 it lies off the corner. */
  @Test
  void aBoundHoldsTheMinimumOnIt() {
    var found = rosenbrock(all(2, -2), new double[] {0.5, 2});
    assertArrayEquals(new double[] {0.5, 0.25}, found.x(), 1e-9);
    var fixed = rosenbrock(new double[] {-1.2, -NONE}, new double[] {-1.2, NONE});
    assertArrayEquals(new double[] {-1.2, 1.44}, fixed.x(), 1e-8);
  }

  /** {@code a exp(-b t) + c} with noise. */
  private static LevenbergMarquardt.Residuals decay(double[] t, double[] y) {
    return (x, r, jacobian) -> {
      for (int i = 0; i < t.length; i++) {
        double e = Math.exp(-x[1] * t[i]);
        r[i] = x[0] * e + x[2] - y[i];
        if (jacobian != null) {
          jacobian[0][i] = e;
          jacobian[1][i] = -t[i] * x[0] * e;
          jacobian[2][i] = 1;
        }
      }
      return true;
    };
  }

  @Test
  void theMinimumIsThatOfCommonsMath() {
    for (int k = 0; k < 20; k++) {
      var random = Rng.of(8, k);
      double[] t = random.doubles(25, 0, 5).toArray();
      double[] y = new double[25];
      Arrays.setAll(y, i -> 3 * Math.exp(-1.3 * t[i]) + 0.5 + 0.1 * random.nextGaussian());
      var residuals = decay(t, y);
      double[] start = {1, 1, 0};
      var peer =
          new LevenbergMarquardtOptimizer()
              .optimize(
                  new LeastSquaresBuilder()
                      .start(start)
                      .target(new double[25])
                      .model(v -> value(residuals, v.toArray()))
                      .maxEvaluations(500)
                      .maxIterations(500)
                      .build());
      var found =
          LevenbergMarquardt.minimize(
              residuals, 25, start, all(3, -NONE), all(3, NONE), 1e-14, 200);
      double[] expected = peer.getPoint().toArray();
      for (int j = 0; j < 3; j++) {
        assertEquals(expected[j], found.x()[j], 1e-6 * Math.abs(expected[j]));
      }
      assertTrue(found.squares() <= peer.getCost() * peer.getCost() * (1 + 1e-12));
    }
  }

  private static Pair<RealVector, RealMatrix> value(
      LevenbergMarquardt.Residuals residuals, double[] x) {
    double[] r = new double[25];
    double[][] columns = new double[3][25];
    residuals.at(x, r, columns);
    return new Pair<>(new ArrayRealVector(r), new Array2DRowRealMatrix(columns).transpose());
  }

  /** Two parameters of which only the sum matters: the damping leaves their difference alone. */
  @Test
  void whatIsNotDeterminedStaysPut() {
    var found =
        LevenbergMarquardt.minimize(
            LevenbergMarquardtTest::sum,
            1,
            new double[] {1, 2},
            all(2, -NONE),
            all(2, NONE),
            1e-12,
            100);
    assertEquals(5, found.x()[0] + found.x()[1], 1e-9);
    assertEquals(-1, found.x()[0] - found.x()[1], 1e-9);
  }

  private static boolean sum(double[] x, double[] r, double @Nullable [][] jacobian) {
    r[0] = x[0] + x[1] - 5;
    if (jacobian != null) {
      jacobian[0][0] = 1;
      jacobian[1][0] = 1;
    }
    return true;
  }

  @Test
  void aStartWithoutValueIsSaidAndBadInputRefused() {
    double[] start = {1, 2};
    double[] low = all(2, -NONE);
    double[] high = all(2, NONE);
    var nowhere = LevenbergMarquardt.minimize((x, r, j) -> false, 1, start, low, high, 1e-12, 10);
    assertFalse(nowhere.converged());
    assertEquals(NONE, nowhere.squares());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            LevenbergMarquardt.minimize(
                LevenbergMarquardtTest::sum, 1, start, high, low, 1e-12, 10));
    assertThrows(
        IllegalArgumentException.class,
        () -> LevenbergMarquardt.minimize(LevenbergMarquardtTest::sum, 0, start, low, high, 1, 1));
  }
}
