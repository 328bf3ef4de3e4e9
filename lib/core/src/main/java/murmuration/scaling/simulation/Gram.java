package murmuration.scaling.simulation;

/**
 * The lower triangle of a sum of outer products {@code p p^T}, added one after another. Each entry
 * is one chain of fused multiply-adds in the order of the vectors, so it has the same bits however
 * the vectors are handed in.
 */
final class Gram {
  private final double[][] rows;

  Gram(int n) {
    rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = new double[i + 1];
    }
  }

  void add(double[] p) {
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      double a = p[i];
      for (int j = 0; j < row.length; j++) {
        row[j] = Math.fma(a, p[j], row[j]);
      }
    }
  }

  /** The same as adding the four in turn. */
  void add(double[] p, double[] q, double[] r, double[] s) {
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      double a = p[i];
      double b = q[i];
      double c = r[i];
      double d = s[i];
      for (int j = 0; j < row.length; j++) {
        row[j] = Math.fma(d, s[j], Math.fma(c, r[j], Math.fma(b, q[j], Math.fma(a, p[j], row[j]))));
      }
    }
  }

  double at(int i, int j) {
    return i >= j ? rows[i][j] : rows[j][i];
  }

  /** {@code u^T G u} over the leading block of u's length. */
  double form(double[] u) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      double line = 0;
      for (int j = 0; j < i; j++) {
        line += rows[i][j] * u[j];
      }
      sum += u[i] * (2 * line + rows[i][i] * u[i]);
    }
    return sum;
  }
}
