package murmuration.scaling.observational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import murmuration.data.Provenance;
import org.junit.jupiter.api.Test;

class EmergentForecastTest {
  private static final SimulatedScores SIMULATED = SimulatedModels.of(14, 6).seed(2).simulate();

  private static EmergentForecast forecast() {
    return EmergentForecast.of(SIMULATED.scores(), SIMULATED.tasks())
        .trainUpTo(1e23)
        .starts(6)
        .resamples(200);
  }

  @Test
  void axesPredictBetterThanComputeWhereFamiliesDiffer() {
    var comparison = forecast().run();
    assertEquals(84, comparison.models());
    assertTrue(comparison.wins() >= 7, comparison.summary());
    for (var task : comparison.tasks()) {
      assertTrue(task.low() <= task.testCompute() - task.testAxes(), task.name());
      assertTrue(task.testCompute() - task.testAxes() <= task.high(), task.name());
      assertEquals(84, task.train() + task.test());
    }
  }

  @Test
  void whereFamiliesAreAlikeComputePredictsBetter() {
    var equal = SimulatedModels.of(14, 6).spread(0).noise(0.05).seed(5).simulate();
    var comparison =
        EmergentForecast.of(equal.scores(), equal.tasks()).trainUpTo(1e23).starts(6).run();
    double axes = comparison.tasks().stream().mapToDouble(t -> t.testAxes()).sum();
    double compute = comparison.tasks().stream().mapToDouble(t -> t.testCompute()).sum();
    assertTrue(compute < axes, axes + " " + compute);
  }

  @Test
  void theSignTestCountsTheWins() {
    var task = new EmergentComparison.Task("t", 5, 5, 0, 1, 0, 2, 0, 1, 1);
    var lost = new EmergentComparison.Task("u", 5, 5, 0, 2, 0, 1, -2, 1, 1);
    var seven =
        new EmergentComparison(
            List.of(task, task, task, task, task, task, task, lost), 10, Provenance.of(Map.of()));
    assertEquals(9 / 256.0, seven.signTestP(), 1e-12);
    assertEquals(7, seven.wins());
  }

  @Test
  void theSameForAnyNumberOfThreads() {
    try (var pool = new ForkJoinPool(1)) {
      assertEquals(forecast().run().tasks(), pool.submit(() -> forecast().run()).join().tasks());
    }
  }

  @Test
  void aTaskWithoutLargeModelsIsRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> forecast().trainUpTo(1e30).run());
    assertTrue(e.toString().contains("84 models up to 1.0E30 FLOP and 0 above"), e.toString());
  }
}
