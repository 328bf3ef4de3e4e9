package murmuration.language.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ModelMixtureTest {
  @Test
  void theWeightSolvesTheCaseThatCanBeSolved() {
    // ln(w) + 2 ln(1 - w) up to constants has its maximum at 1/3
    double tiny = 1e-300;
    assertEquals(
        1.0 / 3,
        ModelMixture.weight(new double[] {0.5, tiny, tiny}, new double[] {tiny, 0.5, 0.5}),
        1e-12);
  }

  @Property(tries = 200)
  void noWeightMakesTheTextMoreProbable(
      @ForAll @Size(12) List<@DoubleRange(min = 0.01, max = 1) Double> p,
      @ForAll @DoubleRange(max = 1) double other) {
    double[] first = p.subList(0, 6).stream().mapToDouble(v -> v).toArray();
    double[] second = p.subList(6, 12).stream().mapToDouble(v -> v).toArray();
    double best = ModelMixture.weight(first, second);
    assertTrue(
        ModelMixture.crossEntropy(first, second, best)
            <= ModelMixture.crossEntropy(first, second, other) + 1e-12);
  }

  @Test
  void aMixtureIsTheSumOfItsParts() {
    var a = KneserNey.of(new int[] {0, 0, 1}, 1, 2);
    var b = KneserNey.of(new int[] {1, 1, 0}, 2, 2);
    int[] tokens = {0, 1, 1};
    double[] p = a.probabilities(tokens);
    double[] q = b.probabilities(tokens);
    double[] expected = new double[3];
    for (int i = 0; i < 3; i++) {
      expected[i] = 0.3 * p[i] + 0.7 * q[i];
    }
    assertArrayEquals(expected, ModelMixture.of(a, b, 0.3).probabilities(tokens), 1e-15);
    assertEquals(1, ModelMixture.tuned(a, b, new int[] {0, 0, 0, 0}).weight());
    assertEquals(0, ModelMixture.tuned(a, a, tokens).weight(), "of equal models the second");
  }

  @Test
  void modelsOfDifferentVocabulariesAreRefused() {
    var a = KneserNey.of(new int[] {0}, 1, 2);
    var b = KneserNey.of(new int[] {0}, 1, 3);
    assertThrows(IllegalArgumentException.class, () -> ModelMixture.of(a, b, 0.5));
    assertThrows(IllegalArgumentException.class, () -> ModelMixture.of(a, a, 1.5));
  }
}
