package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HolmTest {
  /** R: p.adjust(c(.01, .04, .03, .005), "holm"). */
  @Test
  void agreesWithR() {
    assertArrayEquals(
        new double[] {0.03, 0.06, 0.06, 0.02},
        Holm.correct(new double[] {0.01, 0.04, 0.03, 0.005}),
        1e-15);
  }

  @Test
  void neverPassesOneAndLeavesOutWhatSaysNothing() {
    assertArrayEquals(
        new double[] {1, Double.NaN, 1}, Holm.correct(new double[] {0.9, Double.NaN, 0.6}), 0);
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThrows(IllegalArgumentException.class, () -> Holm.correct(new double[] {1.2}));
  }
}
