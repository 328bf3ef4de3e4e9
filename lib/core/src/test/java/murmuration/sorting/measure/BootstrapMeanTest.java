package murmuration.sorting.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class BootstrapMeanTest {
  @Test
  void theIntervalOfManyRunsIsNearTheNormalOne() {
    double[] runs = Rng.of(1).doubles(500).toArray();
    var found = BootstrapMean.of(runs, 4);
    double half = 1.96 * found.sd() / Math.sqrt(500);
    assertEquals(found.mean() - half, found.low(), 0.1 * half);
    assertEquals(found.mean() + half, found.high(), 0.1 * half);
    assertEquals(found, BootstrapMean.of(runs, 4));
  }

  /** 95 % intervals of 300 studies of 40 runs: 91 to 98 % cover, false-alarm rate below 1 %. */
  @Test
  void theIntervalCovers() {
    int covered = 0;
    for (int i = 0; i < 300; i++) {
      var found = BootstrapMean.of(Rng.of(9, i).doubles(40).toArray(), i);
      covered += found.low() <= 0.5 && found.high() >= 0.5 ? 1 : 0;
    }
    assertTrue(covered >= 273 && covered <= 294, "covered " + covered);
  }

  @Test
  void oneRunHasAMeanAndNoSpread() {
    var found = BootstrapMean.of(new double[] {3}, 1);
    assertEquals(3, found.low());
    assertEquals(Double.NaN, found.sd());
  }
}
