package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LbfgsTest {
  private static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 1; i < x.length; i++) {
      sum += 100 * Math.pow(x[i] - x[i - 1] * x[i - 1], 2) + Math.pow(1 - x[i - 1], 2);
    }
    return sum;
  }

  @Test
  void followsTheBentValleyOfRosenbrock() {
    for (int d = 2; d <= 8; d++) {
      double[] start = new double[d];
      start[0] = -1.2;
      var minimum =
          Lbfgs.minimize(Lbfgs.Objective.numeric(LbfgsTest::rosenbrock), start, 1e-7, 500);
      double[] ones = new double[d];
      Arrays.fill(ones, 1);
      assertTrue(minimum.converged() && minimum.iterations() < 150, minimum.toString());
      assertArrayEquals(ones, minimum.x(), 1e-5);
    }
  }

  @Test
  void stepsBackFromWhereTheFunctionIsInfinite() {
    var barrier =
        Lbfgs.Objective.numeric(x -> x[0] <= 0 ? Double.POSITIVE_INFINITY : x[0] - Math.log(x[0]));
    var minimum = Lbfgs.minimize(barrier, new double[] {50}, 1e-8, 200);
    assertArrayEquals(new double[] {1}, minimum.x(), 1e-6);
  }

  @Test
  void staysAtAMinimum() {
    var minimum = Lbfgs.minimize(Lbfgs.Objective.numeric(x -> x[0] * x[0]), new double[1], 1e-8, 9);
    assertTrue(minimum.converged() && minimum.iterations() == 0);
  }

  @Test
  void refusesAStartWithoutAFiniteValue() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Lbfgs.minimize((x, g) -> Double.NaN, new double[1], 1e-8, 9));
  }
}
