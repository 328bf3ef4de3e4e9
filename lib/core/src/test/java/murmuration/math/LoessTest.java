package murmuration.math;

import static murmuration.math.SmoothersTest.noise;
import static murmuration.math.SmoothersTest.times;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.junit.jupiter.api.Test;

class LoessTest {
  @Property(tries = 100)
  void itEqualsWeightedLeastSquaresByQrDecomposition(
      @ForAll long seed,
      @ForAll @IntRange(min = 10, max = 100) int n,
      @ForAll @IntRange(min = 1, max = 2) int degree) {
    var rng = Rng.of(seed);
    // Steps within a factor of ten: the reference loses digits on wider ones.
    double[] t = new double[n];
    for (int i = 1; i < n; i++) {
      t[i] = t[i - 1] + rng.nextDouble(0.1, 1);
    }
    double[] y = noise(n, rng);
    double span = rng.nextDouble(Math.min(0.9, 8.0 / n), 1);
    int q = (int) (n * span + 1e-5);
    double[] expected =
        IntStream.range(0, n).mapToDouble(i -> reference(t, y, q, degree, i)).toArray();
    assertArrayEquals(expected, Loess.of(t, span, degree).smooth(y), 1e-9);
  }

  @Test
  void degreeTwoReproducesAParabola() {
    double[] t = times(100, Rng.of(4));
    double[] y = Arrays.stream(t).map(v -> 1 - v + 0.01 * v * v).toArray();
    double largest = Arrays.stream(y).map(Math::abs).max().orElseThrow();
    assertArrayEquals(y, Loess.of(t, 0.3, 2).smooth(y), 1e-10 * largest);
  }

  @Test
  void tooFewNeighboursLowerTheDegreeInsteadOfFailing() {
    double[] t = {0, 1, 2, 3, 4, 5, 6, 7};
    double[] y = {3, 1, 4, 1, 5, 9, 2, 6};
    for (double span : new double[] {0.25, 0.375}) {
      assertArrayEquals(y, Loess.of(t, span, 2).smooth(y), 1e-12, "span " + span);
    }
  }

  @Test
  void weightsTooManyToKeepGiveTheSameSmooth() {
    int n = 3000;
    double[] t = IntStream.range(0, n).asDoubleStream().toArray();
    double[] y = noise(n, Rng.of(1));
    double[] all = Loess.of(t, 0.9, 1).smooth(y);
    for (int i : new int[] {0, 1400, 2999}) {
      assertEquals(reference(t, y, 2700, 1, i), all[i], 1e-10);
    }
  }

  @Test
  void theBlendMeetsTheDirectFitAtItsVerticesAndPartsFromItBetween() {
    // 200 times, cells of at most 10: vertices at the 7th, 13th, 19th and 25th time.
    double[] t = IntStream.rangeClosed(1, 200).asDoubleStream().toArray();
    double[] y = noise(200, Rng.of(6));
    double[] direct = Loess.of(t, 0.25, 2).smooth(y);
    double[] blend = Loess.blended(t, 0.25, 2).smooth(y);
    for (int vertex : new int[] {7, 13, 19, 25, 100, 194}) {
      assertEquals(direct[vertex - 1], blend[vertex - 1], 1e-12);
    }
    assertNotEquals(direct[21], blend[21], 1e-6);
  }

  @Test
  void theBlendOfTwoNeighboursHasAVertexAtEveryTime() {
    double[] t = {0, 1, 2, 3, 4, 5, 6, 7};
    double[] y = {3, 1, 4, 1, 5, 9, 2, 6};
    assertArrayEquals(y, Loess.blended(t, 0.25, 2).smooth(y), 1e-12);
  }

  @Test
  void badOptionsAreRefused() {
    double[] t = {0, 1, 2, 3, 4};
    refuses("span is 1.5: expected a share above 0 and at most 1", () -> Loess.of(t, 1.5, 2));
    refuses("span is 0.0: expected a share above 0 and at most 1", () -> Loess.of(t, 0, 2));
    refuses("degree is 3: expected 1 or 2", () -> Loess.of(t, 0.5, 3));
    refuses("span 0.3 has 1 points (n = 5): expected at least 2", () -> Loess.of(t, 0.3, 2));
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  private static double reference(double[] t, double[] y, int q, int degree, int i) {
    int n = t.length;
    double[] distances = Arrays.stream(t).map(v -> Math.abs(v - t[i])).toArray();
    double[] sorted = distances.clone();
    Arrays.sort(sorted);
    double h = sorted[q - 1];
    int[] used = IntStream.range(0, n).filter(j -> distances[j] < h).toArray();
    double[][] x = new double[used.length][degree + 1];
    double[] z = new double[used.length];
    for (int k = 0; k < used.length; k++) {
      double d = (t[used[k]] - t[i]) / h;
      double root = Math.sqrt(Math.pow(1 - Math.pow(Math.abs(d), 3), 3));
      z[k] = root * y[used[k]];
      for (int p = 0; p <= degree; p++) {
        x[k][p] = root * Math.pow(d, p);
      }
    }
    return new QRDecomposition(new Array2DRowRealMatrix(x))
        .getSolver()
        .solve(new ArrayRealVector(z))
        .getEntry(0);
  }
}
