package murmuration.math;

import org.apache.commons.math3.special.Erf;

/** The standard normal distribution, accurate in the tails. */
public final class Normal {
  /** Below this the inverse of erfc, taken as that of 1 - erf, has lost its digits. */
  private static final double TAIL = 1e-5;

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
    return p > 0 && p < TAIL ? tail(p) : -Math.sqrt(2) * Erf.erfcInv(2 * p);
  }

  /** Newton's method on the logarithm of the distribution, which is nearly a parabola there. */
  private static double tail(double p) {
    double z = -Math.sqrt(-2 * Math.log(p));
    for (int i = 0; i < 20; i++) {
      double share = cumulative(z);
      double density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
      double step = Math.log(share / p) * share / density;
      z -= step;
      if (Math.abs(step) < 1e-15 * Math.abs(z)) {
        break;
      }
    }
    return z;
  }
}
