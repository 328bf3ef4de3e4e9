package murmuration.scaling;

/** The decomposition {@code H = L L'} of a few rows, in one array that is never made anew. */
final class SmallCholesky {
  private final double[] lower;
  private int k;

  SmallCholesky(int most) {
    lower = new double[most * most];
  }

  /**
   * Decomposes {@code h + lambda |diag h|}.
   *
   * @param h symmetric, size by size, row by row
   * @param smallest share of a diagonal entry that must be left of it once the rows above are taken
   *     out
   * @return whether it is positive definite by this measure
   */
  boolean decompose(double[] h, int size, double lambda, double smallest) {
    k = size;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        double sum = h[i * k + j];
        for (int m = 0; m < j; m++) {
          sum -= lower[i * k + m] * lower[j * k + m];
        }
        lower[i * k + j] = sum / lower[j * k + j];
      }
      double diagonal = h[i * k + i] + lambda * Math.abs(h[i * k + i]);
      double pivot = diagonal;
      for (int m = 0; m < i; m++) {
        pivot -= lower[i * k + m] * lower[i * k + m];
      }
      if (!(pivot > smallest * diagonal) || !(pivot > 0)) {
        return false;
      }
      lower[i * k + i] = Math.sqrt(pivot);
    }
    return true;
  }

  /** {@code x = -H^-1 g}. */
  void descend(double[] g, double[] x) {
    for (int i = 0; i < k; i++) {
      double sum = -g[i];
      for (int m = 0; m < i; m++) {
        sum -= lower[i * k + m] * x[m];
      }
      x[i] = sum / lower[i * k + i];
    }
    for (int i = k - 1; i >= 0; i--) {
      double sum = x[i];
      for (int m = i + 1; m < k; m++) {
        sum -= lower[m * k + i] * x[m];
      }
      x[i] = sum / lower[i * k + i];
    }
  }

  /** {@code H^-1}, size by size. */
  double[] inverse() {
    double[] inverse = new double[k * k];
    double[] unit = new double[k];
    double[] column = new double[k];
    for (int j = 0; j < k; j++) {
      unit[j] = -1;
      descend(unit, column);
      unit[j] = 0;
      for (int i = 0; i < k; i++) {
        inverse[i * k + j] = column[i];
      }
    }
    return inverse;
  }
}
