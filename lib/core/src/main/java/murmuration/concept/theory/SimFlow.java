package murmuration.concept.theory;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.Interruption;

/** The weights of two equal layers on structured identity mapping, by flow and by descent. */
final class SimFlow {
  private static final int MOST_STEPS = 1_000_000;
  private static final double MOST_WORK = 1e10;

  private SimFlow() {}

  /** {@code U U^T}. */
  static double[][] square(double[][] u) {
    int d = u.length;
    double[][] w = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < u[i].length; k++) {
          sum += u[i][k] * u[j][k];
        }
        w[i][j] = sum;
        w[j][i] = sum;
      }
    }
    return w;
  }

  /**
   * W at each time. With {@code M = (I - W) A}, W symmetric, the slope is {@code S + S^T}, {@code S
   * = (M + M^T) W / 2}: one product of matrices.
   */
  static double[][][] of(double[] a, double[][] w0, double[] times) {
    int d = a.length;
    double[] start = Arrays.stream(w0).flatMapToDouble(Arrays::stream).toArray();
    double[] pull = new double[d * d];
    double[][] states = Flow.at(times, 1, start, (w, slope) -> slope(a, w, pull, slope));
    double[][][] weights = new double[times.length][d][];
    for (int i = 0; i < times.length; i++) {
      for (int r = 0; r < d; r++) {
        weights[i][r] = Arrays.copyOfRange(states[i], r * d, (r + 1) * d);
      }
    }
    return weights;
  }

  private static void slope(double[] a, double[] w, double[] pull, double[] slope) {
    int d = a.length;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        double both = -(w[i * d + j] * a[j] + w[j * d + i] * a[i]) / 2;
        pull[i * d + j] = i == j ? both + a[i] : both;
      }
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < d; k++) {
          sum += pull[i * d + k] * w[k * d + j] + pull[j * d + k] * w[k * d + i];
        }
        slope[i * d + j] = sum;
        slope[j * d + i] = sum;
      }
    }
  }

  /** W after given numbers of steps of {@code U += rate ((I-W) A + A (I-W)) U / 2}. */
  static double[][][] descent(double[] a, double[][] u0, double rate, int[] steps) {
    int d = a.length;
    int width = u0[0].length;
    int last = steps[steps.length - 1];
    Arguments.require(last <= MOST_STEPS, "steps reach %d: expected at most %d", last, MOST_STEPS);
    double work = 2.0 * last * d * d * width;
    Arguments.require(
        work <= MOST_WORK, "steps reach %d for %d x %d weights: expected fewer", last, d, width);
    double[][] u = Curves.copy(u0);
    double[][] moved = new double[d][width];
    double[][][] weights = new double[steps.length][][];
    int next = 0;
    for (int step = 0; next < steps.length; step++) {
      Interruption.check("gradient descent");
      double[][] w = square(u);
      for (double[] row : w) {
        for (double v : row) {
          Arguments.require(
              Math.abs(v) < 1e6,
              "learningRate is %s: the weights diverge at step %d, expected a smaller rate",
              rate,
              step);
        }
      }
      if (step == steps[next]) {
        weights[next++] = w;
      }
      descend(a, u, w, rate, moved);
      double[][] swap = u;
      u = moved;
      moved = swap;
    }
    return weights;
  }

  private static void descend(
      double[] a, double[][] u, double[][] w, double rate, double[][] moved) {
    int d = a.length;
    for (int i = 0; i < d; i++) {
      double[] row = moved[i];
      System.arraycopy(u[i], 0, row, 0, row.length);
      for (int k = 0; k < d; k++) {
        double missing = (i == k ? 1 : 0) - w[i][k];
        double pull = rate * missing * (a[i] + a[k]) / 2;
        for (int j = 0; j < row.length; j++) {
          row[j] += pull * u[k][j];
        }
      }
    }
  }
}
