package murmuration.warning.multivariate;

/** Symmetric positive definite matrices of {@code k x k}, row-major. */
final class Cholesky {
  /** A pivot below this share of its diagonal says that columns are collinear. */
  private static final double SINGULAR = 1e-10;

  private Cholesky() {}

  /**
   * The lower factor G of {@code G G' = a}, over the lower half of {@code a}.
   *
   * @return whether a is positive definite beyond rounding
   */
  static boolean factor(double[] a, int k) {
    return factor(a, k, SINGULAR);
  }

  /** The same where a pivot may fall to the share {@code least} of its diagonal. */
  static boolean factor(double[] a, int k, double least) {
    for (int j = 0; j < k; j++) {
      double whole = a[j * k + j];
      double pivot = whole;
      for (int l = 0; l < j; l++) {
        pivot -= a[j * k + l] * a[j * k + l];
      }
      if (!(pivot > least * whole) || Double.isInfinite(pivot)) {
        return false;
      }
      double g = Math.sqrt(pivot);
      a[j * k + j] = g;
      for (int i = j + 1; i < k; i++) {
        double s = a[i * k + j];
        for (int l = 0; l < j; l++) {
          s -= a[i * k + l] * a[j * k + l];
        }
        a[i * k + j] = s / g;
      }
    }
    return true;
  }

  /** Solves {@code G y = b} for {@code b[offset + i stride]}, in place. */
  static void forward(double[] g, int k, double[] b, int offset, int stride) {
    for (int i = 0; i < k; i++) {
      double s = b[offset + i * stride];
      for (int l = 0; l < i; l++) {
        s -= g[i * k + l] * b[offset + l * stride];
      }
      b[offset + i * stride] = s / g[i * k + i];
    }
  }

  /** Solves {@code G' y = b} for {@code b[offset + i stride]}, in place. */
  static void backward(double[] g, int k, double[] b, int offset, int stride) {
    for (int i = k - 1; i >= 0; i--) {
      double s = b[offset + i * stride];
      for (int l = i + 1; l < k; l++) {
        s -= g[l * k + i] * b[offset + l * stride];
      }
      b[offset + i * stride] = s / g[i * k + i];
    }
  }

  /** Replaces the rows of {@code m} by those of {@code m a^-1}, g the factor of a. */
  static void divide(double[] m, double[] g, int k) {
    for (int i = 0; i < k; i++) {
      forward(g, k, m, i * k, 1);
      backward(g, k, m, i * k, 1);
    }
  }
}
