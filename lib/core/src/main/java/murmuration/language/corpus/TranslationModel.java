package murmuration.language.corpus;

import java.util.Arrays;
import murmuration.math.Interruption;

/**
 * Model 1 of IBM (Brown et al. 1993): each word of a meaning comes from one symbol of its message,
 * all symbols and the empty one equally likely, by {@code t(word | symbol)}. Fitted by expectation
 * and maximisation from equal probabilities, with {@code smoothing} added to every count.
 */
final class TranslationModel {
  private static final int MOST_ROUNDS = 500;
  private static final double SETTLED = 1e-9;

  private final int words;
  private final double[][] t; // symbol x word; the last symbol is the empty one

  /**
   * Fits.
   *
   * @param messages symbols 0 to symbols - 1
   * @param meanings as many rows of words 0 to words - 1
   * @param weights as many
   */
  TranslationModel(
      int[][] messages,
      int[][] meanings,
      double[] weights,
      int symbols,
      int words,
      double smoothing) {
    this.words = words;
    t = new double[symbols + 1][words];
    for (double[] row : t) {
      Arrays.fill(row, 1.0 / words);
    }
    double[][] counts = new double[symbols + 1][words];
    double before = Double.NEGATIVE_INFINITY;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Interruption.check("translation");
      double now = expect(messages, meanings, weights, counts);
      maximise(counts, smoothing);
      if (now - before < SETTLED * Math.abs(now)) {
        break;
      }
      before = now;
    }
  }

  private double expect(int[][] messages, int[][] meanings, double[] weights, double[][] counts) {
    for (double[] row : counts) {
      Arrays.fill(row, 0);
    }
    double[] empty = t[t.length - 1];
    double logLikelihood = 0;
    for (int i = 0; i < messages.length; i++) {
      for (int word : meanings[i]) {
        double sum = empty[word];
        for (int symbol : messages[i]) {
          sum += t[symbol][word];
        }
        logLikelihood += weights[i] * Math.log(sum / (messages[i].length + 1));
        double share = weights[i] / sum;
        counts[t.length - 1][word] += share * empty[word];
        for (int symbol : messages[i]) {
          counts[symbol][word] += share * t[symbol][word];
        }
      }
    }
    return logLikelihood;
  }

  private void maximise(double[][] counts, double smoothing) {
    for (int symbol = 0; symbol < t.length; symbol++) {
      double total = Arrays.stream(counts[symbol]).sum() + smoothing * words;
      for (int word = 0; word < words; word++) {
        t[symbol][word] = (counts[symbol][word] + smoothing) / total;
      }
    }
  }

  /**
   * The probabilities of words {@code from} to {@code to - 1} given a message and that it is one.
   */
  double[] among(int[] message, int from, int to) {
    double[] p = Arrays.copyOfRange(t[t.length - 1], from, to);
    for (int symbol : message) {
      for (int v = 0; v < p.length; v++) {
        p[v] += t[symbol][from + v];
      }
    }
    double sum = Arrays.stream(p).sum();
    for (int v = 0; v < p.length; v++) {
      p[v] /= sum;
    }
    return p;
  }
}
