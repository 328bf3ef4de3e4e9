package murmuration.math;

import static murmuration.math.SmoothersTest.noise;
import static murmuration.math.SmoothersTest.times;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LowessTest {
  @Property(tries = 200)
  void itEqualsCleveland1979AsWrittenAtAnySpacing(
      @ForAll long seed,
      @ForAll @IntRange(min = 8, max = 120) int n,
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll @IntRange(min = 0, max = 4) int iterations) {
    var rng = Rng.of(seed);
    double[] t = times(n, rng);
    double[] y = noise(n, rng);
    // With very few neighbours half of the residuals are rounding, and so is their median.
    int k = Math.max(iterations == 0 ? 2 : 8, (int) (share * n));
    assertClose(textbook(t, y, k, iterations), Lowess.of(t, k, iterations, 0).smooth(y));
  }

  @Property(tries = 100)
  void powerSumsEqualDirectSummation(
      @ForAll long seed,
      @ForAll @IntRange(min = 50, max = 1500) int n,
      @ForAll @DoubleRange(min = 0.03, max = 1) double share) {
    var rng = Rng.of(seed);
    double[] t = times(n, rng);
    double[] y = noise(n, rng);
    var lowess = Lowess.of(t, Math.max(2, (int) (share * n)));
    assertClose(lowess.smooth(y, false), lowess.smooth(y));
  }

  @Property(tries = 30)
  void powerSumsEqualDirectSummationOnEvenSpacingAndFarFromTheOrigin(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.03, max = 1) double share) {
    int n = 1200;
    double[] t = IntStream.range(0, n).mapToDouble(i -> -424_000 + 50.0 * i).toArray();
    double[] y = noise(n, Rng.of(seed));
    var lowess = Lowess.of(t, Math.max(2, (int) (share * n)));
    assertClose(lowess.smooth(y, false), lowess.smooth(y));
  }

  @Property(tries = 30)
  void powerSumsEqualDirectSummationWithOutliersAndSparseSpikes(@ForAll long seed) {
    var rng = Rng.of(seed);
    double[] t = times(800, rng);
    double[] outliers = noise(800, rng);
    double[] spikes = new double[800];
    for (int i = 0; i < 8; i++) {
      outliers[rng.nextInt(800)] = 1e9 * rng.nextGaussian();
      spikes[rng.nextInt(800)] = rng.nextGaussian();
    }
    for (double[] y : new double[][] {outliers, spikes}) {
      var lowess = Lowess.of(t, 200);
      assertClose(lowess.smooth(y, false), lowess.smooth(y));
    }
  }

  @Test
  void powerSumsEqualDirectSummationWhereTimesCluster() {
    var rng = Rng.of(5);
    double[] t = new double[1000];
    for (int i = 0; i < 1000; i++) {
      t[i] = 1000 * (i / 100) + 1e-6 * (i % 100) + (i % 7 == 0 ? 0 : 1e-8);
    }
    double[] y = noise(1000, rng);
    for (int k : new int[] {60, 100, 101, 150, 400}) {
      var lowess = Lowess.of(t, k);
      assertClose(lowess.smooth(y, false), lowess.smooth(y));
    }
  }

  @Test
  void aLineIsFollowedToItsEndsThoughNeighboursAreCloserThanAThousandthOfTheRange() {
    double[] t = IntStream.range(0, 5000).asDoubleStream().toArray();
    double[] y = Arrays.stream(t).map(v -> 2 + 3 * v).toArray();
    // R would take the weighted mean of the six: 3 or more too high at the beginning.
    assertArrayEquals(y, Lowess.of(t, 6).smooth(y), 1e-9);
  }

  @Test
  void withTwoNeighboursTheFartherHasNoWeightAndTheSmoothIsTheSeries() {
    double[] t = times(40, Rng.of(1));
    double[] y = noise(40, Rng.of(2));
    assertArrayEquals(y, Lowess.of(t, 2).smooth(y), 1e-14);
  }

  @Test
  void anOutlierIsIgnoredAfterThreePasses() {
    double[] t = IntStream.range(0, 101).asDoubleStream().toArray();
    double[] clean = Arrays.stream(t).map(v -> 2 - 0.1 * v + 0.01 * Math.sin(9 * v)).toArray();
    double[] dirty = clean.clone();
    dirty[50] += 100;
    double[] found = Lowess.of(t, 30).smooth(dirty);
    assertEquals(clean[50], found[50], 0.01);
    assertTrue(Math.abs(Lowess.of(t, 30, 0, 0).smooth(dirty)[50] - clean[50]) > 1);
  }

  @Test
  void whereTheMedianResidualIsZeroASpikeAloneInItsNeighbourhoodIsKeptAsInStatsmodels() {
    double[] t = IntStream.range(0, 50).asDoubleStream().toArray();
    double[] y = new double[50];
    Arrays.fill(y, 7);
    y[25] = 8;
    assertArrayEquals(y, Lowess.of(t, 10).smooth(y), 1e-12);
    assertTrue(Lowess.of(t, 10, 0, 0).smooth(y)[25] < 7.5);
  }

  @Test
  void withinDeltaStraightLinesReplaceFits() {
    double[] t = IntStream.range(0, 101).asDoubleStream().toArray();
    double[] y = noise(101, Rng.of(3));
    double[] every = Lowess.of(t, 20, 0, 0).smooth(y);
    double[] found = Lowess.of(t, 20, 0, 10.5).smooth(y);
    for (int i = 0; i <= 100; i++) {
      int left = i / 10 * 10;
      double a = (i - left) / 10.0;
      double line = i == left ? every[i] : (1 - a) * every[left] + a * every[left + 10];
      assertEquals(line, found[i], 1e-12);
    }
  }

  @Test
  void deltaBeyondTheSeriesLeavesOneLineBetweenTheEnds() {
    double[] t = {0, 1, 2, 3, 4};
    double[] y = {1, 5, 2, 7, 3};
    double[] every = Lowess.of(t, 4, 0, 0).smooth(y);
    double[] found = Lowess.of(t, 4, 0, 1e9).smooth(y);
    for (int i = 0; i < 5; i++) {
      assertEquals(every[0] + i / 4.0 * (every[4] - every[0]), found[i], 1e-12);
    }
  }

  @Test
  void badOptionsAreRefused() {
    double[] t = {0, 1, 2, 3, 4};
    refuses("neighbours is 1: expected 2 to 5 (n)", () -> Lowess.of(t, 1));
    refuses("neighbours is 6: expected 2 to 5 (n)", () -> Lowess.of(t, 6));
    refuses("iterations is -1: expected at least 0", () -> Lowess.of(t, 3, -1, 0));
    refuses(
        "delta is NaN: expected a finite number, at least 0", () -> Lowess.of(t, 3, 3, Double.NaN));
    refuses(
        "y[2] is NaN: expected a finite number",
        () -> Lowess.of(t, 3).smooth(new double[] {0, 1, Double.NaN, 2, 3}));
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  private static void assertClose(double[] expected, double[] found) {
    double spread = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertArrayEquals(expected, found, 1e-10 * Math.max(1, spread));
  }

  /** The definition with a sort for the neighbours and ordinary sums. */
  private static double[] textbook(double[] t, double[] y, int k, int iterations) {
    int n = t.length;
    double[] robust = new double[n];
    Arrays.fill(robust, 1);
    double[] fit = new double[n];
    for (int pass = 0; pass <= iterations; pass++) {
      for (int i = 0; i < n; i++) {
        fit[i] = line(t, y, robust, k, i);
      }
      double[] r = IntStream.range(0, n).mapToDouble(i -> Math.abs(y[i] - fit[i])).toArray();
      double[] sorted = r.clone();
      Arrays.sort(sorted);
      double m = (sorted[n / 2] + sorted[(n - 1) / 2]) / 2;
      for (int i = 0; i < n; i++) {
        double u = m < 1e-12 ? (r[i] < 1e-12 ? 0 : 1) : Math.min(1, r[i] / (6 * m));
        robust[i] = Math.pow(1 - u * u, 2);
      }
    }
    return fit;
  }

  private static double line(double[] t, double[] y, double[] robust, int k, int i) {
    int[] nearest =
        IntStream.range(0, t.length)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> Math.abs(t[j] - t[i])))
            .limit(k)
            .mapToInt(j -> j)
            .toArray();
    double h = Math.abs(t[nearest[k - 1]] - t[i]);
    double s0 = 0;
    double mt = 0;
    double my = 0;
    int positive = 0;
    for (int j : nearest) {
      double w = robust[j] * Math.pow(1 - Math.pow(Math.abs(t[j] - t[i]) / h, 3), 3);
      s0 += w;
      mt += w * (t[j] - t[i]);
      my += w * y[j];
      positive += w > 1e-12 ? 1 : 0;
    }
    if (positive < 2) {
      return y[i];
    }
    mt /= s0;
    my /= s0;
    double c = 0;
    double cy = 0;
    for (int j : nearest) {
      double w = robust[j] * Math.pow(1 - Math.pow(Math.abs(t[j] - t[i]) / h, 3), 3);
      c += w * Math.pow(t[j] - t[i] - mt, 2);
      cy += w * (t[j] - t[i] - mt) * (y[j] - my);
    }
    return c > 1e-12 * s0 * h * h ? my - mt * cy / c : my;
  }
}
