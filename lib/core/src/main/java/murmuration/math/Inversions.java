package murmuration.math;

/** Inversions of a sequence: pairs out of order. */
final class Inversions {
  private static final int BLOCK = 4;

  private Inversions() {}

  /** A whole number that orders like v, which is not NaN; one for both zeros. */
  static long key(double v) {
    long bits = Double.doubleToRawLongBits(v + 0.0);
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }

  /**
   * Sorts a[0..n-1] ascending and returns the number of pairs i &lt; j with a[i] &gt; a[j]. Whole
   * numbers, because their comparison compiles to code without branches to mispredict.
   */
  static long sort(long[] a, int n) {
    long swaps = 0;
    for (int from = 0; from < n; from += BLOCK) {
      swaps += insertionSort(a, from, Math.min(from + BLOCK, n));
    }
    long[] source = a;
    long[] target = n > BLOCK ? new long[n] : a;
    for (int width = BLOCK; width < n; width *= 2) {
      for (int from = 0; from < n; from += 2 * width) {
        int mid = Math.min(from + width, n);
        swaps += merge(source, from, mid, Math.min(mid + width, n), target);
      }
      long[] swap = source;
      source = target;
      target = swap;
    }
    if (source != a) {
      System.arraycopy(source, 0, a, 0, n);
    }
    return swaps;
  }

  private static int insertionSort(long[] a, int from, int to) {
    int swaps = 0;
    for (int i = from + 1; i < to; i++) {
      long v = a[i];
      int j = i;
      while (j > from && a[j - 1] > v) {
        a[j] = a[--j];
      }
      a[j] = v;
      swaps += i - j;
    }
    return swaps;
  }

  private static long merge(long[] a, int from, int mid, int to, long[] out) {
    long swaps = 0;
    int i = from;
    int j = mid;
    int k = from;
    while (i < mid && j < to) {
      long left = a[i];
      long right = a[j];
      int inverted = right < left ? 1 : 0;
      out[k++] = Math.min(left, right);
      swaps += -inverted & (mid - i);
      j += inverted;
      i += 1 - inverted;
    }
    System.arraycopy(a, i, out, k, mid - i);
    System.arraycopy(a, j, out, k + mid - i, to - j);
    return swaps;
  }

  /**
   * Probability that a random permutation of m elements has at most k inversions, by the recursion
   * {@code P_m(k) = (1/m) sum_(j<m) P_(m-1)(k-j)} (Kendall 1938, A new measure of rank
   * correlation).
   *
   * @param k at most half of all pairs, so that each step adds positive terms
   */
  static double probabilityOfAtMost(long k, int m) {
    int size = Math.toIntExact(k) + 1;
    double[] p = new double[size];
    p[0] = 1;
    for (int elements = 2; elements <= m; elements++) {
      double[] next = new double[size];
      double window = 0;
      for (int i = 0; i < size; i++) {
        window += p[i] - (i >= elements ? p[i - elements] : 0);
        next[i] = window / elements;
      }
      p = next;
    }
    double sum = 0;
    for (double v : p) {
      sum += v;
    }
    return sum;
  }
}
