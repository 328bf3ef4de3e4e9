package murmuration.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import murmuration.scaling.LikelihoodProfile.Calibration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LikelihoodProfileTest {
  private static final TrainingRuns RUNS = SimulatedRuns.of(AdditiveLaw.REPLICATION, 0.01, 6);
  private static final ScalingLaw STUDY = ScalingLaw.of(RUNS).loss(FitLoss.NLS_LOG);
  private static final ScalingFit FIT = STUDY.fit();

  /** The ends are checked by fits that start from nothing. */
  @ParameterizedTest
  @EnumSource
  void theSumOfSquaresReachesTheThresholdAtBothEnds(LawParameter parameter) {
    LikelihoodProfile profile = FIT.profile(parameter, 0.95);
    for (double end : new double[] {profile.low(), profile.high()}) {
      double squares = STUDY.fix(parameter, end).fit().objective();
      assertEquals(profile.threshold(), squares, 1e-7 * squares);
    }
  }

  @Test
  void theCurveIsLowestAtTheEstimate() {
    LikelihoodProfile profile = FIT.profile(LawParameter.ALPHA, 0.95);
    double least = Arrays.stream(profile.squares()).min().orElseThrow();
    assertTrue(least >= FIT.objective() * (1 - 1e-12) && least < FIT.objective() * 1.001);
  }

  @Test
  void theFDistributionGivesTheWiderInterval() {
    var f = FIT.profile(0.95).of(LawParameter.BETA);
    var chi = FIT.profile(0.95, Calibration.CHI_SQUARED).of(LawParameter.BETA);
    assertTrue(f.low() < chi.low() && chi.high() < f.high());
  }

  @Test
  void tiedExponentsShareTheirInterval() {
    var intervals = STUDY.tied().fit().profile(0.9);
    assertEquals(
        intervals.of(LawParameter.ALPHA).low(), intervals.of(LawParameter.BETA).low(), 1e-9);
  }

  @Test
  void whatIsFixedHasNoProfile() {
    ScalingFit fit = STUDY.fix(LawParameter.E, 1.8).fit();
    assertTrue(Double.isNaN(fit.profile(0.95).of(LawParameter.E).low()));
    assertThrows(IllegalArgumentException.class, () -> fit.profile(LawParameter.E, 0.95));
  }

  @Test
  void onlyLeastSquaresHasAProfile() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> ScalingLaw.of(RUNS).fit().profile(0.95));
    assertTrue(String.valueOf(e.getMessage()).contains("expected least squares"), e::getMessage);
  }
}
