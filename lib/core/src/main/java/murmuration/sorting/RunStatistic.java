package murmuration.sorting;

import murmuration.math.Arguments;
import murmuration.math.Normal;

/**
 * One quantity over the runs of an ensemble.
 *
 * @param quantity what it is
 * @param runs how many, n
 * @param mean mean over runs
 * @param sd standard deviation over runs (n - 1); NaN for one run
 * @param min lowest of all runs
 * @param max highest of all runs
 */
public record RunStatistic(
    RunQuantity quantity, long runs, double mean, double sd, double min, double max) {
  /** Checks that there is a run. */
  public RunStatistic {
    Arguments.present("quantity", quantity);
    Arguments.require(runs >= 1, "runs is %d: expected 1 or more", runs);
  }

  /** Standard error of the mean, {@code sd / sqrt(n)}. */
  public double standardError() {
    return sd / Math.sqrt((double) runs);
  }

  /** Lower end of the normal confidence interval of the mean at a level, such as 0.95. */
  public double low(double level) {
    return mean - reach(level);
  }

  /** Upper end of the normal confidence interval of the mean at a level, such as 0.95. */
  public double high(double level) {
    return mean + reach(level);
  }

  private double reach(double level) {
    Arguments.require(level > 0 && level < 1, "level is %s: expected above 0 to below 1", level);
    return Normal.quantile(0.5 + level / 2) * standardError();
  }
}
