package murmuration.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import murmuration.math.Kendall;
import murmuration.math.Rng;
import murmuration.warning.Indicators;
import murmuration.warning.detection.Roc;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DetectorTrialTest {
  private static DetectorTrial trial;

  /** Not where the field is: a lambda of a class that is being initialised waits for its end. */
  @BeforeAll
  static void run() {
    trial =
        DetectorTrial.of(
            20,
            500,
            1,
            Contestant.tauOf(Indicators.VARIANCE),
            Contestant.of(LearnedDetector.forest()),
            Contestant.of("nothing", x -> 0));
  }

  @Test
  void theShippedForestBeatsTheTrendOfTheVarianceOnSystemsItNeverSaw() {
    assertTrue(trial.auc("random forest") > trial.auc("τ of variance"), trial::summary);
    assertTrue(
        trial.aucOnDrift("random forest") > trial.aucOnDrift("τ of variance"), trial::summary);
    assertEquals(0.5, trial.auc("nothing"), 1e-12);
  }

  @Test
  void theTableHasARowAModelAndContestant() {
    int models = UnseenModel.values().length;
    assertEquals(3 * models, trial.table().rowCount());
    assertEquals(3, trial.comparison(UnseenModel.RICKER_FOLD).rocs().size());
    assertEquals(20, trial.roc(UnseenModel.RICKER_FOLD, "nothing").events().length);
    assertTrue(trial.summary().lines().count() <= 12, trial::summary);
    assertEquals(2, trial.chart().panels().size());
  }

  @Test
  void aDetectorOfDriftIsFoundOut() {
    var drift = Contestant.of("drift", x -> Math.abs(Kendall.tau(x)));
    var found = DetectorTrial.of(12, 120, 3, drift);
    var model = UnseenModel.RICKER_FOLD;
    assertTrue(found.roc(model, "drift").auc() > 0.95, found::summary);
    assertEquals(0.5, found.rocOnDrift(model, "drift").auc(), 0.35);
  }

  @Test
  void theRunsAreTheSameForASeed() {
    var again = DetectorTrial.of(20, 500, 1, Contestant.tauOf(Indicators.VARIANCE));
    for (var model : UnseenModel.values()) {
      assertEquals(
          trial.roc(model, "τ of variance").auc(), again.roc(model, "τ of variance").auc());
    }
  }

  @Test
  void everyUnseenModelStaysInItsState() {
    for (var model : UnseenModel.values()) {
      for (int i = 0; i < 6; i++) {
        double[] x = model.draw(150, i % 2 == 1, Rng.of(2, i));
        assertEquals(150, x.length);
        assertTrue(Arrays.stream(x).allMatch(Double::isFinite), model.label());
        assertFalse(Arrays.equals(x, model.draw(150, i % 2 == 1, Rng.of(3, i))));
      }
    }
  }

  @Test
  void calibratedScoresAreOneLessTheP() {
    double[] x = NoiseKind.WHITE.draw(150, Rng.of(4));
    double score = Contestant.calibrated(LearnedDetector.forest(), 19, 1).score().applyAsDouble(x);
    assertEquals(0, 20 * score - Math.rint(20 * score), 1e-9);
    assertTrue(score >= 0 && score <= 0.95);
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    var tau = Contestant.tauOf(Indicators.AC1);
    var roc = Roc.of("a", new double[] {1}, new double[] {2});
    var rocs = new LinkedHashMap<UnseenModel, List<Roc>>();
    rocs.put(UnseenModel.RICKER_FOLD, List.of(roc));
    List<Runnable> calls =
        List.of(
            () -> DetectorTrial.of(1, 200, 1, tau),
            () -> DetectorTrial.of(5, 20, 1, tau),
            () -> DetectorTrial.of(5, 200, 1),
            () -> DetectorTrial.of(5, 200, 1, tau, tau),
            () -> DetectorTrial.of(5, 200, 1, (Contestant[]) null),
            () -> DetectorTrial.of(2, 100, 1, Contestant.of("NaN", x -> Double.NaN)),
            () -> new DetectorTrial(null, rocs, List.of("a"), 1, 100, 1),
            () -> new DetectorTrial(rocs, null, List.of("a"), 1, 100, 1),
            () -> new DetectorTrial(rocs, rocs, List.of("b"), 1, 100, 1),
            () -> UnseenModel.RICKER_FOLD.drifting(1, Rng.of(1)),
            () -> trial.roc(UnseenModel.RICKER_FOLD, "nobody"),
            () -> trial.comparison(null),
            () -> Contestant.of(null),
            () -> Contestant.of("a", null),
            () -> Contestant.tauOf(null),
            () -> Contestant.calibrated(LearnedDetector.forest(), 2, 1),
            () -> Contestant.calibrated(null, 20, 1));
    for (var call : calls) {
      var e = assertThrows(IllegalArgumentException.class, call::run);
      assertTrue(String.valueOf(e.getMessage()).length() > 12, String.valueOf(e.getMessage()));
    }
  }
}
