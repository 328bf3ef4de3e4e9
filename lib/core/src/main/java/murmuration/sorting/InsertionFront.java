package murmuration.sorting;

import java.util.Arrays;

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
    goals = goals(state);
    movable = goals.length > 0 && !state.immovable ? frozen(state) : new int[0];
    acting = new int[goals.length + movable.length];
  }

  /** The goals of insertion cells, in the order in which they come first. */
  private static int[] goals(ArrayState state) {
    int[] goals = new int[2];
    int count = 0;
    for (int x = 0; x < state.n && count < 2; x++) {
      if (state.kind[x] == ArrayState.INSERTION && (count == 0 || goals[0] != state.goal[x])) {
        goals[count++] = state.goal[x];
      }
    }
    return Arrays.copyOf(goals, count);
  }

  private static int[] frozen(ArrayState state) {
    int[] frozen = new int[state.n];
    int count = 0;
    for (int x = 0; x < state.n; x++) {
      if (state.kind[x] == ArrayState.FROZEN) {
        frozen[count++] = x;
      }
    }
    return Arrays.copyOf(frozen, count);
  }

  /** The goals of insertion cells, none twice; not to be changed. */
  int[] goals() {
    return goals;
  }

  /** Insertion cells that can act. */
  int count() {
    return count;
  }

  /** The i-th insertion cell that can act. */
  int acting(int i) {
    return acting[i];
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
      int breach = state.breach(goal, state.n);
      if (breach < state.n && state.goal[state.at[breach]] == goal) {
        add(state.at[breach]);
      }
    }
    for (int x : movable) {
      int beside = state.pos[x] + 1;
      if (beside < state.n && state.canAct(state.at[beside])) {
        add(state.at[beside]);
      }
    }
  }

  private void add(int x) {
    if (state.kind[x] == ArrayState.INSERTION && !active.contains(x)) {
      active.add(x);
      acting[count++] = x;
    }
  }
}
