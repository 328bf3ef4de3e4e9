package murmuration.sorting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import murmuration.sorting.measure.Sortedness;
import murmuration.sorting.policy.Algotype;
import murmuration.sorting.policy.Algotypes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RejectionFreeTest {
  private static final int RUNS = 1500;
  private static final Algotype BUBBLE = Algotypes.BUBBLE;
  private static final Algotype INSERTION = Algotypes.INSERTION;
  private static final Algotype SELECTION = Algotypes.SELECTION;

  private static final List<RunQuantity> COMPARED =
      List.of(
          RunQuantity.SWAPS,
          RunQuantity.COMPARE_AND_SWAP,
          RunQuantity.READS,
          RunQuantity.ACTIVATIONS,
          RunQuantity.FINAL_ERRORS,
          RunQuantity.GRATIFICATION,
          RunQuantity.FINAL_AGGREGATION,
          RunQuantity.PEAK_AGGREGATION);

  static Stream<CellArray> arrays() {
    var plain = CellArray.of(14);
    var bursts = plain.schedule(Schedule.burst(4));
    return Stream.of(
        plain,
        plain.algotypes(INSERTION),
        plain.algotypes(SELECTION),
        bursts,
        bursts.algotypes(INSERTION),
        bursts.algotypes(SELECTION),
        plain.frozen(2, FrozenMode.MOVABLE),
        plain.frozen(2, FrozenMode.IMMOVABLE).algotypes(INSERTION),
        plain.frozen(2, FrozenMode.MOVABLE).algotypes(INSERTION),
        bursts.frozen(3, FrozenMode.IMMOVABLE).algotypes(SELECTION),
        bursts.frozen(2, FrozenMode.MOVABLE).algotypes(BUBBLE, INSERTION, SELECTION).maxSwaps(400),
        plain.algotypes(BUBBLE, SELECTION).descending(BUBBLE).maxSwaps(400),
        bursts.algotypes(INSERTION, BUBBLE).descending(INSERTION).maxSwaps(400),
        CellArray.of(new int[] {1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6}).algotypes(BUBBLE, INSERTION));
  }

  /**
   * 14 arrays, 8 quantities: largest distance of the two distribution functions over 1500 runs
   * each. A fair pair goes beyond {@code 2.9 sqrt(2/1500)} with probability below 1e-7 (counts are
   * discrete, which lowers it), so all 112 together once in 100,000.
   */
  @TestFactory
  Stream<DynamicTest> everyCountHasTheLawOfTheExactEngine() {
    return arrays().map(array -> dynamicTest(array.options().toString(), () -> compare(array)));
  }

  private static void compare(CellArray array) {
    var exact = array.ensemble(RUNS).seed(1).each();
    var quick = array.rejectionFree().ensemble(RUNS).seed(2).each();
    for (RunQuantity quantity : COMPARED) {
      double distance =
          new KolmogorovSmirnovTest()
              .kolmogorovSmirnovStatistic(
                  exact.doubleColumn(quantity.toString()).asDoubleArray(),
                  quick.doubleColumn(quantity.toString()).asDoubleArray());
      assertTrue(distance < 2.9 * Math.sqrt(2.0 / RUNS), quantity + ": " + distance);
    }
  }

  @Property(tries = 50)
  void swapsAreStillTheInversionsOfTheStart(
      @ForAll @IntRange(min = 1, max = 40) int n, @ForAll long seed) {
    for (Algotype algotype : List.of(BUBBLE, INSERTION)) {
      var run = CellArray.of(n).algotypes(algotype).rejectionFree().simulate(seed);
      assertEquals(Sortedness.inversions(run.start().values()), run.cost().swaps());
      assertEquals(0, run.finalErrors());
      assertEquals(Sortedness.descents(run.last().values()), 0);
    }
  }

  @Test
  void insertionStepsAreSwaps() {
    var cost = CellArray.of(50).algotypes(INSERTION).rejectionFree().simulate(1).cost();
    assertEquals(cost.swaps(), cost.compareAndSwap());
  }

  @Test
  void restIsFoundAtWholeSweeps() {
    var run = CellArray.of(10).frozen(3, FrozenMode.IMMOVABLE).rejectionFree().simulate(4);
    assertEquals(StopReason.QUIESCENT, run.end());
    assertEquals(0, run.cost().activations() % 10);
  }

  @Test
  void whatItCannotRunIsRefused() {
    var array = CellArray.of(5).rejectionFree();
    assertThrows(IllegalArgumentException.class, () -> array.schedule(Schedule.sweep()));
    assertThrows(IllegalArgumentException.class, () -> array.stop(StopRule.NO_SHOULD_MOVE));
    assertThrows(IllegalArgumentException.class, () -> array.maxActivations(100));
    assertThrows(
        IllegalArgumentException.class,
        () -> array.conventions(new Conventions(true, SelectionFrozenRule.PLAIN)));
  }
}
