package murmuration.sorting;

import java.util.stream.IntStream;

/**
 * Which insertion cells can act: only one that stands where the order first breaks, or right of a
 * frozen cell that may be moved. Where that is changes with any swap, by whomever.
 */
final class InsertionFront {
  private final ArrayState state;
  private final IndexSet active;
  private final int[] goals;
  private final int[] movable;
  private final int[] acting;
  private int count;

  InsertionFront(ArrayState state, IndexSet active) {
    this.state = state;
    this.active = active;
    goals =
        IntStream.range(0, state.n)
            .filter(x -> state.kind[x] == ArrayState.INSERTION)
            .map(x -> state.goal[x])
            .distinct()
            .toArray();
    movable =
        IntStream.range(0, state.n)
            .filter(x -> state.kind[x] == ArrayState.FROZEN && !state.immovable && goals.length > 0)
            .toArray();
    acting = new int[goals.length + movable.length];
  }

  /** Insertion cells that can act. */
  int count() {
    return count;
  }

  /** Brings the membership of insertion cells up to date. */
  void renew() {
    if (goals.length == 0) {
      return;
    }
    for (int i = 0; i < count; i++) {
      active.remove(acting[i]);
    }
    count = 0;
    for (int goal : goals) {
      consider(state.breach(goal, state.n));
    }
    for (int x : movable) {
      consider(state.pos[x] + 1);
    }
  }

  private void consider(int position) {
    if (position >= state.n) {
      return;
    }
    int x = state.at[position];
    if (state.kind[x] == ArrayState.INSERTION && !active.contains(x) && state.canAct(x)) {
      active.add(x);
      acting[count++] = x;
    }
  }
}
