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
 */
final class PairEngine implements Runner {
  private static final int OFTEN = 1 << 16;

  private final ArrayState state;
  private final SplitMix64 rng;
  private final long maxSwaps;
  private final Trail trail;
  private final int wrong;
  private final IndexSet inverted;
  private long activations;

  PairEngine(ArrayState state, SplitMix64 rng, Ending ending, Trail trail) {
    this.state = state;
    this.rng = rng;
    maxSwaps = ending.maxSwaps();
    this.trail = trail;
    wrong = state.goal[0];
    inverted = new IndexSet(state.n + 1);
    for (int i = 1; i < state.n; i++) {
      inverted.set(i, inverted(i));
    }
  }

  private int inverted(int i) {
    return (state.pair[i] & wrong) >>> (wrong - 1);
  }

  /** How many of the neighbours of pair i touch another pair out of order on their far side. */
  private int around(int i) {
    return (inverted(Math.max(0, i - 2)) & inverted(i - 1))
        + (inverted(i + 1) & inverted(Math.min(state.n, i + 2)));
  }

  @Override
  public long activations() {
    return activations;
  }

  @Override
  public StopReason run() {
    int n = state.n;
    int touching = 0;
    for (int i = 2; i < n; i++) {
      touching += inverted(i - 1) & inverted(i);
    }
    double refused = 0;
    double idle = 0;
    while (inverted.size() > 0 && state.swaps < maxSwaps) {
      int pairs = inverted.size();
      double time = rng.nextExponential() / pairs;
      int willing = 2 * pairs - touching;
      refused += (willing - pairs) * time;
      idle += (n - willing) * time;
      long draw = rng.nextLong();
      int i = inverted.get((int) Math.unsignedMultiplyHigh(draw, pairs));
      int left = (int) draw & 1;
      touching -= inverted(i - 1) + inverted(i + 1) + around(i);
      int p = i - left;
      int q = i - 1 + left;
      state.swap(p, q);
      touching += around(i);
      inverted.set(i, 0);
      inverted.set(i - 1, inverted(i - 1));
      inverted.set(i + 1, inverted(i + 1));
      trail.add(p, q, inverted.size(), state.samePairs());
      if ((state.swaps & (OFTEN - 1)) == 0) {
        Interruption.check("a run of an array");
      }
    }
    long refusals = Variates.poisson(rng, refused);
    state.compareAndSwap = state.swaps + refusals;
    activations = state.compareAndSwap + Variates.poisson(rng, idle);
    state.reads = activations;
    return inverted.size() == 0 ? StopReason.SORTED : StopReason.MAX_SWAPS;
  }
}
