package murmuration.warning.spatial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchesTest {
  private static final Landscape FIVE = Landscape.parse("11001\n00100\n00011\n10001\n11001");

  @Test
  void cornersAndEdgesJoinOnlyWhereAsked() {
    assertArrayEquals(new int[] {1, 1, 2, 3, 4}, Patches.of(FIVE).sizes());
    assertArrayEquals(new int[] {1, 3, 7}, Patches.of(FIVE, Neighbourhood.EIGHT, false).sizes());
    assertArrayEquals(new int[] {1, 10}, Patches.of(FIVE, Neighbourhood.FOUR, true).sizes());
    assertArrayEquals(new int[] {11}, Patches.of(FIVE, Neighbourhood.EIGHT, true).sizes());
  }

  @Test
  void labelsNumberPatchesByTheirFirstCell() {
    assertArrayEquals(
        new int[] {0, 1, 0, 2, 0, 3, 0, 3, 3},
        Patches.of(Landscape.parse("010\n101\n011")).labels());
  }

  @ParameterizedTest
  @CsvSource({"0.3, FOUR, false", "0.59, FOUR, true", "0.4, EIGHT, true", "0.6, EIGHT, false"})
  void sizesAreThoseOfAFlood(double cover, Neighbourhood neighbourhood, boolean wrap) {
    for (int seed = 0; seed < 20; seed++) {
      var landscape = Landscape.random(13, 17, cover, seed);
      assertArrayEquals(
          flood(landscape, neighbourhood, wrap),
          Patches.of(landscape, neighbourhood, wrap).sizes());
    }
  }

  private static int[] flood(Landscape x, Neighbourhood neighbourhood, boolean wrap) {
    boolean[] seen = new boolean[x.size()];
    return IntStream.range(0, x.size())
        .map(start -> flood(x, neighbourhood, wrap, seen, start))
        .filter(size -> size > 0)
        .sorted()
        .toArray();
  }

  private static int flood(
      Landscape x, Neighbourhood neighbourhood, boolean wrap, boolean[] seen, int start) {
    var open = new ArrayDeque<Integer>();
    open.add(start);
    int size = 0;
    while (!open.isEmpty()) {
      int cell = open.remove();
      int row = cell / x.columns();
      int column = cell % x.columns();
      if (seen[cell] || x.at(row, column) == 0) {
        continue;
      }
      seen[cell] = true;
      size++;
      for (int i = row - 1; i <= row + 1; i++) {
        for (int j = column - 1; j <= column + 1; j++) {
          boolean inside = i >= 0 && i < x.rows() && j >= 0 && j < x.columns();
          boolean edge = i == row || j == column;
          if ((inside || wrap) && (edge || neighbourhood == Neighbourhood.EIGHT)) {
            open.add(Math.floorMod(i, x.rows()) * x.columns() + Math.floorMod(j, x.columns()));
          }
        }
      }
    }
    return size;
  }

  @Test
  void aPatchPercolatesWhereItTouchesOppositeSides() {
    assertTrue(Patches.of(Landscape.parse("010\n010\n011")).percolating());
    assertTrue(Patches.of(Landscape.parse("000\n111\n000")).percolating());
    assertFalse(Patches.of(Landscape.parse("110\n010\n001")).percolating());
    assertTrue(
        Patches.of(Landscape.parse("100\n010\n001"), Neighbourhood.EIGHT, false).percolating());
    assertFalse(Patches.of(Landscape.parse("000\n000")).percolating());
  }

  @Test
  void sitesPercolateAboveTheKnownThreshold() {
    assertEquals(0, percolating(0.54), 2);
    assertEquals(20, percolating(0.64), 2);
  }

  /** The threshold of sites on a square lattice is 0.5927. */
  private static long percolating(double cover) {
    return IntStream.range(0, 20)
        .filter(seed -> Patches.of(Landscape.random(200, 200, cover, seed)).percolating())
        .count();
  }

  @Test
  void anEmptyLandscapeHasNoPatches() {
    var none = Patches.of(Landscape.parse("00\n00"));
    assertEquals(0, none.count());
    assertEquals(0, none.largest());
    assertTrue(Double.isNaN(none.meanSize()) && Double.isNaN(none.largestShare()));
    assertTrue(none.summary().startsWith("0 patches"));
    assertTrue(none.chart().svg().contains("svg"));
    assertThrows(IllegalArgumentException.class, none::distribution);
  }

  @Test
  void sizesInSpaceAddUp() {
    var space = Patches.of(FIVE).sizesInSpace();
    assertEquals(1 + 1 + 4 + 9 + 16, Arrays.stream(space.values()).sum());
  }

  @Test
  void onlyBinaryLandscapesHavePatches() {
    var grey = Landscape.of(new double[][] {{0.5, 1}});
    var e = assertThrows(IllegalArgumentException.class, () -> Patches.of(grey));
    assertTrue(String.valueOf(e.getMessage()).contains("other values than 0 and 1"));
  }
}
