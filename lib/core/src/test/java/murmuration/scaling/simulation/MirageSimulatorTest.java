package murmuration.scaling.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import murmuration.scaling.metric.ItemScores;
import murmuration.scaling.metric.Metric;
import murmuration.scaling.metric.Metrics;
import murmuration.scaling.metric.MirageModel;
import org.junit.jupiter.api.Test;

class MirageSimulatorTest {
  private static final MirageModel MODEL = new MirageModel(2e7, -0.25);
  private static final MirageSimulator SIMULATOR = MirageSimulator.of(MODEL).items(4000);

  private static double[] means(MirageSimulator simulator, Metric metric) {
    return simulator.simulate().scores(metric).stream().mapToDouble(ItemScores::mean).toArray();
  }

  @Test
  void tokensAreRightAsOftenAsTheModelSays() {
    double[] exact = means(SIMULATOR, Metrics.EXACT_MATCH);
    double[] wrong = means(SIMULATOR, Metrics.EDIT_DISTANCE);
    for (int m = 0; m < exact.length; m++) {
      double n = SIMULATOR.scales()[m];
      double q = MODEL.exactMatch(n, 5);
      double p = MODEL.tokenProbability(n);
      assertEquals(q, exact[m], 4.5 * Math.sqrt(q * (1 - q) / 4000) + 1e-4);
      assertEquals(5 * (1 - p), wrong[m], 4.5 * Math.sqrt(5 * p * (1 - p) / 4000));
      assertEquals(q, SIMULATOR.exactMatch(n), 1e-15);
    }
  }

  @Test
  void unequalItemsAreRightAsOftenAsTheirAverageSays() {
    var unequal = SIMULATOR.spread(1);
    double[] exact = means(unequal, Metrics.EXACT_MATCH);
    for (int m = 0; m < exact.length; m++) {
      double q = unequal.exactMatch(SIMULATOR.scales()[m]);
      assertEquals(q, exact[m], 4.5 * Math.sqrt(q * (1 - q) / 4000));
    }
    assertTrue(exact[0] > 5 * means(SIMULATOR, Metrics.EXACT_MATCH)[0], "easy items come first");
  }

  @Test
  void theExponentChangesAtTheTurnAndTheLawDoesNotJump() {
    var faster = SIMULATOR.accelerate(1e9, 3);
    assertEquals(MODEL.crossEntropy(1e8), faster.crossEntropy(1e8), 0);
    assertEquals(MODEL.crossEntropy(1e9), faster.crossEntropy(1e9 * (1 + 1e-12)), 1e-9);
    double slope = Math.log(faster.crossEntropy(4e9) / faster.crossEntropy(2e9)) / Math.log(2);
    assertEquals(-0.75, slope, 1e-12);
  }

  @Test
  void theCorrectOptionHasTheProbabilityOfAToken() {
    var outputs = SIMULATOR.items(100).choices(4);
    double[] right =
        outputs.scores(Metrics.P_CORRECT).stream().mapToDouble(ItemScores::mean).toArray();
    double[] expected = Arrays.stream(SIMULATOR.scales()).map(MODEL::tokenProbability).toArray();
    assertArrayEquals(expected, right, 1e-12);
  }

  @Test
  void testsWithAllItemsWrongAreAsManyAsTheoryExpects() {
    for (int items : new int[] {100, 1000, 10_000}) {
      var runs = SIMULATOR.length(10).items(items).resolution(400);
      assertTrue(runs.agrees(0.999), runs.summary());
    }
  }

  @Test
  void accuraciesOfTestsSpreadAsThoseOfOutputs() {
    var small = SIMULATOR.items(50).scales(1e8, 1e9);
    var runs = small.resolution(300);
    double fromRuns = 0;
    double fromOutputs = 0;
    for (int i = 0; i < 300; i++) {
      fromRuns += runs.accuracies(i)[1] / 300;
      fromOutputs += means(small.seed(i), Metrics.EXACT_MATCH)[1] / 300;
    }
    double q = small.exactMatch(1e9);
    double error = Math.sqrt(q * (1 - q) / (50 * 300));
    assertEquals(q, fromRuns, 4.5 * error);
    assertEquals(q, fromOutputs, 4.5 * error);
  }

  @Test
  void outputsDoNotDependOnThreads() {
    var one = new ForkJoinPool(1).submit(() -> means(SIMULATOR, Metrics.EXACT_MATCH)).join();
    var four = new ForkJoinPool(4).submit(() -> means(SIMULATOR, Metrics.EXACT_MATCH)).join();
    assertArrayEquals(one, four, 0);
  }

  @Test
  void impossibleChoicesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> SIMULATOR.length(0));
    assertThrows(IllegalArgumentException.class, () -> SIMULATOR.items(Integer.MAX_VALUE));
    assertThrows(IllegalArgumentException.class, () -> SIMULATOR.spread(-1));
    assertThrows(IllegalArgumentException.class, () -> SIMULATOR.accelerate(1e9, 0));
    assertThrows(IllegalArgumentException.class, () -> SIMULATOR.scales(1e9));
    assertThrows(IllegalArgumentException.class, () -> SIMULATOR.choices(1));
    assertThrows(IllegalArgumentException.class, () -> SIMULATOR.resolution(0));
  }
}
