package murmuration.language.game;

import java.util.random.RandomGenerator;
import murmuration.math.FastExp;

/**
 * The rows of logits that one play reads, side by side, and their chances: all exponentials of a
 * play are taken in one loop. Steps by policy gradient keep the sum of a row where it was, so that
 * logits need not be shifted before they are raised.
 */
final class Softmax {
  private final double[] x;
  private final double[] p;
  private final FastExp exp;
  private int size;

  Softmax(int capacity) {
    x = new double[capacity];
    p = new double[capacity];
    exp = new FastExp(capacity);
  }

  void clear() {
    size = 0;
  }

  /** Takes n logits in, and says where they are. */
  int add(double[] logits, int from, int n) {
    System.arraycopy(logits, from, x, size, n);
    size += n;
    return size - n;
  }

  /** Chances of all rows taken in, which have this width. */
  void normalise(int width) {
    exp.line(0, 1, x, p, size);
    for (int row = 0; row < size; row += width) {
      double sum = 0;
      for (int i = row; i < row + width; i++) {
        sum += p[i];
      }
      double scale = 1 / sum;
      for (int i = row; i < row + width; i++) {
        p[i] *= scale;
      }
    }
  }

  double chance(int i) {
    return p[i];
  }

  int draw(int row, int width, RandomGenerator rng) {
    return Logits.draw(p, row, width, rng.nextDouble());
  }

  /** The logits of a row become {@code + gain (chosen - p)}. */
  void step(double[] logits, int from, int row, int width, int chosen, double gain) {
    for (int i = 0; i < width; i++) {
      logits[from + i] -= gain * p[row + i];
    }
    logits[from + chosen] += gain;
  }

  /** The logits of a row become {@code - gain p (ln p + H)}: uphill in their entropy H, in nats. */
  void spread(double[] logits, int from, int row, int width, double gain) {
    double log = logSum(row, width);
    double entropy = log;
    for (int i = row; i < row + width; i++) {
      entropy -= p[i] * x[i];
    }
    for (int i = 0; i < width; i++) {
      logits[from + i] -= gain * p[row + i] * (x[row + i] - log + entropy);
    }
  }

  /** ln of the sum of e^logit: the logit of the likeliest less the ln of its chance. */
  private double logSum(int row, int width) {
    int top = row;
    for (int i = row + 1; i < row + width; i++) {
      top = x[i] > x[top] ? i : top;
    }
    return x[top] - StrictMath.log(p[top]);
  }
}
