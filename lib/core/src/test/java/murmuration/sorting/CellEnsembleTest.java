package murmuration.sorting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import murmuration.math.Rng;
import murmuration.sorting.measure.DelayedGratification;
import murmuration.sorting.measure.SortingLaws;
import murmuration.sorting.policy.Algotype;
import murmuration.sorting.policy.Algotypes;
import murmuration.sorting.policy.CellView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellEnsembleTest {
  @TempDir Path folder;

  private static void assertSameBits(EnsembleRun a, EnsembleRun b) {
    assertEquals(a.statistics(), b.statistics());
    assertEquals(a.ends(), b.ends());
    for (RunProfile profile : RunProfile.values()) {
      assertArrayEquals(a.profile(profile).mean(), b.profile(profile).mean());
      assertArrayEquals(a.profile(profile).sd(), b.profile(profile).sd());
    }
  }

  @Test
  void theBitsAreTheSameForAnyNumberOfThreads() throws Exception {
    var ensemble =
        CellArray.of(20).algotypes(Algotypes.BUBBLE, Algotypes.SELECTION).ensemble(1000).seed(5);
    try (var one = new ForkJoinPool(1);
        var many = new ForkJoinPool(7)) {
      var alone = one.submit(ensemble::run).get();
      assertSameBits(alone, many.submit(ensemble::run).get());
      assertSameBits(alone, ensemble.run());
    }
  }

  @Test
  void statisticsAreThoseOfTheSingleRuns() {
    var array = CellArray.of(15).algotypes(Algotypes.BUBBLE, Algotypes.INSERTION);
    var many = array.ensemble(200).seed(9).run();
    double[] swaps = new double[200];
    double[] dg = new double[200];
    double[] last = new double[200];
    double[] middle = new double[200];
    for (int i = 0; i < 200; i++) {
      var run = array.simulate(Rng.seed(9, i));
      swaps[i] = run.swaps();
      dg[i] = DelayedGratification.of(run.trail().errors()).value();
      double[] aggregation = run.aggregation();
      last[i] = aggregation[run.swaps()];
      middle[i] = aggregation[1 + (run.swaps() - 1) / 2];
    }
    assertEquals(Arrays.stream(swaps).average().orElseThrow(), many.mean(RunQuantity.SWAPS), 1e-9);
    assertEquals(
        Arrays.stream(dg).average().orElseThrow(), many.mean(RunQuantity.GRATIFICATION), 1e-12);
    assertEquals(
        Arrays.stream(last).average().orElseThrow(),
        many.mean(RunQuantity.FINAL_AGGREGATION),
        1e-12);
    assertEquals(
        Arrays.stream(middle).average().orElseThrow(),
        many.profile(RunProfile.AGGREGATION).at(0.5),
        1e-12);
    assertEquals(200, many.ends().get(StopReason.SORTED));
  }

  @Test
  void theMeanOfTheWaysIsTheProfile() {
    var ensemble =
        CellArray.of(12).algotypes(Algotypes.BUBBLE, Algotypes.SELECTION).ensemble(150).seed(4);
    var whole = ensemble.run();
    for (RunProfile profile : RunProfile.values()) {
      double[][] ways = ensemble.trajectories(profile);
      double[] mean = whole.profile(profile).mean();
      for (int k = 0; k < mean.length; k += 10) {
        int point = k;
        assertEquals(
            mean[k], Arrays.stream(ways).mapToDouble(w -> w[point]).average().orElseThrow(), 1e-9);
      }
    }
  }

  @Test
  void eachRunIsARowOfTheTable() {
    var table = CellArray.of(8).ensemble(100).seed(3).each();
    assertEquals(100, table.rowCount());
    assertEquals(
        CellArray.of(8).simulate(Rng.seed(3, 42)).swaps(), table.doubleColumn("swaps").get(42));
  }

  /** Six means of 4,000 runs, each within 5 standard errors: a false alarm once in 300,000. */
  @Test
  void ensembleMeansAreThoseOfTheory() {
    int n = 30;
    var bubble = CellArray.of(n).rejectionFree().ensemble(4000).seed(1).run();
    near(SortingLaws.meanInversions(n), bubble.statistic(RunQuantity.SWAPS));
    near(SortingLaws.meanDescents(n), bubble.statistic(RunQuantity.START_ERRORS));
    var mixed =
        CellArray.of(n).algotypes(Algotypes.BUBBLE, Algotypes.INSERTION).ensemble(4000).run();
    near(SortingLaws.meanSamePairs(15, 15) / n, mixed.statistic(RunQuantity.START_AGGREGATION));
    for (int k = 1; k <= 3; k++) {
      var frozen =
          CellArray.of(n)
              .frozen(k, FrozenMode.IMMOVABLE)
              .schedule(Schedule.burst(8))
              .rejectionFree()
              .ensemble(4000)
              .run();
      near(SortingLaws.meanImmovableDescents(n, k), frozen.statistic(RunQuantity.FINAL_ERRORS));
    }
  }

  private static void near(double theory, RunStatistic found) {
    assertEquals(theory, found.mean(), 5 * found.standardError());
  }

  /** A bubble cell that interrupts the work once it has been asked often enough. */
  private record Interrupting(AtomicInteger left) implements Algotype {
    @Override
    public String name() {
      return "interrupting";
    }

    @Override
    public int vision() {
      return 1;
    }

    @Override
    public int target(CellView cell) {
      if (left.getAndDecrement() == 0) {
        Thread.currentThread().interrupt();
      }
      return Algotypes.BUBBLE.target(cell);
    }

    @Override
    public boolean shouldMove(CellView cell) {
      return Algotypes.BUBBLE.shouldMove(cell);
    }

    @Override
    public boolean canAct(CellView cell) {
      return Algotypes.BUBBLE.canAct(cell);
    }
  }

  @Test
  void aStoppedEnsembleGoesOnToTheSameBits() {
    Path file = folder.resolve("kept");
    var left = new AtomicInteger(60_000);
    var ensemble = CellArray.of(10).algotypes(new Interrupting(left)).ensemble(1000).seed(2);
    assertThrows(CancellationException.class, () -> ensemble.checkpoint(file).run());
    assertTrue(left.get() < 0);
    left.set(Integer.MAX_VALUE);
    var resumed = ensemble.checkpoint(file).run();
    int asked = Integer.MAX_VALUE - left.get();
    left.set(Integer.MAX_VALUE);
    var whole = ensemble.run();
    assertSameBits(whole, resumed);
    assertTrue(asked < Integer.MAX_VALUE - left.get(), "some runs were kept");
    left.set(Integer.MAX_VALUE);
    assertSameBits(whole, ensemble.checkpoint(file).run());
    assertEquals(Integer.MAX_VALUE, left.get(), "all runs were kept");
  }

  @Test
  void aCheckpointOfAnotherEnsembleIsRefused() throws IOException {
    Path file = folder.resolve("kept");
    CellArray.of(5).ensemble(10).checkpoint(file).run();
    var other = CellArray.of(5).ensemble(10).seed(2).checkpoint(file);
    assertThrows(IllegalArgumentException.class, other::run);
    Files.writeString(file, "nonsense");
    assertThrows(RuntimeException.class, other::run);
  }

  @Test
  void aLoneCellIsSortedWithoutASwap() {
    var run = CellArray.of(1).ensemble(3).run();
    assertEquals(0, run.mean(RunQuantity.SWAPS));
    assertEquals(100, run.profile(RunProfile.SORTEDNESS).at(0));
    assertThrows(IllegalArgumentException.class, () -> run.profile(RunProfile.PAIR_AGGREGATION));
  }
}
