package murmuration.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Corrects p-values for having tried several statistics on one record, by the draws of chance that
 * they share (Westfall and Young 1993, Resampling-based multiple testing, algorithm 2.8: step-down
 * min p). Holm's correction holds for any dependence and pays for it; this one uses the dependence
 * at hand, so that ten statistics that measure nearly the same count as little more than one. Under
 * the null the record is one more draw, so the chance that any corrected p is at most a level is at
 * most that level.
 */
public final class WestfallYoung {
  private WestfallYoung() {}

  /**
   * Corrected p-values of high values.
   *
   * @param observed the statistics of the record, length k; NaN where one is undefined
   * @param nulls the same of N draws of chance, {@code [k][N]}, N at least 1; draw j is one series
   *     for all statistics; NaN counts as at least as high as anything
   * @return corrected p, length k, each at least the p of the statistic by itself {@code (1 +
   *     #{null >= observed})/(N + 1)}; NaN where the statistic is
   */
  public static double[] correct(double[] observed, double[][] nulls) {
    Arguments.present("observed", observed);
    Arguments.present("nulls", nulls);
    Arguments.require(
        nulls.length == observed.length,
        "nulls has %d rows: expected %d, one for each statistic",
        nulls.length,
        observed.length);
    int k = observed.length;
    int n = k == 0 ? 0 : Arguments.present("nulls[0]", nulls[0]).length;
    int[][] ranks = new int[k][];
    for (int i = 0; i < k; i++) {
      int draws = Arguments.present("nulls[" + i + "]", nulls[i]).length;
      Arguments.require(
          draws == n && n > 0,
          "nulls[%d] has %d draws: expected %d, and at least 1",
          i,
          draws,
          Math.max(n, 1));
      ranks[i] = atLeast(observed[i], nulls[i]);
    }
    int[] byP =
        IntStream.range(0, k)
            .filter(i -> !Double.isNaN(observed[i]))
            .boxed()
            .sorted(Comparator.comparingInt(i -> ranks[i][0]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] corrected = new double[k];
    Arrays.fill(corrected, Double.NaN);
    int[] least = new int[n + 1];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int step = byP.length - 1; step >= 0; step--) {
      int[] own = ranks[byP[step]];
      int count = 0;
      for (int j = 0; j <= n; j++) {
        least[j] = Math.min(least[j], own[j]);
        count += least[j] <= own[0] ? 1 : 0;
      }
      corrected[byP[step]] = count / (n + 1.0);
    }
    for (int step = 1; step < byP.length; step++) {
      corrected[byP[step]] = Math.max(corrected[byP[step]], corrected[byP[step - 1]]);
    }
    return corrected;
  }

  /** For the record (first) and each draw: how many of all of them are at least as high. */
  private static int[] atLeast(double observed, double[] nulls) {
    int n = nulls.length;
    double[] all = new double[n + 1];
    all[0] = observed;
    for (int j = 0; j < n; j++) {
      all[j + 1] = Double.isNaN(nulls[j]) ? Double.POSITIVE_INFINITY : nulls[j];
    }
    double[] sorted = all.clone();
    Arrays.sort(sorted);
    int[] ranks = new int[n + 1];
    for (int j = 0; j <= n; j++) {
      ranks[j] = n + 1 - firstNotBelow(sorted, all[j]);
    }
    return ranks;
  }

  private static int firstNotBelow(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
