package murmuration.scaling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import murmuration.math.Binomial;
import murmuration.math.Proportion;
import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EmergenceScoresTest {
  @Test
  void aStraightLineScoresItsNumberOfStepsByBoth() {
    var scores = EmergenceScores.of(new double[] {3, 2, 1, 0});
    assertEquals(-3, scores.improvement(), 1e-15);
    assertEquals(-3, scores.breakthroughness(), 1e-12);
    assertEquals(-3, scores.linearity(), 1e-12);
  }

  @Test
  void amongEqualExtremesTheFirstCounts() {
    assertEquals(1, EmergenceScores.of(new double[] {0, 1, 0}).improvement(), 0);
    assertEquals(-1, EmergenceScores.of(new double[] {1, 0, 1}).improvement(), 0);
    assertEquals(-1, EmergenceScores.of(new double[] {1, 0, 1, 0}).improvement(), 0);
  }

  @Test
  void aConstantCurveScoresNothing() {
    var scores = EmergenceScores.of(new double[] {0.5, 0.5, 0.5});
    assertEquals(new EmergenceScores(0, 0, 0, 3), scores);
  }

  @Test
  void oneStepBetweenFlatEndsIsInfinitelySharpUnlessCapped() {
    var up = EmergenceScores.of(new double[] {0, 0, 0, 0.8});
    assertEquals(Double.POSITIVE_INFINITY, up.breakthroughness());
    assertEquals(100, up.cap(100).breakthroughness());
    var down = EmergenceScores.of(new double[] {0.8, 0.8, 0.8, 0});
    assertEquals(Double.NEGATIVE_INFINITY, down.breakthroughness());
    assertEquals(-100, down.cap(100).breakthroughness());
  }

  @Property(tries = 100)
  void scoresDoNotChangeWithShiftAndScaleAndTurnWithTheSign(
      @ForAll @Size(min = 2, max = 9) List<@IntRange(min = -64, max = 64) Integer> grid) {
    double[] rounded = grid.stream().mapToDouble(v -> v / 64.0).toArray();
    var scores = EmergenceScores.of(rounded);
    var moved = EmergenceScores.of(Arrays.stream(rounded).map(v -> 4 * v + 3).toArray());
    assertEquals(scores.breakthroughness(), moved.breakthroughness(), 1e-9);
    assertEquals(scores.linearity(), moved.linearity(), 1e-9);
    if (Arrays.stream(rounded).distinct().count() == rounded.length) {
      var turned = EmergenceScores.of(Arrays.stream(rounded).map(v -> -v).toArray());
      assertEquals(-scores.breakthroughness(), turned.breakthroughness(), 1e-9);
    }
  }

  @Test
  void shortCurvesAndMissingValuesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> EmergenceScores.of(new double[] {1}));
    assertThrows(
        IllegalArgumentException.class, () -> EmergenceScores.of(new double[] {1, Double.NaN}));
    var scores = EmergenceScores.of(new double[] {0, 1});
    assertThrows(IllegalArgumentException.class, () -> scores.cap(Double.NaN));
    assertTrue(scores.summary().contains("fewer than 4"), scores.summary());
  }

  @Test
  void theIntervalHoldsTheScoreOfTheCurveThatItemsWereDrawnFromAtLeastAsOftenAsItSays() {
    int covered = 0;
    int[] items = {2000, 2000, 2000, 2000, 2000, 2000};
    double[] truth = {0.1, 0.2, 0.32, 0.45, 0.6, 0.9};
    double b = EmergenceScores.of(truth).breakthroughness();
    for (int trial = 0; trial < 200; trial++) {
      var rng = Rng.of(5, trial);
      int[] right = Arrays.stream(truth).mapToInt(p -> Binomial.of(2000, p).next(rng)).toArray();
      double[] interval =
          EmergenceBootstrap.of(right, items, 400, trial).breakthroughnessInterval(0.95);
      covered += interval[0] <= b && b <= interval[1] ? 1 : 0;
    }
    double[] share = new Proportion(covered, 200).clopperPearson(0.999);
    assertTrue(share[1] >= 0.95, covered + " of 200");
  }

  @Test
  void drawsDoNotDependOnThreads() {
    int[] right = {0, 0, 1, 4, 60};
    int[] items = {100, 100, 100, 100, 100};
    var alone =
        new ForkJoinPool(1)
            .submit(() -> EmergenceBootstrap.of(right, items, 50, 3).breakthroughness())
            .join();
    var many =
        new ForkJoinPool(4)
            .submit(() -> EmergenceBootstrap.of(right, items, 50, 3).breakthroughness())
            .join();
    assertArrayEquals(alone, many, 0);
  }

  @Test
  void anEndOfTheIntervalIsInfiniteWhereDrawsAre() {
    int[] right = {0, 0, 0, 0, 60};
    double[] interval =
        EmergenceBootstrap.of(right, IntStream.of(9, 9, 9, 9, 90).toArray(), 100, 1)
            .breakthroughnessInterval(0.95);
    assertArrayEquals(new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY}, interval);
  }
}
