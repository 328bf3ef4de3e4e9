package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KendallTest {
  /** The definition, pair by pair. */
  private static double brute(double[] x, double[] y) {
    double s = 0;
    double nx = 0;
    double ny = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        if (!Double.isNaN(x[i] + x[j] + y[i] + y[j])) {
          double dx = Math.signum(x[i] - x[j]);
          double dy = Math.signum(y[i] - y[j]);
          s += dx * dy;
          nx += dx * dx;
          ny += dy * dy;
        }
      }
    }
    return s / Math.sqrt(nx * ny);
  }

  private static double[] coarse(int[] codes) {
    return Arrays.stream(codes).mapToDouble(v -> v == 0 ? Double.NaN : v / 3.0).toArray();
  }

  @Property
  void countsWhatTheDefinitionCountsWithTiesAndMissingValues(
      @ForAll @Size(max = 60) int[] a, @ForAll @IntRange(min = 0, max = 60) int m) {
    int n = Math.min(m, a.length);
    double[] x = coarse(IntStream.range(0, n).map(i -> Math.floorMod(a[i], 7)).toArray());
    double[] y = coarse(IntStream.range(0, n).map(i -> Math.floorMod(a[i] / 7, 5)).toArray());
    double[] time = IntStream.range(0, n).asDoubleStream().toArray();
    assertEquals(brute(x, y), Kendall.of(x, y).tau(), 1e-14);
    assertEquals(brute(time, y), Kendall.tau(y), 1e-14);
    assertEquals(brute(time, y), Kendall.of(time, y).tau(), 1e-14);
  }

  @Property(tries = 100)
  void aPrefixHasTheTauOfItsOwnArray(@ForAll @Size(max = 40) int[] a) {
    double[] y = coarse(Arrays.stream(a).map(v -> Math.floorMod(v, 9)).toArray());
    double[] expected =
        IntStream.range(0, y.length)
            .mapToDouble(j -> Kendall.tau(Arrays.copyOf(y, j + 1)))
            .toArray();
    assertArrayEquals(expected, Kendall.prefixes(y), 1e-14);
  }

  @Test
  void longSeriesMergeAcrossManyBlocks() {
    RandomGenerator random = Rng.of(5);
    for (int n : new int[] {7, 8, 9, 16, 17, 100, 511, 512, 513, 1000}) {
      double[] y = random.doubles(n).toArray();
      double[] time = IntStream.range(0, n).asDoubleStream().toArray();
      double[] kept = y.clone();
      assertEquals(brute(time, y), Kendall.tau(y), 1e-14);
      assertArrayEquals(kept, y, "the caller's array stays as it was");
    }
  }

  @Test
  void exactPCountsEveryPermutationUpToSeven() {
    for (int n = 2; n <= 7; n++) {
      int[] counts = new int[n * (n - 1) / 2 + 1];
      permutations(new long[n], 0, 0, counts);
      int all = Arrays.stream(counts).sum();
      for (int inversions = 0; inversions < counts.length; inversions++) {
        long s = counts.length - 1 - 2L * inversions;
        double extreme = 0;
        for (int k = 0; k < counts.length; k++) {
          extreme += Math.abs(counts.length - 1 - 2L * k) >= Math.abs(s) ? counts[k] : 0;
        }
        var test = new Kendall(n, s, Kendall.Ties.NONE, Kendall.Ties.NONE);
        assertEquals(extreme / all, test.p(), 1e-14, "n " + n + ", s " + s);
      }
    }
  }

  private static void permutations(long[] p, int filled, int used, int[] counts) {
    if (filled == p.length) {
      counts[(int) Inversions.sort(p.clone(), p.length)]++;
      return;
    }
    for (int v = 0; v < p.length; v++) {
      if ((used >> v & 1) == 0) {
        p[filled] = v;
        permutations(p, filled + 1, used | 1 << v, counts);
      }
    }
  }

  @Test
  void perfectOrderIsExactlyOneAndItsPTwoOverNFactorial() {
    double[] up = IntStream.range(0, 20).asDoubleStream().toArray();
    var test = Kendall.of(up, up);
    assertEquals(1.0, test.tau());
    assertEquals(8.22063524662433e-19, test.p(), 1e-29);
  }

  @Test
  void constantOrTooShortIsNotANumber() {
    assertTrue(Double.isNaN(Kendall.tau(new double[] {1, 1, 1})));
    assertTrue(Double.isNaN(Kendall.ofOrder(new double[] {1, 1, 1}).p()));
    assertTrue(Double.isNaN(Kendall.tau(new double[] {2})));
    assertTrue(Double.isNaN(Kendall.tau(new double[0])));
    assertEquals(1, Kendall.tau(new double[] {Double.NEGATIVE_INFINITY, Double.NaN, 3}));
    assertTrue(Double.isNaN(Kendall.tau(new double[] {-0.0, 0.0})), "both zeros are one value");
  }

  @Test
  void refusesLengthsThatDiffer() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Kendall.of(new double[3], new double[4]));
    assertEquals("x has 3 values, y has 4: expected the same length", e.getMessage());
  }

  @Test
  void tiedValuesShareTheirMeanRank() {
    double[] x = {3, 1, Double.NaN, 3, 0};
    assertArrayEquals(new double[] {3.5, 2, Double.NaN, 3.5, 1}, Ranks.average(x));
    assertArrayEquals(new int[] {4, 1, 0, 3, 2}, Ranks.order(x));
  }
}
