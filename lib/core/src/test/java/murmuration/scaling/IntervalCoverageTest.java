package murmuration.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Whether intervals hold the truth as often as they say. Of 100 samples a right 95 % interval holds
 * it in 88 or more, but for one seed in 300; seeds are fixed. The long run is in
 * docs/scaling-law.md.
 */
class IntervalCoverageTest {
  private static final int SAMPLES = 100;
  private static final int LEAST = 85;
  private static final TrainingRuns RUNS = SimulatedRuns.of(AdditiveLaw.REPLICATION, 0.007, 1);

  @Test
  void withNormalNoiseEveryKindOfLeastSquaresHoldsTheExponents() {
    ScalingFit fit = ScalingLaw.of(RUNS).loss(FitLoss.NLS_LOG).fit();
    CoverageReport report = fit.coverage(SAMPLES).replicates(79).seed(2).run();
    for (CoverageReport.Kind kind : report.kinds()) {
      for (String quantity : new String[] {"alpha", "beta"}) {
        double right = report.of(kind.name(), quantity).successes();
        assertTrue(right >= LEAST, kind.name() + " " + quantity + ": " + right);
      }
    }
    assertEquals(8, report.kinds().size());
    assertTrue(report.summary().lines().count() <= 12, report.summary());
  }

  @Test
  void huberIntervalsHoldTheExponentsToo() {
    ScalingFit fit = ScalingLaw.of(RUNS).fit();
    CoverageReport report = fit.coverage(SAMPLES).replicates(79).seed(1).run();
    assertEquals(7, report.kinds().size());
    for (String kind : new String[] {"Wald", "percentile, runs", "BCa, runs"}) {
      double right = report.of(kind, "alpha").successes();
      assertTrue(right >= LEAST, kind + ": " + right);
    }
  }

  @Test
  void intervalsOfFiftyPerCentHoldHalf() {
    ScalingFit fit = ScalingLaw.of(RUNS).loss(FitLoss.NLS_LOG).fit();
    double right =
        fit.coverage(SAMPLES).replicates(2).level(0.5).run().of("Wald", "alpha").successes();
    assertTrue(right > 33 && right < 67, "of 100 intervals of 50 %: " + right);
  }

  @Test
  void aKindThatIsNotThereIsRefused() {
    ScalingFit fit = ScalingLaw.of(RUNS).loss(FitLoss.NLS_LOG).fit();
    CoverageReport report = fit.coverage(1).replicates(2).run();
    var e = assertThrows(IllegalArgumentException.class, () -> report.of("Walt", "alpha"));
    assertTrue(String.valueOf(e.getMessage()).startsWith("there is no kind Walt"), e::getMessage);
    assertThrows(IllegalArgumentException.class, () -> report.of("Wald", "gamma"));
  }
}
