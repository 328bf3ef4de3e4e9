package murmuration.concept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class InterventionsTest {
  private static final float[] SMALL_BLUE = {0.4f, 0.4f, 0.6f, 0.3f};
  private static final ConceptContrast BLUE =
      ConceptContrast.of(
          new float[] {0.4f, 0.4f, 0.6f, 0.6f}, new float[] {0.6f, 0.4f, 0.4f, 0.6f});

  /** A generator whose embedding is twice the condition, and whose samples are it plus noise. */
  private static final ConditionalGenerator DOUBLE =
      new ConditionalGenerator() {
        @Override
        public float[] embed(float[] condition) {
          float[] embedding = condition.clone();
          for (int j = 0; j < embedding.length; j++) {
            embedding[j] *= 2;
          }
          return embedding;
        }

        @Override
        public float[][] decode(float[] embedding, int n, long seed) {
          var random = Rng.of(seed);
          float[][] samples = new float[n][];
          for (int i = 0; i < n; i++) {
            samples[i] = embedding.clone();
            samples[i][2] += (float) (0.1 * random.nextGaussian());
          }
          return samples;
        }
      };

  private static float[] embedding(Interventions ways, int w) {
    return ways.ways().get(w).embedding(DOUBLE::embed);
  }

  @Test
  void anOverPromptIsKTimesAsFarFromTheMiddleInTheConceptOnly() {
    var ways = Interventions.of(SMALL_BLUE).overPrompt(BLUE, 1, 1.5, 3);
    assertArrayEquals(embedding(ways, 0), embedding(ways, 1), 1e-6f);
    // colour = 0.5 -/+ k Delta/2 with Delta = 0.2; the second channel is the same in both classes.
    assertArrayEquals(new float[] {0.7f, 0.8f, 1.3f, 0.6f}, embedding(ways, 2), 1e-6f);
    assertArrayEquals(new float[] {0.4f, 0.8f, 1.6f, 0.6f}, embedding(ways, 3), 1e-6f);
  }

  @Test
  void aLatentInterventionAddsTheDifferenceOfMeanEmbeddings() {
    var contrast =
        new ConceptContrast(new float[][] {{1, 0}, {3, 0}}, new float[][] {{0, 0}, {1, 0}, {2, 3}});
    var ways = Interventions.of(new float[] {5, 5}).latent(contrast, 0, 2);
    assertArrayEquals(new float[] {10, 10}, embedding(ways, 1));
    // 2 (5, 5) + 2 * (2 (2, 0) - 2 (1, 1))
    assertArrayEquals(new float[] {14, 6}, embedding(ways, 2));
  }

  @Test
  void aPatchTakesOnePartFromTheDonor() {
    var ways = Interventions.of(new float[] {1, 2, 3}).patch(new float[] {7, 8, 9}, 0, 2);
    assertArrayEquals(new float[] {14, 4, 18}, embedding(ways, 1));
    var beyond = Interventions.of(new float[] {1, 2, 3}).patch(new float[] {7, 8, 9}, 3);
    assertThrows(IllegalArgumentException.class, () -> embedding(beyond, 1));
  }

  @Test
  void aPatchAlongAContrastTakesThatComponentOnly() {
    var contrast = ConceptContrast.of(new float[] {3, 1}, new float[] {1, 1});
    var ways = Interventions.of(new float[] {5, 7}).patchAlong(contrast);
    assertArrayEquals(new float[] {6, 14}, embedding(ways, 1), 1e-6f);
    var same = ConceptContrast.of(new float[] {3, 1}, new float[] {3, 1});
    assertArrayEquals(
        new float[] {10, 14}, embedding(Interventions.of(new float[] {5, 7}).patchAlong(same), 1));
  }

  @Test
  void theReportHasEachWayAndTheBest() {
    var found = Interventions.of(SMALL_BLUE, BLUE).run(DOUBLE, 64, 1, x -> x[2] > 1.25);
    assertEquals(
        List.of(
            "naive",
            "over-prompt 1.5",
            "over-prompt 2",
            "over-prompt 3",
            "latent 0.5",
            "latent 1",
            "latent 2"),
        found.names());
    assertTrue(found.naive() < 0.5, "naive " + found.naive());
    assertEquals(1, found.best());
    assertEquals(found.share("latent 2"), found.best(InterventionKind.LATENT));
    assertThrows(IllegalArgumentException.class, () -> found.best(InterventionKind.PATCH));
    assertTrue(found.summary().lines().count() <= 12);
  }

  @Test
  void everyWayStartsFromTheSameNoise() {
    var ways =
        Interventions.of(SMALL_BLUE).overPrompt(BLUE, 1).run(DOUBLE, 500, 3, x -> x[2] > 1.2);
    assertEquals(ways.naive(), ways.share("over-prompt 1"), 1.0 / 250);
  }

  @Test
  void conditionsOfOtherLengthsAreRefused() {
    var ways = Interventions.of(new float[] {1, 2});
    assertThrows(IllegalArgumentException.class, () -> ways.latent(BLUE, 1));
    assertThrows(IllegalArgumentException.class, () -> ways.patch(new float[] {1}, 0));
    assertThrows(IllegalArgumentException.class, () -> ways.prompt("p", 1f));
    assertThrows(IllegalArgumentException.class, () -> Interventions.of(new float[] {Float.NaN}));
    assertThrows(
        IllegalArgumentException.class,
        () -> ConceptContrast.of(new float[] {1}, new float[] {1, 2}));
  }
}
