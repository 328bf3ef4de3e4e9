package murmuration.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class TrainingRunsTest {
  private static final double NAN = Double.NaN;
  private static final double[] N = {1e8, 2e8, 3e8, 4e8};
  private static final double[] D = {1e9, 1e9, 2e9, 2e9};
  private static final double[] L = {3, 2.5, 2.25, 2};

  private static String refusal(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void differentLengthsAreRefusedNamingBoth() {
    assertEquals(
        "parameters has 4 values, losses has 1: expected the same length",
        refusal(() -> TrainingRuns.of(N, D, new double[] {1})));
    assertEquals(
        "parameters has 0 values: expected at least 1",
        refusal(() -> TrainingRuns.of(new double[0], new double[0], new double[0])));
  }

  @Test
  void theFirstBadValueIsNamedWithItsIndex() {
    assertEquals(
        "tokens[2] is -5.0: expected a finite number above 0",
        refusal(() -> TrainingRuns.of(N, new double[] {1, 2, -5, 0}, L)));
    assertEquals(
        "losses[1] is Infinity: expected a finite number above 0",
        refusal(() -> TrainingRuns.of(N, D, new double[] {1, Double.POSITIVE_INFINITY, 0, 1})));
  }

  @Test
  void aMissingValueIsRefusedByFitsUntilItsRunIsDroppedAndCounted() {
    var runs = TrainingRuns.of(N, D, new double[] {3, NAN, 2.25, 2});
    assertEquals(
        "losses[1] is NaN: expected a finite number above 0 (dropMissing leaves such runs out)",
        refusal(runs::complete));
    var complete = runs.dropMissing().complete();
    assertEquals(3, complete.size());
    assertEquals("1 left out for a missing value", complete.note());
    assertArrayEquals(new double[] {1e8, 3e8, 4e8}, complete.parameters());
  }

  @Test
  void dropHighestKeepsWhatIsStrictlyBelowTheLargest() {
    var tied = TrainingRuns.of(N, D, new double[] {3, 2.5, 2.5, 2});
    assertArrayEquals(new double[] {2}, tied.dropHighest(2).losses());
    assertArrayEquals(new double[] {2.5, 2.5, 2}, tied.dropHighest(1).losses());
    assertEquals("3 left out for a high loss", tied.dropHighest(2).note());
    assertEquals(
        "count is 4: expected 0 or more, and fewer than the 4 losses",
        refusal(() -> tied.dropHighest(4)));
  }

  @Test
  void computeAndTokensAreTheSameDataByTheSixRule() {
    var runs = TrainingRuns.of(N, D, L);
    assertArrayEquals(D, TrainingRuns.ofCompute(N, runs.compute(), L).tokens(), 1e-3);
    assertArrayEquals(
        new double[] {2e9, 2e9, 4e9, 4e9},
        TrainingRuns.ofCompute(N, runs.compute(), L, 3).tokens(),
        1e-3);
  }

  @Test
  void weightsAreFiniteAtLeastZeroAndNotAllZero() {
    var runs = TrainingRuns.of(N, D, L);
    assertEquals(
        "weights[2] is -1.0: expected a finite number, 0 or more",
        refusal(() -> runs.weighted(new double[] {1, 0, -1, NAN})));
    assertEquals(
        "weights are all 0: expected one above 0", refusal(() -> runs.weighted(new double[4])));
  }

  @Test
  void columnsOfATableAreReadByName() {
    var table =
        Table.create(
            "t",
            DoubleColumn.create("n", N),
            DoubleColumn.create("d", D),
            DoubleColumn.create("loss", L));
    assertArrayEquals(D, TrainingRuns.of(table, "n", "d", "loss").tokens());
    assertEquals(
        "there is no column c: the table has [n, d, loss]",
        refusal(() -> TrainingRuns.ofCompute(table, "n", "c", "loss")));
  }

  @Test
  void rowsMayRepeat() {
    assertArrayEquals(new double[] {2, 3, 3}, TrainingRuns.of(N, D, L).rows(3, 0, 0).losses());
    assertEquals(
        "rows[1] is 4: expected 0 to 3", refusal(() -> TrainingRuns.of(N, D, L).rows(0, 4)));
  }

  @Test
  void meansAreThoseOfEachPairByWeight() {
    double[] n = {2, 1, 2, 1, 2};
    double[] d = {5, 5, 5, 6, 7};
    double[] loss = {4, 3, 1, 2, 9};
    TrainingRuns means = TrainingRuns.of(n, d, loss).weighted(new double[] {1, 1, 2, 1, 0}).means();
    assertArrayEquals(new double[] {2, 1, 1}, means.parameters());
    assertArrayEquals(new double[] {5, 5, 6}, means.tokens());
    assertArrayEquals(new double[] {2, 3, 2}, means.losses());
    assertArrayEquals(new double[] {1, 1, 1}, means.weights());
  }
}
