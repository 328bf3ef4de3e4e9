package murmuration.scaling.observational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScoreImputationTest {
  private static double[][] oneFactor() {
    double[] ability = {0.1, 0.25, 0.4, 0.55, 0.7, 0.9};
    double[][] scores = new double[6][];
    for (int i = 0; i < 6; i++) {
      scores[i] = new double[] {ability[i], 0.2 + 0.5 * ability[i], 1 - 0.8 * ability[i]};
    }
    return scores;
  }

  @Test
  void aScoreThatOneFactorTellsIsFound() {
    double[][] holed = oneFactor();
    holed[1][2] = Double.NaN;
    holed[4][0] = Double.NaN;
    var imputed = ScoreImputation.of(holed, 1);
    assertEquals(2, imputed.missing());
    assertTrue(imputed.converged());
    assertEquals(0.8, imputed.scores()[1][2], 1e-5);
    assertEquals(0.7, imputed.scores()[4][0], 1e-5);
  }

  @Test
  void observedScoresStayAsTheyAre() {
    double[][] holed = oneFactor();
    holed[0][0] = Double.NaN;
    double[][] filled = ScoreImputation.of(holed, 2).scores();
    for (int i = 1; i < 6; i++) {
      assertArrayEquals(holed[i], filled[i]);
    }
    assertArrayEquals(oneFactor()[3], ScoreImputation.of(oneFactor(), 1).scores()[3]);
    assertEquals(0, ScoreImputation.of(oneFactor(), 1).rounds());
  }

  /** Rank 1 would put this score above 1. */
  @Test
  void scoresAreClippedToOne() {
    double[][] holed = {{0.1, 0.4}, {0.2, 0.7}, {0.3, 1}, {0.9, Double.NaN}};
    assertEquals(1, ScoreImputation.of(holed, 1).scores()[3][1]);
  }

  @Test
  void aBenchmarkWithoutSpreadIsRefused() {
    double nan = Double.NaN;
    double[][] flat = {{0.1, 0.5}, {0.2, 0.5}, {0.3, nan}};
    var e = assertThrows(IllegalArgumentException.class, () -> ScoreImputation.of(flat, 1));
    assertTrue(e.toString().contains("benchmark 1 has 2 scores that do not differ"), e.toString());
    double[][] empty = {{0.1, nan}, {0.2, nan}, {0.3, nan}};
    assertThrows(IllegalArgumentException.class, () -> ScoreImputation.of(empty, 1));
  }
}
