package murmuration.scaling.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class RandomFeatureScalingTest {
  private static final RandomFeatureScaling SMALL =
      RandomFeatureScaling.of(1.5, 0.5, 130).features(3, 8, 20).samples(5, 14, 40).seeds(6).seed(7);

  @Test
  void aCellDoesNotDependOnTheCellsBesideIt() {
    var all = SMALL.simulate();
    for (int n : SMALL.features()) {
      for (int d : SMALL.samples()) {
        assertArrayEquals(
            all.draws(n, d), SMALL.features(n).samples(d).simulate().draws(n, d), n + " x " + d);
      }
    }
  }

  @Test
  void lossesHaveTheSameBitsForAnyNumberOfThreads() {
    for (int threads : new int[] {1, 3, 8}) {
      try (var pool = new ForkJoinPool(threads)) {
        assertArrayEquals(
            SMALL.simulate().losses(), pool.submit(SMALL::simulate).join().losses(), "" + threads);
      }
    }
  }

  @Test
  void severalRidgesShareTheDraws() {
    var each = SMALL.simulateEach(List.of(RidgeChoice.OPTIMAL, RidgeChoice.fixed(1e-3)));
    assertArrayEquals(SMALL.simulate().losses(), each.getFirst().losses());
    assertArrayEquals(SMALL.ridge(1e-3).simulate().losses(), each.getLast().losses());
  }

  @Test
  void aLaterSeedIsTheSameDraw() {
    double[] six = SMALL.simulate().draws(8, 40);
    assertEquals(six[4], SMALL.seed(11).seeds(1).simulate().draws(8, 40)[0]);
  }

  @Test
  void aHugeRidgeLearnsNothing() {
    var losses = SMALL.ridge(1e12).simulate();
    for (double loss : losses.losses()) {
      assertEquals(SMALL.power(), loss, 1e-8);
    }
  }

  @Test
  void aTeacherOfZerosLeavesTheNoise() {
    var losses = SMALL.teacher(new double[130]).ridge(1e9).simulate();
    assertEquals(0.25, losses.draws(3, 5)[0], 1e-9);
  }

  @Test
  void theTableHasTheColumnsOfTheDataSet() {
    var table = SMALL.simulate().table();
    assertEquals(
        "[preset, n, d, seed, loss, ridge_kind, ridge, theory_loss, a, sigma, m]",
        table.columnNames().toString());
    assertEquals(54, table.rowCount());
    assertEquals(8L, table.longColumn("seed").get(1));
    assertEquals("optimal", table.stringColumn("ridge_kind").get(0));
    assertEquals(14, table.intColumn("d").get(6));
  }

  @Test
  void meansBecomeTrainingRuns() {
    var losses = SMALL.simulate();
    var runs = losses.runs();
    assertArrayEquals(new double[] {3, 3, 3, 8, 8, 8, 20, 20, 20}, runs.parameters());
    assertArrayEquals(new double[] {5, 14, 40, 5, 14, 40, 5, 14, 40}, runs.tokens());
    assertArrayEquals(losses.means(), runs.losses());
    double[] weights = losses.weightedRuns().weights();
    double[] sd = losses.deviations();
    double[] mean = losses.means();
    assertEquals(Math.pow(mean[0] / sd[0] / (mean[8] / sd[8]), 2), weights[0] / weights[8], 1e-12);
    assertArrayEquals(losses.expected(), losses.expectedRuns().losses());
  }

  @Test
  void badSettingsAreRefusedInWords() {
    refused("exponent is 0.0", () -> RandomFeatureScaling.of(0, 1, 10));
    refused("sigma is -1.0", () -> RandomFeatureScaling.of(1, -1, 10));
    refused("modes is 0", () -> RandomFeatureScaling.of(1, 1, 0));
    refused("ridge is 0.0", () -> SMALL.ridge(0));
    refused("features is empty", () -> SMALL.features(new int[0]));
    refused("features[0] is 0", () -> SMALL.features(0));
    refused("samples[0] is -3", () -> SMALL.samples(-3));
    refused("samples[1] = 4 follows 4", () -> SMALL.samples(4, 4));
    refused("teacher has 2 values, the modes has 130", () -> SMALL.teacher(1, 2));
    refused("seeds is 0", () -> SMALL.seeds(0));
    refused("n is 0.5", () -> SMALL.theory(0.5, 10, 1));
    refused("d is NaN", () -> SMALL.optimalRidge(10, Double.NaN));
    refused("r is -1.0", () -> SMALL.theory(10, 10, -1));
    var bad = SMALL.ridge(RidgeChoice.of("1/(8-N)", (n, d) -> 1 / (8 - n)));
    refused("ridge '1/(8-N)' is Infinity at N = 8, D = 5", bad::simulate);
  }

  private static void refused(String words, Runnable call) {
    var e = assertThrows(IllegalArgumentException.class, call::run);
    assertTrue(e.toString().contains(words), e.toString());
  }
}
