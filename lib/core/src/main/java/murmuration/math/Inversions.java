package murmuration.math;

import java.util.Arrays;

/** Inversions of a sequence: pairs out of order. */
public final class Inversions {
  private static final int LONGEST_RUN = 7;

  private Inversions() {}

  /**
   * The number of pairs i &lt; j with a[i] &gt; a[j], in O(n log n).
   *
   * @param a values, any number of them
   */
  public static long of(int[] a) {
    long[] copy = Arrays.stream(Arguments.present("a", a)).asLongStream().toArray();
    return sort(copy, copy.length);
  }

  /** A whole number that orders like v, which is not NaN; one for both zeros. */
  static long key(double v) {
    long bits = Double.doubleToRawLongBits(v + 0.0);
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }

  /**
   * Sorts a[0..n-1] ascending and returns the number of pairs i &lt; j with a[i] &gt; a[j]. Whole
   * numbers, because their comparison compiles to code without branches to mispredict; padded with
   * the largest one to equal runs, which adds no inversion.
   */
  static long sort(long[] a, int n) {
    int runs = 1;
    while (Math.ceilDiv(n, runs) > LONGEST_RUN) {
      runs *= 2;
    }
    int run = Math.ceilDiv(n, runs);
    long[] source = Arrays.copyOf(a, run * runs);
    Arrays.fill(source, n, source.length, Long.MAX_VALUE);
    long swaps = 0;
    for (int from = 0; from < n; from += run) {
      swaps += insertionSort(source, from, from + run);
    }
    long[] target = new long[source.length];
    for (int width = run; width < n; width *= 2) {
      for (int from = 0; from < source.length; from += 2 * width) {
        swaps += merge(source, from, from + width, target);
      }
      long[] swap = source;
      source = target;
      target = swap;
    }
    System.arraycopy(source, 0, a, 0, n);
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

  /**
   * Merges two runs of equal length from both ends at once: half of the elements are placed from
   * the front, half from the back, so that no end needs a check and two chains of steps overlap.
   * Each element of the second run counts those of the first that are above it.
   */
  private static long merge(long[] a, int from, int mid, long[] out) {
    long swaps = 0;
    int i = from;
    int j = mid;
    int lastI = mid - 1;
    int lastJ = 2 * mid - from - 1;
    for (int k = from, lastK = lastJ; k < mid; k++, lastK--) {
      long left = a[i];
      long right = a[j];
      int inverted = right < left ? 1 : 0;
      out[k] = Math.min(left, right);
      swaps += -inverted & (mid - i);
      j += inverted;
      i += 1 - inverted;
      long lastLeft = a[lastI];
      long lastRight = a[lastJ];
      int above = lastRight < lastLeft ? 1 : 0;
      out[lastK] = Math.max(lastLeft, lastRight);
      swaps += above - 1 & (mid - 1 - lastI);
      lastI -= above;
      lastJ -= 1 - above;
    }
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
