package murmuration.concept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class ConceptTrajectoryTest {
  private static final List<String> NAMES = List.of("colour", "size");
  private static final double[] STEPS = {1, 4, 9, 16};
  private static final double[][] VALUES = {{0, 1}, {0.2, 0.8}, {0.6, 0.6}, {1, 0.9}};
  private static final ConceptTrajectory RUN = ConceptTrajectory.of(NAMES, STEPS, VALUES);

  @Test
  void aRunKeepsWhatItWasGiven() {
    assertEquals(4, RUN.size());
    assertEquals(2, RUN.dimension());
    assertEquals(9, RUN.step(2));
    assertEquals(0.9, RUN.value(3, 1));
    assertArrayEquals(new double[] {0, 0.2, 0.6, 1}, RUN.concept("colour"));
    assertArrayEquals(new double[] {0.6, 0.6}, RUN.point(2));
    RUN.values()[0][0] = 7;
    RUN.steps()[0] = 7;
    assertEquals(0, RUN.value(0, 0));
    assertEquals(1, RUN.step(0));
  }

  @Test
  void aTableGivesTheSameRun() {
    Table table =
        Table.create(
            "t",
            DoubleColumn.create("at", STEPS),
            DoubleColumn.create("size", RUN.concept(1)),
            DoubleColumn.create("colour", RUN.concept(0)));
    var read = ConceptTrajectory.of(table, "at", "colour", "size");
    assertArrayEquals(VALUES[1], read.point(1));
    assertEquals(List.of("step", "colour", "size"), read.table().columnNames());
  }

  @Test
  void aMissingValueIsRefusedUnlessItsCheckpointIsLeftOut() {
    double[][] holed = {{0, 1}, {Double.NaN, 0.8}, {0.6, 0.6}, {1, 0.9}};
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> ConceptTrajectory.of(NAMES, STEPS, holed));
    assertTrue(String.valueOf(refused.getMessage()).contains("NaN"), refused.toString());
    var kept = ConceptTrajectory.of(NAMES, STEPS, holed, NanPolicy.OMIT);
    assertArrayEquals(new double[] {1, 9, 16}, kept.steps());
    double[][] infinite = {{0, 1}, {Double.POSITIVE_INFINITY, 0.8}, {0.6, 0.6}, {1, 0.9}};
    assertThrows(
        IllegalArgumentException.class,
        () -> ConceptTrajectory.of(NAMES, STEPS, infinite, NanPolicy.OMIT));
  }

  @Test
  void whatIsNotARunIsRefused() {
    refused(List.of("a"), new double[] {1}, new double[][] {{1}});
    refused(List.of(), new double[] {1, 2}, new double[][] {{}, {}});
    refused(List.of("a", "a"), new double[] {1, 2}, new double[][] {{1, 2}, {1, 2}});
    refused(List.of("a"), new double[] {2, 2}, new double[][] {{1}, {1}});
    refused(List.of("a"), new double[] {1, 2}, new double[][] {{1}, {1, 2}});
    refused(List.of("a"), new double[] {1, 2}, new double[][] {{1}});
    assertThrows(IllegalArgumentException.class, () -> RUN.smooth(-1));
    assertThrows(IllegalArgumentException.class, () -> RUN.slice(5, 9));
    assertThrows(IllegalArgumentException.class, () -> RUN.concept("shape"));
  }

  private static void refused(List<String> names, double[] steps, double[][] values) {
    assertThrows(IllegalArgumentException.class, () -> ConceptTrajectory.of(names, steps, values));
  }

  @Test
  void aSliceHoldsBothItsEnds() {
    assertArrayEquals(new double[] {4, 9}, RUN.slice(4, 9).steps());
  }

  @Test
  void smoothingIsOverCheckpointsAndMirrorsTheEnds() {
    // sigma 0.5, cut off at 1 sigma: radius 1, weights e^-2, 1, e^-2.
    double w = Math.exp(-2) / (1 + 2 * Math.exp(-2));
    double[] smooth = RUN.smooth(0.5, 1).concept(0);
    assertEquals((1 - 2 * w) * 0 + w * 0 + w * 0.2, smooth[0], 1e-14);
    assertEquals((1 - 2 * w) * 0.2 + w * 0 + w * 0.6, smooth[1], 1e-14);
    assertEquals((1 - 2 * w) * 1 + w * 0.6 + w * 1, smooth[3], 1e-14);
    assertArrayEquals(VALUES, RUN.smooth(0).values());
  }

  @Test
  void theMeanOfRunsIsTakenCheckpointByCheckpoint() {
    var other = ConceptTrajectory.of(NAMES, STEPS, new double[][] {{1, 0}, {1, 0}, {1, 0}, {1, 0}});
    var mean = ConceptTrajectory.mean(List.of(RUN, other));
    assertArrayEquals(new double[] {0.8, 0.3}, mean.point(2), 1e-15);
    var elsewhere = ConceptTrajectory.of(NAMES, new double[] {1, 4, 9, 17}, VALUES);
    assertThrows(
        IllegalArgumentException.class, () -> ConceptTrajectory.mean(List.of(RUN, elsewhere)));
    assertThrows(IllegalArgumentException.class, () -> ConceptTrajectory.mean(List.of()));
  }

  @Test
  void aRunShowsItself() {
    assertTrue(RUN.summary().contains("2 concepts at 4 checkpoints"), RUN.summary());
    assertEquals(2, RUN.chart().panels().size());
  }
}
