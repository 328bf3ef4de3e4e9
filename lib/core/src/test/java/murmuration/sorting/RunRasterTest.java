package murmuration.sorting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import murmuration.plot.Layer;
import murmuration.sorting.policy.Algotypes;
import org.junit.jupiter.api.Test;

class RunRasterTest {
  private static final SortingRun MIXED =
      CellArray.of(20).algotypes(Algotypes.BUBBLE, Algotypes.SELECTION).simulate(1);

  @Test
  void theFirstColumnIsTheStartAndTheLastTheEnd() {
    var heat = (Layer.Heat) MIXED.raster().panels().getFirst().layers().getFirst();
    double[][] z = heat.z();
    int last = z[0].length - 1;
    for (int p = 0; p < 20; p++) {
      assertEquals(MIXED.start().values()[p], z[p][0]);
      assertEquals(MIXED.last().values()[p], z[p][last]);
    }
    assertEquals(2, MIXED.raster().panels().size());
    assertEquals(1, CellArray.of(20).simulate(1).raster().panels().size());
  }

  @Test
  void anAnimationEndsWithEveryBarInItsPlace() {
    var moving = MIXED.animation(10, 5);
    int[] places = moving.places()[moving.frames() - 1];
    assertArrayEquals(MIXED.start().values(), places, "value v stands at v when sorted");
    assertArrayEquals(IntStream.range(0, 20).toArray(), moving.places()[0]);
    assertEquals(MIXED.swaps() + " swaps", moving.captions().getLast());
  }

  @Test
  void everySwapIsARowOfTheTable() {
    var table = MIXED.swapTable();
    assertEquals(MIXED.swaps(), table.rowCount());
    assertEquals(0, table.intColumn("errors").get(MIXED.swaps() - 1));
  }

  @Test
  void aRunReadsInAFewLines() {
    assertTrue(MIXED.summary().lines().count() <= 12, MIXED.summary());
    assertEquals(7, MIXED.table().rowCount());
    assertEquals(2, MIXED.chart().panels().size());
    assertTrue(MIXED.provenance().toString().contains("seed 1"));
  }
}
