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
  private long activations;

  ActiveEngine(CellArray array, ArrayState state, SplitMix64 rng, Trail trail) {
    this.state = state;
    this.rng = rng;
    this.trail = trail;
    ending = array.ending();
    descendingGoal = array.population().isDescending();
    meanBurst = array.schedule() instanceof Schedule.Burst(double mean) ? mean : 1;
    lengths = BurstLength.of(meanBurst);
    active = new IndexSet(state.n);
    front = new InsertionFront(state, active);
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
    var idle = new IdleTurns(state, active, front, meanBurst);
    @Nullable StopReason reason =
        state.swaps >= ending.maxSwaps() ? StopReason.MAX_SWAPS : sorted();
    if (reason == null && active.size() == 0) {
      return StopReason.QUIESCENT;
    }
    int last = 0;
    int left = 0;
    for (int round = 1; reason == null; round++) {
      idle.pass(rng);
      last = active.get(rng.bounded(active.size()));
      left = meanBurst > 1 ? lengths.next(rng) : 1;
      while (left > 0 && reason == null && active.contains(last)) {
        left--;
        reason = turn(last);
      }
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
    activations += idle.draw(rng);
    if (reason == StopReason.QUIESCENT) {
      untilLooked(last, left);
    }
    return reason;
  }

  private @Nullable StopReason turn(int x) {
    activations++;
    int kind = state.kind[x];
    int target =
        kind == ArrayState.BUBBLE
            ? state.bubble(x, rng.coin())
            : kind == ArrayState.SELECTION ? state.selection(x) : state.insertion(x);
    if (target == ArrayState.STAY) {
      renew(state.pos[x]);
      return null;
    }
    int p = state.pos[x];
    state.swap(p, target);
    trail.add(p, target, errors(), state.samePairs());
    int low = Math.min(p, target);
    int high = Math.max(p, target);
    renew(low - 1);
    renew(low);
    if (high > low + 1) {
      renew(low + 1);
      renew(high - 1);
    }
    renew(high);
    renew(high + 1);
    front.renew();
    StopReason sorted = sorted();
    return sorted == null && state.swaps >= ending.maxSwaps() ? StopReason.MAX_SWAPS : sorted;
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

  private @Nullable StopReason sorted() {
    return ending.rule() == StopRule.SORTED && errors() == 0 ? StopReason.SORTED : null;
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
