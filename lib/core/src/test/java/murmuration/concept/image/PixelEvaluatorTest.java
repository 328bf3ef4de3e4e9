package murmuration.concept.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import murmuration.data.Provenance;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class PixelEvaluatorTest {
  private static final PixelEvaluator AT_02 = PixelEvaluator.of(SoftDiscs.of().colour(0.2), 0);

  @Test
  void isRightIn99Of100PicturesFromSeparation02On() {
    for (double separation : new double[] {0.2, 0.4, 0.8}) {
      for (int seed = 0; seed < 2; seed++) {
        var evaluator = PixelEvaluator.of(SoftDiscs.of().colour(separation), seed);
        assertTrue(evaluator.fitted()[0] >= 0.99 && evaluator.fitted()[1] >= 0.99);
        // Fresh pictures are harder: of 1600, a share of 0.99 has a standard error of 0.0025.
        assertTrue(evaluator.accuracy()[0] >= 0.98 && evaluator.accuracy()[1] >= 0.99);
      }
    }
  }

  @Test
  void isLessSureAtSeparation01() {
    var evaluator = PixelEvaluator.of(SoftDiscs.of().colour(0.1), 0);
    assertTrue(evaluator.fitted()[0] > 0.94 && evaluator.fitted()[0] < 0.97);
    assertTrue(evaluator.accuracy()[0] > 0.92 && evaluator.accuracy()[0] < evaluator.fitted()[0]);
  }

  @Test
  void theFitEndsAtAGradientOf1em7() {
    assertTrue(AT_02.gradient() <= 1e-7, AT_02.summary());
  }

  @Test
  void theFitIsTheMinimum() {
    // Two pictures of one pixel, +1 and -1, shown and not: w solves 2 penalty w = scale / (1 +
    // e^w).
    var fit =
        LogisticFit.of(new float[] {1, -1}, 1, new boolean[] {true, false}, 0.5, 0.1, 1e-9, 99);
    double w = fit.weights()[0];
    assertEquals(0.2 * w, 0.5 / (1 + Math.exp(w)), 1e-9);
    assertEquals(0, fit.weights()[1], 1e-8);
  }

  @Test
  void theSameSeedGivesTheSameEvaluator() {
    var again = PixelEvaluator.of(SoftDiscs.of().colour(0.2), 0);
    assertArrayEquals(AT_02.weights(), again.weights());
  }

  @Test
  void aReadingIsTheMeanOfItsPictures() {
    var sample = SoftDiscs.of().colour(0.2).draw(5, 7, 2);
    ConceptReading reading = AT_02.read(sample.images(), 1, 3, 1, 0);
    double blue = 0;
    for (int i = 1; i < 4; i++) {
      blue += AT_02.probabilities(sample.image(i))[0] / 3;
    }
    assertEquals(blue, reading.probability()[0], 1e-12);
    assertEquals(1, reading.right()[1]);
    assertEquals(reading.right()[0], reading.joint());
    assertEquals(0, AT_02.read(sample.images(), 1, 3, 0, 1).joint());
  }

  @Test
  void coordinatesAreProbabilitiesOfTheUnit() {
    var hand =
        new PixelEvaluator(
            new double[][] {{2, 1}},
            new double[] {1},
            new double[] {1},
            0,
            Provenance.of(Map.of()));
    assertEquals(1 / (1 + Math.exp(-2)), hand.probabilities(new float[] {0.5f})[0], 1e-15);
  }

  @Test
  void picturesThatAreNotThereAreRefused() {
    float[] images = SoftDiscs.of().draw(1, 0, 0, 1).images();
    assertThrows(IllegalArgumentException.class, () -> AT_02.read(images, 1, 2, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> AT_02.read(images, 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> AT_02.probabilities(new float[3]));
  }

  @Test
  void noiseHasItsDeviation() {
    var sample = SoftDiscs.of().draw(200, 0, 0);
    float[] clean = sample.images();
    float[] noisy = sample.noisy(0.1, Rng.of(1)).images();
    double square = 0;
    for (int i = 0; i < clean.length; i++) {
      square += Math.pow(noisy[i] - clean[i], 2) / clean.length;
    }
    // 38,400 draws: the standard error of the variance is 0.72 % of it.
    assertEquals(0.01, square, 0.01 * 4 * 0.0073);
  }
}
