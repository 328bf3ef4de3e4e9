package murmuration.math;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Spearman's rank correlation: Pearson's correlation of the ranks, tied values sharing their mean
 * rank. Pairs in which a value is NaN are left out; infinite values are ordered like any other.
 *
 * @param rho the correlation, -1 to 1; NaN where a variable is constant or n is below 2
 * @param n pairs without NaN
 */
public record Spearman(double rho, int n) {
  /**
   * The correlation of x and y.
   *
   * @param x first variable, NaN where missing
   * @param y second variable, of the same length, NaN where missing
   */
  public static Spearman of(double[] x, double[] y) {
    Arguments.sameLength("x", x, "y", y);
    int[] kept = Present.in(x, y);
    if (kept.length < 2) {
      return new Spearman(Double.NaN, kept.length);
    }
    double[] a = LagProducts.centred(Ranks.average(Present.at(kept, x)));
    double[] b = LagProducts.centred(Ranks.average(Present.at(kept, y)));
    return new Spearman(cosine(a, b), kept.length);
  }

  /** {@code a.b / (|a| |b|)}, at most 1; NaN where either is 0. */
  static double cosine(double[] a, double[] b) {
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      squaresA += a[i] * a[i];
      squaresB += b[i] * b[i];
    }
    double length = Math.sqrt(squaresA) * Math.sqrt(squaresB);
    return length > 0 ? Math.clamp(product / length, -1, 1) : Double.NaN;
  }

  /**
   * Two-sided p by Student's t with n - 2 degrees of freedom, {@code t = rho sqrt((n-2)/(1-rho^2))}
   * (as scipy's {@code spearmanr}); rough below n = 10. NaN for n below 3.
   */
  public double p() {
    if (n < 3 || Double.isNaN(rho)) {
      return Double.NaN;
    }
    double t = Math.abs(rho) * Math.sqrt((n - 2) / ((1 - rho) * (1 + rho)));
    return 2 * new TDistribution(null, n - 2).cumulativeProbability(-t);
  }

  /**
   * An interval by Fisher's z with the standard error {@code sqrt((1 + rho^2/2)/(n-3))} (Bonett and
   * Wright 2000, Sample size requirements for estimating Pearson, Kendall and Spearman
   * correlations, Psychometrika 65:23). NaN for n below 4; at {@code |rho| = 1} both ends are rho.
   *
   * @return low and high
   */
  public double[] interval(double level) {
    Arguments.level(level);
    if (n < 4 || Double.isNaN(rho)) {
      return new double[] {Double.NaN, Double.NaN};
    }
    if (Math.abs(rho) == 1) {
      return new double[] {rho, rho};
    }
    double z = 0.5 * Math.log((1 + rho) / (1 - rho));
    double half = Normal.quantile(0.5 + level / 2) * Math.sqrt((1 + rho * rho / 2) / (n - 3));
    return new double[] {Math.tanh(z - half), Math.tanh(z + half)};
  }
}
