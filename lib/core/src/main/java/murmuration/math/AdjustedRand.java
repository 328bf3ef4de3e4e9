package murmuration.math;

/**
 * The adjusted Rand index of two partitions of the same items: the share of pairs of items on which
 * they agree, less what chance gives and scaled to 1 at the most (Hubert and Arabie 1985, Comparing
 * partitions, Journal of Classification 2:193, eq. 5). Which label a class bears does not matter.
 * It is 1 for equal partitions, 0 on average for random ones with the same class sizes, and may be
 * below 0.
 */
public final class AdjustedRand {
  private AdjustedRand() {}

  /**
   * The index. Two partitions without a choice, all items in one class in both or each in its own
   * in both, are equal: 1.
   *
   * @param a label of each of n items, at least one; any whole numbers
   * @param b label of the same items in the other partition
   */
  public static double of(int[] a, int[] b) {
    var pairs = LabelPairs.of(a, b);
    double together = choose2(pairs.counts());
    double inA = choose2(pairs.inFirst());
    double inB = choose2(pairs.inSecond());
    double all = (double) pairs.n() * (pairs.n() - 1) / 2;
    double most = (inA + inB) / 2;
    double expected = all == 0 ? 0 : inA / all * inB;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double choose2(long[] counts) {
    double sum = 0;
    for (long count : counts) {
      sum += (double) count * (count - 1) / 2;
    }
    return sum;
  }
}
