package murmuration.concept.grokking;

import java.util.Arrays;

/** Cross-entropy and accuracy of the answers to modular addition. */
final class AnswerLoss {
  private AnswerLoss() {}

  /** In nats, over the questions asked. */
  static double mean(double[][] logits, boolean[] asked) {
    double sum = 0;
    int count = 0;
    for (int question = 0; question < logits.length; question++) {
      if (asked[question]) {
        double[] row = logits[question];
        double most = Arrays.stream(row).max().orElseThrow();
        double total = 0;
        for (double v : row) {
          total += Math.exp(v - most);
        }
        sum += Math.log(total) + most - row[answer(question, row.length)];
        count++;
      }
    }
    return sum / count;
  }

  static double accuracy(double[][] logits, boolean[] asked) {
    int right = 0;
    int count = 0;
    for (int question = 0; question < logits.length; question++) {
      if (asked[question]) {
        double[] row = logits[question];
        double own = row[answer(question, row.length)];
        right += Arrays.stream(row).filter(v -> v >= own).count() == 1 ? 1 : 0;
        count++;
      }
    }
    return (double) right / count;
  }

  private static int answer(int question, int p) {
    return (question / p + question % p) % p;
  }
}
