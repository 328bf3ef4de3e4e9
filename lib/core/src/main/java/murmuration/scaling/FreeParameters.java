package murmuration.scaling;

import java.util.Arrays;

/**
 * Which parameters a fit may move: an affine map from the k free ones to the five centred
 * coefficients. What is fixed is a value of the law itself, so a fixed A makes the centred
 * coefficient depend on alpha.
 */
final class FreeParameters {
  private static final int K = LawParameter.COUNT;

  final int count;
  private final double[] origin = new double[K];
  private final double[] map;

  /** The coefficient that a free parameter is. */
  private final int[] owner;

  /**
   * The map.
   *
   * @param fixed value of each parameter as it is kept (logs of A, B, E), or NaN where it is free
   * @param tied whether alpha equals beta
   */
  FreeParameters(double[] fixed, boolean tied, LawPoints points) {
    int alpha = LawParameter.ALPHA.index();
    int beta = LawParameter.BETA.index();
    double[] value = fixed.clone();
    if (tied && Double.isNaN(value[alpha])) {
      value[alpha] = value[beta];
    }
    int[] column = new int[K];
    int[] owners = new int[K];
    int free = 0;
    for (int j = 0; j < K; j++) {
      if (tied && j == beta) {
        column[j] = column[alpha];
        value[j] = value[alpha];
      } else if (Double.isNaN(value[j])) {
        owners[free] = j;
        column[j] = free++;
      } else {
        column[j] = -1;
      }
    }
    count = free;
    owner = Arrays.copyOf(owners, free);
    map = new double[K * free];
    for (int j = 0; j < K; j++) {
      if (column[j] < 0) {
        origin[j] = value[j];
      } else {
        map[j * free + column[j]] = 1;
      }
    }
    double[] mean = {points.meanX, points.meanY};
    for (int j = 0; j < mean.length; j++) {
      int exponent = alpha + j;
      if (column[j] < 0 && column[exponent] < 0) {
        origin[j] -= value[exponent] * mean[j];
      } else if (column[j] < 0) {
        map[j * count + column[exponent]] = -mean[j];
      }
    }
  }

  /** The free parameters of centred coefficients. */
  void reduce(double[] centred, double[] free) {
    for (int c = 0; c < count; c++) {
      free[c] = centred[owner[c]];
    }
  }

  /** The centred coefficients of free parameters. */
  void expand(double[] free, double[] centred) {
    for (int j = 0; j < K; j++) {
      double value = origin[j];
      for (int c = 0; c < count; c++) {
        value += map[j * count + c] * free[c];
      }
      centred[j] = value;
    }
  }

  /** Whether this coefficient is one of the free parameters. */
  boolean isFree(LawParameter parameter) {
    return Arrays.stream(owner).anyMatch(j -> j == parameter.index());
  }

  /** Whether a free parameter is the logarithm of a coefficient. */
  boolean isLog(int c) {
    return owner[c] < LawParameter.ALPHA.index();
  }

  /** The gradient by the free parameters. */
  void gradient(double[] full, double[] reduced) {
    for (int c = 0; c < count; c++) {
      double sum = 0;
      for (int j = 0; j < K; j++) {
        sum += map[j * count + c] * full[j];
      }
      reduced[c] = sum;
    }
  }

  /** The Hessian by the free parameters: k by k. */
  void hessian(double[] full, double[] reduced) {
    if (count == K) {
      System.arraycopy(full, 0, reduced, 0, K * K);
      return;
    }
    for (int c = 0; c < count; c++) {
      for (int d = 0; d < count; d++) {
        double sum = 0;
        for (int i = 0; i < K; i++) {
          for (int j = 0; j < K; j++) {
            sum += map[i * count + c] * full[i * K + j] * map[j * count + d];
          }
        }
        reduced[c * count + d] = sum;
      }
    }
  }

  /** The covariance of the centred coefficients, from that of the free parameters. */
  double[][] covariance(double[] reduced) {
    double[][] full = new double[K][K];
    for (int i = 0; i < K; i++) {
      for (int j = 0; j < K; j++) {
        for (int c = 0; c < count; c++) {
          for (int d = 0; d < count; d++) {
            full[i][j] += map[i * count + c] * reduced[c * count + d] * map[j * count + d];
          }
        }
      }
    }
    return full;
  }
}
