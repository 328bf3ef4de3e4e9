package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastExpTest {
  private static final int N = 20_000;

  private static double[] of(double intercept, double slope, double... x) {
    double[] y = new double[x.length];
    new FastExp(x.length).line(intercept, slope, x, y, x.length);
    return y;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.1, 1, 10, 100, 700})
  void itIsWithinTwoUnitsInTheLastPlaceOfTheJdk(double range) {
    var random = Rng.of(1);
    double[] x = IntStream.range(0, N).mapToDouble(i -> range * random.nextDouble(-1, 1)).toArray();
    double[] y = of(0, 1, x);
    for (int i = 0; i < N; i++) {
      double exact = Math.exp(x[i]);
      assertTrue(Math.abs(y[i] - exact) <= 2 * Math.ulp(exact), "e^" + x[i] + " = " + y[i]);
    }
  }

  @Test
  void wholePowersAreRight() {
    double[] y = of(0, 1, 0, 1, -1, Math.log(2), 700, -700);
    double[] exact = {1, Math.E, 1 / Math.E, 2, Math.exp(700), Math.exp(-700)};
    for (int i = 0; i < y.length; i++) {
      assertEquals(exact[i], y[i], 2 * Math.ulp(exact[i]));
    }
  }

  @Test
  void argumentsBeyondTheRangeAreCutOff() {
    assertArrayEquals(of(0, 1, 700, -700, 700), of(0, 1, 1e9, -1e300, 710));
  }

  @Test
  void theLineIsTakenBeforeTheExponential() {
    assertArrayEquals(of(0, 1, 1.5, 2, 2.5), of(1, 0.5, 1, 2, 3));
  }

  @Test
  void theResultMayReplaceTheArguments() {
    double[] x = {0.3, -4, 12};
    double[] y = of(0, 1, x);
    new FastExp(3).line(0, 1, x, x, 3);
    assertArrayEquals(y, x);
  }

  @Test
  void aNegativeCapacityIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new FastExp(-1));
  }
}
