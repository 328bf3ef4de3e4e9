package murmuration.math;

import org.apache.commons.math3.special.Erf;

/** The standard normal distribution, accurate in the tails. */
public final class Normal {
  private Normal() {}

  /** {@code P(|Z| >= |z|)}; NaN for NaN. */
  public static double twoSided(double z) {
    return Erf.erfc(Math.abs(z) / Math.sqrt(2));
  }

  /** {@code P(Z <= z)}. */
  public static double cumulative(double z) {
    return 0.5 * Erf.erfc(-z / Math.sqrt(2));
  }

  /** The z with {@code P(Z <= z) = p}. */
  public static double quantile(double p) {
    Arguments.within("p", p, 0, 1);
    return -Math.sqrt(2) * Erf.erfcInv(2 * p);
  }
}
