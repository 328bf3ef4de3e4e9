package murmuration.scaling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The runs as a fit uses them: sorted, equal runs one point with the sum of their weights, logs of
 * N and D about their means. A run with weight w thus gives the same numbers, to the last bit, as w
 * equal runs, and the order of runs does not matter.
 */
final class LawPoints {
  final int size;
  final double[] x;
  final double[] y;
  final double[] loss;
  final double[] weight;
  final double meanX;
  final double meanY;

  /** Which point each run is; -1 for those of weight 0, which are none. */
  final int[] pointOf;

  LawPoints(TrainingRuns runs) {
    this(runs, true);
  }

  /** The same with a point for each run, equal or not. */
  static LawPoints apart(TrainingRuns runs) {
    return new LawPoints(runs, false);
  }

  private LawPoints(TrainingRuns runs, boolean merged) {
    double[] n = runs.parameters();
    double[] d = runs.tokens();
    double[] l = runs.losses();
    double[] w = runs.weights();
    int[] order =
        IntStream.range(0, n.length)
            .filter(i -> w[i] > 0)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> n[i])
                    .thenComparingDouble(i -> d[i])
                    .thenComparingDouble(i -> l[i]))
            .mapToInt(i -> i)
            .toArray();
    x = new double[n.length];
    y = new double[n.length];
    loss = new double[n.length];
    weight = new double[n.length];
    pointOf = new int[n.length];
    Arrays.fill(pointOf, -1);
    int points = 0;
    int last = -1;
    for (int i : order) {
      if (!merged || last < 0 || n[i] != n[last] || d[i] != d[last] || l[i] != l[last]) {
        x[points] = Math.log(n[i]);
        y[points] = Math.log(d[i]);
        loss[points++] = l[i];
      }
      weight[points - 1] += w[i];
      pointOf[i] = points - 1;
      last = i;
    }
    size = points;
    meanX = centre(x);
    meanY = centre(y);
  }

  private double centre(double[] values) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < size; i++) {
      sum += weight[i] * values[i];
      total += weight[i];
    }
    double mean = sum / total;
    for (int i = 0; i < size; i++) {
      values[i] -= mean;
    }
    return mean;
  }

  /** The sum of the weights: how many runs there are. */
  double total() {
    return Arrays.stream(weight, 0, size).sum();
  }

  /** How many runs there are, one with a weight above 1 counting as so many. */
  double runs() {
    return Arrays.stream(weight, 0, size).map(w -> Math.max(1, w)).sum();
  }

  /** From (ln A, ln B, ...) to the coefficients at the mean of ln N and ln D. */
  double[] centred(double[] vector) {
    double[] t = vector.clone();
    t[0] -= t[3] * meanX;
    t[1] -= t[4] * meanY;
    return t;
  }

  /** The law of centred coefficients. */
  AdditiveLaw law(double[] t) {
    return new AdditiveLaw(t[0] + t[3] * meanX, t[1] + t[4] * meanY, t[2], t[3], t[4]);
  }

  /** The loss that a law gives a point. */
  double fitted(AdditiveLaw law, int point) {
    return law.loss(Math.exp(x[point] + meanX), Math.exp(y[point] + meanY));
  }

  /** The covariance of (ln A, ln B, ...) from that of the centred coefficients. */
  double[][] uncentred(double[][] covariance) {
    double[][] c = Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
    double[] mean = {meanX, meanY};
    for (int log = 0; log < mean.length; log++) {
      int exponent = log + LawParameter.ALPHA.index();
      for (int j = 0; j < c.length; j++) {
        c[log][j] += mean[log] * c[exponent][j];
      }
      for (double[] row : c) {
        row[log] += mean[log] * row[exponent];
      }
    }
    return c;
  }
}
