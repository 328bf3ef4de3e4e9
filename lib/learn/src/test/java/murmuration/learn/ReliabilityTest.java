package murmuration.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  @Test
  void theScoresOfTheShippedDetectorsAreNearlyShares() {
    var fresh = TrainingSet.draw(400, 77);
    for (var detector : List.of(LearnedDetector.forest(), LearnedDetector.boosting())) {
      var reliability = Reliability.of(detector, fresh);
      assertTrue(reliability.error() < 0.15, reliability::summary);
      assertTrue(reliability.brier() < 0.2, reliability::summary);
      assertTrue(detector.roc(fresh).auc() > 0.75, () -> detector.roc(fresh).summary());
      assertEquals(400, Arrays.stream(reliability.runs()).sum());
      assertEquals(reliability.runs().length, reliability.table().rowCount());
      assertEquals(1, reliability.chart().panels().size());
    }
  }

  @Test
  void theErrorIsTheWeightedDistance() {
    var two =
        new Reliability(
            "d", new double[] {0.2, 0.8}, new double[] {0.3, 0.6}, new int[] {30, 10}, 0.1, 1);
    assertEquals((30 * 0.1 + 10 * 0.2) / 40, two.error(), 1e-12);
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    double[] one = {0.5};
    List<Runnable> calls =
        List.of(
            () -> Reliability.of(LearnedDetector.forest(), null),
            () -> Reliability.of(null, TrainingSet.draw(20, 1)),
            () -> LearnedDetector.forest().roc(null),
            () -> new Reliability("d", one, new double[2], new int[1], 0, 1),
            () -> new Reliability("d", one, one, new int[] {0}, 0, 1),
            () -> new Reliability("d", one, one, new int[] {1}, Double.NaN, 1),
            () -> new Reliability(null, one, one, new int[] {1}, 0, 1));
    for (var call : calls) {
      var e = assertThrows(IllegalArgumentException.class, call::run);
      assertTrue(String.valueOf(e.getMessage()).length() > 12, String.valueOf(e.getMessage()));
    }
  }
}
