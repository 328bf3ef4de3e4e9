package murmuration.warning;

import java.util.Arrays;
import murmuration.math.Histogram;
import murmuration.math.Interruption;

/**
 * Permutation entropy of every window in O(n) (Bandt and Pompe 2002, Phys. Rev. Lett. 88:174102):
 * counts of ordinal patterns, entered and taken out as the window moves. Of equal values the
 * earlier counts as the smaller. A pattern counts if none of its values is NaN.
 */
final class RollingPermutationEntropy {
  private RollingPermutationEntropy() {}

  /** {@code -sum p ln p / ln(order!)} a window, over the patterns of {@code order} values. */
  static double[] of(RollingPass pass, int order, int lag) {
    Spans spans = pass.spans;
    int reach = (order - 1) * lag;
    int[] patterns = patterns(pass.x, order, lag);
    int kinds = 1;
    for (int i = 2; i <= order; i++) {
      kinds *= i;
    }
    int[] counts = new int[kinds];
    double[] values = new double[spans.size()];
    RollingMoments moments = pass.moments();
    for (int k = 0; k < values.length; k++) {
      Interruption.check("permutation entropy");
      int from = spans.from()[k];
      int to = spans.to()[k];
      boolean afresh = spans.afresh(k);
      int oldFrom = afresh ? from : spans.from()[k - 1];
      int oldTo = afresh ? from : spans.to()[k - 1];
      if (afresh) {
        Arrays.fill(counts, 0);
      }
      for (int i = Math.max(oldTo - reach, oldFrom); i < to - reach; i++) {
        if (patterns[i] >= 0) {
          counts[patterns[i]]++;
        }
      }
      for (int i = oldFrom; i < Math.min(from, to - reach); i++) {
        if (patterns[i] >= 0) {
          counts[patterns[i]]--;
        }
      }
      values[k] =
          Double.isNaN(moments.mean[k]) ? Double.NaN : Histogram.entropy(counts) / Math.log(kinds);
    }
    return spans.spread(values);
  }

  private static int[] patterns(double[] x, int order, int lag) {
    int[] patterns = new int[Math.max(0, x.length - (order - 1) * lag)];
    for (int i = 0; i < patterns.length; i++) {
      int code = 0;
      for (int a = 0; a < order && code >= 0; a++) {
        double value = x[i + a * lag];
        int smaller = 0;
        for (int b = a + 1; b < order; b++) {
          smaller += x[i + b * lag] < value ? 1 : 0;
        }
        code = Double.isNaN(value) ? -1 : code * (order - a) + smaller;
      }
      patterns[i] = code;
    }
    return patterns;
  }
}
