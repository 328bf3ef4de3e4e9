package murmuration.scaling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class OutputsTest {
  @Test
  void aShiftedOutputIsNearByEditDistanceAndFarByToken() {
    int[][] produced = {{2, 3, 4, 5}, {1, 2}};
    int[][] targets = {{1, 2, 3, 4}, {1, 2}};
    var outputs = new TokenOutputs(produced, targets);
    assertArrayEquals(new double[] {0, 1}, outputs.scores(Metrics.EXACT_MATCH).values());
    assertArrayEquals(new double[] {0, 1}, outputs.scores(Metrics.TOKEN_ACCURACY).values());
    assertArrayEquals(new double[] {2, 0}, outputs.scores(Metrics.EDIT_DISTANCE).values());
    assertArrayEquals(
        new double[] {0.5, 0}, outputs.scores(Metrics.NORMALISED_EDIT_DISTANCE).values());
    assertEquals(3, outputs.scores(Metrics.EDIT_DISTANCE).metric().worst(), "mean length");
  }

  @Test
  void anEmptyOutputOfAnEmptyTargetIsRight() {
    var outputs = new TokenOutputs(new int[1][0], new int[1][0]);
    for (ItemScores scores : outputs.scores()) {
      assertEquals(scores.metric().best(), scores.mean(), scores.metric().name());
    }
  }

  @Test
  void countsOfTokensAreOutputsWithWrongTokensSubstituted() {
    int[][] targets = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    int[][] produced = {{1, 2, 3}, {4, 0, 6}, {0, 0, 0}};
    var tokens = new TokenOutputs(produced, targets);
    var counts = new TokenCounts(new int[] {3, 2, 0}, new int[] {3, 3, 3});
    for (ItemScores scores : counts.scores()) {
      assertArrayEquals(tokens.scores(scores.metric()).values(), scores.values(), 1e-15);
    }
  }

  @Property(tries = 50)
  void metricsOfProbabilitiesAreWhatTheModelExpects(
      @ForAll @DoubleRange(min = 0.01, max = 1) double p) {
    var outputs = new TokenProbabilities(new double[] {p, p}, new int[] {5, 5});
    assertEquals(Math.pow(p, 5), outputs.scores(Metrics.EXACT_MATCH).mean(), 1e-12);
    assertEquals(5 * (1 - p), outputs.scores(Metrics.EDIT_DISTANCE).mean(), 1e-12);
    assertEquals(-Math.log(p), outputs.scores(Metrics.LOG_LOSS).mean(), 1e-12);
  }

  @Test
  void optionsThatShareTheLargestProbabilityShareTheGrade() {
    double[][] p = {{0.4, 0.4, 0.2}, {0.25, 0.25, 0.5}, {0.4, 0.4, 0.2}};
    var outputs = new ChoiceProbabilities(p, new int[] {1, 1, 2});
    assertArrayEquals(
        new double[] {0.5, 0, 0}, outputs.scores(Metrics.MULTIPLE_CHOICE_GRADE).values());
    assertEquals(1 / 3.0, outputs.scores(Metrics.MULTIPLE_CHOICE_GRADE).metric().chance(), 1e-15);
  }

  @Test
  void theBrierScoreRunsToTwoAndItsHalfToOne() {
    double[][] p = {{1, 0}, {0, 1}};
    var outputs = new ChoiceProbabilities(p, new int[] {1, 1});
    assertArrayEquals(new double[] {2, 0}, outputs.scores(Metrics.BRIER).values());
    assertArrayEquals(new double[] {1, 0}, outputs.scores(Metrics.BRIER_HALF).values());
    var e = assertThrows(IllegalArgumentException.class, () -> outputs.scores(Metrics.LOG_LOSS));
    assertTrue(e.toString().contains("Brier score"), e.toString());
  }

  @Test
  void oddProbabilitiesAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ChoiceProbabilities(new double[][] {{0.5, 0.6}}, new int[] {0}));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ChoiceProbabilities(new double[][] {{0.5, 0.5}}, new int[] {2}));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ChoiceProbabilities(new double[][] {{0.5, Double.NaN}}, new int[] {0}));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TokenProbabilities(new double[] {0}, new int[] {3}));
    assertThrows(
        IllegalArgumentException.class, () -> new TokenCounts(new int[] {4}, new int[] {3}));
  }

  @Test
  void aTallyKnowsHowManyButNotWhich() {
    var tally = new Tally(3, 10);
    assertEquals(0.3, tally.scores(Metrics.EXACT_MATCH).mean(), 1e-15);
    assertFalse(tally.itemized());
    assertThrows(IllegalArgumentException.class, () -> new Tally(11, 10));
  }

  @Test
  void scoredItemsHaveOneSetOfItemsAndEachMetricOnce() {
    var three = new ItemScores(Metrics.BRIER, new double[3]);
    var two = new ItemScores(Metrics.EXACT_MATCH, new double[2]);
    assertThrows(IllegalArgumentException.class, () -> new ScoredItems(List.of(three, two)));
    assertThrows(IllegalArgumentException.class, () -> new ScoredItems(List.of(three, three)));
  }

  @Property(tries = 50)
  void aQualityIsAScoreReadBackwards(@ForAll @DoubleRange(min = 0.01, max = 1) double quality) {
    for (Metric metric : Metrics.ALL) {
      assertEquals(quality, metric.quality(metric.score(quality)), 1e-12, metric.name());
    }
    assertEquals(1, Metrics.BRIER.quality(0), 0);
    assertEquals(0, Metrics.BRIER.quality(2), 0);
    assertEquals(0.5, Metrics.LOG_LOSS.quality(Math.log(2)), 1e-15);
  }
}
