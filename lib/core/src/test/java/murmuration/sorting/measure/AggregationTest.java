package murmuration.sorting.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AggregationTest {
  @Test
  void conventionsOfOneArrayDiffer() {
    int[] types = {0, 0, 1, 0, 1, 1};
    assertEquals(2.0 / 6, Aggregation.PEER.of(types));
    assertEquals(0.4, Aggregation.PAIRS.of(types), "2 of 5 pairs, as in Fig. 8C");
    assertEquals(4.0 / 6, Aggregation.EITHER.of(types));
    assertEquals(2.0 / 6, Aggregation.BOTH.of(types), "the two ends");
  }

  @Test
  void cellsOfOneTypeAreWhollyAggregated() {
    int[] types = new int[10];
    assertEquals(0.9, Aggregation.PEER.of(types), "9 pairs over 10 cells");
    assertEquals(1, Aggregation.PAIRS.of(types));
    assertEquals(1, Aggregation.EITHER.of(types));
    assertEquals(1, Aggregation.BOTH.of(types));
  }

  @Test
  void aLoneCellHasNothingToCompareWith() {
    int[] one = {4};
    assertEquals(0, Aggregation.PEER.of(one));
    assertEquals(Double.NaN, Aggregation.PAIRS.of(one));
    assertEquals(Double.NaN, Aggregation.EITHER.of(one));
    assertEquals(Double.NaN, Aggregation.BOTH.of(one));
    assertThrows(IllegalArgumentException.class, () -> Aggregation.PEER.of(new int[0]));
  }

  @Property(tries = 200)
  void nobodyHasAllNeighboursEqualWithoutHavingOne(
      @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 0, max = 2) Integer> drawn) {
    int[] types = Orders.array(drawn);
    assertTrue(Aggregation.BOTH.of(types) <= Aggregation.EITHER.of(types));
    assertTrue(Aggregation.PEER.of(types) <= Aggregation.PAIRS.of(types));
  }
}
