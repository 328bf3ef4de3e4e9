package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What all smoothers share, at times with any spacing. */
class SmoothersTest {
  private static final Function<double[], Smoother> BLEND =
      t -> Loess.blended(t, Math.min(1, Math.max(0.5, 8.0 / t.length)), 2);

  private static final List<Function<double[], Smoother>> LOCAL =
      List.of(
          t -> Lowess.of(t, Math.max(4, t.length / 3)),
          t -> Lowess.of(t, t.length, 0, 0),
          t -> Loess.of(t, Math.min(1, Math.max(0.5, 6.0 / t.length)), 1),
          t -> Loess.of(t, Math.min(1, Math.max(0.5, 8.0 / t.length)), 2),
          BLEND,
          LinearFit::of);

  private static final List<Function<double[], Smoother>> ALL =
      List.of(
          LOCAL.get(0),
          LOCAL.get(1),
          LOCAL.get(2),
          LOCAL.get(3),
          LOCAL.get(4),
          LOCAL.get(5),
          t -> KernelSmoother.of(t, 0.2 * (t[t.length - 1] - t[0])),
          t -> GaussianFilter.of(t.length, 0.1 * t.length));

  @Property(tries = 100)
  void localLinesReproduceALine(
      @ForAll long seed,
      @ForAll @IntRange(min = 8, max = 200) int n,
      @ForAll @DoubleRange(min = -5, max = 5) double slope) {
    double[] t = times(n, Rng.of(seed));
    double[] y = Arrays.stream(t).map(v -> 3 + slope * v).toArray();
    double tolerance = 1e-9 * spread(y) + 1e-12;
    for (var smoother : LOCAL) {
      assertArrayEquals(y, smoother.apply(t).smooth(y), tolerance);
    }
  }

  @Property(tries = 50)
  void everySmootherReproducesAConstant(
      @ForAll long seed,
      @ForAll @IntRange(min = 8, max = 100) int n,
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double c) {
    double[] t = times(n, Rng.of(seed));
    double[] y = new double[n];
    Arrays.fill(y, c);
    for (var smoother : ALL) {
      assertArrayEquals(y, smoother.apply(t).smooth(y), 1e-15 * Math.abs(c));
    }
  }

  @Property(tries = 100)
  void everySmootherFollowsAShiftAndAScaleOfTheValues(
      @ForAll long seed,
      @ForAll @IntRange(min = 8, max = 150) int n,
      @ForAll @DoubleRange(min = -1e3, max = 1e3) double shift,
      @ForAll @DoubleRange(min = 0.01, max = 100) double scale) {
    var rng = Rng.of(seed);
    double[] t = times(n, rng);
    double[] y = noise(n, rng);
    double[] moved = Arrays.stream(y).map(v -> shift + scale * v).toArray();
    for (var smoother : ALL) {
      double[] expected =
          Arrays.stream(smoother.apply(t).smooth(y)).map(v -> shift + scale * v).toArray();
      assertArrayEquals(expected, smoother.apply(t).smooth(moved), 1e-8 * (scale + 1));
    }
  }

  @Property(tries = 100)
  void everySmootherIsTheSameWithTimeReversedButTheBlendWhichCutsItsCellsFromTheLeft(
      @ForAll long seed, @ForAll @IntRange(min = 8, max = 150) int n) {
    var rng = Rng.of(seed);
    double[] t = times(n, rng);
    double[] y = noise(n, rng);
    double[] back = Arrays.stream(reversed(t)).map(v -> -v).toArray();
    for (var smoother : ALL) {
      if (smoother == BLEND) {
        continue;
      }
      double[] expected = reversed(smoother.apply(t).smooth(y));
      assertArrayEquals(expected, smoother.apply(back).smooth(reversed(y)), 1e-8);
    }
  }

  @Property(tries = 50)
  void anOffsetOfABillionCostsNoMoreThanItsOwnRounding(@ForAll long seed) {
    var rng = Rng.of(seed);
    double[] t = times(300, rng);
    double[] y = noise(300, rng);
    double[] far = Arrays.stream(y).map(v -> v + 0x1p30).toArray();
    double[] near = Arrays.stream(far).map(v -> v - 0x1p30).toArray();
    for (var smoother : ALL) {
      double[] expected = smoother.apply(t).smooth(near);
      double[] found = smoother.apply(t).smooth(far);
      assertArrayEquals(expected, Arrays.stream(found).map(v -> v - 0x1p30).toArray(), 2e-6);
    }
  }

  @Test
  void aPreparedSmootherKeepsItsOwnTimes() {
    for (var smoother : ALL) {
      double[] t = times(30, Rng.of(1));
      double[] y = noise(30, Rng.of(2));
      var prepared = smoother.apply(t);
      double[] before = prepared.smooth(y);
      Arrays.fill(t, -1);
      assertArrayEquals(before, prepared.smooth(y));
    }
  }

  @Test
  void valuesThatDoNotFitTheTimesAreRefused() {
    double[] t = times(30, Rng.of(1));
    for (var smoother : ALL) {
      var prepared = smoother.apply(t);
      assertThrows(IllegalArgumentException.class, () -> prepared.smooth(new double[29]));
      assertThrows(IllegalArgumentException.class, () -> prepared.smooth(new double[0]));
      double[] infinite = new double[30];
      infinite[7] = Double.POSITIVE_INFINITY;
      String message =
          assertThrows(IllegalArgumentException.class, () -> prepared.smooth(infinite))
              .getMessage();
      assertEquals("y[7] is Infinity: expected a finite number", message);
    }
  }

  @Test
  void timesThatAreNotIncreasingAreRefused() {
    double[] t = {0, 1, 2, 2, 3, 4, 5, 6, 7, 8};
    for (var smoother : ALL.subList(0, 7)) {
      assertEquals(
          "t[3] = 2.0 follows 2.0: expected strictly increasing values",
          assertThrows(IllegalArgumentException.class, () -> smoother.apply(t)).getMessage());
    }
  }

  /** Strictly increasing times whose steps span four orders of magnitude. */
  static double[] times(int n, RandomGenerator rng) {
    double[] t = new double[n];
    double now = rng.nextDouble(-100, 100);
    for (int i = 0; i < n; i++) {
      t[i] = now;
      now += Math.pow(10, rng.nextDouble(-3, 1));
    }
    return t;
  }

  static double[] noise(int n, RandomGenerator rng) {
    double[] y = new double[n];
    double state = 0;
    for (int i = 0; i < n; i++) {
      state = 0.8 * state + rng.nextGaussian();
      y[i] = state;
    }
    return y;
  }

  static double[] reversed(double[] x) {
    double[] back = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      back[i] = x[x.length - 1 - i];
    }
    return back;
  }

  private static double spread(double[] y) {
    return Arrays.stream(y).max().orElseThrow() - Arrays.stream(y).min().orElseThrow();
  }
}
