package murmuration.warning.detection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;
import murmuration.warning.Window;

/**
 * An alarm from several indicators on a window that only grows: at each time each indicator is
 * measured on all of the record so far and standardised by the mean and sd of its own values so
 * far; their weighted sum rings where it leaves its own past (Drake and Griffen 2010, Early warning
 * signals of extinction in deteriorating environments; EWSmethods).
 *
 * <pre>{@code
 * CompositeSignal signal =
 *     CompositeIndex.of(x)
 *         .indicators(Indicators.CV, Indicators.SD, Indicators.arOls(), Indicators.acf(1))
 *         .burnIn(20)
 *         .threshold(2)
 *         .run();
 * }</pre>
 *
 * <p>Nothing is detrended: a smooth through the whole record would know the future. Defaults: cv,
 * sd and acf at lag 1, weights 1, a burn-in of 20 samples, 2 standard deviations, one-tailed,
 * against 100 AR(1) surrogates with seed 1. Over many times an alarm of 2 standard deviations rings
 * often by chance, so the result says how often surrogates ring. Each prefix is measured anew:
 * O(n^2) for n samples.
 *
 * @param series the record, at equal steps, finite
 * @param indicators what is measured on each prefix
 * @param weights one for each indicator, finite
 * @param burnIn samples in the first prefix, at least 3
 * @param threshold standard deviations above the running mean that ring
 * @param twoTailed whether as many below ring too
 * @param surrogates what chance alone would do
 */
public record CompositeIndex(
    TimeSeries series,
    List<Indicator> indicators,
    double[] weights,
    int burnIn,
    double threshold,
    boolean twoTailed,
    Surrogates surrogates) {
  private static final int BURN_IN = 20;
  private static final Window WHOLE = Window.fraction(1);

  /** Checks the description and keeps its own copies. */
  public CompositeIndex {
    Arguments.present("series", series);
    Arguments.finite("series", series.values(), 3);
    Arguments.equalSteps("series", series.times());
    indicators = Arguments.listed("indicators", indicators);
    Arguments.require(!indicators.isEmpty(), "indicators is empty: expected at least 1");
    Arguments.finite("weights", weights, 1);
    Arguments.require(
        weights.length == indicators.size(),
        "weights has %d values: expected one for each of %d indicators",
        weights.length,
        indicators.size());
    Arguments.require(burnIn >= 3, "burnIn is %d: expected at least 3 samples", burnIn);
    Arguments.positive("threshold", threshold);
    Arguments.present("surrogates", surrogates);
    weights = weights.clone();
  }

  /**
   * A record at equal steps with the defaults.
   *
   * @param x observations, oldest first, at least 3, finite
   */
  public static CompositeIndex of(double[] x) {
    Arguments.finite("x", x, 3);
    return of(TimeSeries.of(x));
  }

  /** The same for a record with times. */
  public static CompositeIndex of(TimeSeries series) {
    return new CompositeIndex(
        series,
        List.of(Indicators.CV, Indicators.SD, Indicators.acf(1)),
        new double[] {1, 1, 1},
        BURN_IN,
        2,
        false,
        Surrogates.ar1(100).seed(1));
  }

  @Override
  public double[] weights() {
    return weights.clone();
  }

  /** The same with other indicators, each of weight 1. */
  public CompositeIndex indicators(Indicator... values) {
    List<Indicator> list = Arguments.listed("indicators", values);
    double[] ones = new double[list.size()];
    Arrays.fill(ones, 1);
    return new CompositeIndex(series, list, ones, burnIn, threshold, twoTailed, surrogates);
  }

  /** The same with these weights, one for each indicator; a negative one counts a fall. */
  public CompositeIndex weights(double... values) {
    return new CompositeIndex(series, indicators, values, burnIn, threshold, twoTailed, surrogates);
  }

  /** The same with this many samples in the first prefix. */
  public CompositeIndex burnIn(int samples) {
    return new CompositeIndex(
        series, indicators, weights, samples, threshold, twoTailed, surrogates);
  }

  /** The same with an alarm beyond this many standard deviations. */
  public CompositeIndex threshold(double deviations) {
    return new CompositeIndex(
        series, indicators, weights, burnIn, deviations, twoTailed, surrogates);
  }

  /** The same with an alarm for a fall as well. */
  public CompositeIndex bothTails() {
    return new CompositeIndex(series, indicators, weights, burnIn, threshold, true, surrogates);
  }

  /** The same against another null. */
  public CompositeIndex against(Surrogates value) {
    return new CompositeIndex(series, indicators, weights, burnIn, threshold, twoTailed, value);
  }

  /**
   * Runs the analysis.
   *
   * @throws IllegalArgumentException where the record is not longer than the burn-in or constant
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public CompositeSignal run() {
    double[] x = series.values();
    Arguments.require(
        burnIn < x.length, "burnIn %d: expected less than the %d samples", burnIn, x.length);
    double[][] values = values(x);
    var alarm = alarm(values);
    double mean = Arrays.stream(x).average().orElse(0);
    double[] centred = Arrays.stream(x).map(v -> v - mean).toArray();
    var test =
        SurrogateTest.of(
            "furthest out, in sd",
            d -> alarm(values(Arrays.stream(d).map(v -> mean + v).toArray())).largest(),
            centred,
            surrogates);
    return new CompositeSignal(this, values, alarm, test);
  }

  /** {@code [indicator][prefix]}, the first prefix of length burnIn. */
  private double[][] values(double[] x) {
    int times = x.length - burnIn + 1;
    double[][] values = new double[indicators.size()][times];
    for (int j = 0; j < times; j++) {
      Interruption.check("the composite index");
      double[] prefix = Arrays.copyOf(x, burnIn + j);
      for (int k = 0; k < values.length; k++) {
        values[k][j] = indicators.get(k).rolling(prefix, WHOLE)[prefix.length - 1];
      }
    }
    return values;
  }

  /** An indicator that has not moved yet, or has no value, stands at 0. */
  static double[] standardised(double[] values) {
    var past = new RunningMoments();
    return Arrays.stream(values)
        .map(
            value -> {
              past.add(value);
              double score = (value - past.mean()) / past.sd();
              return Double.isFinite(score) ? score : 0;
            })
        .toArray();
  }

  private ExpandingAlarm alarm(double[][] values) {
    double[] sum = new double[values[0].length];
    for (int k = 0; k < values.length; k++) {
      double[] scores = standardised(values[k]);
      for (int j = 0; j < sum.length; j++) {
        sum[j] += weights[k] * scores[j];
      }
    }
    return ExpandingAlarm.of(sum, threshold, twoTailed);
  }

  /** The times of the prefixes' ends. */
  double[] times() {
    double[] t = series.times();
    return IntStream.range(burnIn - 1, t.length).mapToDouble(i -> t[i]).toArray();
  }
}
