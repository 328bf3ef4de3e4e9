package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NormalTest {
  @Test
  void quantilesGoBackToTheirShareFarIntoTheTail() {
    for (double p : new double[] {0.5, 0.2, 1e-3, 1e-5, 9.9e-6, 1e-12, 1e-40, 1e-200, 1e-300}) {
      assertEquals(p, Normal.cumulative(Normal.quantile(p)), 1e-10 * p, "p = " + p);
    }
    assertEquals(-4.264890793922825, Normal.quantile(1e-5), 1e-12);
    assertEquals(-9.262340089798408, Normal.quantile(1e-20), 1e-12);
    assertEquals(Double.NEGATIVE_INFINITY, Normal.quantile(0), 0);
  }

  @Test
  void twoSidedTailsAddUp() {
    assertEquals(0.05, Normal.twoSided(1.959963984540054), 1e-14);
    assertEquals(2 * Normal.cumulative(-12), Normal.twoSided(12), 1e-45);
  }
}
