package murmuration.sorting.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TraditionalSortTest {
  @Property(tries = 100)
  void everySortSorts(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 20) Integer> drawn) {
    int[] a = Orders.array(drawn);
    int[] sorted = Arrays.stream(a).sorted().toArray();
    for (var sort : TraditionalSort.values()) {
      assertArrayEquals(sorted, sort.sort(a).values());
    }
  }

  @Property(tries = 100)
  void neighbourSortsSwapOnceForEachInversion(@ForAll @Size(min = 1, max = 40) int[] a) {
    long inversions = Sortedness.inversions(a);
    assertEquals(inversions, TraditionalSort.BUBBLE.sort(a).swaps());
    assertEquals(inversions, TraditionalSort.BUBBLE_ALL_PASSES.sort(a).swaps());
    assertEquals(inversions, TraditionalSort.INSERTION.sort(a).swaps());
  }

  @Property(tries = 50)
  void theErrorSeriesIsThatOfTheStates(
      @ForAll @IntRange(min = 2, max = 30) int n, @ForAll int seed) {
    int[] a = Orders.random(n, seed);
    var run = TraditionalSort.SELECTION.sort(a);
    int[] b = a.clone();
    int[] errors = run.descentsAfterSwap();
    int swap = 0;
    for (int i = 0; i < n; i++) {
      int least = IntStream.range(i, n).reduce(i, (p, q) -> b[q] < b[p] ? q : p);
      if (least != i) {
        int v = b[i];
        b[i] = b[least];
        b[least] = v;
        assertEquals(Sortedness.descents(b), errors[swap++]);
      }
    }
    assertEquals(swap, errors.length);
  }

  @Test
  void allPassesCompareEveryPair() {
    int[] a = Orders.random(100, 1);
    assertEquals(4950, TraditionalSort.BUBBLE_ALL_PASSES.sort(a).comparisons());
    assertTrue(TraditionalSort.BUBBLE.sort(a).comparisons() <= 4950);
    assertEquals(99, TraditionalSort.BUBBLE.sort(IntStream.range(0, 100).toArray()).comparisons());
    assertEquals(4950, TraditionalSort.SELECTION.sort(a).comparisons());
  }

  @Test
  void insertionComparesOncePerSwapAndOnceMoreWhereItStops() {
    var run = TraditionalSort.INSERTION.sort(new int[] {2, 1, 3, 0});
    assertEquals(4, run.swaps());
    assertEquals(5, run.comparisons(), "two cells reach the left end, one is stopped");
    assertEquals(9, run.cost().published());
  }

  @Test
  void frozenCellsStayAndTheirNeighboursSortBesideThem() {
    int[] a = {3, 9, 2, 5, 1, 0};
    int[] apart = {2, 3, 9, 5, 0, 1};
    assertArrayEquals(
        apart, TraditionalSort.BUBBLE.sort(new int[] {3, 2, 9, 5, 1, 0}, 2, 3).values());
    assertArrayEquals(
        apart, TraditionalSort.INSERTION.sort(new int[] {3, 2, 9, 5, 1, 0}, 3, 2).values());
    assertArrayEquals(
        new int[] {3, 9, 2, 5, 1, 0},
        TraditionalSort.SELECTION.sort(a, 5).values(),
        "the smallest is frozen at the end, so nobody can take it");
  }

  @Test
  void aSortOfAFrozenArrayDoesNothing() {
    boolean[] all = new boolean[9];
    Arrays.fill(all, true);
    int[] a = Orders.random(9, 3);
    for (var sort : TraditionalSort.values()) {
      var run = sort.sort(a, all);
      assertArrayEquals(a, run.values());
      assertEquals(0, run.swaps());
    }
  }
}
