package murmuration.concept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TurnTest {
  private static final List<String> NAMES = List.of("x", "y");

  private static ConceptTrajectory corner(double degrees, double scale) {
    double[] steps = {0, 100, 400, 900, 1600};
    double[][] z = new double[5][];
    double angle = Math.toRadians(degrees);
    for (int i = 0; i < 5; i++) {
      double before = Math.min(i, 2) * scale;
      double after = Math.max(i - 2, 0) * scale;
      z[i] = new double[] {before + after * Math.cos(angle), after * Math.sin(angle)};
    }
    return ConceptTrajectory.of(NAMES, steps, z);
  }

  @Property(tries = 100)
  void aCornerHasItsAngleItsPlaceAndItsStepAtAnyScale(
      @ForAll @DoubleRange(min = 1, max = 179) double degrees,
      @ForAll @DoubleRange(min = 0.01, max = 100) double scale) {
    var turn = Turn.of(corner(degrees, scale));
    assertEquals(degrees, turn.angle(), 1e-5);
    assertEquals(400, turn.step(), 1e-6);
    assertArrayEquals(new double[] {2 * scale, 0}, turn.point(), 1e-9 * scale);
    assertEquals(0.5, turn.arcFraction(), 1e-12);
    assertEquals(4 * scale, turn.pathLength(), 1e-9 * scale);
    assertEquals(degrees >= 45, turn.isSudden());
    assertEquals(Math.cos(Math.toRadians(degrees) / 2), turn.straightness(), 1e-9);
  }

  @Test
  void standingStillMakesNoCornerAndDoesNotMoveOne() {
    double[] steps = {0, 100, 150, 200, 400, 900, 1600};
    double[][] z = {{0, 0}, {1, 0}, {1, 0}, {1, 0}, {2, 0}, {2, 1}, {2, 2}};
    var turn = Turn.of(ConceptTrajectory.of(NAMES, steps, z));
    assertEquals(90, turn.angle(), 1e-9);
    assertEquals(400, turn.step(), 1e-9);
  }

  @Test
  void earlyWanderingIsSkippedFromAStepOn() {
    double[] steps = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    double[][] z = {{0, 0}, {5, 0}, {0, 0}, {0, 1}, {0, 2}, {0, 3}, {1, 3.5}, {2, 4}, {3, 4.5}};
    var run = ConceptTrajectory.of(NAMES, steps, z);
    assertTrue(Turn.of(run).angle() > 170);
    var later = Turn.of(run, 2);
    assertEquals(5, later.step(), 0.2);
    assertTrue(later.angle() < 70);
  }

  @Test
  void aRunThatDoesNotMoveHasNoTurn() {
    var still = ConceptTrajectory.of(NAMES, new double[] {0, 1}, new double[][] {{1, 2}, {1, 2}});
    var turn = Turn.of(still);
    assertEquals(Double.NaN, turn.angle());
    assertEquals(Double.NaN, turn.straightness());
    assertEquals(0, turn.pathLength());
    assertFalse(turn.isSudden());
    assertTrue(turn.summary().contains("does not move"));
    assertEquals(1, turn.chart().panels().size());
  }

  @Test
  void aTurnInThreeConceptsIsMeasuredToo() {
    double[][] z = {{0, 0, 0}, {1, 1, 1}, {2, 2, 0}};
    var turn = Turn.of(ConceptTrajectory.of(List.of("a", "b", "c"), new double[] {0, 1, 2}, z));
    assertEquals(Math.toDegrees(Math.acos(1 / 3.0)), turn.angle(), 1e-9);
  }

  @Test
  void chordsThatDoNotFitAreRefused() {
    var run = corner(90, 1);
    assertThrows(IllegalArgumentException.class, () -> Turn.of(run, 0, 101, 51));
    assertThrows(IllegalArgumentException.class, () -> Turn.of(run, 0, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> Turn.of(run, 1000));
    assertThrows(IllegalArgumentException.class, () -> Turn.of(run, Double.NaN));
  }
}
