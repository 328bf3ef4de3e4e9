package murmuration.sorting;

import java.util.stream.IntStream;
import murmuration.math.SplitMix64;

/** Does to an array what a perturbation says. */
final class Disturber {
  private final ArrayState state;
  private final SplitMix64 rng;

  Disturber(ArrayState state, SplitMix64 rng) {
    this.state = state;
    this.rng = rng;
  }

  Disturbance apply(Perturbation perturbation, long activations) {
    switch (perturbation) {
      case Perturbation.Freeze(int count) -> freeze(count);
      case Perturbation.Unfreeze() ->
          IntStream.range(0, state.n).filter(this::isFrozen).forEach(x -> state.freeze(x, false));
      case Perturbation.Scramble(double fraction) -> scramble(fraction);
      case Perturbation.BlockSwap(int length) -> blockSwap(Math.min(length, state.n / 2));
    }
    boolean[] frozen = new boolean[state.n];
    for (int x = 0; x < frozen.length; x++) {
      frozen[x] = isFrozen(x);
    }
    return new Disturbance(
        perturbation, Math.toIntExact(state.swaps), activations, state.at, frozen);
  }

  private boolean isFrozen(int x) {
    return state.kind[x] == ArrayState.FROZEN;
  }

  private boolean isFixed(int position) {
    return state.immovable && isFrozen(state.at[position]);
  }

  private void freeze(int count) {
    int[] free = IntStream.range(0, state.n).filter(x -> !isFrozen(x)).toArray();
    rng.shuffle(free);
    for (int i = 0; i < Math.min(count, free.length); i++) {
      state.freeze(free[i], true);
    }
  }

  private void scramble(double fraction) {
    int[] positions = IntStream.range(0, state.n).filter(p -> !isFixed(p)).toArray();
    rng.shuffle(positions);
    int chosen = (int) Math.min(positions.length, Math.round(fraction * state.n));
    for (int i = chosen - 1; i > 0; i--) {
      exchange(positions[i], positions[rng.bounded(i + 1)]);
    }
  }

  private void blockSwap(int length) {
    if (length == 0) {
      return;
    }
    int rest = state.n - 2 * length;
    int one = rng.bounded(rest + 2);
    int other = rng.bounded(rest + 1);
    other += other >= one ? 1 : 0;
    int first = Math.min(one, other);
    int second = Math.max(one, other) - 1 + length;
    for (int i = 0; i < length; i++) {
      if (!isFixed(first + i) && !isFixed(second + i)) {
        exchange(first + i, second + i);
      }
    }
  }

  /** Not a swap of the cells: it does not count. */
  private void exchange(int p, int q) {
    if (p != q) {
      state.swap(p, q);
      state.swaps--;
    }
  }
}
