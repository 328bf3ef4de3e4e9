package murmuration.warning.nonlinear;

import java.util.Arrays;
import murmuration.math.Interruption;

/**
 * Correlation integrals of one series and one radius: which pairs of samples are close is kept as
 * bits, one row a sample, and a pair of m-histories is close where the row, moved by one, meets
 * that of the histories one shorter. Only the last row of each length is kept.
 */
final class BdsCounts {
  private final double[] x;
  private final int dimension;
  private final double radius;
  private final int used;

  /**
   * Counts that follow.
   *
   * @param dimension M, the longest histories; every count uses the first n-M+1 samples
   */
  BdsCounts(double[] x, int dimension, double radius) {
    this.x = x;
    this.dimension = dimension;
    this.radius = radius;
    this.used = x.length - dimension + 1;
  }

  /** The statistic for m = 2 .. M; NaN where its variance is not above 0. */
  double[] statistics() {
    double total = used;
    double[] sums = rowSums();
    double all = 0;
    double squares = 0;
    for (double s : sums) {
      all += s;
      squares += s * s;
    }
    double c1 = (all - total) / (total * (total - 1));
    double k = (squares - 3 * all + 2 * total) / (total * (total - 1) * (total - 2));
    long[] close = closeHistories();
    double[] statistics = new double[dimension - 1];
    for (int m = 2; m <= dimension; m++) {
      double cm = close[m - 1] / (0.5 * total * (total - 1));
      double variance = variance(m, c1, k);
      double value = Math.sqrt(total) * (cm - Math.pow(c1, m)) / Math.sqrt(variance);
      statistics[m - 2] = Double.isFinite(value) ? value : Double.NaN;
    }
    return statistics;
  }

  private static double variance(int m, double c1, double k) {
    double sum =
        Math.pow(k, m)
            + (m - 1.0) * (m - 1) * Math.pow(c1, 2 * m)
            - m * (double) m * k * Math.pow(c1, 2 * m - 2);
    for (int j = 1; j < m; j++) {
      sum += 2 * Math.pow(k, m - j) * Math.pow(c1, 2 * j);
    }
    return 4 * sum;
  }

  /** How many samples are close to each, itself included: the ends of a run of sorted values. */
  private double[] rowSums() {
    double[] sorted = Arrays.copyOf(x, used);
    Arrays.sort(sorted);
    double[] sums = new double[used];
    int first = 0;
    int end = 0;
    for (int i = 0; i < used; i++) {
      while (sorted[i] - sorted[first] >= radius) {
        first++;
      }
      while (end < used && sorted[end] - sorted[i] < radius) {
        end++;
      }
      sums[i] = end - first;
    }
    return sums;
  }

  /** Pairs of close histories of length 1 .. M. */
  private long[] closeHistories() {
    int words = (x.length + 63) / 64;
    long[][] rows = new long[dimension][words + 1];
    long[] close = new long[dimension];
    for (int i = x.length - 1; i >= 0; i--) {
      if ((i & 63) == 0) {
        Interruption.check("a BDS statistic");
      }
      for (int m = dimension - 1; m > 0; m--) {
        shift(rows[m - 1], rows[m], words);
      }
      closeTo(i, rows[0], words);
      for (int m = 1; m < dimension; m++) {
        for (int word = 0; word < words; word++) {
          rows[m][word] &= rows[0][word];
        }
      }
      if (i < used) {
        for (int m = 0; m < dimension; m++) {
          close[m] += count(rows[m]);
        }
      }
    }
    return close;
  }

  private static void shift(long[] from, long[] to, int words) {
    for (int word = 0; word < words; word++) {
      to[word] = (from[word] >>> 1) | (from[word + 1] << 63);
    }
  }

  /** Bit j of the row: j is after i and close to it. */
  private void closeTo(int i, long[] row, int words) {
    double centre = x[i];
    int first = (i + 1) / 64;
    Arrays.fill(row, 0, Math.min(first, words), 0);
    for (int word = first; word < words; word++) {
      long bits = 0;
      int start = word * 64;
      int end = Math.min(64, x.length - start);
      for (int bit = 0; bit < end; bit++) {
        bits |= (Math.abs(x[start + bit] - centre) < radius ? 1L : 0L) << bit;
      }
      row[word] = bits;
    }
    if (first < words) {
      row[first] &= -1L << (i + 1);
    }
  }

  private long count(long[] row) {
    long sum = 0;
    int whole = used / 64;
    for (int word = 0; word < whole; word++) {
      sum += Long.bitCount(row[word]);
    }
    int rest = used % 64;
    return rest == 0 ? sum : sum + Long.bitCount(row[whole] & ((1L << rest) - 1));
  }
}
