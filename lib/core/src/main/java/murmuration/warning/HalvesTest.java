package murmuration.warning;

import java.util.Arrays;

/** Whether the two halves of a window come from one distribution (Kolmogorov and Smirnov). */
final class HalvesTest {
  private static final int TERMS = 101;

  private HalvesTest() {}

  /** Asymptotic two-sample p of the first {@code floor(n/2)} samples against the others. */
  static double p(double[] x) {
    int n = x.length / 2;
    int m = x.length - n;
    double[] a = Arrays.copyOfRange(x, 0, n);
    double[] b = Arrays.copyOfRange(x, n, x.length);
    Arrays.sort(a);
    Arrays.sort(b);
    double distance = 0;
    int i = 0;
    int j = 0;
    while (i < n && j < m) {
      double v = Math.min(a[i], b[j]);
      while (i < n && a[i] <= v) {
        i++;
      }
      while (j < m && b[j] <= v) {
        j++;
      }
      distance = Math.max(distance, Math.abs(i / (double) n - j / (double) m));
    }
    return tail(distance * Math.sqrt((double) n * m / (n + m)));
  }

  /** {@code P(K > t)} of Kolmogorov's distribution; by the theta series for small t. */
  static double tail(double t) {
    if (t <= 0) {
      return 1;
    }
    double sum = 0;
    if (t < 1) {
      for (int k = 1; k < TERMS; k += 2) {
        sum += Math.exp(-k * k * Math.PI * Math.PI / (8 * t * t));
      }
      return 1 - Math.sqrt(2 * Math.PI) / t * sum;
    }
    for (int k = 1; k < TERMS; k++) {
      sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * t * t);
    }
    return sum;
  }
}
