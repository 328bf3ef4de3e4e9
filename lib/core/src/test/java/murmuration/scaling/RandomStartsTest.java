package murmuration.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStartsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theHuberOptimumIsReachedFromEveryStart(long seed) {
    ScalingFit fit = ScalingLaw.of(SimulatedRuns.of(AdditiveLaw.REPLICATION, 0.01, seed)).fit();
    StartsReport report = fit.fromRandomStarts(100).seed(seed).run();
    assertEquals(100, report.agreeing(), report.summary());
    assertTrue(report.improvement() <= 1e-12, report.summary());
  }

  @Test
  void theSameSeedGivesTheSameStarts() {
    ScalingFit fit = ScalingLaw.of(SimulatedRuns.of(AdditiveLaw.HOFFMANN, 0.02, 4)).fit();
    assertEquals(
        fit.fromRandomStarts(5).seed(9).run().best(), fit.fromRandomStarts(5).seed(9).run().best());
  }
}
