package murmuration.learn;

import java.util.Arrays;
import smile.sequence.HMM;
import smile.tensor.DenseMatrix;

/**
 * A hidden Markov model of Smile on a record cut into bins that hold equally many of its values:
 * Smile's emissions are symbols. It begins with regimes that follow one another by value and stay
 * 19 steps in 20, every emission possible, and is fitted by Baum and Welch until 10 rounds gain
 * less than 1e-3 in log-likelihood, 300 rounds at most; the path is Viterbi's.
 */
final class SmileRegimes {
  private static final int ROUNDS = 10;
  private static final int MOST_ROUNDS = 300;
  private static final double GAIN = 1e-3;
  private static final double STAY = 0.95;

  /**
   * What was fitted.
   *
   * @param path the regime of each sample, from the lowest mean, 0, upwards
   * @param transition {@code [from][to]} probabilities a step
   * @param logLikelihood of the binned record
   */
  record Fitted(int[] path, double[][] transition, double logLikelihood) {}

  private SmileRegimes() {}

  static Fitted fit(double[] x, int regimes) {
    int bins = Math.clamp(x.length / 25, 2 * regimes, 20);
    int[] symbols = symbols(x, bins);
    var model = new HMM(even(regimes), staying(regimes), emissions(regimes, bins));
    int[][] sequences = {symbols};
    double before = model.logp(symbols);
    for (int round = 0; round < MOST_ROUNDS; round += ROUNDS) {
      model.update(sequences, ROUNDS);
      double now = model.logp(symbols);
      if (!(now - before > GAIN)) {
        break;
      }
      before = now;
    }
    return ordered(x, model, symbols, regimes);
  }

  /** Equal shares of the record in each bin, equal values in one bin. */
  private static int[] symbols(double[] x, int bins) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double[] edges = new double[bins - 1];
    Arrays.setAll(edges, b -> sorted[(int) ((b + 1L) * x.length / bins)]);
    int[] symbols = new int[x.length];
    for (int t = 0; t < x.length; t++) {
      while (symbols[t] < bins - 1 && x[t] >= edges[symbols[t]]) {
        symbols[t]++;
      }
    }
    return symbols;
  }

  private static double[] even(int regimes) {
    double[] p = new double[regimes];
    Arrays.fill(p, 1.0 / regimes);
    return p;
  }

  private static DenseMatrix staying(int regimes) {
    double[][] a = new double[regimes][regimes];
    for (int i = 0; i < regimes; i++) {
      Arrays.fill(a[i], (1 - STAY) / (regimes - 1));
      a[i][i] = STAY;
    }
    return DenseMatrix.of(a);
  }

  /** A regime prefers the bins around its share of the record. */
  private static DenseMatrix emissions(int regimes, int bins) {
    double[][] b = new double[regimes][bins];
    for (int i = 0; i < regimes; i++) {
      double sum = 0;
      for (int s = 0; s < bins; s++) {
        double away = (s + 0.5) / bins - (i + 0.5) / regimes;
        b[i][s] = 0.02 + Math.exp(-0.5 * Math.pow(away * regimes / 0.6, 2));
        sum += b[i][s];
      }
      for (int s = 0; s < bins; s++) {
        b[i][s] /= sum;
      }
    }
    return DenseMatrix.of(b);
  }

  private static Fitted ordered(double[] x, HMM model, int[] symbols, int regimes) {
    int[] path = model.predict(symbols);
    double[] sums = new double[regimes];
    int[] counts = new int[regimes];
    for (int t = 0; t < x.length; t++) {
      sums[path[t]] += x[t];
      counts[path[t]]++;
    }
    Integer[] order = new Integer[regimes];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (i, j) ->
            Double.compare(
                counts[i] == 0 ? Double.MAX_VALUE : sums[i] / counts[i],
                counts[j] == 0 ? Double.MAX_VALUE : sums[j] / counts[j]));
    int[] rank = new int[regimes];
    for (int r = 0; r < regimes; r++) {
      rank[order[r]] = r;
    }
    var a = model.getStateTransitionProbabilities();
    double[][] transition = new double[regimes][regimes];
    for (int i = 0; i < regimes; i++) {
      for (int j = 0; j < regimes; j++) {
        transition[rank[i]][rank[j]] = a.get(i, j);
      }
    }
    return new Fitted(
        Arrays.stream(path).map(s -> rank[s]).toArray(), transition, model.logp(symbols));
  }
}
