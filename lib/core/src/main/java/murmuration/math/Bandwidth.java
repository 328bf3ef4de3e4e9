package murmuration.math;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Rules of thumb for the bandwidth of a Gaussian kernel density, as R names them: {@code c min(s, q
 * / 1.34) n^(-1/5)}, s the standard deviation (n - 1), q the interquartile range (type 7). Where q
 * is 0, as for a series with many equal values, s takes its place.
 */
public enum Bandwidth {
  /** c = 0.9 (Silverman 1986, Density estimation, eq. 3.31): R's bw.nrd0. */
  NRD0(0.9),
  /** c = 1.06 (Scott 1992, Multivariate density estimation): R's bw.nrd. */
  NRD(1.06);

  private static final double NORMAL_RANGE = 1.34;

  private final double factor;

  Bandwidth(double factor) {
    this.factor = factor;
  }

  /**
   * The bandwidth for a sample.
   *
   * @param x sample in any order, length n of at least 2, finite and not constant
   * @return the standard deviation of the kernel, in the unit of x, above 0
   * @throws IllegalArgumentException if the sample is none of that, or varies so little or so much
   *     that its variance is not a number above 0
   */
  public double of(double[] x) {
    Arguments.finite("x", x, 2);
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    Arguments.require(
        sorted[0] < sorted[n - 1], "x is constant (%s): expected values that vary", sorted[0]);
    double sd = Math.sqrt(StatUtils.variance(sorted));
    double range = Quantile.ofSorted(sorted, n, 0.75) - Quantile.ofSorted(sorted, n, 0.25);
    double spread = range > 0 ? Math.min(sd, range / NORMAL_RANGE) : sd;
    double bandwidth = factor * spread * Math.pow(n, -0.2);
    Arguments.require(
        bandwidth > 0 && Double.isFinite(sd),
        "x has a standard deviation of %s: expected a finite number above 0",
        sd);
    return bandwidth;
  }
}
