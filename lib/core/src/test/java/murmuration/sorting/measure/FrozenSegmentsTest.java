package murmuration.sorting.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class FrozenSegmentsTest {
  /** The swaps of bubble cells that toss coins, with the errors after each. */
  private record Run(int[] start, int[] from, int[] to, int[] errors) {}

  private static Run bubble(int[] start, int[] frozen, long seed) {
    int[] a = start.clone();
    var isFrozen = new boolean[a.length];
    Arrays.stream(frozen).forEach(p -> isFrozen[p] = true);
    var random = Rng.of(seed);
    var from = IntStream.builder();
    var to = IntStream.builder();
    var errors = IntStream.builder();
    for (int turn = 0; turn < 200_000; turn++) {
      int p = random.nextInt(a.length - 1);
      if (a[p] > a[p + 1] && !isFrozen[p] && !isFrozen[p + 1]) {
        int v = a[p];
        a[p] = a[p + 1];
        a[p + 1] = v;
        from.add(p);
        to.add(p + 1);
        errors.add(Sortedness.descents(a));
      }
    }
    return new Run(start, from.build().toArray(), to.build().toArray(), errors.build().toArray());
  }

  @Test
  void frozenCellsCutAnArrayIntoOneSegmentMore() {
    assertArrayEquals(new int[] {2, 0, 5}, new FrozenSegments(9, new int[] {3, 2}).lengths());
    assertArrayEquals(new int[] {0, 3}, new FrozenSegments(4, new int[] {0, 0}).lengths());
    assertArrayEquals(new int[] {4}, new FrozenSegments(4, new int[0]).lengths());
    assertArrayEquals(new int[] {0, 0}, new FrozenSegments(1, new int[] {0}).lengths());
  }

  @Test
  void eachSegmentIsTheSortOfAnUnfrozenArray() {
    int[] frozen = {7, 19};
    var run = bubble(Orders.random(30, 1), frozen, 2);
    var segments = new FrozenSegments(30, frozen);
    var errors = segments.errors(run.start, run.from, run.to);
    int first = 0;
    for (int s = 0; s < 3; s++) {
      int length = segments.lengths()[s];
      int[] part = Arrays.copyOfRange(run.start, first, first + length);
      assertEquals(Sortedness.inversions(part), errors.get(s).length, "swaps are its inversions");
      assertEquals(0, errors.get(s)[errors.get(s).length - 1], "it is sorted at the end");
      first += length + 1;
    }
  }

  @Test
  void errorsInsideAreThoseOfTheArrayWithoutTheBorders() {
    int[] frozen = {4, 11};
    var run = bubble(Orders.random(20, 3), frozen, 4);
    int[] inside = new FrozenSegments(20, frozen).errorsInside(run.start, run.from, run.to);
    int[] a = run.start.clone();
    for (int i = 0; i < inside.length; i++) {
      int v = a[run.from[i]];
      a[run.from[i]] = a[run.to[i]];
      a[run.to[i]] = v;
      int borders = (int) IntStream.of(4, 5, 11, 12).filter(p -> a[p] < a[p - 1]).count();
      assertEquals(run.errors[i] - borders, inside[i]);
    }
  }

  @Test
  void withoutFrozenCellsNothingIsTakenApart() {
    var run = bubble(Orders.random(25, 5), new int[0], 6);
    var segments = new FrozenSegments(25, new int[0]);
    assertArrayEquals(run.errors, segments.errorsInside(run.start, run.from, run.to));
    assertEquals(
        DelayedGratification.of(run.errors).value(),
        segments.gratification(run.start, run.from, run.to),
        1e-12);
  }

  @Test
  void aSwapOverAFrozenCellIsRefused() {
    var segments = new FrozenSegments(5, new int[] {2});
    assertThrows(
        IllegalArgumentException.class,
        () -> segments.errors(new int[5], new int[] {1}, new int[] {3}));
  }
}
