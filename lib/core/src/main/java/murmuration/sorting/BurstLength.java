package murmuration.sorting;

import murmuration.math.SplitMix64;

/**
 * Geometric burst lengths by inversion, {@code max(1, ceil(ln(1-u) / ln(1-1/B)))}. Where they are
 * short enough, the draws at which the length changes are found beforehand, so that no logarithm is
 * taken while cells act.
 */
final class BurstLength {
  private static final double UNIT = 0x1p-53;
  private static final long DRAWS = 1L << 53;
  private static final int GUIDE_BITS = 8;
  private static final int GUIDE_SHIFT = 53 - GUIDE_BITS;
  private static final double LONGEST_MEAN = 200;

  /** The lengths that were asked for last: all runs of an ensemble ask for the same. */
  private static volatile BurstLength last = new BurstLength(1);

  private final double mean;
  private final double scale;

  /** {@code change[l]} is the first of the 2^53 draws that gives more than l + 1. */
  private final long[] change;

  private final int[] guide;

  private BurstLength(double mean) {
    this.mean = mean;
    scale = mean <= 1 ? 0 : StrictMath.log(1 - 1 / mean);
    boolean tabled = mean > 1 && mean <= LONGEST_MEAN;
    change = new long[tabled ? length(DRAWS - 1) : 0];
    guide = new int[tabled ? 1 << GUIDE_BITS : 0];
    for (int l = 0; l < change.length; l++) {
      change[l] = firstAbove(l + 1);
    }
    for (int i = 0; i < guide.length; i++) {
      guide[i] = length((long) i << GUIDE_SHIFT);
    }
  }

  /** Lengths with this mean. */
  static BurstLength of(double mean) {
    BurstLength lengths = last;
    if (lengths.mean != mean) {
      lengths = new BurstLength(mean);
      last = lengths;
    }
    return lengths;
  }

  /** The next length; one draw, also where all lengths are 1. */
  int next(SplitMix64 rng) {
    long draw = rng.nextLong() >>> 11;
    if (guide.length == 0) {
      return length(draw);
    }
    int length = guide[(int) (draw >>> GUIDE_SHIFT)];
    while (draw >= change[length - 1]) {
      length++;
    }
    return length;
  }

  private int length(long draw) {
    return mean <= 1 ? 1 : Math.max(1, (int) Math.ceil(StrictMath.log(1 - draw * UNIT) / scale));
  }

  private long firstAbove(int length) {
    long low = 0;
    long high = DRAWS;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (length(middle) > length) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
