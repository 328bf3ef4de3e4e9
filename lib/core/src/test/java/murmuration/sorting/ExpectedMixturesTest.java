package murmuration.sorting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Objects;
import murmuration.sorting.measure.SortingLaws;
import murmuration.sorting.policy.Algotype;
import murmuration.sorting.policy.Algotypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ensembles of mixed and of frozen arrays against the means of two other implementations, in Python
 * and C, and against exact laws; those of one kind are in {@link ExpectedEnsemblesTest}. A mean may
 * be off by 4 standard errors of the runs here (one false alarm in 16,000), by 0.5 % for the error
 * of the other means, and an aggregation by 0.005 more: for all numbers of this class together less
 * than one alarm in 100 seeds.
 */
class ExpectedMixturesTest {
  private static final int RUNS = 150;
  private static final Map<Character, Algotype> ALGOTYPES =
      Map.of('B', Algotypes.BUBBLE, 'I', Algotypes.INSERTION, 'S', Algotypes.SELECTION);
  private static final Map<String, Schedule> SCHEDULES =
      Map.of("uniform", Schedule.uniform(), "sweep", Schedule.sweep(), "burst", Schedule.burst(8));

  private static Algotype algotype(char letter) {
    return Objects.requireNonNull(ALGOTYPES.get(letter));
  }

  private static CellArray array(int n, String mix, String schedule) {
    Algotype[] algotypes = mix.chars().mapToObj(c -> algotype((char) c)).toArray(Algotype[]::new);
    var array =
        CellArray.of(n)
            .algotypes(algotypes)
            .schedule(Objects.requireNonNull(SCHEDULES.get(schedule)));
    return schedule.equals("sweep") ? array : array.rejectionFree();
  }

  private static void near(double expected, double sd, double found, int runs, double more) {
    double tolerance = 4 * sd / Math.sqrt(runs) + 0.005 * Math.abs(expected) + more;
    assertEquals(expected, found, tolerance);
  }

  @ParameterizedTest
  @CsvSource({
    "BS, uniform, 1745, 131, 0.590, 0.677",
    "BS, sweep, 1754, 131, 0.569, 0.657",
    "BS, burst, 1749, 144, 0.650, 0.725",
    "BI, uniform, 2475, 168, 0.612, 0.666",
    "BI, burst, 2475, 168, 0.615, 0.665",
    "IS, uniform, 1551, 139, 0.642, 0.691",
    "IS, burst, 1606, 142, 0.652, 0.701"
  })
  void mixedArraysSwapAsOftenAndGatherAsMuchAsExpected(
      String mix,
      String schedule,
      double swaps,
      double swapsSd,
      double peakOfMean,
      double meanOfPeak) {
    var run = array(100, mix, schedule).ensemble(RUNS).seed(2).run();
    near(swaps, swapsSd, run.mean(RunQuantity.SWAPS), RUNS, 0);
    var aggregation = run.profile(RunProfile.AGGREGATION);
    near(peakOfMean, 0.055, aggregation.peakOfMean(), RUNS, 0.005);
    near(meanOfPeak, 0.045, aggregation.meanOfPeak(), RUNS, 0.005);
    near(0.49, 0.05, aggregation.last(), RUNS, 0.005);
  }

  @Test
  void threeKindsGatherAsMuchAsExpected() {
    var run = array(150, "BSI", "burst").ensemble(RUNS).seed(3).run();
    near(0.551, 0.047, run.profile(RunProfile.AGGREGATION).peakOfMean(), RUNS, 0.005);
  }

  @ParameterizedTest
  @CsvSource({"B, 0.600", "S, 0.613", "I, 0.558"})
  void labelsOnIdenticalCellsPeakAboveTheirStartToo(String one, double meanOfPeak) {
    var mixed = array(100, "BS", "burst");
    var run = mixed.control(algotype(one.charAt(0))).ensemble(RUNS).seed(4).run();
    var aggregation = run.profile(RunProfile.AGGREGATION);
    near(meanOfPeak, 0.035, aggregation.meanOfPeak(), RUNS, 0.005);
    for (double fraction : new double[] {0, 0.25, 0.5, 0.75, 1}) {
      near(0.49, 0.05, aggregation.at(fraction), RUNS, 0.005);
    }
  }

  /** The exact law is of distinct cells. */
  @ParameterizedTest
  @CsvSource({"B, 1", "B, 3", "I, 2"})
  void immovableCellsLeaveTheExactMeanOfDescents(String mix, int k) {
    var frozen = array(100, mix, "burst").frozen(k, FrozenMode.IMMOVABLE);
    var errors = frozen.ensemble(RUNS).seed(5).run().statistic(RunQuantity.FINAL_ERRORS);
    assertEquals(
        SortingLaws.meanImmovableDescents(100, k), errors.mean(), 4 * errors.standardError());
  }

  @Test
  void movableBubbleCellsLeaveTheExactMeanOfDescents() {
    var frozen = array(100, "B", "burst").frozen(3, FrozenMode.MOVABLE);
    var errors = frozen.ensemble(RUNS).seed(6).run().statistic(RunQuantity.FINAL_ERRORS);
    assertEquals(
        SortingLaws.meanMovableDescents(100, 3), errors.mean(), 4 * errors.standardError());
  }

  @ParameterizedTest
  @CsvSource({
    "BS, B, 42.5, 2.8, 0.887, 0.032",
    "BI, I, 73.9, 2.1, 0.664, 0.042",
    "SI, S, 38.4, 3.6, 0.661, 0.057"
  })
  void opposedGoalsEndWhereExpected(
      String mix, String descending, double ascents, double sd, double like, double likeSd) {
    int runs = mix.equals("BS") ? 40 : RUNS;
    var array = array(100, mix, "burst").descending(algotype(descending.charAt(0)));
    var run = array.ensemble(runs).seed(7).run();
    near(ascents, sd, run.profile(RunProfile.ASCENTS).last(), runs, 0);
    near(like, likeSd, run.mean(RunQuantity.FINAL_AGGREGATION), runs, 0.005);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.1, 0.4})
  void cellsThatErrSettleWhereTheLawOfMallowsHasThem(double share) {
    var array = CellArray.of(50).algotypes(Algotypes.noisy(share)).stop(StopRule.QUIESCENT);
    var errors =
        array
            .maxActivations(15_000)
            .ensemble(RUNS)
            .seed(9)
            .run()
            .statistic(RunQuantity.FINAL_ERRORS);
    assertEquals(
        SortingLaws.meanNoisyDescents(50, share), errors.mean(), 4 * errors.standardError());
  }
}
