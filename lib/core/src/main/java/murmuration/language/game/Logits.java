package murmuration.language.game;

import murmuration.math.Arguments;

/** Rows of logits, flattened: chances proportional to e^logit, draws and largest values. */
final class Logits {
  private Logits() {}

  /** Refuses NaN, +Infinity, and rows without a finite value. */
  static void checkRows(String name, double[] logits, int width) {
    for (int row = 0; row < logits.length; row += width) {
      boolean finite = false;
      for (int i = row; i < row + width; i++) {
        Arguments.require(
            logits[i] < Double.POSITIVE_INFINITY,
            "%s[%d] is %s: expected a number",
            name,
            i,
            logits[i]);
        finite |= Double.isFinite(logits[i]);
      }
      Arguments.require(finite, "%s has a row at %d without a finite value", name, row);
    }
  }

  /** ln of the sum of e^logit over a row. */
  static double logSum(double[] logits, int row, int width) {
    double top = logits[row + largest(logits, row, width)];
    double sum = 0;
    for (int i = row; i < row + width; i++) {
      sum += StrictMath.exp(logits[i] - top);
    }
    return top + StrictMath.log(sum);
  }

  static double[] probabilities(double[] logits, int row, int width) {
    double log = logSum(logits, row, width);
    double[] p = new double[width];
    for (int i = 0; i < width; i++) {
      p[i] = StrictMath.exp(logits[row + i] - log);
    }
    return p;
  }

  /** Where the largest value of a row is, the first of equal ones. */
  static int largest(double[] logits, int row, int width) {
    int best = 0;
    for (int i = 1; i < width; i++) {
      if (logits[row + i] > logits[row + best]) {
        best = i;
      }
    }
    return best;
  }

  /** The place of a row that {@code u}, a share of its sum, falls on; the last one by rounding. */
  static int draw(double[] weights, int row, int width, double u) {
    double rest = u;
    int i = 0;
    while (i < width - 1) {
      rest -= weights[row + i];
      if (rest < 0) {
        break;
      }
      i++;
    }
    return i;
  }
}
