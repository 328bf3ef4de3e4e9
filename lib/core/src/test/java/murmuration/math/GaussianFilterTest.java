package murmuration.math;

import static murmuration.math.SmoothersTest.noise;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GaussianFilterTest {
  @Property(tries = 300)
  void itEqualsTheDirectSumHoweverOftenTheKernelIsMirrored(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int n,
      @ForAll @DoubleRange(min = 0.01, max = 2) double share) {
    double[] y = noise(n, Rng.of(seed));
    double largest = Arrays.stream(y).map(Math::abs).max().orElseThrow();
    double sigma = share * n;
    assertArrayEquals(
        direct(y, sigma), GaussianFilter.of(n, sigma).smooth(y), 1e-12 * (1 + largest));
  }

  @Test
  void itEqualsTheDirectSumForPrimeAndLongLengths() {
    for (int n : new int[] {997, 4096, 10_000, 10_007}) {
      double[] y = noise(n, Rng.of(n));
      assertArrayEquals(direct(y, 0.074 * n), GaussianFilter.of(n, 0.074 * n).smooth(y), 1e-11);
    }
  }

  @Test
  void anImpulseAtTheEndIsMirroredOnTheHalfSample() {
    // sigma = 0.5 reaches 2 samples: weights exp(-2), exp(-8) either side.
    double near = Math.exp(-2);
    double far = Math.exp(-8);
    double whole = 1 + 2 * (near + far);
    double[] expected = {(1 + near) / whole, (near + far) / whole, far / whole, 0, 0};
    assertArrayEquals(
        expected, GaussianFilter.of(5, 0.5).smooth(new double[] {1, 0, 0, 0, 0}), 1e-15);
  }

  @Test
  void aKernelMuchLongerThanTheSeriesGivesItsMean() {
    double[] y = {1, 5, 2, 8};
    assertArrayEquals(new double[] {4, 4, 4, 4}, GaussianFilter.of(4, 400).smooth(y), 1e-5);
  }

  @Property(tries = 100)
  void missingValuesAreLeftOutAndTheOthersShareTheirWeight(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.5, max = 20) double sigma) {
    var rng = Rng.of(seed);
    double[] y = noise(60, rng);
    double[] present = new double[60];
    for (int i = 0; i < 60; i++) {
      present[i] = rng.nextDouble() < 0.3 && i > 0 ? 0 : 1;
    }
    double[] holes = y.clone();
    double[] zeroed = y.clone();
    for (int i = 0; i < 60; i++) {
      holes[i] = present[i] == 1 ? y[i] : Double.NaN;
      zeroed[i] = present[i] * y[i];
    }
    double[] top = direct(zeroed, sigma);
    double[] bottom = direct(present, sigma);
    double[] found = GaussianFilter.of(60, sigma).smooth(holes);
    for (int i = 0; i < 60; i++) {
      assertEquals(present[i] == 1 ? top[i] / bottom[i] : Double.NaN, found[i], 1e-10);
    }
  }

  @Test
  void transformsStartNoThreadsOfTheirOwn() {
    var before = Thread.getAllStackTraces().keySet();
    for (int n : new int[] {1 << 16, 65_537, 100_000}) {
      GaussianFilter.of(n, 100).smooth(new double[n]);
      new Spectrum(n).forward(new double[n]);
    }
    var after = new HashSet<>(Thread.getAllStackTraces().keySet());
    after.removeAll(before);
    after.removeIf(thread -> !thread.getName().startsWith("pool-"));
    assertEquals(Set.of(), after);
  }

  @Test
  void badWidthsAreRefused() {
    refuses("n is 0: expected at least 1", () -> GaussianFilter.of(0, 1));
    refuses("sigma is 0.0: expected a finite number above 0", () -> GaussianFilter.of(9, 0));
    refuses(
        "sigma is NaN: expected a finite number above 0", () -> GaussianFilter.of(9, Double.NaN));
    refuses(
        "sigma is 1.0E9: expected at most 1.0E7 (n = 1000000)",
        () -> GaussianFilter.of(1_000_000, 1e9));
    refuses("sigma is 1.0E9: expected at most 9000.0 (n = 9)", () -> GaussianFilter.of(9, 1e9));
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  private static double[] direct(double[] y, double sigma) {
    int n = y.length;
    int reach = (int) Math.floor(4 * sigma + 0.5);
    double[] smooth = new double[n];
    for (int i = 0; i < n; i++) {
      double weights = 0;
      double sum = 0;
      for (int k = -reach; k <= reach; k++) {
        double w = Math.exp(-(double) k * k / (2 * sigma * sigma));
        int j = Math.floorMod(i + k, 2 * n);
        sum += w * y[j < n ? j : 2 * n - 1 - j];
        weights += w;
      }
      smooth[i] = sum / weights;
    }
    return smooth;
  }
}
