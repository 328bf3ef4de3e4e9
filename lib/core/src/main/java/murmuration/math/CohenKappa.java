package murmuration.math;

/**
 * Cohen's kappa: how far two raters who label the same items agree beyond chance, {@code (observed
 * - expected) / (1 - expected)} (Cohen 1960, A coefficient of agreement for nominal scales,
 * Educational and Psychological Measurement 20:37). Labels must mean the same to both: names that
 * are swapped count as disagreement.
 *
 * @param value kappa, -1 to 1; NaN where both gave one and the same label to all, which is as much
 *     agreement as chance must give
 * @param observed share of items with the same label
 * @param expected that share where both label by chance with their own frequencies
 * @param standardError of kappa at large n (Fleiss, Cohen and Everitt 1969, Large sample standard
 *     errors of kappa and weighted kappa, Psychological Bulletin 72:323, eq. 13); NaN with kappa
 * @param nullStandardError of kappa at large n where agreement is by chance (eq. 14); NaN with
 *     kappa
 * @param n items
 */
public record CohenKappa(
    double value,
    double observed,
    double expected,
    double standardError,
    double nullStandardError,
    int n) {
  /** Checks the shares. */
  public CohenKappa {
    Arguments.within("observed", observed, 0, 1);
    Arguments.within("expected", expected, 0, 1);
    Arguments.require(n >= 1, "n is %d: expected at least 1 item", n);
  }

  /**
   * Kappa of two labellings.
   *
   * @param a label of each of n items by the first rater, at least one; any whole numbers
   * @param b label of the same items by the second
   */
  public static CohenKappa of(int[] a, int[] b) {
    var pairs = LabelPairs.of(a, b);
    double n = pairs.n();
    double agreed = 0;
    for (int k = 0; k < pairs.counts().length; k++) {
      agreed += pairs.first()[k] == pairs.second()[k] ? pairs.counts()[k] : 0;
    }
    double observed = agreed / n;
    double expected = 0;
    double skew = 0;
    for (int i = 0; i < pairs.labels().length; i++) {
      double p = pairs.inFirst()[i] / n;
      double q = pairs.inSecond()[i] / n;
      expected += p * q;
      skew += p * q * (p + q);
    }
    expected = Math.min(1, expected);
    if (expected == 1) {
      return new CohenKappa(Double.NaN, observed, 1, Double.NaN, Double.NaN, pairs.n());
    }
    double kappa = (observed - expected) / (1 - expected);
    double scale = (1 - expected) * Math.sqrt(n);
    return new CohenKappa(
        kappa,
        observed,
        expected,
        Math.sqrt(Math.max(0, spread(pairs, kappa, expected))) / scale,
        Math.sqrt(Math.max(0, expected + expected * expected - skew)) / scale,
        pairs.n());
  }

  private static double spread(LabelPairs pairs, double kappa, double expected) {
    double n = pairs.n();
    double sum = 0;
    for (int k = 0; k < pairs.counts().length; k++) {
      int i = pairs.first()[k];
      int j = pairs.second()[k];
      double share = pairs.counts()[k] / n;
      if (i == j) {
        double weight = 1 - (pairs.inFirst()[i] + pairs.inSecond()[i]) / n * (1 - kappa);
        sum += share * weight * weight;
      } else {
        double weight = (1 - kappa) * (pairs.inSecond()[i] + pairs.inFirst()[j]) / n;
        sum += share * weight * weight;
      }
    }
    double rest = kappa - expected * (1 - kappa);
    return sum - rest * rest;
  }

  /** False where both raters gave one and the same label to all items. */
  public boolean defined() {
    return !Double.isNaN(value);
  }

  /**
   * The normal interval of kappa, cut at -1 and 1; NaN with kappa.
   *
   * @param level coverage, above 0 and below 1, such as 0.95
   * @return low and high
   */
  public double[] interval(double level) {
    double reach = Normal.quantile(0.5 + Arguments.level(level) / 2) * standardError;
    return new double[] {Math.max(-1, value - reach), Math.min(1, value + reach)};
  }
}
