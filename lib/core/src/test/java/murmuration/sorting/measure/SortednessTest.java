package murmuration.sorting.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Kendall;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SortednessTest {
  @Test
  void anArrayInOrderHasNoErrorOfAnyKind() {
    var sorted = Sortedness.of(new int[] {-3, 0, 1, 7});
    assertEquals(new Sortedness(4, 0, 0, 0, 0), sorted);
    assertEquals(100, sorted.monotonicityPercent());
    assertEquals(1, sorted.tau());
  }

  @Test
  void anArrayInReverseHasTheLargestErrorsOfAllButItsMiddle() {
    assertEquals(new Sortedness(5, 4, 4, 10, 12), Sortedness.of(new int[] {5, 4, 3, 2, 1}));
    assertEquals(-1, Sortedness.of(new int[] {5, 4, 3, 2, 1}).tau());
  }

  @Test
  void equalNeighboursAreInOrder() {
    assertEquals(0, Sortedness.descents(new int[] {2, 2, 2}));
    assertEquals(0, Sortedness.inversions(new int[] {2, 2, 2}));
    assertEquals(2, Sortedness.footrule(new int[] {2, 2, 2}), "ranks 1, 1, 1 against 0, 1, 2");
  }

  @Test
  void oneCellIsSortedAndNoCellIsRefused() {
    assertEquals(new Sortedness(1, 0, 0, 0, 0), Sortedness.of(new int[] {7}));
    assertEquals(100, Sortedness.monotonicityPercent(new int[] {7}));
    assertThrows(IllegalArgumentException.class, () -> Sortedness.of(new int[0]));
    assertThrows(IllegalArgumentException.class, () -> Sortedness.descents(new int[0]));
  }

  @Test
  void theSmallestNumberOrdersBelowAllOthersForADescendingTargetToo() {
    int[] extremes = {Integer.MAX_VALUE, 0, Integer.MIN_VALUE};
    assertEquals(0, Sortedness.descending(extremes).inversions());
    assertEquals(2, Sortedness.of(extremes).descents());
  }

  @Test
  void aTypeThatIsAbsentHasNoAscents() {
    int[] values = {3, 1, 2, 5, 4};
    int[] types = {0, 1, 0, 1, 0};
    assertEquals(1, Sortedness.perTypeAscents(values, types, 0), "3, 2, 4");
    assertEquals(1, Sortedness.perTypeAscents(values, types, 1), "1, 5");
    assertEquals(Double.NaN, Sortedness.perTypeAscents(values, types, 2));
  }

  @Property(tries = 200)
  void measuresAreWhatTheirDefinitionsCount(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -5, max = 5) Integer> drawn) {
    int[] a = Orders.array(drawn);
    var found = Sortedness.of(a);
    int n = a.length;
    int[] sorted = Arrays.stream(a).sorted().toArray();
    assertEquals(IntStream.range(0, n).filter(i -> a[i] != sorted[i]).count(), found.misplaced());
    assertEquals(IntStream.range(1, n).filter(i -> a[i] >= a[i - 1]).count(), found.ascents());
    long inversions =
        IntStream.range(0, n)
            .mapToLong(i -> IntStream.range(i + 1, n).filter(j -> a[i] > a[j]).count())
            .sum();
    assertEquals(inversions, found.inversions());
  }

  @Property(tries = 100)
  void reversingAnArrayReversesItsTarget(@ForAll @Size(min = 2, max = 40) int[] a) {
    int n = a.length;
    int[] reversed = IntStream.range(0, n).map(i -> a[n - 1 - i]).toArray();
    assertEquals(Sortedness.of(a).inversions(), Sortedness.descending(reversed).inversions());
    assertEquals(Sortedness.of(a).descents(), Sortedness.descending(reversed).descents());
    assertEquals(Sortedness.of(a).footrule(), Sortedness.descending(reversed).footrule(), 1e-9);
  }

  @Property(tries = 100)
  void tauIsKendalls(@ForAll @IntRange(min = 2, max = 60) int n, @ForAll int seed) {
    int[] a = Orders.random(n, seed);
    double kendall = Kendall.tau(Arrays.stream(a).asDoubleStream().toArray());
    assertEquals(kendall, Sortedness.of(a).tau(), 1e-12);
  }
}
