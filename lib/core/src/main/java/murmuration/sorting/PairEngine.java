package murmuration.sorting;

import murmuration.math.Interruption;
import murmuration.math.SplitMix64;
import murmuration.math.Variates;

/**
 * Bubble cells, none frozen, one goal, uniform schedule, without idle turns. The pair that swaps
 * next is uniform over the pairs out of order (the oriented swap process). In continuous time, one
 * turn a cell and unit time, it takes an exponential time of a rate equal to their number, during
 * which the turns that change nothing come by as independent Poisson streams, at rates that depend
 * on the state: two Poisson numbers at the end therefore give all of them, with the law that they
 * have when every turn is drawn.
 *
 * <p>A swap takes the same steps whatever the values, since its branches could not be predicted:
 * pairs out of order are bits, and the one to swap is found by its rank among them.
 */
final class PairEngine implements Runner {
  private static final int OFTEN = 1 << 16;

  private final ArrayState state;
  private final SplitMix64 rng;
  private final long maxSwaps;
  private final Trail trail;

  /** Pair i, of positions i - 1 and i, is bit i + 1: two bits are free below, and many above. */
  private final long[] inverted;

  /** Values by position, from index 1; nothing is out of order with those at either end. */
  private final long[] value;

  private final int[] type;
  private int pairs;
  private long activations;

  PairEngine(ArrayState state, SplitMix64 rng, Ending ending, Trail trail) {
    this.state = state;
    this.rng = rng;
    maxSwaps = ending.maxSwaps();
    this.trail = trail;
    int n = state.n;
    int sign = state.goal[0] == PairCode.DESCENT ? 1 : -1;
    value = new long[n + 2];
    type = new int[n + 2];
    value[0] = Long.MIN_VALUE / 2;
    value[n + 1] = Long.MAX_VALUE / 2;
    type[0] = -1;
    type[n + 1] = -2;
    inverted = new long[(n + 5) / Long.SIZE + 2];
    for (int p = 0; p < n; p++) {
      value[p + 1] = (long) sign * state.value[state.at[p]];
      type[p + 1] = state.type[state.at[p]];
    }
    for (int i = 1; i < n; i++) {
      long bit = (value[i + 1] - value[i]) >>> 63;
      inverted[(i + 1) / Long.SIZE] |= bit << (i + 1);
      pairs += (int) bit;
    }
  }

  @Override
  public long activations() {
    return activations;
  }

  @Override
  public StopReason run() {
    int n = state.n;
    int[] at = state.at;
    int same = state.samePairs();
    int touching = touching();
    long swaps = state.swaps;
    double refused = 0;
    double idle = 0;
    while (pairs > 0 && swaps < maxSwaps) {
      double time = rng.nextExponential() / pairs;
      int willing = 2 * pairs - touching;
      refused += (willing - pairs) * time;
      idle += (n - willing) * time;
      long draw = rng.nextLong();
      int i = find((int) Math.unsignedMultiplyHigh(draw, pairs));
      long low = value[i + 1];
      long high = value[i];
      int before = window(i);
      int after =
          (before & 0b10001)
              | (int) ((low - value[i - 1]) >>> 63) << 1
              | (int) ((value[i + 2] - high) >>> 63) << 3;
      value[i] = low;
      value[i + 1] = high;
      flip(i, before ^ after);
      pairs += Integer.bitCount(after) - Integer.bitCount(before);
      touching += Integer.bitCount(after & after >> 1) - Integer.bitCount(before & before >> 1);
      int a = at[i - 1];
      at[i - 1] = at[i];
      at[i] = a;
      same += exchangeTypes(i);
      swaps++;
      int left = (int) draw & 1;
      trail.add(i - left, i - 1 + left, pairs, same);
      if ((swaps & (OFTEN - 1)) == 0) {
        Interruption.check("a run of an array");
      }
    }
    state.settle(swaps);
    state.compareAndSwap = swaps + Variates.poisson(rng, refused);
    activations = state.compareAndSwap + Variates.poisson(rng, idle);
    state.reads = activations;
    return pairs == 0 ? StopReason.SORTED : StopReason.MAX_SWAPS;
  }

  private int touching() {
    int touching = 0;
    for (int i = 2; i < state.n; i++) {
      touching += window(i) >> 1 & window(i) >> 2 & 1;
    }
    return touching;
  }

  /** The pair out of order of this rank, counted from 0. */
  private int find(int rank) {
    int k = rank;
    int w = 0;
    int count = Long.bitCount(inverted[0]);
    while (k >= count) {
      k -= count;
      count = Long.bitCount(inverted[++w]);
    }
    return w * Long.SIZE + Long.numberOfTrailingZeros(Long.expand(1L << k, inverted[w])) - 1;
  }

  /** Pairs i - 2 to i + 2 as bits 0 to 4. */
  private int window(int i) {
    int first = i - 1;
    int w = first >> 6;
    return (int) (inverted[w] >>> first | inverted[w + 1] << 1 << ~first) & 0b11111;
  }

  private void flip(int i, int change) {
    int first = i - 1;
    int w = first >> 6;
    inverted[w] ^= (long) change << first;
    inverted[w + 1] ^= (long) change >>> 1 >>> ~first;
  }

  /** How many pairs of like neighbours the swap of pair i makes. */
  private int exchangeTypes(int i) {
    int a = type[i];
    int b = type[i + 1];
    int left = type[i - 1];
    int right = type[i + 2];
    type[i] = b;
    type[i + 1] = a;
    return equal(left, b) + equal(a, right) - equal(left, a) - equal(b, right);
  }

  private static int equal(int a, int b) {
    int unlike = a ^ b;
    return (unlike | -unlike) >>> 31 ^ 1;
  }
}
