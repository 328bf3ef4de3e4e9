package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;

class QuantileTest {
  private static final double[] SORTED = {-3, -1, 0, 0, 2, 7, 7.5, 100};

  @Test
  void isTypeSevenOfCommonsMath() {
    var reference = new Percentile().withEstimationType(EstimationType.R_7);
    for (double p : new double[] {0.05, 0.25, 1 / 3.0, 0.5, 0.95, 1}) {
      assertEquals(
          reference.evaluate(SORTED, 100 * p),
          Quantile.ofSorted(SORTED, SORTED.length, p),
          1e-12,
          "p = " + p);
    }
  }

  @Test
  void countsOnlyTheFirstN() {
    assertEquals(-3, Quantile.ofSorted(SORTED, 8, 0), 0);
    assertEquals(-1, Quantile.ofSorted(SORTED, 3, 0.5), 0);
    assertEquals(Double.NaN, Quantile.ofSorted(SORTED, 0, 0.5), 0);
  }

  @Test
  void aShareAboveOneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Quantile.ofSorted(SORTED, 8, 1.5));
  }
}
