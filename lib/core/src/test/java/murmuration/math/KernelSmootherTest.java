package murmuration.math;

import static murmuration.math.SmoothersTest.noise;
import static murmuration.math.SmoothersTest.times;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KernelSmootherTest {
  @Property(tries = 200)
  void itIsTheWeightedMeanOfAllWithinFourStandardDeviations(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 100) int n,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double b) {
    var rng = Rng.of(seed);
    double[] t = times(n, rng);
    double[] y = noise(n, rng);
    double s = 0.3706506 * b;
    double[] expected = new double[n];
    for (int i = 0; i < n; i++) {
      double top = 0;
      double bottom = 0;
      for (int j = 0; j < n; j++) {
        double z = (t[j] - t[i]) / s;
        double w = Math.abs(z) <= 4 ? Math.exp(-z * z / 2) : 0;
        top += w * y[j];
        bottom += w;
      }
      expected[i] = top / bottom;
    }
    assertArrayEquals(expected, KernelSmoother.of(t, b).smooth(y), 1e-10);
  }

  @Test
  void aNarrowKernelGivesTheSeriesBack() {
    double[] t = {0, 1, 2, 3};
    double[] y = {3, 1, 4, 1};
    assertArrayEquals(y, KernelSmoother.of(t, 0.5).smooth(y));
  }

  @Test
  void badBandwidthsAreRefused() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> KernelSmoother.of(new double[] {0, 1}, -1));
    assertEquals("bandwidth is -1.0: expected a finite number above 0", e.getMessage());
  }
}
