package murmuration.concept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import murmuration.data.Columns;
import murmuration.data.Datasets;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** The rules on measured runs, beside the times that were noted when the runs were made. */
class ColourSweepTest {
  private static final Table SWEEP = Datasets.load("concept-colour-sweep");
  private static final Table TURN = Datasets.load("concept-early-turn");
  private static final double NEVER = Double.NaN;

  private static Table run(Table all, double separation, int seed) {
    return all.where(
        all.numberColumn("separation")
            .isEqualTo(separation)
            .and(all.numberColumn("seed").isEqualTo(seed)));
  }

  private static double[] times(double separation, String curve) {
    return IntStream.range(0, 3)
        .mapToDouble(
            seed -> {
              Table run = run(SWEEP, separation, seed);
              return LearningRule.firstTwo()
                  .time(Columns.numbers(run, "step"), Columns.numbers(run, curve));
            })
        .toArray();
  }

  @Test
  void firstTwoGivesTheTimesThatWereNoted() {
    assertArrayEquals(new double[] {NEVER, 700, 550}, times(0.2, "naive_colour"));
    assertArrayEquals(new double[] {100, 100, 100}, times(0.2, "naive_size"));
    assertArrayEquals(new double[] {NEVER, 700, 550}, times(0.2, "naive_joint"));
    assertArrayEquals(new double[] {350, 250, 450}, times(0.2, "over_prompt"));
    assertArrayEquals(new double[] {300, 250, 250}, times(0.2, "latent"));
    assertArrayEquals(new double[] {NEVER, NEVER, NEVER}, times(0.1, "naive_joint"));
    assertArrayEquals(new double[] {1150, 1000, 1100}, times(0.1, "latent"));
    assertArrayEquals(new double[] {100, 100, 50}, times(0.8, "naive_colour"));
    assertArrayEquals(new double[] {200, 250, 250}, times(0.8, "naive_size"));
  }

  @Test
  void theCapabilityIsHiddenAtWeakSignals() {
    for (int seed = 0; seed < 3; seed++) {
      Table run = run(SWEEP, 0.2, seed);
      var ways = new TreeMap<>(Map.of("latent", Columns.numbers(run, "latent")));
      var found =
          HiddenCapability.of(
              Columns.numbers(run, "step"), Columns.numbers(run, "naive_joint"), ways);
      assertEquals(true, found.isHidden(), "seed " + seed);
    }
  }

  /** Angles and steps as numpy has them, from values before they were rounded. */
  @Test
  void theEarlyTurnIsSudden() {
    double[][] expected = {{0.15, 52.028, 122.487}, {0.2, 65.143, 126.721}, {0.3, 47.972, 97.959}};
    for (double[] row : expected) {
      List<ConceptTrajectory> seeds =
          IntStream.range(0, 3)
              .mapToObj(
                  seed ->
                      ConceptTrajectory.of(
                          run(TURN, row[0], seed), "step", "p11_colour", "p11_size"))
              .toList();
      var turn = Turn.of(ConceptTrajectory.mean(seeds).smooth(2).slice(0, 300));
      assertEquals(row[1], turn.angle(), 0.2);
      assertEquals(row[2], turn.step(), 0.5);
      assertEquals(true, turn.isSudden());
    }
  }
}
