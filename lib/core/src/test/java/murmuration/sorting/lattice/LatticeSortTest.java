package murmuration.sorting.lattice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.sorting.FrozenMode;
import murmuration.sorting.measure.SortingLaws;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LatticeSortTest {
  @Property(tries = 60)
  void rowsAndColumnsAllRiseAtTheEnd(
      @ForAll @IntRange(min = 1, max = 8) int rows,
      @ForAll @IntRange(min = 1, max = 8) int columns,
      @ForAll LatticeAlgotype algotype,
      @ForAll long seed) {
    var run = LatticeSort.of(rows, columns).algotypes(algotype).simulate(seed);
    assertEquals(0, run.errors());
    int[][] values = run.values();
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        assertTrue(c == 0 || values[r][c] > values[r][c - 1]);
        assertTrue(r == 0 || values[r][c] > values[r - 1][c]);
      }
    }
    assertEquals(0, values[0][0]);
    int[] all = Arrays.stream(values).flatMapToInt(Arrays::stream).sorted().toArray();
    assertArrayEquals(IntStream.range(0, rows * columns).toArray(), all);
  }

  /** One row of bubble cells: mean swaps within 5 standard errors of n(n-1)/4. */
  @Test
  void oneRowIsAnArray() {
    var table = LatticeSort.of(1, 20).runs(1000, 1);
    double mean = table.doubleColumn("swaps").mean();
    double error = Math.sqrt(SortingLaws.varianceInversions(20) / 1000);
    assertEquals(SortingLaws.meanInversions(20), mean, 5 * error);
  }

  @Test
  void immovableCellsLeaveErrors() {
    var free = LatticeSort.of(8, 8).runs(50, 1).doubleColumn("errors");
    var frozen =
        LatticeSort.of(8, 8).frozen(10, FrozenMode.IMMOVABLE).runs(50, 1).doubleColumn("errors");
    assertEquals(0, free.mean());
    assertTrue(frozen.mean() > 1);
  }

  @Test
  void theSeedFixesTheRun() {
    var sort = LatticeSort.of(6, 7).algotypes(LatticeAlgotype.BUBBLE, LatticeAlgotype.ROW_FIRST);
    var a = sort.simulate(4);
    var b = sort.simulate(4);
    assertTrue(Arrays.deepEquals(a.values(), b.values()));
    assertEquals(a.swaps(), b.swaps());
    assertTrue(a.summary().lines().count() <= 12);
    assertEquals(3, a.chart().panels().size());
    assertEquals(6 * 6 + 7 * 5, a.pairs());
  }

  @Test
  void tooManyCellsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> LatticeSort.of(1000, 11));
    assertThrows(
        IllegalArgumentException.class, () -> LatticeSort.of(2, 2).frozen(5, FrozenMode.MOVABLE));
  }
}
