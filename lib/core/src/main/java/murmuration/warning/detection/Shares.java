package murmuration.warning.detection;

import org.apache.commons.math3.distribution.BetaDistribution;

/** Intervals of a share. */
final class Shares {
  private Shares() {}

  /**
   * The interval of Clopper and Pearson (1934) for k of n; k need not be whole, which ties make it.
   *
   * @return low and high; 0 to 1 for n = 0
   */
  static double[] interval(double k, double n, double level) {
    double tail = (1 - level) / 2;
    return new double[] {
      k <= 0 ? 0 : quantile(k, n - k + 1, tail), k >= n ? 1 : quantile(k + 1, n - k, 1 - tail)
    };
  }

  private static double quantile(double a, double b, double p) {
    return new BetaDistribution(null, a, b).inverseCumulativeProbability(p);
  }
}
