package murmuration.math;

import java.util.Arrays;

/**
 * The divergence of Jensen and Shannon between two distributions over the same values, in bits: the
 * entropy of their even mixture less the mean of their entropies (Lin 1991, Divergence measures
 * based on the Shannon entropy, IEEE Transactions on Information Theory 37:145, eq. 4.1). It is 0
 * where they are equal, 1 where no value has weight in both, and symmetric.
 */
public final class JensenShannon {
  private static final double LN2 = Math.log(2);

  private JensenShannon() {}

  /**
   * The divergence in bits, 0 to 1.
   *
   * @param p weights of n values, not negative, with a finite sum above 0; they need not sum to 1
   * @param q weights of the same n values
   */
  public static double bits(double[] p, double[] q) {
    Arguments.finite("p", p, 1);
    Arguments.finite("q", q, 1);
    Arguments.sameLength("p", p, "q", q);
    double totalP = total("p", p);
    double totalQ = total("q", q);
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += share(p[i] / totalP, q[i] / totalQ);
    }
    return Math.clamp(sum / (2 * LN2), 0, 1);
  }

  /**
   * The divergence in bits of the shares of counts.
   *
   * @param a counts of n values, not negative, not all 0
   * @param b counts of the same n values
   */
  public static double bits(int[] a, int[] b) {
    Arguments.present("a", a);
    Arguments.present("b", b);
    return bits(
        Arrays.stream(a).asDoubleStream().toArray(), Arrays.stream(b).asDoubleStream().toArray());
  }

  private static double share(double p, double q) {
    return (p > 0 ? p * Math.log(2 * p / (p + q)) : 0)
        + (q > 0 ? q * Math.log(2 * q / (p + q)) : 0);
  }

  private static double total(String name, double[] weights) {
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      Arguments.require(weights[i] >= 0, "%s[%d] is %s: expected 0 or more", name, i, weights[i]);
      total += weights[i];
    }
    return Arguments.positive("sum of " + name, total);
  }
}
