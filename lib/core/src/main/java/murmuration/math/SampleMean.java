package murmuration.math;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The mean of independent numbers, such as one of each run of an ensemble, and how well it is
 * known.
 *
 * @param n how many, at least 1
 * @param mean their mean
 * @param sd their standard deviation (n - 1); NaN for one
 * @param min the lowest
 * @param max the highest
 */
public record SampleMean(int n, double mean, double sd, double min, double max) {
  /** Checks that there is a number. */
  public SampleMean {
    Arguments.require(n >= 1, "n is %d: expected at least 1", n);
  }

  /**
   * The mean of these.
   *
   * @param values length at least 1, finite
   */
  public static SampleMean of(double[] values) {
    Arguments.finite("values", values, 1);
    double mean = StatUtils.mean(values);
    return new SampleMean(
        values.length,
        mean,
        values.length == 1 ? Double.NaN : Math.sqrt(StatUtils.variance(values, mean)),
        Arrays.stream(values).min().orElseThrow(),
        Arrays.stream(values).max().orElseThrow());
  }

  /** Standard error of the mean, {@code sd / sqrt(n)}; NaN for one number. */
  public double standardError() {
    return sd / Math.sqrt(n);
  }

  /** Lower end of the interval of the mean by Student's t at a level, such as 0.95. */
  public double low(double level) {
    return mean - reach(level);
  }

  /** Upper end of the interval of the mean by Student's t at a level, such as 0.95. */
  public double high(double level) {
    return mean + reach(level);
  }

  private double reach(double level) {
    double share = 0.5 + Arguments.level(level) / 2;
    return n == 1
        ? Double.NaN
        : new TDistribution(null, n - 1.0).inverseCumulativeProbability(share) * standardError();
  }
}
