package murmuration.warning.model;

import java.util.Arrays;

/** Small square matrices, row by row. */
final class Matrices {
  private static final int TERMS = 20;

  private Matrices() {}

  static double[] flat(double[][] a) {
    return Arrays.stream(a).flatMapToDouble(Arrays::stream).toArray();
  }

  static double[][] square(double[] flat) {
    int d = (int) Math.round(Math.sqrt(flat.length));
    double[][] a = new double[d][];
    Arrays.setAll(a, i -> Arrays.copyOfRange(flat, i * d, (i + 1) * d));
    return a;
  }

  static double[][] plusIdentity(double[][] a) {
    double[][] sum = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
    for (int i = 0; i < a.length; i++) {
      sum[i][i] += 1;
    }
    return sum;
  }

  private static double[][] times(double[][] a, double[][] b) {
    int d = a.length;
    double[][] c = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        for (int j = 0; j < d; j++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  /** {@code a^n}, n 0 or more. */
  static double[][] power(double[][] a, int n) {
    double[][] result = plusIdentity(new double[a.length][a.length]);
    double[][] square = a;
    for (int rest = n; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = times(result, square);
      }
      square = times(square, square);
    }
    return result;
  }

  /** {@code exp(a t)}, by Taylor's series of a part of t, squared again and again. */
  static double[][] exp(double[][] a, double t) {
    double size = Arrays.stream(flat(a)).map(Math::abs).sum() * t;
    int squarings = Math.max(0, Math.min(1000, Math.getExponent(size) + 2));
    double part = t * Math.pow(2, -squarings);
    double[][] sum = plusIdentity(new double[a.length][a.length]);
    double[][] term = sum;
    for (int k = 1; k <= TERMS; k++) {
      term = times(term, a);
      for (int i = 0; i < a.length; i++) {
        for (int j = 0; j < a.length; j++) {
          term[i][j] *= part / k;
          sum[i][j] += term[i][j];
        }
      }
    }
    for (int k = 0; k < squarings; k++) {
      sum = times(sum, sum);
    }
    return sum;
  }

  /**
   * The stationary covariance C of the linear model with noise of covariance q: {@code J C + C J' +
   * q = 0} in continuous time, {@code C = J C J' + q} in discrete time. Row by row.
   */
  static double[] stationary(double[][] jacobian, double[][] q, boolean isMap) {
    int d = jacobian.length;
    double[][] system = new double[d * d][d * d];
    double[] right = new double[d * d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        int row = i * d + j;
        right[row] = isMap ? q[i][j] : -q[i][j];
        for (int k = 0; k < d; k++) {
          if (!isMap) {
            system[row][k * d + j] += jacobian[i][k];
            system[row][i * d + k] += jacobian[j][k];
            continue;
          }
          for (int l = 0; l < d; l++) {
            system[row][k * d + l] -= jacobian[i][k] * jacobian[j][l];
          }
        }
        if (isMap) {
          system[row][row] += 1;
        }
      }
    }
    return Rest.solve(system, right);
  }
}
