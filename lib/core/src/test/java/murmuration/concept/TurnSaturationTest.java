package murmuration.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnSaturationTest {
  /** A run along one side of the square and then the other, with its corner at a step. */
  private static Turn cornerAt(double step) {
    double[] steps = IntStream.rangeClosed(1, 40).mapToDouble(i -> 50.0 * i).toArray();
    double[][] z = new double[steps.length][];
    for (int i = 0; i < steps.length; i++) {
      double before = Math.min(steps[i] / step, 1);
      double after = Math.max((steps[i] - step) / (2000 - step), 0);
      z[i] = new double[] {after, before};
    }
    return Turn.of(ConceptTrajectory.of(List.of("x", "y"), steps, z));
  }

  private static List<Turn> corners(double... steps) {
    return DoubleStream.of(steps).mapToObj(TurnSaturationTest::cornerAt).toList();
  }

  @Test
  void turnsThatFollowTheirOwnSaturationAreFoundByBothNulls() {
    double[] saturations = {400, 500, 700, 900, 1100, 1400};
    var found = TurnSaturation.of(corners(saturations), saturations);
    assertTrue(found.distance() < 0.08, "distance " + found.distance());
    assertEquals(1, found.medianRatio(), 0.05);
    assertTrue(found.placeP() < 0.001, "place " + found.placeP());
    // 1 of 720 dealings is as near.
    assertTrue(found.pairingP() < 0.005, "pairing " + found.pairingP());
  }

  @Test
  void whereAllSaturateTogetherThePairingSaysNothing() {
    double[] saturations = {800, 800, 800, 800};
    var found = TurnSaturation.of(corners(780, 800, 820, 810), saturations);
    assertTrue(found.placeP() < 0.01, "place " + found.placeP());
    assertEquals(1, found.pairingP());
  }

  @Test
  void turnsFarFromSaturationAreNotCalledNear() {
    double[] saturations = {1500, 1600, 1700};
    var found = TurnSaturation.of(corners(300, 320, 310), saturations);
    assertTrue(found.placeP() > 0.5, "place " + found.placeP());
  }

  @Test
  void runsWithoutSaturationAreLeftOut() {
    double[] saturations = {800, Double.NaN, 800};
    assertEquals(2, TurnSaturation.of(corners(800, 800, 800), saturations).runs());
    assertThrows(
        IllegalArgumentException.class,
        () -> TurnSaturation.of(corners(800, 800), new double[] {800, Double.NaN}));
  }
}
