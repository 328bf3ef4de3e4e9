package murmuration.concept.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SaxeModeTest {
  private static final double[] STEPS =
      IntStream.rangeClosed(0, 40).mapToDouble(i -> 50 * i).toArray();

  @Test
  void aModeThatStartsAtItsStrengthStaysThere() {
    var mode = new SaxeMode(2, 2, 1);
    assertEquals(2, mode.at(0), 1e-15);
    assertEquals(2, mode.at(17.5), 1e-15);
    assertTrue(Double.isNaN(mode.halfTime()));
  }

  @Test
  void aModeAboveItsStrengthDecaysToIt() {
    var mode = new SaxeMode(2, 5, 1);
    assertEquals(5, mode.at(0), 1e-14);
    assertTrue(mode.at(0.1) < 5 && mode.at(0.1) > 2);
    assertEquals(2, mode.at(50), 1e-12);
    assertEquals(3, mode.at(mode.time(5, 3)), 1e-12);
  }

  @Property(tries = 100)
  void theCurveIsAtEachStrengthWhenTheTimeSaysSo(
      @ForAll @DoubleRange(min = 0.1, max = 10) double s,
      @ForAll @DoubleRange(min = -6, max = -1.1) double exponent,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double share,
      @ForAll @DoubleRange(min = 0.5, max = 50) double tau) {
    double start = Math.pow(10, exponent);
    var mode = new SaxeMode(s, start * s, tau);
    double to = s * Math.max(share, start);
    assertEquals(to, mode.at(mode.time(start * s, to)), 1e-9 * s);
    assertEquals(mode.width(), mode.time(0.1 * s, 0.9 * s), 1e-9 * mode.width());
  }

  @Test
  void aModeTwiceAsStrongTakesHalfTheTime() {
    double slow = new SaxeMode(1, 1e-3, 1).time(1e-3, 0.5);
    double fast = new SaxeMode(2, 2e-3, 1).time(2e-3, 1);
    assertEquals(slow / 2, fast, 1e-12);
  }

  @Test
  void theCurveSolvesItsEquation() {
    var mode = new SaxeMode(1.5, 0.02, 3);
    double h = 1e-5;
    for (double t : new double[] {0.5, 2, 4, 9}) {
      double a = mode.at(t);
      double slope = (mode.at(t + h) - mode.at(t - h)) / (2 * h);
      assertEquals(2 * a * (1.5 - a) / 3, slope, 1e-8);
    }
  }

  @Test
  void equalWeightsOfTwoLayersAreTheBalancedMode() {
    double[] t = {0, 1, 2, 3, 4, 5};
    double[] two = new UnbalancedMode(2, 0.1, 0.1, 1).curve(t);
    double[] one = new SaxeMode(2, 0.01, 1).curve(t);
    for (int i = 0; i < t.length; i++) {
      assertEquals(one[i], two[i], 1e-9);
    }
  }

  @Test
  void unequalWeightsKeepTheDifferenceOfTheirSquares() {
    var mode = new UnbalancedMode(1, 0.3, -0.1, 1);
    for (double[] w : mode.weights(0, 1, 2, 5, 10, 20)) {
      assertEquals(mode.invariant(), w[0] * w[0] - w[1] * w[1], 1e-9);
    }
  }

  @Test
  void theFitFindsTheStrengthAndTheStart() {
    var truth = new SaxeMode(0.8, 0.8 * 0.003, 300);
    double[] z = IntStream.range(0, 41).mapToDouble(i -> truth.at(STEPS[i]) / 0.8).toArray();
    var fit = SaxeMode.fit(STEPS, z, 300);
    assertEquals(0.8, fit.model().strength(), 1e-6);
    assertEquals(0.0024, fit.model().start(), 1e-8);
    assertEquals(truth.halfTime(), fit.model().halfTime(), 1e-3);
  }

  @Test
  void timesThatAreNotAheadAreRefused() {
    var mode = new SaxeMode(2, 0.1, 1);
    assertThrows(IllegalArgumentException.class, () -> mode.at(-1));
    assertThrows(IllegalArgumentException.class, () -> mode.time(0.1, 2));
    assertThrows(IllegalArgumentException.class, () -> mode.time(3, 1));
    assertThrows(IllegalArgumentException.class, () -> new SaxeMode(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new SaxeMode(1, 0, 1));
  }
}
