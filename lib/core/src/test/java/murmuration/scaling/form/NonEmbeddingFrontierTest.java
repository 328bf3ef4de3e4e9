package murmuration.scaling.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import murmuration.math.LineSearch;
import murmuration.scaling.AdditiveLaw;
import murmuration.scaling.Frontier;
import org.junit.jupiter.api.Test;

class NonEmbeddingFrontierTest {
  private static final AdditiveLaw LAW = AdditiveLaw.of(1.8172, 482.01, 2085.43, 0.3478, 0.3658);
  private static final NonEmbeddingFrontier KAPLAN = NonEmbeddingFrontier.of(LAW, 47_491);

  /**
   * Pearce and Song 2024, figure on the front page of their program: 0.78 without embeddings, over
   * 10^12.95 to 10^20.7 FLOP; 0.51 with all parameters.
   */
  @Test
  void countingWithoutEmbeddingsTurnsHalfIntoThreeQuarters() {
    double local = KAPLAN.exponent(Math.pow(10, 12.95), Math.pow(10, 20.7), 100);
    assertEquals(0.78, local, 0.015);
    assertEquals(0.51, Frontier.of(LAW).parameterExponent(), 0.005);
  }

  @Test
  void withoutEmbeddingsToCountItIsTheFrontier() {
    var none = NonEmbeddingFrontier.of(LAW, 0);
    double n = Frontier.of(LAW).parameters(1e21);
    assertEquals(n, none.parameters(1e21), 1e-9 * n);
    assertEquals(Frontier.of(LAW).parameterExponent(), none.exponent(1e21), 1e-12);
  }

  @Test
  void noOtherSizeOfTheSameComputeIsBetter() {
    for (double c : new double[] {1e12, 1e15, 1e18, 1e21, 1e24}) {
      LineSearch best =
          LineSearch.maximum(
              logN -> -LAW.loss(KAPLAN.totalParameters(Math.exp(logN)), c / (6 * Math.exp(logN))),
              0,
              40,
              4000,
              1e-12);
      assertEquals(best.at(), Math.log(KAPLAN.parameters(c)), 1e-5);
    }
  }

  @Test
  void theLocalExponentIsTheDerivative() {
    for (double c : new double[] {1e13, 1e17, 1e22}) {
      double h = 1e-4;
      double up = Math.log(KAPLAN.parameters(c * Math.exp(h)));
      double down = Math.log(KAPLAN.parameters(c * Math.exp(-h)));
      assertEquals((up - down) / (2 * h), KAPLAN.exponent(c), 1e-7);
    }
  }

  @Test
  void theExponentRunsFromManyEmbeddingsToNone() {
    double ratio = LAW.alpha() / LAW.beta();
    assertEquals(1 / (1 + ratio / 3), KAPLAN.exponent(1e-3), 1e-3);
    assertEquals(1 / (1 + ratio), KAPLAN.exponent(1e36), 1e-3);
    assertTrue(KAPLAN.exponent(1e17) > 1 / (1 + ratio / 3), "higher in between");
  }

  @Test
  void computeForASizeUndoesTheSizeForACompute() {
    assertEquals(1e19, KAPLAN.computeFor(KAPLAN.parameters(1e19)), 1e9);
  }

  @Test
  void aLawWithSeveralBestSizesIsRefused() {
    AdditiveLaw flat = AdditiveLaw.of(1, 10, 10, 0.01, 0.05);
    assertThrows(IllegalArgumentException.class, () -> NonEmbeddingFrontier.of(flat, 1000));
  }
}
