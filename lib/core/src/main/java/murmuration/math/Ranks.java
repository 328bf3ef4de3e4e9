package murmuration.math;

import java.util.Arrays;

/** Ranks and the order of values; O(n log n). */
public final class Ranks {
  private Ranks() {}

  /**
   * Ranks 1..n, tied values sharing the mean of their ranks. NaN get NaN and do not count.
   *
   * @param x values, length n
   */
  public static double[] average(double[] x) {
    double[] sorted = sorted(Arguments.present("x", x), x.length);
    int n = present(sorted);
    double[] ranks = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      if (Double.isNaN(x[i])) {
        ranks[i] = Double.NaN;
      } else {
        int first = first(sorted, x[i]);
        ranks[i] = 0.5 * (first + 1 + after(sorted, n, x[i]));
      }
    }
    return ranks;
  }

  /**
   * The positions of the values in ascending order: x[order[0]] is the smallest. Tied values keep
   * their order; NaN come last.
   *
   * @param x values, length n
   */
  public static int[] order(double[] x) {
    double[] sorted = sorted(Arguments.present("x", x), x.length);
    int missing = present(sorted);
    int[] taken = new int[x.length];
    int[] order = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      int first = Double.isNaN(x[i]) ? missing : first(sorted, x[i]);
      order[first + taken[first]++] = i;
    }
    return order;
  }

  /** The first n values in ascending order, NaN last. */
  static double[] sorted(double[] x, int n) {
    double[] sorted = new double[n];
    for (int i = 0; i < n; i++) {
      sorted[i] = x[i] + 0.0; // makes -0.0 and 0.0 one value
    }
    Arrays.sort(sorted);
    return sorted;
  }

  /** The number of sorted values below v, which is not NaN. */
  static int first(double[] sorted, double v) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (sorted[mid] < v) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  private static int after(double[] sorted, int n, double v) {
    int low = 0;
    int high = n;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (sorted[mid] <= v) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  private static int present(double[] sorted) {
    int n = sorted.length;
    while (n > 0 && Double.isNaN(sorted[n - 1])) {
      n--;
    }
    return n;
  }
}
