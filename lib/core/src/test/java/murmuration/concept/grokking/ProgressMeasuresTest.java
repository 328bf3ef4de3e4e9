package murmuration.concept.grokking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.PlaneSpectrum;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class ProgressMeasuresTest {
  private static final int P = 59;
  private static final ModularAddition TASK = ModularAddition.of(P);

  @Test
  void logitsOfOneWaveAreAllCircuit() {
    var found = ProgressMeasures.of(TASK.logits(8, 5));
    assertTrue(found.key().contains(5));
    assertTrue(found.gini() > 0.95, "Gini " + found.gini());
    assertEquals(found.fullLoss(), found.restrictedLoss(), 1e-6);
    assertEquals(Math.log(P), found.excludedLoss(), 1e-6);
    assertEquals(1, found.accuracy());
    assertEquals(1, found.share(), 1e-9);
  }

  @Test
  void severalWavesAreFoundByTheirNorms() {
    var found = ProgressMeasures.of(TASK.logits(8, 5, 11, 23), 0.9);
    assertEquals(List.of(5, 11, 23), found.key());
    // sum_c |F_c(k,k)|^2 of a cosine: p^2/2 squared, over p answers.
    assertEquals(8 * P * P / 2.0 * Math.sqrt(P), found.norms()[4], 1e-6);
  }

  @Test
  void normsAreTheDiagonalOfTheTwoDimensionalTransform() {
    int p = 7;
    var random = Rng.of(2);
    double[][] logits =
        IntStream.range(0, p * p)
            .mapToObj(i -> IntStream.range(0, p).mapToDouble(c -> random.nextGaussian()).toArray())
            .toArray(double[][]::new);
    double[] power = new double[3];
    for (int c = 0; c < p; c++) {
      int answer = c;
      double[] plane =
          new PlaneSpectrum(p, p)
              .power(IntStream.range(0, p * p).mapToDouble(i -> logits[i][answer]).toArray());
      for (int k = 1; k <= 3; k++) {
        power[k - 1] += plane[k * p + k];
      }
    }
    var found = ProgressMeasures.of(logits);
    for (int k = 0; k < 3; k++) {
      assertEquals(Math.sqrt(power[k]), found.norms()[k], 1e-9);
    }
  }

  /** Memory: the trained questions are known by heart, by a logit of their own. */
  @Test
  void memoryIsInTheExcludedLossAndTheCircuitInTheRestricted() {
    double[][] logits = TASK.logits(1, 5, 11, 23);
    boolean[] trained = new boolean[P * P];
    var random = Rng.of(4);
    int[] answers = TASK.answers();
    for (int i = 0; i < trained.length; i++) {
      trained[i] = random.nextDouble() < 0.3;
      logits[i][answers[i]] += trained[i] ? 30 : 0;
    }
    var found = ProgressMeasures.of(logits, 0.9, trained);
    assertEquals(1, found.accuracy());
    assertTrue(found.excludedLoss() < 0.01, "known by heart: " + found.excludedLoss());
    assertTrue(found.restrictedLoss() > found.excludedLoss());
    assertTrue(found.share() < 0.5);
  }

  @Test
  void anEmbeddingOfOneFrequencyHasAGiniNearOneAndARandomOneHasNot() {
    double[][] wave = new double[P][2];
    double[][] noise = new double[P][64];
    var random = Rng.of(1);
    for (int i = 0; i < P; i++) {
      wave[i][0] = Math.cos(2 * Math.PI * 7 * i / P);
      wave[i][1] = Math.sin(2 * Math.PI * 7 * i / P);
      for (int d = 0; d < 64; d++) {
        noise[i][d] = random.nextGaussian();
      }
    }
    assertTrue(EmbeddingSpectrum.of(wave).gini() > 0.95);
    assertTrue(EmbeddingSpectrum.of(noise).gini() < 0.1);
    assertEquals(0, EmbeddingSpectrum.gini(new double[] {2, 2, 2}), 1e-15);
    assertEquals(0.75, EmbeddingSpectrum.gini(new double[] {0, 0, 0, 5}), 1e-15);
  }

  @Test
  void logitsOfAnotherShapeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> ProgressMeasures.of(new double[10][3]));
    assertThrows(IllegalArgumentException.class, () -> ProgressMeasures.of(new double[16][4]));
    assertThrows(IllegalArgumentException.class, () -> ModularAddition.of(4));
  }
}
