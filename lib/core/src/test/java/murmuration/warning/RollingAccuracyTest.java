package murmuration.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import murmuration.math.Rng;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Rolling sums against two passes over every window. */
class RollingAccuracyTest {
  private static double[] noise(RandomGenerator random, int n, double mean, double sd) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = mean + sd * random.nextGaussian();
    }
    return x;
  }

  private static void compare(
      Indicator indicator,
      double[] x,
      Window window,
      ToDoubleFunction<double[]> reference,
      double relative,
      double absolute) {
    Spans spans = Spans.of(window, x.length);
    double[] found = indicator.rolling(x, window);
    for (int k = 0; k < spans.size(); k++) {
      double[] part = Arrays.copyOfRange(x, spans.from()[k], spans.to()[k]);
      double expected = reference.applyAsDouble(part);
      double actual = found[spans.at()[k]];
      double delta = Math.max(absolute, relative * Math.abs(expected));
      assertTrue(
          Double.compare(expected, actual) == 0 || Math.abs(expected - actual) <= delta,
          indicator + " at " + spans.at()[k] + ": expected " + expected + ", found " + actual);
    }
  }

  private static void compareAll(double[] x, Window window, double relative) {
    compare(Indicators.VARIANCE, x, window, TwoPass::variance, relative, 0);
    compare(Indicators.SKEWNESS_MOMENT, x, window, TwoPass::skewness, relative, relative);
    compare(Indicators.KURTOSIS_MOMENT, x, window, TwoPass::kurtosis, relative, 0);
    for (Autocorrelation definition :
        new Autocorrelation[] {
          Autocorrelation.PEARSON, Autocorrelation.ACF, Autocorrelation.AR_OLS
        }) {
      compare(
          Indicators.ac(1, definition),
          x,
          window,
          part -> TwoPass.autocorrelation(part, 1, definition),
          relative,
          relative);
    }
  }

  @Example
  void varianceOnAnOffsetOf1e9WithSd1e_3AgreesWithTwoPassesTo1e_10() {
    double[] x = noise(Rng.of(1), 3000, 1e9, 1e-3);
    compareAll(x, Window.points(250), 1e-10);
  }

  @Example
  void aWindowFarFromTheMeanOfTheSeriesKeepsItsDigits() {
    double[] x = noise(Rng.of(2), 4000, 0, 1e-3);
    for (int i = 2000; i < 4000; i++) {
      x[i] += 1e4;
    }
    compare(Indicators.VARIANCE, x, Window.points(100), TwoPass::variance, 1e-10, 0);
    compare(Indicators.KURTOSIS_MOMENT, x, Window.points(100), TwoPass::kurtosis, 1e-10, 0);
  }

  /**
   * A rule that renews the base only where {@code S2 < 1e-8 sum (x-c)^2} loses eight digits first:
   * after this jump, in the middle between two regular renewals, the ratio is 2e-8.
   */
  @Example
  void eightDigitsOfCancellationAreTooMany() {
    double[] x = noise(Rng.of(3), 4000, 0, 1e-3);
    for (int i = 0; i < 4000; i++) {
      x[i] += i < 2050 ? -3.5 : 3.5;
    }
    Window window = Window.points(100);
    compare(Indicators.VARIANCE, x, window, TwoPass::variance, 1e-10, 0);
    compare(
        Indicators.AC1,
        x,
        window,
        part -> TwoPass.autocorrelation(part, 1, Autocorrelation.PEARSON),
        1e-10,
        1e-10);
  }

  @Example
  void aSpikeLeavesNothingBehind() {
    double[] x = noise(Rng.of(4), 1000, 0, 1);
    x[300] = 1e12;
    Window window = Window.points(50);
    double[] clean = x.clone();
    clean[300] = 0;
    double[] with = Indicators.KURTOSIS.rolling(x, window);
    double[] without = Indicators.KURTOSIS.rolling(clean, window);
    for (int i = 350; i < 1000; i++) {
      assertEquals(without[i], with[i], 1e-10 * Math.abs(without[i]) + 1e-10);
    }
  }

  @Property(tries = 60)
  void everyMomentAndAutocorrelationAgreesWithTwoPasses(
      @ForAll long seed,
      @ForAll @IntRange(min = 5, max = 60) int w,
      @ForAll @IntRange(min = 0, max = 6) int exponent,
      @ForAll @IntRange(min = 1, max = 9) int stride,
      @ForAll boolean centred) {
    RandomGenerator random = Rng.of(seed);
    double[] x = noise(random, 160, Math.pow(10, exponent), 1);
    for (int i = 1; i < x.length; i++) {
      x[i] += 0.7 * (x[i - 1] - Math.pow(10, exponent));
    }
    Window window =
        Window.points(w)
            .stride(stride)
            .align(centred ? Window.Alignment.CENTRED : Window.Alignment.RIGHT);
    compareAll(x, window, 1e-9);
    compare(
        Indicators.ac(2),
        x,
        window,
        part ->
            part.length < 4
                ? Double.NaN
                : TwoPass.autocorrelation(part, 2, Autocorrelation.PEARSON),
        1e-9,
        1e-9);
    compare(
        Indicators.arRaw(),
        x,
        window,
        part -> TwoPass.autocorrelation(part, 1, Autocorrelation.AR_RAW),
        1e-9,
        0);
  }

  @Property(tries = 40)
  void sampleEntropyAgreesWithCountingEveryPairOfEveryWindow(
      @ForAll long seed,
      @ForAll @IntRange(min = 5, max = 40) int w,
      @ForAll @IntRange(min = 0, max = 3) int m,
      @ForAll @IntRange(min = 1, max = 5) int stride) {
    double[] x = noise(Rng.of(seed), 100, 3, 1);
    for (int i = 1; i < x.length; i++) {
      x[i] = 0.8 * x[i - 1] + (1 + i / 30.0) * x[i];
    }
    Window window = Window.points(w).stride(stride);
    compare(
        Indicators.sampleEntropy(m), x, window, part -> TwoPass.sampleEntropy(part, m), 1e-14, 0);
  }

  @Property(tries = 40)
  void quantilesAgreeWithSortingEveryWindow(
      @ForAll long seed, @ForAll @IntRange(min = 3, max = 40) int w, @ForAll boolean rounded) {
    double[] x = noise(Rng.of(seed), 120, 0, 2);
    if (rounded) {
      x = Arrays.stream(x).map(Math::rint).toArray();
    }
    compare(
        Indicators.IQR,
        x,
        Window.points(w),
        part -> {
          double[] sorted = part.clone();
          Arrays.sort(sorted);
          return type7(sorted, 0.75) - type7(sorted, 0.25);
        },
        0,
        1e-12);
    compare(
        Indicators.MAX, x, Window.points(w), part -> Arrays.stream(part).max().orElseThrow(), 0, 0);
    compare(
        Indicators.MEAN_ABS,
        x,
        Window.points(w),
        part -> Arrays.stream(part).map(Math::abs).average().orElseThrow(),
        1e-13,
        0);
  }

  private static double type7(double[] sorted, double p) {
    double h = (sorted.length - 1) * p;
    int low = (int) Math.floor(h);
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (h - low) * (sorted[high] - sorted[low]);
  }
}
