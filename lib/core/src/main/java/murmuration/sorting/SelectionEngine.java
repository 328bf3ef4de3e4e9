package murmuration.sorting;

import murmuration.math.Interruption;
import murmuration.math.SplitMix64;
import org.jspecify.annotations.Nullable;

/**
 * Selection cells, none frozen, until they are sorted, without the bursts of cells that rest: as
 * {@link ActiveEngine}, with nothing looked at that only other kinds need.
 */
final class SelectionEngine implements Runner {
  private static final int OFTEN = 1 << 12;

  private final ArrayState state;
  private final SplitMix64 rng;
  private final long maxSwaps;
  private final Trail trail;
  private final boolean descendingGoal;
  private final double meanBurst;
  private final IndexSet active;
  private final IdleTurns idle;
  private long steps;
  private long resting;

  SelectionEngine(CellArray array, ArrayState state, SplitMix64 rng, Trail trail) {
    this.state = state;
    this.rng = rng;
    this.trail = trail;
    maxSwaps = array.ending().maxSwaps();
    descendingGoal = array.population().isDescending();
    meanBurst = array.schedule() instanceof Schedule.Burst(double mean) ? mean : 1;
    active = new IndexSet(state.n);
    for (int x = 0; x < state.n; x++) {
      active.renew(x, state.canAct(x));
    }
    idle = new IdleTurns(state, active, new InsertionFront(state, active), meanBurst);
  }

  @Override
  public long activations() {
    return steps + resting;
  }

  @Override
  public StopReason run() {
    var lengths = BurstLength.of(meanBurst);
    StopReason reason = state.swaps >= maxSwaps ? StopReason.MAX_SWAPS : sorted();
    for (int round = 1; reason == null; round++) {
      if (active.size() == 0) {
        reason = StopReason.QUIESCENT;
        break;
      }
      idle.pass(rng);
      int x = active.get(rng.bounded(active.size()));
      int left = meanBurst > 1 ? lengths.next(rng) : 1;
      while (left > 0 && reason == null && active.contains(x)) {
        left--;
        reason = turn(x);
      }
      resting += reason == null ? left : 0;
      if ((round & (OFTEN - 1)) == 0) {
        Interruption.check("a run of an array");
      }
    }
    state.compareAndSwap += steps;
    state.reads += steps + resting;
    resting += idle.draw(rng);
    return reason;
  }

  private @Nullable StopReason turn(int x) {
    steps++;
    int ideal = state.memory[x];
    int occupant = state.at[ideal];
    int p = state.pos[x];
    if (state.value[x] >= state.value[occupant]) {
      int next = state.goal[x] == PairCode.DESCENT ? ideal + 1 : ideal - 1;
      state.memory[x] = next;
      if (next == p || next < 0 || next >= state.n) {
        active.remove(x);
      }
      return null;
    }
    state.swap(p, ideal);
    active.remove(x);
    active.renew(occupant, state.canAct(occupant));
    trail.add(p, ideal, errors(), state.samePairs());
    StopReason sorted = sorted();
    return sorted == null && state.swaps >= maxSwaps ? StopReason.MAX_SWAPS : sorted;
  }

  private int errors() {
    return descendingGoal ? state.ascents() : state.descents();
  }

  private @Nullable StopReason sorted() {
    return errors() == 0 ? StopReason.SORTED : null;
  }
}
