package murmuration.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LawCovarianceTest {
  private static final TrainingRuns RUNS = SimulatedRuns.of(AdditiveLaw.REPLICATION, 0.01, 8);

  /** With a width beyond every residual, Huber's loss is least squares and so is its sandwich. */
  @Test
  void aWideHuberLossHasNearlyTheErrorsOfLeastSquares() {
    ScalingFit huber = ScalingLaw.of(RUNS).loss(FitLoss.huberLog(1)).fit();
    ScalingFit squares = ScalingLaw.of(RUNS).loss(FitLoss.NLS_LOG).fit();
    for (LawParameter p : LawParameter.values()) {
      assertEquals(p.of(squares.law()), p.of(huber.law()), 1e-6 * p.of(squares.law()));
      assertEquals(1, huber.standardError(p) / squares.standardError(p), 0.25, p.symbol());
    }
  }

  /** Normal noise: absolute deviations need pi/2 times the runs of least squares. */
  @Test
  void absoluteDeviationsCostTheirEfficiency() {
    ScalingFit deviations = ScalingLaw.of(RUNS).loss(FitLoss.LAD_LOG).fit();
    ScalingFit squares = ScalingLaw.of(RUNS).loss(FitLoss.NLS_LOG).fit();
    double ratio =
        deviations.standardError(LawParameter.ALPHA) / squares.standardError(LawParameter.ALPHA);
    assertEquals(Math.sqrt(Math.PI / 2), ratio, 0.25);
  }

  @Test
  void moreRunsOfTheSameKindShrinkTheErrors() {
    double[] fours = new double[RUNS.size()];
    Arrays.fill(fours, 4);
    ScalingFit one = ScalingLaw.of(RUNS).loss(FitLoss.NLS_LOG).fit();
    ScalingFit four = ScalingLaw.of(RUNS.weighted(fours)).loss(FitLoss.NLS_LOG).fit();
    double ratio = one.standardError(LawParameter.BETA) / four.standardError(LawParameter.BETA);
    assertEquals(Math.sqrt(four.degreesOfFreedom() / one.degreesOfFreedom()), ratio, 1e-9);
  }

  @Test
  void theEnvelopeHasNoFormula() {
    ScalingFit envelope = ScalingLaw.of(RUNS).loss(FitLoss.ASYM_MAE).fit();
    assertTrue(Double.isNaN(envelope.standardError(LawParameter.ALPHA)));
    assertTrue(envelope.summary().contains("bootstrap"));
  }
}
