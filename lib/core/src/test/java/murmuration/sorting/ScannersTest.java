package murmuration.sorting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import murmuration.math.SplitMix64;
import murmuration.sorting.policy.Algotypes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is kept along a run is what a look at every cell gives. */
class ScannersTest {
  private static ArrayState state(int n, int frozen, boolean conflict, SplitMix64 rng) {
    var array =
        CellArray.of(n)
            .algotypes(Algotypes.INSERTION, Algotypes.BUBBLE, Algotypes.SELECTION)
            .frozen(Math.min(n, frozen), FrozenMode.MOVABLE);
    var start = array.population().draw(rng);
    boolean[] down = new boolean[n];
    for (int x = 0; x < n; x++) {
      down[x] = conflict && rng.coin() == 1;
    }
    return array.state(new CellStart(start.values(), start.types(), down, start.frozen()));
  }

  @Property(tries = 200)
  void exposuresAreThoseOfEveryIdleCell(
      @ForAll @IntRange(min = 1, max = 150) int n,
      @ForAll @IntRange(max = 3) int frozen,
      @ForAll boolean conflict,
      @ForAll long seed) {
    var rng = new SplitMix64(seed);
    var state = state(n, frozen, conflict, rng);
    var active = new IndexSet(n);
    var front = new InsertionFront(state, active);
    var scanners = Arrays.stream(front.goals()).mapToObj(g -> new Scanners(state, g)).toList();
    double[] exposure = new double[n + Scanners.MARGIN];
    double[] expected = new double[n + Scanners.MARGIN];
    for (int step = 0; step < 60; step++) {
      front.renew();
      double span = rng.nextDouble();
      scanners.forEach(s -> s.pass(span, front, exposure));
      for (int x = 0; x < n; x++) {
        if (state.kind[x] == ArrayState.INSERTION && !active.contains(x)) {
          expected[state.idleReads(x)] += span;
        }
      }
      int p = rng.bounded(n);
      int q = step % 3 == 0 ? rng.bounded(n) : Math.min(n - 1, p + 1);
      if (p != q) {
        state.swap(p, q);
        scanners.forEach(s -> s.swapped(p, q));
      }
    }
    assertArrayEquals(expected, exposure, 1e-10);
    for (int reads = 0; reads < expected.length; reads++) {
      assertEquals(expected[reads] == 0, exposure[reads] == 0);
    }
  }

  @Property(tries = 200)
  void orderBreaksWhereALookAtEveryPairSays(
      @ForAll @IntRange(min = 1, max = 100) int n,
      @ForAll @IntRange(max = 3) int frozen,
      @ForAll long seed) {
    var rng = new SplitMix64(seed);
    var state = state(n, frozen, false, rng);
    for (int step = 0; step < 60; step++) {
      int until = rng.bounded(n + 1);
      for (int wrong : List.of(PairCode.DESCENT, PairCode.ASCENT)) {
        assertEquals(breach(state, wrong, until), state.breach(wrong, until));
      }
      int p = rng.bounded(n);
      int q = step % 3 == 0 ? rng.bounded(n) : Math.min(n - 1, p + 1);
      if (p != q) {
        state.swap(p, q);
      }
    }
  }

  private static int breach(ArrayState state, int wrong, int until) {
    for (int i = 1; i < until; i++) {
      int a = state.at[i - 1];
      int b = state.at[i];
      boolean frozen = state.kind[a] == ArrayState.FROZEN || state.kind[b] == ArrayState.FROZEN;
      int rise = Integer.compare(state.value[b], state.value[a]);
      if (!frozen && rise == (wrong == PairCode.DESCENT ? -1 : 1)) {
        return i;
      }
    }
    return until;
  }
}
