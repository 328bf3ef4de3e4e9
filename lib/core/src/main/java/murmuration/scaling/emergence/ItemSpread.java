package murmuration.scaling.emergence;

import java.util.Arrays;
import java.util.List;
import murmuration.scaling.metric.ItemScores;
import murmuration.scaling.metric.Metric;
import murmuration.scaling.metric.Metric.Grading;

/**
 * How unequal items are, from how often the same item is right for two models: were all items
 * equal, two models would be right together as often as chance has it. Items whose loss is {@code
 * g_i} times the average, g gamma with mean 1 and variance s, are right together with probability
 * {@code (q1^-s + q2^-s - 1)^(-1/s)} (the copula of Clayton 1978). The estimate makes the sum over
 * all pairs of models what was observed.
 */
final class ItemSpread {
  private static final double MOST = 20;
  private static final int HALVINGS = 60;

  private ItemSpread() {}

  /**
   * The variance s.
   *
   * @param scores the scores of every model on the same items
   * @return 0 to 20; 0 where items agree no more than by chance, or where no quality belongs to an
   *     item by itself, as for losses without a bound, or follows from p, as for the strongest
   *     option
   */
  static double of(List<ItemScores> scores) {
    Metric metric = scores.getFirst().metric();
    if (Double.isInfinite(metric.worst()) || metric.grading() == Grading.STRONGEST_OPTION) {
      return 0;
    }
    return of(
        scores.stream()
            .map(s -> Arrays.stream(s.values()).map(s.metric()::quality).toArray())
            .toArray(double[][]::new),
        metric.chance());
  }

  private static double of(double[][] itemQualities, double chance) {
    int m = itemQualities.length;
    int n = itemQualities[0].length;
    double[] mean = new double[m];
    double together = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      double squares = 0;
      for (int j = 0; j < m; j++) {
        double q = (itemQualities[j][i] - chance) / (1 - chance);
        mean[j] += q / n;
        sum += q;
        squares += q * q;
      }
      together += (sum * sum - squares) / (2.0 * n);
    }
    double[] q = Arrays.stream(mean).map(v -> Math.clamp(v, 0, 1)).toArray();
    if (together <= together(q, 0)) {
      return 0;
    }
    double low = 0;
    double high = MOST;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (low + high) / 2;
      if (together(q, middle) < together) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double together(double[] q, double spread) {
    double sum = 0;
    for (int j = 0; j < q.length; j++) {
      for (int k = 0; k < j; k++) {
        if (q[j] > 0 && q[k] > 0) {
          sum += pair(q[j], q[k], spread);
        }
      }
    }
    return sum;
  }

  private static double pair(double a, double b, double spread) {
    if (spread < 1e-9) {
      return a * b;
    }
    double la = -spread * Math.log(a);
    double lb = -spread * Math.log(b);
    double top = Math.max(la, lb);
    double sum = Math.exp(la - top) + Math.exp(lb - top) - Math.exp(-top);
    return Math.exp(-(top + Math.log(sum)) / spread);
  }
}
