package murmuration.warning.irregular;

import murmuration.math.Arguments;

/**
 * The pairs of observations about a lag apart, with their weights in the kernel estimate: for the
 * later observation j, the earlier ones {@code first[j] .. last[j]-1}. Of the times alone, so that
 * a record and its surrogates share it.
 */
final class KernelPairs {
  /** Pairs further than this from the lag, in kernel widths, have weights under 2e-8. */
  private static final double REACH = 6;

  /** Weight below which there is no pair about the lag. */
  private static final double LEAST = 1e-3;

  private static final long MOST = 20_000_000;

  private final int[] first;
  private final int[] last;
  private final double[][] weights;

  /**
   * The pairs.
   *
   * @param t times, strictly increasing
   * @param lag the lag, above 0
   * @param width standard deviation h of the kernel, above 0
   */
  KernelPairs(double[] t, double lag, double width) {
    int n = t.length;
    first = new int[n];
    last = new int[n];
    weights = new double[n][];
    long pairs = 0;
    for (int j = 0, from = 0, to = 0; j < n; j++) {
      while (from < j && t[j] - t[from] > lag + REACH * width) {
        from++;
      }
      while (to < j && t[j] - t[to] >= lag - REACH * width) {
        to++;
      }
      first[j] = from;
      last[j] = Math.max(from, to);
      pairs += last[j] - from;
      Arguments.require(
          pairs <= MOST,
          "over %d pairs lie about the lag %s: expected fewer observations",
          MOST,
          lag);
      weights[j] = new double[last[j] - from];
      for (int i = from; i < last[j]; i++) {
        double z = (t[j] - t[i] - lag) / width;
        weights[j][i - from] = Math.exp(-0.5 * z * z);
      }
    }
  }

  /**
   * The autocorrelation of windows of x: {@code sum w_ij (x_i - m)(x_j - m) / sum w_ij} over the
   * variance (n), m and variance those of the window; NaN where no window ends, where the window is
   * constant, and where no pair in it has weight.
   *
   * @param starts the first observation of the window that ends at each, or -1
   */
  double[] rolling(double[] x, int[] starts) {
    var moments = new WindowMoments(x, starts);
    double[] values = new double[x.length];
    double products = 0;
    double sums = 0;
    double total = 0;
    int from = 0;
    for (int j = 0; j < x.length; j++) {
      for (int i = Math.max(from, first[j]); i < last[j]; i++) {
        double w = weights[j][i - first[j]];
        products += w * x[i] * x[j];
        sums += w * (x[i] + x[j]);
        total += w;
      }
      values[j] = Double.NaN;
      if (starts[j] >= 0) {
        for (; from < starts[j]; from++) {
          for (int k = from + 1; k <= j && first[k] <= from; k++) {
            if (from < last[k]) {
              double w = weights[k][from - first[k]];
              products -= w * x[from] * x[k];
              sums -= w * (x[from] + x[k]);
              total -= w;
            }
          }
        }
        double m = moments.mean(j);
        values[j] =
            total > LEAST
                ? ((products - m * sums) / total + m * m) / moments.spread(j)
                : Double.NaN;
      }
    }
    return values;
  }
}
