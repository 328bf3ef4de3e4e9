package murmuration.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LawTestTest {
  private static final AdditiveLaw TRUTH = AdditiveLaw.REPLICATION;

  @Test
  void aLawAgainstItselfIsNotRejected() {
    var runs = SimulatedRuns.of(TRUTH, 0.01, 1);
    ScalingFit fit = ScalingLaw.of(runs).loss(FitLoss.NLS_LOG).fit();
    assertEquals(1, fit.test(fit.law()).p(), 1e-12);
    assertEquals(1, LawTest.normal(runs, fit.law()).p(), 1e-6);
  }

  @Test
  void anotherLawIsRejectedByEveryTest() {
    var runs = SimulatedRuns.of(TRUTH, 0.01, 1);
    var other = AdditiveLaw.HOFFMANN;
    assertTrue(ScalingLaw.of(runs).loss(FitLoss.NLS_LOG).fit().test(other).p() < 1e-6);
    assertTrue(LawTest.normal(runs, other).p() < 1e-6);
    assertTrue(LawTest.laplace(runs, other).p() < 1e-6);
    assertTrue(LawTest.huber(runs, other, 1.345).p() < 1e-6);
  }

  /** A narrow Huber density is Laplace's, a wide one the normal one. */
  @Test
  void theHuberLikelihoodLiesBetweenLaplaceAndNormal() {
    var runs = SimulatedRuns.of(TRUTH, 0.01, 2);
    var law = AdditiveLaw.HOFFMANN;
    double laplace = LawTest.laplace(runs, law).statistic();
    double normal = LawTest.normal(runs, law).statistic();
    assertEquals(laplace, LawTest.huber(runs, law, 1e-4).statistic(), 1e-3 * laplace);
    assertEquals(normal, LawTest.huber(runs, law, 1e4).statistic(), 1e-3 * normal);
  }

  /**
   * 200 samples of the truth, normal noise: rejections at 5 % are Binomial(200, p) with p near
   * 0.05; 3 to 20 of them hold 99.5 % of Binomial(200, 0.05), and one seed is fixed.
   */
  @Test
  void theTrueLawIsRejectedAsOftenAsTheLevelSays() {
    long wald = 0;
    long ratio = 0;
    for (long seed : IntStream.range(0, 200).asLongStream().toArray()) {
      var runs = SimulatedRuns.of(TRUTH, 0.01, 100 + seed);
      ScalingFit fit = ScalingLaw.of(runs).loss(FitLoss.NLS_LOG).fit();
      wald += fit.test(TRUTH).p() < 0.05 ? 1 : 0;
      ratio += LawTest.normal(runs, TRUTH).p() < 0.05 ? 1 : 0;
    }
    assertTrue(wald >= 3 && wald <= 20, "Wald rejects " + wald);
    assertTrue(ratio >= 3 && ratio <= 20, "the likelihood ratio rejects " + ratio);
  }

  @Test
  void aFitWithoutCovarianceIsRefused() {
    var runs = SimulatedRuns.of(TRUTH, 0.01, 1);
    ScalingFit fit = ScalingLaw.of(runs).loss(FitLoss.ASYM_MAE).fit();
    var e = assertThrows(IllegalArgumentException.class, () -> fit.test(TRUTH));
    assertTrue(String.valueOf(e.getMessage()).contains("has no covariance"), e::getMessage);
    assertThrows(
        IllegalArgumentException.class,
        () -> ScalingLaw.of(runs).loss(FitLoss.NLS_LOG).tied().fit().test(TRUTH));
  }
}
