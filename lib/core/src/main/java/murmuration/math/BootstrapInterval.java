package murmuration.math;

import java.util.Arrays;

/**
 * An interval from resampled estimates (Efron 1987, Better bootstrap confidence intervals, Journal
 * of the American Statistical Association 82:171).
 *
 * @param low lower end
 * @param high upper end
 * @param level its level, such as 0.95
 * @param bias how far the median of the draws is off the estimate, in standard normal units (z0); 0
 *     of a percentile interval
 * @param acceleration how fast the standard error changes with the estimate; 0 of a percentile
 *     interval
 */
public record BootstrapInterval(
    double low, double high, double level, double bias, double acceleration) {
  /** Checks the level. */
  public BootstrapInterval {
    level(level);
  }

  /**
   * The percentile interval: the quantiles (type 7) of the draws that leave half of {@code 1 -
   * level} on either side.
   *
   * @param draws resampled estimates, length B of at least 2, finite
   */
  public static BootstrapInterval percentile(double[] draws, double level) {
    return of(sorted(draws), level(level), 0, 0);
  }

  /**
   * The bias-corrected and accelerated interval. The bias is the normal quantile of the share of
   * draws below the estimate, equal ones counting half; where all draws lie on one side, half a
   * draw is taken to lie on the other.
   *
   * @param estimate the estimate on the full sample
   * @param draws resampled estimates, length B of at least 2, finite
   * @param jackknife the estimate without each point (or cluster) in turn, length at least 2,
   *     finite
   */
  public static BootstrapInterval bca(
      double estimate, double[] draws, double[] jackknife, double level) {
    double[] sorted = sorted(draws);
    level(level);
    Arguments.require(
        Double.isFinite(estimate), "estimate is %s: expected a finite number", estimate);
    double below = 0;
    for (double draw : sorted) {
      below += draw < estimate ? 1 : draw == estimate ? 0.5 : 0;
    }
    double half = 0.5 / sorted.length;
    double bias = 0 + Normal.quantile(Math.clamp(below / sorted.length, half, 1 - half));
    return of(sorted, level, bias, acceleration(jackknife));
  }

  /** {@code sum d^3 / (6 (sum d^2)^1.5)} with d the mean less the value; 0 where all are equal. */
  static double acceleration(double[] jackknife) {
    Arguments.finite("jackknife", jackknife, 2);
    double mean = Arrays.stream(jackknife).average().orElseThrow();
    double largest = Arrays.stream(jackknife).map(v -> Math.abs(mean - v)).max().orElseThrow();
    if (largest == 0) {
      return 0;
    }
    double squares = 0;
    double cubes = 0;
    for (double value : jackknife) {
      double d = (mean - value) / largest;
      squares += d * d;
      cubes += d * d * d;
    }
    return cubes / (6 * squares * Math.sqrt(squares));
  }

  private static BootstrapInterval of(
      double[] sorted, double level, double bias, double acceleration) {
    double tail = (1 - level) / 2;
    return new BootstrapInterval(
        Quantile.ofSorted(sorted, sorted.length, adjusted(tail, bias, acceleration)),
        Quantile.ofSorted(sorted, sorted.length, adjusted(1 - tail, bias, acceleration)),
        level,
        bias,
        acceleration);
  }

  private static double adjusted(double share, double bias, double acceleration) {
    if (bias == 0 && acceleration == 0) {
      return share;
    }
    double z = bias + Normal.quantile(share);
    double stretch = 1 - acceleration * z;
    return stretch > 0 ? Normal.cumulative(bias + z / stretch) : z > 0 ? 1 : 0;
  }

  private static double[] sorted(double[] draws) {
    Arguments.finite("draws", draws, 2);
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double level(double level) {
    Arguments.require(level > 0 && level < 1, "level is %s: expected between 0 and 1", level);
    return level;
  }
}
