package murmuration.math;

/** Inversions of a sequence: pairs out of order. */
final class Inversions {
  private static final int BLOCK = 8;

  private Inversions() {}

  /** Sorts a[0..n-1] ascending and returns the number of pairs i &lt; j with a[i] &gt; a[j]. */
  static long sort(double[] a, int n) {
    long swaps = 0;
    for (int from = 0; from < n; from += BLOCK) {
      swaps += insertionSort(a, from, Math.min(from + BLOCK, n));
    }
    double[] source = a;
    double[] target = n > BLOCK ? new double[n] : a;
    for (int width = BLOCK; width < n; width *= 2) {
      for (int from = 0; from < n; from += 2 * width) {
        int mid = Math.min(from + width, n);
        swaps += merge(source, from, mid, Math.min(mid + width, n), target);
      }
      double[] swap = source;
      source = target;
      target = swap;
    }
    if (source != a) {
      System.arraycopy(source, 0, a, 0, n);
    }
    return swaps;
  }

  private static int insertionSort(double[] a, int from, int to) {
    int swaps = 0;
    for (int i = from + 1; i < to; i++) {
      double v = a[i];
      int j = i;
      while (j > from && a[j - 1] > v) {
        a[j] = a[--j];
      }
      a[j] = v;
      swaps += i - j;
    }
    return swaps;
  }

  private static long merge(double[] a, int from, int mid, int to, double[] out) {
    long swaps = 0;
    int i = from;
    int j = mid;
    int k = from;
    while (i < mid && j < to) {
      double left = a[i];
      double right = a[j];
      boolean inverted = right < left;
      out[k++] = inverted ? right : left;
      swaps += inverted ? mid - i : 0;
      i += inverted ? 0 : 1;
      j += inverted ? 1 : 0;
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
