package murmuration.sorting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import murmuration.sorting.policy.Algotype;
import murmuration.sorting.policy.Algotypes;
import murmuration.sorting.policy.CellView;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * The three published rules are written twice: to be read, in {@code policy}, and to be fast, in
 * the array. Both give the same runs.
 */
class WrittenRulesTest {
  /** The rule as it is written, which the array does not know. */
  private record Written(Algotype rule) implements Algotype {
    @Override
    public String name() {
      return "written " + rule.name();
    }

    @Override
    public int vision() {
      return rule.vision();
    }

    @Override
    public int target(CellView cell) {
      return rule.target(cell);
    }

    @Override
    public boolean shouldMove(CellView cell) {
      return rule.shouldMove(cell);
    }

    @Override
    public boolean canAct(CellView cell) {
      return rule.canAct(cell);
    }

    @Override
    public int memory(int size, boolean descending) {
      return rule.memory(size, descending);
    }
  }

  @Property(tries = 300)
  void theFastRulesAreTheWrittenOnes(
      @ForAll @IntRange(min = 1, max = 30) int n,
      @ForAll @IntRange(min = 1, max = 7) int kinds,
      @ForAll @IntRange(min = 0, max = 7) int down,
      @ForAll @IntRange(min = 0, max = 3) int frozen,
      @ForAll FrozenMode mode,
      @ForAll SelectionFrozenRule rule,
      @ForAll @IntRange(min = 1, max = 6) int ties,
      @ForAll long seed) {
    var all = List.of(Algotypes.BUBBLE, Algotypes.INSERTION, Algotypes.SELECTION);
    var mix = all.stream().filter(a -> (kinds >> all.indexOf(a) & 1) == 1).toList();
    var goals = mix.stream().filter(a -> (down >> all.indexOf(a) & 1) == 1).toList();
    int[] values = new int[n];
    for (int i = 0; i < n; i++) {
      values[i] = i / ties;
    }
    for (var schedule : List.of(Schedule.uniform(), Schedule.burst(5), Schedule.synchronous())) {
      var array =
          CellArray.of(values)
              .frozen(Math.min(n, frozen), mode)
              .schedule(schedule)
              .stop(StopRule.QUIESCENT)
              .conventions(new Conventions(false, rule))
              .maxActivations(20_000)
              .maxSwaps(1000);
      var fast = array.algotypes(mix.toArray(Algotype[]::new)).descending(array(goals));
      var written = array.algotypes(written(mix)).descending(written(goals));
      var a = fast.simulate(seed);
      var b = written.simulate(seed);
      assertArrayEquals(a.trail().from(), b.trail().from());
      assertEquals(a.trail(), b.trail());
      assertArrayEquals(a.memory(), b.memory());
      assertEquals(a.cost().compareAndSwap(), b.cost().compareAndSwap());
      assertEquals(a.cost().activations(), b.cost().activations());
      assertEquals(a.end(), b.end());
    }
  }

  private static Algotype[] array(List<Algotype> list) {
    return list.toArray(Algotype[]::new);
  }

  private static Algotype[] written(List<Algotype> list) {
    return list.stream().map(Written::new).toArray(Algotype[]::new);
  }
}
