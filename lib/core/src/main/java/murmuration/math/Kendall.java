package murmuration.math;

import java.util.Arrays;

/**
 * Kendall's rank correlation, counted in O(n log n) (Knight 1966, A computer method for calculating
 * Kendall's tau with ungrouped data).
 *
 * <p>With C concordant and D discordant pairs among {@code n0 = n(n-1)/2}, {@code s = C - D} and
 * {@code tau-b = s / sqrt((n0 - n1)(n0 - n2))}, where n1 and n2 count the pairs tied in x and in y
 * (Kendall 1945, The treatment of ties in ranking problems). Pairs in which a value is NaN are left
 * out and do not count in n; infinite values are ordered like any other.
 *
 * @param n pairs without NaN
 * @param s concordant minus discordant pairs
 * @param x ties of x
 * @param y ties of y
 */
public record Kendall(int n, long s, Ties x, Ties y) {
  private static final int EXACT_BELOW = 50;

  /**
   * How values repeat, summed over the groups of t equal values.
   *
   * @param pairs {@code sum t(t-1)/2}
   * @param triples {@code sum t(t-1)(t-2)}
   * @param variance {@code sum t(t-1)(2t+5)}
   */
  public record Ties(long pairs, double triples, double variance) {
    static final Ties NONE = new Ties(0, 0, 0);

    /** The ties of values in ascending order. */
    static Ties ofSorted(long[] sorted, int n) {
      long pairs = 0;
      double triples = 0;
      double variance = 0;
      for (int from = 0, to; from < n; from = to) {
        to = from + 1;
        while (to < n && sorted[to] == sorted[from]) {
          to++;
        }
        long t = to - from;
        if (t > 1) {
          pairs += t * (t - 1) / 2;
          triples += (double) t * (t - 1) * (t - 2);
          variance += (double) t * (t - 1) * (2 * t + 5);
        }
      }
      return pairs == 0 ? NONE : new Ties(pairs, triples, variance);
    }
  }

  /**
   * Counts the pairs of x and y.
   *
   * @param x first variable, length n; NaN where missing
   * @param y second variable, length n; NaN where missing
   * @throws IllegalArgumentException if an array is null or their lengths differ
   */
  public static Kendall of(double[] x, double[] y) {
    Arguments.sameLength("x", x, "y", y);
    long[] a = new long[x.length];
    long[] b = new long[x.length];
    int n = 0;
    boolean ordered = true;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
        a[n] = Inversions.key(x[i]);
        b[n] = Inversions.key(y[i]);
        ordered &= n == 0 || a[n] > a[n - 1];
        n++;
      }
    }
    return ordered ? ofOrdered(b, n) : ofPairs(a, b, n);
  }

  /**
   * Counts the pairs of y and its position: the trend of y. NaN are left out, the positions of the
   * others stay in order.
   *
   * @param y variable, length n; NaN where missing
   * @throws IllegalArgumentException if y is null
   */
  public static Kendall ofOrder(double[] y) {
    long[] kept = new long[Arguments.present("y", y).length];
    int n = 0;
    for (double v : y) {
      kept[n] = Inversions.key(v);
      n += Double.isNaN(v) ? 0 : 1;
    }
    return ofOrdered(kept, n);
  }

  /** {@code ofOrder(y).tau()}: tau-b of y and its position. */
  public static double tau(double[] y) {
    return ofOrder(y).tau();
  }

  /**
   * Tau-b of each prefix and its positions, in O(n log n) in all (Fenwick tree of ranks): element j
   * is {@code tau(y[0..j])}. A NaN in y repeats the value before it; NaN while fewer than two
   * distinct values were seen.
   *
   * @param y variable, length n; NaN where missing
   * @throws IllegalArgumentException if y is null
   */
  public static double[] prefixes(double[] y) {
    return KendallPrefixes.of(Arguments.present("y", y));
  }

  /** Tau-b, in [-1, 1]; NaN if x or y is constant or n is below 2. */
  public double tau() {
    double pairs = pairs();
    return s / Math.sqrt((pairs - x.pairs) * (pairs - y.pairs));
  }

  /** The number of pairs, {@code n(n-1)/2}. */
  public double pairs() {
    return 0.5 * n * (n - 1.0);
  }

  /**
   * Variance of s for independent observations, corrected for ties: {@code (v0 - vx - vy)/18 + sum
   * t(t-1) sum u(u-1)/(2n(n-1)) + sum t(t-1)(t-2) sum u(u-1)(u-2)/(9n(n-1)(n-2))}, v0 = n(n-1)
   * (2n+5) (Kendall 1970, Rank correlation methods, eq. 4.4).
   */
  public double variance() {
    double m = n;
    double v0 = m * (m - 1) * (2 * m + 5);
    double v = (v0 - x.variance - y.variance) / 18;
    if (x.pairs > 0 && y.pairs > 0) {
      v += 2.0 * x.pairs * y.pairs / (m * (m - 1));
      v += n > 2 ? x.triples * y.triples / (9 * m * (m - 1) * (m - 2)) : 0;
    }
    return v;
  }

  /** Whether {@link #p} is exact: fewer than 50 pairs and no ties, as in R. */
  public boolean isExact() {
    return n < EXACT_BELOW && x.pairs == 0 && y.pairs == 0;
  }

  /**
   * Two-sided p of no association between <em>independent</em> observations: exact by the number of
   * inversions if {@link #isExact}, else normal, {@code z = s / sqrt(variance)}, without continuity
   * correction (R's {@code cor.test}). NaN where tau is NaN.
   */
  public double p() {
    if (Double.isNaN(tau())) {
      return Double.NaN;
    }
    if (isExact()) {
      long fewer = (Math.round(pairs()) - Math.abs(s)) / 2;
      return Math.min(1, 2 * Inversions.probabilityOfAtMost(fewer, n));
    }
    return Normal.twoSided(s / Math.sqrt(variance()));
  }

  /** Sorts y[0..n-1] (positions as x): y is overwritten. */
  private static Kendall ofOrdered(long[] y, int n) {
    long inversions = Inversions.sort(y, n);
    Ties ties = Ties.ofSorted(y, n);
    long pairs = (long) n * (n - 1) / 2;
    return new Kendall(n, pairs - ties.pairs - 2 * inversions, Ties.NONE, ties);
  }

  private static Kendall ofPairs(long[] x, long[] y, int n) {
    long[] sortedX = sorted(x, n);
    long[] sortedY = sorted(y, n);
    long[] pairs = new long[n];
    for (int i = 0; i < n; i++) {
      pairs[i] = (long) rank(sortedX, x[i]) << 32 | rank(sortedY, y[i]);
    }
    Arrays.sort(pairs);
    Ties both = Ties.ofSorted(pairs, n);
    for (int i = 0; i < n; i++) {
      pairs[i] = (int) pairs[i];
    }
    long discordant = Inversions.sort(pairs, n);
    Ties tx = Ties.ofSorted(sortedX, n);
    Ties ty = Ties.ofSorted(sortedY, n);
    long all = (long) n * (n - 1) / 2;
    return new Kendall(n, all - tx.pairs - ty.pairs + both.pairs - 2 * discordant, tx, ty);
  }

  private static long[] sorted(long[] keys, int n) {
    long[] sorted = Arrays.copyOf(keys, n);
    Arrays.sort(sorted);
    return sorted;
  }

  /** A rank that ties share: the place that the search, which is deterministic, finds. */
  private static int rank(long[] sorted, long key) {
    return Arrays.binarySearch(sorted, key);
  }
}
