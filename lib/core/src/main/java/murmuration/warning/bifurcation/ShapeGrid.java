package murmuration.warning.bifurcation;

import java.util.Arrays;

/**
 * Shapes of {@link LorentzianPair} on a grid, rows by columns, each of unit length: the coarse
 * search is a product of this matrix with the spectrum. Never changes, so threads may share it.
 */
final class ShapeGrid {
  private final int rows;
  private final int columns;
  private final double[] w0;
  private final double[] q;
  private final double[] shapes;
  private final int length;

  /**
   * @param v abscissas
   * @param multiplicity how often each counts
   * @param w0 centre of each shape, row by row
   * @param q squared width of each shape, row by row
   * @param columns shapes a row
   */
  ShapeGrid(double[] v, double[] multiplicity, double[] w0, double[] q, int columns) {
    this.rows = w0.length / columns;
    this.columns = columns;
    this.w0 = w0;
    this.q = q;
    length = v.length;
    shapes = new double[w0.length * length];
    for (int c = 0; c < w0.length; c++) {
      double squares = 0;
      for (int i = 0; i < length; i++) {
        double up = v[i] + w0[c];
        double down = v[i] - w0[c];
        double h = 1 / (up * up + q[c]) + 1 / (down * down + q[c]);
        squares += multiplicity[i] * h * h;
        shapes[c * length + i] = multiplicity[i] * h;
      }
      double norm = 1 / Math.sqrt(squares);
      for (int i = 0; i < length; i++) {
        shapes[c * length + i] *= norm;
      }
    }
  }

  double w0(int candidate) {
    return w0[candidate];
  }

  double q(int candidate) {
    return q[candidate];
  }

  int last() {
    return q.length - 1;
  }

  int column(int candidate) {
    return candidate % columns;
  }

  /**
   * The candidates that fit better than their eight neighbours, best first, {@code most} of them.
   */
  int[] peaks(double[] p, int most) {
    double[] score = new double[w0.length];
    for (int c = 0; c < score.length; c++) {
      int at = c * length;
      double even = 0;
      double odd = 0;
      int i = 0;
      for (; i + 1 < length; i += 2) {
        even += shapes[at + i] * p[i];
        odd += shapes[at + i + 1] * p[i + 1];
      }
      score[c] = i < length ? even + odd + shapes[at + i] * p[i] : even + odd;
    }
    int[] best = new int[most];
    int found = 0;
    for (int c = 0; c < score.length; c++) {
      if ((found < most || score[c] > score[best[most - 1]]) && isPeak(score, c)) {
        int at = found < most ? found++ : most - 1;
        for (; at > 0 && score[best[at - 1]] < score[c]; at--) {
          best[at] = best[at - 1];
        }
        best[at] = c;
      }
    }
    return Arrays.copyOf(best, found);
  }

  private boolean isPeak(double[] score, int c) {
    int row = c / columns;
    int column = c % columns;
    for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      for (int k = Math.max(0, column - 1); k <= Math.min(columns - 1, column + 1); k++) {
        if (score[r * columns + k] > score[c]) {
          return false;
        }
      }
    }
    return true;
  }
}
