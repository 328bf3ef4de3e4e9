package murmuration.icl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Binomial;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class CompetitionCurveTest {
  private static final InContextTask TASK = InContextTask.standard();
  private static final double[] STEPS = {100, 200, 300, 400, 500};

  private static CompetitionRun run(long seed, double[] icl, double[] iwl) {
    double[] ones = new double[icl.length];
    Arrays.fill(ones, 1);
    double[] steps = IntStream.rangeClosed(1, icl.length).mapToDouble(i -> 100 * i).toArray();
    return new CompetitionRun(TASK, seed, 512, steps, ones, ones, icl, iwl);
  }

  private static CompetitionRun overtaken(long seed, double shift) {
    return run(
        seed,
        new double[] {0.3 + shift, 0.5 + shift, 0.2, 0.1, 0.0},
        new double[] {0, 0.1, 0.4, 0.9, 1});
  }

  @Test
  void theEndIsTheMeanOfThreeCheckpointsAndTheFallIsFromThePeak() {
    var run = overtaken(0, 0);
    assertEquals(0.1, run.endInContext(), 1e-15);
    assertEquals(2.3 / 3, run.endInWeights(), 1e-15);
    assertEquals(0.5, run.peak());
    assertEquals(0.4, run.transience(), 1e-15);
  }

  @Test
  void theCrossingIsWhereTheLinesMeet() {
    assertEquals(200 + 100 * 0.4 / 0.6, overtaken(0, 0).crossing(), 1e-9);
    var never = run(0, new double[] {0.5, 0.6, 0.7}, new double[] {0.1, 0.1, 0.1});
    assertTrue(Double.isNaN(never.crossing()));
    assertTrue(never.summary().contains("does not overtake"));
    var always = run(0, new double[] {0.1, 0.1}, new double[] {0.5, 0.6});
    assertTrue(Double.isNaN(always.crossing()));
    var twice = run(0, new double[] {0.5, 0.1, 0.5, 0.1}, new double[] {0.1, 0.5, 0.1, 0.5});
    assertEquals(350, twice.crossing(), 1e-9);
  }

  @Test
  void intervalsAreOverTheRuns() {
    var curve = CompetitionCurve.of(overtaken(0, 0), overtaken(1, 0.06), overtaken(2, 0.12));
    var fall = curve.transience();
    assertEquals(0.46, fall.fall(), 1e-12);
    double half = 4.302652729911275 * 0.06 / Math.sqrt(3);
    assertEquals(0.46 - half, fall.low(), 1e-9);
    assertEquals(0.46 + half, fall.high(), 1e-9);
    assertTrue(fall.p() < 0.001);
    assertEquals(AnswerSource.WEIGHTS, curve.wins());
    assertEquals(3, curve.crossings().length);
    assertEquals(
        3,
        curve
            .table()
            .where(curve.table().stringColumn("quantity").isEqualTo("runs"))
            .doubleColumn("value")
            .get(0));
  }

  @Test
  void runsThatDisagreeAreUndecided() {
    var one = run(0, new double[] {0.6, 0.6, 0.6}, new double[] {0.3, 0.3, 0.3});
    var other = run(1, new double[] {0.3, 0.3, 0.3}, new double[] {0.4, 0.4, 0.4});
    assertEquals(AnswerSource.CONTEXT, CompetitionCurve.of(one).wins());
    assertEquals(AnswerSource.UNDECIDED, CompetitionCurve.of(one, other).wins());
    var near = run(2, new double[] {0.52, 0.52, 0.52}, new double[] {0.5, 0.5, 0.5});
    assertEquals(AnswerSource.UNDECIDED, CompetitionCurve.of(near).wins());
  }

  /** The p value of flat curves is uniform: 200 tests, each share to 4 standard deviations. */
  @Test
  void flatCurvesFallAsFarAsFlatCurvesDo() {
    var noise = Binomial.of(512, 0.4);
    int tests = 200;
    int below = 0;
    for (int i = 0; i < tests; i++) {
      var random = Rng.of(11, i);
      var runs = new CompetitionRun[3];
      for (int r = 0; r < 3; r++) {
        double[] icl = new double[10];
        Arrays.setAll(icl, k -> noise.next(random) / 512.0);
        runs[r] = run(r, icl, new double[10]);
      }
      var test = TransienceTest.of(CompetitionCurve.of(runs), 200, i);
      assertTrue(test.fall() > 0, "a flat curve falls from its highest checkpoint");
      below += test.p() <= 0.25 ? 1 : 0;
    }
    assertEquals(0.25, below / (double) tests, 4 * Math.sqrt(0.1875 / tests));
  }

  @Test
  void aRunIsMadeOfScores() {
    var source = SequenceSource.of(TASK, 1);
    var test = EvaluationSet.of(source, 100, 1);
    var blind = test.score(batch -> new float[batch.size() * TASK.labels()]);
    var copier = test.score(Baselines.contextCopier(source));
    var run =
        CompetitionRun.of(
            new double[] {0, 10}, new double[] {2, 1}, java.util.List.of(blind, copier), 4);
    assertEquals(1, run.inContext()[1]);
    assertEquals(0, run.inWeights()[1]);
    assertEquals(2, run.table().rowCount());
  }

  @Test
  void aTableHasOneRowATask() {
    var first = CompetitionCurve.of(overtaken(0, 0));
    var table = CompetitionTable.of(first, first, first);
    assertEquals(3, table.table().rowCount());
    assertEquals("weights", table.table().stringColumn("answers from").get(0));
    assertEquals(4, table.summary().lines().count());
    assertTrue(table.chart().svg().contains("svg"));
  }

  @Test
  void runsOfDifferentTasksAreRefused() {
    var other =
        new CompetitionRun(
            TASK.classes(32), 1, 512, STEPS, STEPS, new double[5], new double[5], new double[5]);
    assertThrows(IllegalArgumentException.class, () -> CompetitionCurve.of(overtaken(0, 0), other));
    assertThrows(
        IllegalArgumentException.class,
        () -> CompetitionCurve.of(overtaken(0, 0), overtaken(0, 0.1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> run(0, new double[] {0.5, 1.5}, new double[] {0.1, 0.5}));
  }
}
