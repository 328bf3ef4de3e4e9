package murmuration.scaling.pass;

import murmuration.math.Interruption;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * The mean of a ratio of rising factorials over a binomial count. It is Gauss's function in a form
 * without cancellation: Pfaff's transformation turns {@code 2F1(-m, a; a+b; s)} into {@code sum_j
 * C(m,j) s^j (1-s)^(m-j) (b)_j/(a+b)_j}, in which every term is positive.
 */
final class BinomialMean {
  private static final double NEGLIGIBLE = 1e-18;

  private final int m;
  private final double odds;
  private final double b;
  private final double top;

  private BinomialMean(int m, double s, double b, double a) {
    this.m = m;
    this.odds = s / (1 - s);
    this.b = b;
    this.top = a + b;
  }

  /**
   * The logarithm of {@code 2F1(-m, a; a+b; s)}.
   *
   * @param m trials, 0 or more
   * @param s chance, above 0, at most 1
   * @param b above 0
   * @param a above 0
   */
  static double logRisingRatio(int m, double s, double b, double a) {
    if (m == 0) {
      return 0;
    }
    if (s == 1) {
      return logRatio(m, b, a);
    }
    return new BinomialMean(m, s, b, a).logSum(s, a);
  }

  /** {@code ln((b)_j/(a+b)_j)}. */
  private static double logRatio(int j, double b, double a) {
    return Beta.logBeta(b + j, a) - Beta.logBeta(b, a);
  }

  /**
   * The terms rise and fall once, apart from a fall at the very beginning: the sum runs from its
   * summit both ways and, where it stopped before 0, once more upwards from 0 as long as terms
   * fall.
   */
  private double logSum(double s, double a) {
    int summit = summit();
    double highest =
        new BinomialDistribution(null, m, s).logProbability(summit) + logRatio(summit, b, a);
    double first = m * Math.log1p(-s);
    int low = summit;
    double sum = 1;
    double term = 1;
    for (int j = summit; j < m && term > NEGLIGIBLE * sum; j++) {
      check(j);
      term *= ratio(j);
      sum += term;
    }
    term = 1;
    while (low > 0 && term > NEGLIGIBLE * sum) {
      check(low);
      low--;
      term /= ratio(low);
      sum += term;
    }
    if (low == 0) {
      return highest + Math.log(sum);
    }
    double start = 1;
    term = 1;
    for (int j = 0; j + 1 < low && term > NEGLIGIBLE * start && ratio(j) < 1; j++) {
      check(j);
      term *= ratio(j);
      start += term;
    }
    double most = Math.max(highest, first);
    return most + Math.log(sum * Math.exp(highest - most) + start * Math.exp(first - most));
  }

  private static void check(int j) {
    if ((j & 0xFFFF) == 0) {
      Interruption.check("the scaled Beta law");
    }
  }

  /** The term after j over the term at j. */
  private double ratio(int j) {
    return odds * ((double) m - j) / (j + 1.0) * ((b + j) / (top + j));
  }

  /** Where the ratio falls through 1 for the last time, by the roots of a parabola; else 0. */
  private int summit() {
    // odds (m-j)(b+j) = (j+1)(top+j)  <=>  p j^2 + q j + r = 0
    double p = odds + 1;
    double q = 1 + top - odds * (m - b);
    double r = top - odds * m * b;
    double discriminant = q * q - 4 * p * r;
    if (!(discriminant > 0)) {
      return 0;
    }
    double root =
        q < 0 ? (-q + Math.sqrt(discriminant)) / (2 * p) : -2 * r / (q + Math.sqrt(discriminant));
    return (int) Math.clamp(Math.ceil(root), 0, m);
  }
}
