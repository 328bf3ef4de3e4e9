package murmuration.concept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingSaturationTest {
  private static final double[] STEPS = {1, 2, 3, 4};
  private static final List<String> NAMES = List.of("a", "b");
  private static final ConceptTrajectory LOW =
      ConceptTrajectory.of(
          NAMES, STEPS, new double[][] {{0.5, 0.5}, {0.2, 0.2}, {0.1, 0}, {0, 0.3}});
  private static final ConceptTrajectory HIGH =
      ConceptTrajectory.of(NAMES, STEPS, new double[][] {{0.5, 0.5}, {0.8, 0.8}, {0.9, 1}, {1, 1}});
  private static final double[][] TARGETS = {{0, 0}, {1, 1}};

  @Test
  void itIsTheFirstCheckpointBelowTheTolerance() {
    var found = TrainingSaturation.of(List.of(LOW, HIGH), TARGETS);
    assertEquals(2, found.index());
    assertEquals(3, found.step());
    assertArrayEquals(new double[] {0.25, 0.04, 0.005, 0.0225}, found.deviation(), 1e-15);
  }

  @Test
  void itMayNeverCome() {
    var found = TrainingSaturation.of(List.of(LOW, HIGH), TARGETS, 1e-3);
    assertEquals(-1, found.index());
    assertEquals(Double.NaN, found.step());
    assertTrue(found.summary().contains("not saturated"), found.summary());
  }

  @Test
  void everyClassNeedsItsTarget() {
    var classes = List.of(LOW, HIGH);
    assertThrows(
        IllegalArgumentException.class,
        () -> TrainingSaturation.of(classes, new double[][] {{0, 0}}));
    assertThrows(
        IllegalArgumentException.class,
        () -> TrainingSaturation.of(classes, new double[][] {{0, 0}, {1}}));
  }
}
