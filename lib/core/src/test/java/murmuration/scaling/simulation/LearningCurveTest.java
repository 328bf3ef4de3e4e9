package murmuration.scaling.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import murmuration.scaling.curve.CurveForm;
import org.junit.jupiter.api.Test;

class LearningCurveTest {
  private static final LearningCurve TRUTH = LearningCurve.of(CurveForm.OFFSET, 0.5, 20, 0.4);

  @Test
  void withoutNoiseTheCurveIsTheForm() {
    var curve = TRUTH.simulate(1);
    double[] truth = {0.5, 20, 0.4};
    assertArrayEquals(CurveForm.OFFSET.curve(truth, curve.x()), curve.y(), 1e-14);
  }

  /** The sd of 5000 logarithms is right within 4 %, 4 of its own. */
  @Test
  void theNoiseHasItsSizeAndTheSeedDecides() {
    double[] x = new double[5000];
    Arrays.fill(x, 1e4);
    var noisy = TRUTH.at(x).noise(0.1);
    double[] y = noisy.simulate(3).y();
    double level = TRUTH.at(1e4).simulate(1).y()[0];
    double squares = Arrays.stream(y).map(v -> Math.pow(Math.log(v / level), 2)).sum();
    assertEquals(0.1, Math.sqrt(squares / 5000), 0.004);
    assertArrayEquals(y, noisy.simulate(3).y(), 0);
  }

  @Test
  void aCurveBelowZeroIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> LearningCurve.of(CurveForm.LOGLINEAR, 1, -1));
    assertThrows(IllegalArgumentException.class, () -> TRUTH.noise(-1));
  }
}
