package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IsotonicRegressionTest {
  /** The value at i is the largest over s of the smallest over t of the mean from s to t. */
  private static double[] minimax(double[] y, double[] w) {
    double[] values = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int s = 0; s <= i; s++) {
        double least = Double.POSITIVE_INFINITY;
        for (int t = i; t < y.length; t++) {
          double sum = 0;
          double weight = 0;
          for (int j = s; j <= t; j++) {
            sum += w[j] * y[j];
            weight += w[j];
          }
          least = Math.min(least, sum / weight);
        }
        most = Math.max(most, least);
      }
      values[i] = most;
    }
    return values;
  }

  @Property(tries = 200)
  void poolingGivesTheMinimaxFormula(
      @ForAll @IntRange(min = 1, max = 25) int n, @ForAll @IntRange(min = 0) int seed) {
    double[] x = new double[n];
    Arrays.setAll(x, i -> i);
    double[] y = Rng.of(seed).doubles(n).map(v -> Math.rint(8 * v)).toArray();
    double[] w = Rng.of(seed, 1).doubles(n, 0.1, 3).toArray();
    assertArrayEquals(minimax(y, w), IsotonicRegression.increasing(x, y, w).values(), 1e-12);
  }

  @Test
  void aFallingCurveIsARisingOneUpsideDown() {
    double[] x = {4, 1, 3, 2};
    double[] y = {1, 9, 6, 4};
    var curve = IsotonicRegression.decreasing(x, y);
    assertArrayEquals(new double[] {1, 2, 3, 4}, curve.x());
    assertArrayEquals(new double[] {9, 5, 5, 1}, curve.values());
    assertEquals(7, curve.at(1.5));
    assertEquals(9, curve.at(-10));
    assertEquals(1, curve.at(4.5));
    assertEquals(5, curve.at(3));
  }

  @Test
  void observationsAtOnePlaceAreOne() {
    double[] x = {1, 2, 2, 3};
    double[] y = {0, 5, 1, 4};
    double[] w = {1, 1, 3, 1};
    var curve = IsotonicRegression.increasing(x, y, w);
    assertArrayEquals(new double[] {0, 2, 4}, curve.values());
  }

  @Test
  void whatIsNoDataIsRefused() {
    double[] one = {1};
    double[] two = {1, 2};
    assertThrows(IllegalArgumentException.class, () -> IsotonicRegression.increasing(one, two));
    assertThrows(
        IllegalArgumentException.class,
        () -> IsotonicRegression.increasing(two, two, new double[] {1, 0}));
    assertThrows(
        IllegalArgumentException.class,
        () -> IsotonicRegression.increasing(two, new double[] {1, Double.NaN}));
    assertThrows(
        IllegalArgumentException.class,
        () -> IsotonicRegression.increasing(one, one).at(Double.NaN));
  }
}
