package murmuration.warning;

import murmuration.math.Interruption;
import murmuration.math.LagProducts;

/** Approximate entropy of one window (Pincus 1991, PNAS 88:2297). */
final class ApproximateEntropy {
  private ApproximateEntropy() {}

  /** {@code Phi(m) - Phi(m+1)} with tolerance {@code factor} times the population sd. */
  static double of(double[] x, int m, double factor) {
    int n = x.length;
    if (n <= m) {
      return Double.NaN;
    }
    double radius = factor * populationSd(x);
    int[] shorter = new int[n - m + 1];
    int[] longer = new int[n - m];
    for (int i = 0; i < n - m; i++) {
      Interruption.check("approximate entropy");
      for (int j = i + 1; j < n - m; j++) {
        if (matches(x, i, j, m, radius)) {
          shorter[i]++;
          shorter[j]++;
          if (Math.abs(x[i + m] - x[j + m]) <= radius) {
            longer[i]++;
            longer[j]++;
          }
        }
      }
      if (matches(x, i, n - m, m, radius)) {
        shorter[i]++;
        shorter[n - m]++;
      }
    }
    return (m == 0 ? 0 : phi(shorter)) - phi(longer);
  }

  private static boolean matches(double[] x, int i, int j, int m, double radius) {
    for (int l = 0; l < m; l++) {
      if (!(Math.abs(x[i + l] - x[j + l]) <= radius)) {
        return false;
      }
    }
    return true;
  }

  /** Mean logarithm of the shares, by how often each count occurs: equal counts, equal phi. */
  private static double phi(int[] others) {
    int[] times = new int[others.length];
    for (int count : others) {
      times[count]++;
    }
    double sum = 0;
    for (int count = 0; count < times.length; count++) {
      if (times[count] > 0) {
        sum += times[count] * Math.log((count + 1.0) / others.length);
      }
    }
    return sum / others.length;
  }

  private static double populationSd(double[] x) {
    return Math.sqrt(LagProducts.of(LagProducts.centred(x), 0)[0] / x.length);
  }
}
