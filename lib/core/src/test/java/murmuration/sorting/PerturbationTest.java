package murmuration.sorting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.sorting.measure.Sortedness;
import murmuration.sorting.policy.Algotypes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PerturbationTest {
  @Test
  void aRunIsTheUnperturbedOneUntilThen() {
    var array = CellArray.of(30);
    var plain = array.simulate(2);
    var injured = array.perturb(5, Perturbation.scramble(0.5)).simulate(2);
    int before = injured.disturbances().getFirst().swaps();
    assertTrue(before > 10);
    assertArrayEquals(
        Arrays.copyOf(plain.trail().from(), before), Arrays.copyOf(injured.trail().from(), before));
    assertEquals(150, injured.disturbances().getFirst().activations());
  }

  @Property(tries = 60)
  void aReplayGoesThroughAPerturbation(
      @ForAll @IntRange(min = 2, max = 25) int n, @ForAll @IntRange(max = 40) int time) {
    for (var what :
        new Perturbation[] {
          Perturbation.scramble(0.6), Perturbation.blockSwap(3), Perturbation.freeze(2)
        }) {
      var run =
          CellArray.of(n)
              .algotypes(Algotypes.BUBBLE, Algotypes.INSERTION)
              .perturb(time, what)
              .maxActivations(200_000)
              .simulate(n);
      int[] errors = run.trail().errors();
      for (int k = 1; k <= run.swaps(); k++) {
        boolean lastBefore = run.disturbances().getFirst().swaps() == k;
        assertTrue(
            lastBefore || Sortedness.descents(run.state(k).values()) == errors[k - 1], "swap " + k);
      }
    }
  }

  @Test
  void bubbleCellsSortWhatWasScrambledAfterTheyHadSorted() {
    var run = CellArray.of(40).perturb(500, Perturbation.scramble(1)).simulate(1);
    int before = run.disturbances().getFirst().swaps();
    assertEquals(Sortedness.inversions(run.start().values()), before);
    assertEquals(Sortedness.inversions(injured(run)), run.swaps() - before);
    assertEquals(StopReason.SORTED, run.end());
  }

  private static int[] injured(SortingRun run) {
    int[] values = run.start().values();
    return Arrays.stream(run.disturbances().getFirst().cells()).map(x -> values[x]).toArray();
  }

  @Test
  void frozenCellsThatActAgainFinishTheSort() {
    var array =
        CellArray.of(30)
            .frozen(0, FrozenMode.IMMOVABLE)
            .perturb(1, Perturbation.freeze(6))
            .perturb(200, Perturbation.unfreeze());
    var run = array.simulate(3);
    assertEquals(0, run.finalErrors());
    assertEquals(2, run.disturbances().size());
    boolean[] frozen = run.disturbances().getFirst().frozen();
    assertEquals(6, IntStream.range(0, 30).filter(i -> frozen[i]).count());
  }

  @Test
  void aBlockSwapMovesTwoBlocksAndNothingElse() {
    var run =
        CellArray.of(20)
            .start(CellStart.of(IntStream.range(0, 20).toArray()))
            .perturb(0, Perturbation.blockSwap(4))
            .maxSwaps(1)
            .simulate(5);
    int[] cells = run.disturbances().getFirst().cells();
    assertEquals(8, IntStream.range(0, 20).filter(i -> cells[i] != i).count());
    int first = IntStream.range(0, 20).filter(i -> cells[i] != i).findFirst().orElseThrow();
    int shift = cells[first] - first;
    assertTrue(shift >= 4);
    assertEquals(4, IntStream.range(0, 20).filter(i -> cells[i] == i + shift).count());
  }

  @Test
  void selectionCellsThatHaveRetiredDoNotRepair() {
    var selection = CellArray.of(30).algotypes(Algotypes.SELECTION);
    var bubble = CellArray.of(30);
    var scramble = Perturbation.scramble(0.5);
    double retired = success(selection.perturb(2000, scramble));
    double steady = success(bubble.perturb(2000, scramble));
    assertEquals(1, steady);
    assertTrue(retired < 0.3, "" + retired);
  }

  private static double success(CellArray array) {
    return array.stop(StopRule.QUIESCENT).ensemble(60).recovery(4000, 11).success().share();
  }

  @Test
  void aRecoveryCurveFallsAtTheInjuryAndRisesAgain() {
    var curve =
        CellArray.of(30).perturb(100, Perturbation.scramble(1)).ensemble(128).recovery(200, 201);
    assertEquals(100.0 * 15.5 / 30, curve.mean()[0], 5 * curve.standardError()[0]);
    assertEquals(100, curve.mean()[99], 0.5);
    assertEquals(100.0 * 15.5 / 30, curve.mean()[100], 5 * curve.standardError()[100]);
    assertEquals(100, curve.mean()[200], 0.5);
    assertTrue(curve.low()[100] < curve.mean()[100] && curve.mean()[100] < curve.high()[100]);
    assertTrue(curve.summary().lines().count() <= 12);
    assertEquals(201, curve.table().rowCount());
    assertEquals(1, curve.chart().panels().size());
  }

  @Test
  void theRejectionFreeEngineRefusesPerturbations() {
    var array = CellArray.of(5).perturb(1, Perturbation.unfreeze());
    assertThrows(IllegalArgumentException.class, array::rejectionFree);
  }

  /** Cells of rate 0 never act: with only the first half acting, the last cells stay. */
  @Test
  void ratesSayWhoActs() {
    double[] rates = new double[20];
    Arrays.fill(rates, 0, 10, 1);
    var run = CellArray.of(20).schedule(Schedule.rates(rates)).maxActivations(5000).simulate(1);
    var acting =
        IntStream.range(0, run.swaps())
            .map(k -> run.state(k).cells()[run.trail().from()[k]])
            .max()
            .orElseThrow();
    assertTrue(acting < 10);
    var half =
        CellArray.of(20)
            .algotypes(Algotypes.BUBBLE, Algotypes.SELECTION)
            .schedule(Schedule.pace(0, 1))
            .maxActivations(5000)
            .simulate(1);
    int[] types = half.start().types();
    for (int k = 0; k < half.swaps(); k++) {
      assertEquals(1, types[half.state(k).cells()[half.trail().from()[k]]]);
    }
  }
}
