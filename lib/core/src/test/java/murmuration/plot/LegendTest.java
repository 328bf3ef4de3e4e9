package murmuration.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LegendTest {
  private static final double[] X = IntStream.range(0, 400).mapToDouble(i -> i).toArray();

  private static double[] wave(double phase) {
    return IntStream.range(0, 400).mapToDouble(i -> Math.sin(i * 2.0 + phase)).toArray();
  }

  @Test
  void whereDataFillThePlotTheAxisMakesRoomAboveThem() {
    Panel panel = Panel.of("x", "y").line("one", X, wave(0)).line("two", X, wave(1));
    Plot plot = Layout.of(Figure.of(panel)).getFirst();
    assertTrue(plot.y().to() > 1.15, "room above: " + plot.y());
    assertEquals(-1.1, plot.y().from(), 0.01);
  }

  @Test
  void aRangeThatWasGivenIsKept() {
    Panel panel = Panel.of("x", "y").line("one", X, wave(0)).line("two", X, wave(1)).yRange(-1, 1);
    assertEquals(new Scale(-1, 1, false), Layout.of(Figure.of(panel)).getFirst().y());
  }

  @Test
  void oneNameNeedsNoLegendAndNoRoom() {
    Panel panel = Panel.of("x", "y").line("one", X, wave(0)).points("one", X, wave(0));
    assertEquals(1.1, Layout.of(Figure.of(panel)).getFirst().y().to(), 0.01);
  }

  @Test
  void anEmptyCornerIsEnough() {
    double[] rising = IntStream.range(0, 400).mapToDouble(i -> i).toArray();
    double[] half = IntStream.range(0, 400).mapToDouble(i -> i / 2.0).toArray();
    Panel panel = Panel.of("x", "y").line("one", X, rising).line("two", X, half);
    assertEquals(399 * 1.05, Layout.of(Figure.of(panel)).getFirst().y().to(), 0.1);
  }
}
