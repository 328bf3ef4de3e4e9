package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class InformationCriteriaTest {
  @Test
  void criteriaFollowTheirFormulas() {
    var criteria = InformationCriteria.of(20, 10, 2);
    double fit = 10 * Math.log(2);
    assertEquals(fit + 6, criteria.aic(), 1e-12);
    assertEquals(fit + 6 + 24 / 6.0, criteria.aicc(), 1e-12);
    assertEquals(fit + 3 * Math.log(10), criteria.bic(), 1e-12);
  }

  @Test
  void tooFewPointsHaveAnInfiniteCorrection() {
    assertEquals(Double.POSITIVE_INFINITY, InformationCriteria.of(1, 4, 2).aicc());
    assertEquals(Double.NEGATIVE_INFINITY, InformationCriteria.of(0, 9, 2).aic());
  }

  @Test
  void weightsAddUpToOneAndAnInfiniteCriterionWeighsNothing() {
    double half = Math.exp(-1);
    assertArrayEquals(
        new double[] {1 / (1 + half), half / (1 + half), 0},
        InformationCriteria.weights(5, 7, Double.POSITIVE_INFINITY),
        1e-14);
    double all = Double.POSITIVE_INFINITY;
    assertArrayEquals(new double[] {0.5, 0.5}, InformationCriteria.weights(all, all), 0);
    assertArrayEquals(new double[] {1, 0}, InformationCriteria.weights(-all, 3), 0);
  }

  @Test
  void ofALikelihoodAllParametersCount() {
    var criteria = InformationCriteria.ofLikelihood(-100, 20, 3);
    assertEquals(206, criteria.aic(), 1e-12);
    assertEquals(206 + 24.0 / 16, criteria.aicc(), 1e-12);
    assertEquals(200 + 3 * Math.log(20), criteria.bic(), 1e-12);
    assertEquals(Double.POSITIVE_INFINITY, InformationCriteria.ofLikelihood(0, 4, 3).aicc());
  }

  @Test
  void whatIsNoFitIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> InformationCriteria.ofLikelihood(Double.NaN, 5, 1));
    assertThrows(IllegalArgumentException.class, () -> InformationCriteria.of(-1, 5, 1));
    assertThrows(IllegalArgumentException.class, () -> InformationCriteria.of(1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> InformationCriteria.weights());
    assertThrows(IllegalArgumentException.class, () -> InformationCriteria.weights(Double.NaN));
  }
}
