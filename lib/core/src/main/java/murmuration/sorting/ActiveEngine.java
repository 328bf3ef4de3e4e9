package murmuration.sorting;

import murmuration.math.Interruption;
import murmuration.math.SplitMix64;
import org.jspecify.annotations.Nullable;

/**
 * Cells of the published kinds under the uniform or the burst schedule, without the bursts of cells
 * that can do nothing. The cell whose burst changes something next is uniform over the active ones;
 * what the others did meanwhile is drawn at the end ({@link IdleTurns}).
 */
final class ActiveEngine implements Runner {
  private static final int OFTEN = 1 << 12;

  private final ArrayState state;
  private final SplitMix64 rng;
  private final Ending ending;
  private final Trail trail;
  private final boolean descendingGoal;
  private final BurstLength lengths;
  private final double meanBurst;
  private final IndexSet active;
  private final InsertionFront front;
  private final IdleTurns idle;

  /** Whether there are bubble cells, whose neighbours matter to them. */
  private final boolean neighbourly;

  /** Whether there are selection cells, to which only their own position matters. */
  private final boolean seekers;

  private final boolean untilSorted;
  private long activations;
  private @Nullable StopReason reason;

  ActiveEngine(CellArray array, ArrayState state, SplitMix64 rng, Trail trail) {
    this.state = state;
    this.rng = rng;
    this.trail = trail;
    ending = array.ending();
    untilSorted = ending.rule() == StopRule.SORTED;
    descendingGoal = array.population().isDescending();
    meanBurst = array.schedule() instanceof Schedule.Burst(double mean) ? mean : 1;
    lengths = BurstLength.of(meanBurst);
    active = new IndexSet(state.n);
    front = new InsertionFront(state, active);
    idle = new IdleTurns(state, active, front, meanBurst);
    seekers = state.count(ArrayState.SELECTION) > 0;
    neighbourly = state.count(ArrayState.BUBBLE) > 0;
    for (int p = 0; p < state.n; p++) {
      renew(p);
    }
    front.renew();
  }

  @Override
  public long activations() {
    return activations;
  }

  @Override
  public StopReason run() {
    reason = state.swaps >= ending.maxSwaps() ? StopReason.MAX_SWAPS : ended();
    if (reason == null && active.size() == 0) {
      return StopReason.QUIESCENT;
    }
    int last = 0;
    int left = 0;
    for (int round = 1; reason == null; round++) {
      idle.pass(rng);
      last = active.get(rng.bounded(active.size()));
      int turns = meanBurst > 1 ? lengths.next(rng) : 1;
      left = act(last, turns);
      activations += turns - left;
      if (reason == null && active.size() == 0) {
        reason = StopReason.QUIESCENT;
      } else if (reason == null && left > 0) {
        activations += left;
        state.reads += (long) left * state.idleReads(last);
      }
      if (round % OFTEN == 0) {
        Interruption.check("a run of an array");
      }
    }
    StopReason end = reason;
    activations += idle.draw(rng);
    if (end == StopReason.QUIESCENT) {
      untilLooked(last, left);
    }
    return end;
  }

  /** The burst of an active cell, until it is idle or the run ends; how many turns are left. */
  private int act(int x, int turns) {
    int left = turns;
    int kind = state.kind[x];
    do {
      left--;
      int target =
          kind == ArrayState.BUBBLE
              ? state.bubble(x, rng.coin())
              : kind == ArrayState.SELECTION ? state.selection(x) : state.insertion(x);
      if (target != ArrayState.STAY) {
        swap(state.pos[x], target);
      } else if (kind == ArrayState.SELECTION) {
        renew(state.pos[x]);
      }
    } while (left > 0 && reason == null && active.contains(x));
    return left;
  }

  private void swap(int p, int target) {
    state.swap(p, target);
    idle.swapped(p, target);
    trail.add(p, target, errors(), state.samePairs());
    int low = Math.min(p, target);
    int high = Math.max(p, target);
    if (neighbourly) {
      renewAround(low, high);
    } else if (seekers) {
      renew(low);
      renew(high);
    }
    front.renew();
    reason = ended();
  }

  private void renewAround(int low, int high) {
    renew(low - 1);
    renew(low);
    if (high > low + 1) {
      renew(low + 1);
      renew(high - 1);
    }
    renew(high);
    renew(high + 1);
  }

  private void renew(int p) {
    if (p >= 0 && p < state.n) {
      int x = state.at[p];
      if (state.kind[x] != ArrayState.INSERTION) {
        active.renew(x, state.canAct(x));
      }
    }
  }

  private int errors() {
    return descendingGoal ? state.ascents() : state.descents();
  }

  private @Nullable StopReason ended() {
    if (untilSorted && errors() == 0) {
      return StopReason.SORTED;
    }
    return state.swaps >= ending.maxSwaps() ? StopReason.MAX_SWAPS : null;
  }

  /** At rest: idle turns go on until the next look, first those of the cell that acted last. */
  private void untilLooked(int last, int left) {
    int x = last;
    int turns = left;
    long missing = (ending.every() - activations % ending.every()) % ending.every();
    while (missing > 0) {
      long passed = Math.min(turns, missing);
      activations += passed;
      state.reads += passed * state.idleReads(x);
      missing -= passed;
      x = rng.bounded(state.n);
      turns = meanBurst > 1 ? lengths.next(rng) : 1;
    }
  }
}
