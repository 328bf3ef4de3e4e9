package murmuration.warning.nonlinear;

import java.util.Arrays;
import murmuration.math.Interruption;
import murmuration.math.Ranks;

/**
 * Every threshold that leaves enough samples on both sides, with the squares that two
 * autoregressions leave: samples are sorted by the value that decides, and go over from the upper
 * regime to the lower one by one.
 *
 * @param thresholds candidates, ascending: the largest value of the lower regime
 * @param squares sum of squared residuals of both regimes at each candidate
 * @param linear sum of squared residuals of one autoregression
 * @param n samples that were predicted
 */
record ThresholdSearch(double[] thresholds, double[] squares, double linear, int n) {

  static ThresholdSearch of(double[] z, ThresholdAr.Options options) {
    int p = options.order();
    int first = Math.max(p, options.delay());
    int n = z.length - first;
    int early = first - options.delay();
    int[] order = Ranks.order(Arrays.copyOfRange(z, early, early + n));
    Arrays.setAll(order, i -> order[i] + first);
    var whole = new NormalEquations(p + 1);
    for (int t : order) {
      whole.add(terms(z, t, p), z[t]);
    }
    int least = Math.max(p + 2, (int) Math.ceil(options.trim() * n));
    double[] thresholds = new double[n];
    double[] squares = new double[n];
    int count = 0;
    var below = new NormalEquations(p + 1);
    for (int i = 0; i < n - least; i++) {
      Interruption.check("a threshold autoregression");
      int t = order[i];
      below.add(terms(z, t, p), z[t]);
      double decides = z[t - options.delay()];
      if (i + 1 >= least && decides < z[order[i + 1] - options.delay()]) {
        thresholds[count] = decides;
        squares[count++] = below.residual() + NormalEquations.difference(whole, below).residual();
      }
    }
    return new ThresholdSearch(
        Arrays.copyOf(thresholds, count), Arrays.copyOf(squares, count), whole.residual(), n);
  }

  static double[] terms(double[] z, int t, int p) {
    double[] terms = new double[p + 1];
    terms[0] = 1;
    for (int k = 1; k <= p; k++) {
      terms[k] = z[t - k];
    }
    return terms;
  }

  /** Which candidate leaves least; -1 where there is none. */
  int best() {
    int best = -1;
    for (int j = 0; j < squares.length; j++) {
      if (Double.isFinite(squares[j]) && (best < 0 || squares[j] < squares[best])) {
        best = j;
      }
    }
    return best;
  }

  /** {@code n ln(S_linear / S_threshold)}; NaN where there is no threshold or nothing is left. */
  double likelihoodRatio() {
    int best = best();
    double ratio = best < 0 ? Double.NaN : n * Math.log(linear / squares[best]);
    return Double.isFinite(ratio) ? ratio : Double.NaN;
  }
}
