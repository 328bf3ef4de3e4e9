package murmuration.sorting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.sorting.measure.Aggregation;
import murmuration.sorting.measure.Sortedness;
import murmuration.sorting.policy.Algotype;
import murmuration.sorting.policy.Algotypes;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CellArrayTest {
  private static final List<Algotype> PUBLISHED =
      List.of(Algotypes.BUBBLE, Algotypes.INSERTION, Algotypes.SELECTION);

  @Provide
  Arbitrary<Schedule> schedules() {
    return Arbitraries.of(
        Schedule.uniform(),
        Schedule.burst(8),
        Schedule.sweep(),
        Schedule.index(),
        Schedule.synchronous());
  }

  @Provide
  Arbitrary<CellArray> arrays() {
    var mixes = Arbitraries.of(PUBLISHED).list().ofMinSize(1).ofMaxSize(3);
    var sizes = Arbitraries.integers().between(2, 25);
    var frozen = Arbitraries.integers().between(0, 2);
    var modes = Arbitraries.of(FrozenMode.values());
    return mixes.flatMap(
        mix ->
            sizes.flatMap(
                n ->
                    frozen.flatMap(
                        k ->
                            modes.flatMap(
                                mode ->
                                    schedules()
                                        .map(
                                            schedule ->
                                                CellArray.of(n)
                                                    .algotypes(mix.toArray(Algotype[]::new))
                                                    .frozen(k, mode)
                                                    .schedule(schedule)
                                                    .maxActivations(100_000))))));
  }

  @Property(tries = 100)
  void bubbleAndInsertionCellsSwapOnceForEachInversionUnderEverySchedule(
      @ForAll("schedules") Schedule schedule, @ForAll @IntRange(min = 1, max = 40) int n) {
    for (Algotype algotype : List.of(Algotypes.BUBBLE, Algotypes.INSERTION)) {
      var run = CellArray.of(n).algotypes(algotype).schedule(schedule).simulate(n);
      assertEquals(Sortedness.inversions(run.start().values()), run.cost().swaps());
      assertEquals(StopReason.SORTED, run.end());
    }
  }

  @Property(tries = 100)
  void selectionCellsAtRestTookAStepForEachSwapAndForEachPairOfCells(
      @ForAll @IntRange(min = 1, max = 40) int n, @ForAll long seed) {
    for (var schedule : List.of(Schedule.uniform(), Schedule.burst(8), Schedule.index())) {
      var run =
          CellArray.of(n)
              .algotypes(Algotypes.SELECTION)
              .schedule(schedule)
              .stop(StopRule.QUIESCENT)
              .simulate(seed);
      assertEquals(run.cost().swaps() + n * (n - 1L) / 2, run.cost().compareAndSwap());
      assertEquals(0, run.finalErrors());
    }
  }

  @Property(tries = 150)
  void theCountsKeptOnTheWayAreThoseOfTheStates(
      @ForAll("arrays") CellArray array, @ForAll long seed) {
    var run = array.simulate(seed);
    int[] errors = run.trail().errors();
    int[] same = run.trail().samePairs();
    for (int k = 1; k <= Math.min(run.swaps(), 200); k++) {
      var state = run.state(k);
      assertEquals(Sortedness.descents(state.values()), errors[k - 1]);
      assertEquals(Aggregation.samePairs(state.types()), same[k - 1]);
    }
    int[] sorted = run.last().values();
    Arrays.sort(sorted);
    assertArrayEquals(IntStream.range(0, array.n()).toArray(), sorted, "no value is lost");
  }

  @Property(tries = 100)
  void immovableCellsStay(@ForAll("arrays") CellArray array, @ForAll long seed) {
    var run = array.frozen(2, FrozenMode.IMMOVABLE).simulate(seed);
    boolean[] frozen = run.start().frozen();
    int[] last = run.last().cells();
    for (int i = 0; i < frozen.length; i++) {
      assertTrue(!frozen[i] || last[i] == i);
    }
  }

  @Test
  void aSeedGivesOneRun() {
    var array = CellArray.of(50).algotypes(Algotypes.BUBBLE, Algotypes.SELECTION);
    assertEquals(array.simulate(3).trail(), array.simulate(3).trail());
    assertTrue(!array.simulate(3).trail().equals(array.simulate(4).trail()));
  }

  @Test
  void theCostIsThatOfTheRun() {
    var array = CellArray.of(50).algotypes(Algotypes.BUBBLE, Algotypes.SELECTION);
    assertEquals(array.simulate(3).cost(), array.cost(3));
  }

  @Test
  void cellsThatAllWantDescendingOrderGetIt() {
    for (Algotype algotype : PUBLISHED) {
      var run = CellArray.of(30).algotypes(algotype).descending(algotype).simulate(2);
      assertArrayEquals(IntStream.range(0, 30).map(i -> 29 - i).toArray(), run.last().values());
      assertEquals(0, run.finalErrors());
    }
  }

  @Test
  void oppositeGoalsEndAtRestOrAfterTheCapOfThePaper() {
    var conflict =
        CellArray.of(100)
            .algotypes(Algotypes.BUBBLE, Algotypes.SELECTION)
            .descending(Algotypes.BUBBLE);
    for (int seed = 0; seed < 5; seed++) {
      var run = conflict.schedule(Schedule.burst(8)).simulate(seed);
      assertTrue(run.end() == StopReason.QUIESCENT || run.swaps() == 15_000);
    }
  }

  @Test
  void aControlHasTheLabelsOfTheMixAndTheRunOfItsOneAlgotype() {
    var mixed = CellArray.of(60).algotypes(Algotypes.BUBBLE, Algotypes.SELECTION);
    var control = mixed.control().simulate(5);
    var plain = CellArray.of(60).simulate(5);
    assertArrayEquals(plain.trail().from(), control.trail().from());
    assertArrayEquals(mixed.start(5).types(), control.start().types());
    assertTrue(control.trail().samePairs()[0] < 59);
  }

  @Test
  void badWordsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> CellArray.of(0));
    assertThrows(IllegalArgumentException.class, () -> CellArray.of(10_001));
    var array = CellArray.of(5);
    assertThrows(IllegalArgumentException.class, () -> array.frozen(6, FrozenMode.MOVABLE));
    assertThrows(IllegalArgumentException.class, () -> array.descending(Algotypes.SELECTION));
    assertThrows(
        IllegalArgumentException.class,
        () -> array.schedule(Schedule.fixed(new int[] {5}, new boolean[1])));
  }
}
