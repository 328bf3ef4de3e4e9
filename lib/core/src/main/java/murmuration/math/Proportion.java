package murmuration.math;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * k successes of n trials, and what they tell of the chance of one.
 *
 * <pre>{@code
 * double[] interval = new Proportion(3, 200).clopperPearson(0.95);
 * }</pre>
 *
 * <p>{@link #clopperPearson} covers at least its level for every true chance and is therefore often
 * wide; {@link #wilson} covers its level on average over chances, and less for some. Neither is
 * empty at k = 0 or k = n, where the usual {@code p ± z sqrt(p(1-p)/n)} has no width.
 *
 * @param successes k, from 0 to n; it need not be whole, which ties and means make it
 * @param trials n, from 0 to 2147483647; where it is 0 every interval is 0 to 1
 */
public record Proportion(double successes, double trials) {
  private static final double ROUNDING = 1e-9;
  private static final double ACCURACY = Double.MIN_NORMAL;

  /** Checks the counts; what lies outside by a rounding error is taken in. */
  public Proportion {
    Arguments.within("trials", trials, 0, Integer.MAX_VALUE);
    double slack = ROUNDING * Math.max(1, trials);
    Arguments.within("successes", successes, -slack, trials + slack);
    successes = Math.clamp(successes, 0, trials);
  }

  /** The share k/n; NaN where nothing was tried. */
  public double share() {
    return successes / trials;
  }

  /**
   * The exact interval of Clopper and Pearson (1934): the chances under which neither as many nor
   * as few successes are rarer than half of {@code 1 - level}.
   *
   * @param level coverage, above 0 and below 1, such as 0.95
   * @return low and high
   */
  public double[] clopperPearson(double level) {
    double tail = tail(level);
    double failures = trials - successes;
    return new double[] {
      quantile(successes, failures + 1, tail), quantile(successes + 1, failures, 1 - tail)
    };
  }

  /**
   * The score interval of Wilson (1927): the chances that a normal test with its own variance would
   * not reject.
   *
   * @param level coverage, above 0 and below 1, such as 0.95
   * @return low and high
   */
  public double[] wilson(double level) {
    double z = -Normal.quantile(tail(level));
    if (trials == 0) {
      return new double[] {0, 1};
    }
    double p = share();
    double square = z * z / trials;
    double centre = p + square / 2;
    double half = z * Math.sqrt((p * (1 - p) + square / 4) / trials);
    return new double[] {
      successes == 0 ? 0 : Math.max(0, (centre - half) / (1 + square)),
      successes == trials ? 1 : Math.min(1, (centre + half) / (1 + square))
    };
  }

  /**
   * The exact interval where trials went on until the k-th success came (Haldane 1945), so that n
   * and not k was left to chance.
   *
   * @param level coverage, above 0 and below 1, such as 0.95
   * @return low and high
   * @throws IllegalArgumentException where k is 0: trials cannot have ended
   */
  public double[] untilSuccesses(double level) {
    Arguments.require(successes > 0, "successes is 0: expected at least 1, which ends the trials");
    double tail = tail(level);
    double failures = trials - successes;
    return new double[] {
      quantile(successes, failures + 1, tail), quantile(successes, failures, 1 - tail)
    };
  }

  private static double tail(double level) {
    return (1 - Arguments.level(level)) / 2;
  }

  /** The quantile of a beta distribution, whose mass lies at an end where a or b is 0. */
  private static double quantile(double a, double b, double p) {
    if (a <= 0 || b <= 0) {
      return a <= 0 ? 0 : 1;
    }
    return new BetaDistribution(null, a, b, ACCURACY).inverseCumulativeProbability(p);
  }
}
