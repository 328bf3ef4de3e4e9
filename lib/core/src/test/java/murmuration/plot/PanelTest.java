package murmuration.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PanelTest {
  private static final double[] X = {1, 2, 3};
  private static final double[] Y = {4, 5, 6};
  private static final double[] TWO = {1, 2};
  private static final double[] NONE = {};
  private static final Panel EMPTY = Panel.of("x", "y");

  private static void refuses(String words, Executable call) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    assertTrue(message.contains(words), message);
  }

  @Test
  void everyVerbReturnsACopy() {
    Panel panel = EMPTY.line("a", X, Y);
    panel.points("b", X, Y).logX().logY().title("t").xRange(0.5, 1).vertical(2);
    assertEquals(1, panel.layers().size());
    assertEquals(0, EMPTY.layers().size());
    assertEquals("", panel.title());
  }

  @Test
  void laterChangesOfAnArrayDoNotReachThePanel() {
    double[] mine = {4, 5, 6};
    double[][] matrix = {{1, 2, 3}};
    Panel panel = EMPTY.line("a", X, mine).heat("h", X, new double[] {1}, matrix);
    mine[0] = 99;
    matrix[0][0] = 99;
    var line = (Layer.Line) panel.layers().getFirst();
    line.y()[1] = 99;
    assertArrayEquals(new double[] {4, 5, 6}, line.y());
    var heat = (Layer.Heat) panel.layers().getLast();
    heat.z()[0][1] = 99;
    assertArrayEquals(new double[] {1, 2, 3}, heat.z()[0]);
  }

  @Test
  void lengthsThatDifferAreRefused() {
    refuses("3 values", () -> EMPTY.line("a", X, TWO));
    refuses("3 values", () -> EMPTY.points("a", X, Y, TWO));
    refuses("3 values", () -> EMPTY.band("a", X, Y, TWO));
    refuses("2 values", () -> EMPTY.bars("a", TWO, Y));
    refuses("1 rows", () -> EMPTY.heat("a", X, TWO, new double[][] {X}));
    refuses("z[0] has 2", () -> EMPTY.heat("a", X, new double[] {1}, new double[][] {TWO}));
  }

  @Test
  void emptyAndInfiniteSeriesAreRefused() {
    refuses("0 values", () -> EMPTY.line("a", NONE, NONE));
    refuses("error has 0", () -> EMPTY.points("a", X, Y, NONE));
    refuses("Infinity", () -> EMPTY.line("a", X, new double[] {1, 2, Double.POSITIVE_INFINITY}));
    refuses("NaN", () -> EMPTY.vertical(Double.NaN));
    refuses("NaN", () -> EMPTY.note("here", Double.NaN, 1));
  }

  @Test
  void bandsErrorsAndShadesTheWrongWayRoundAreRefused() {
    refuses("above", () -> EMPTY.band("a", X, new double[] {9, 9, 9}, Y));
    refuses("-1", () -> EMPTY.points("a", X, Y, new double[] {-1, 0, 0}));
    refuses("increasing", () -> EMPTY.shade(2, 1));
    double[][] z = {{1, 2, 3}};
    refuses("increasing", () -> EMPTY.heat("z", X, new double[] {1}, z, 1, 0));
    refuses("NaN", () -> EMPTY.heat("z", X, new double[] {1}, z, 0, Double.NaN));
    refuses("increasing", () -> EMPTY.xRange(2, 1));
    refuses("NaN", () -> EMPTY.yRange(Double.NaN, Double.NaN));
    refuses("increasing", () -> EMPTY.bars("a", new double[] {2, 1, 3}, Y));
  }

  @Test
  void aLogarithmicAxisRefusesZeroAndLessInEitherOrderOfTheVerbs() {
    double[] zero = {0, 1, 2};
    refuses("above 0", () -> EMPTY.line("a", zero, Y).logX());
    refuses("above 0", () -> EMPTY.logX().line("a", zero, Y));
    refuses("above 0", () -> EMPTY.logY().points("a", X, zero));
    refuses("above 0", () -> EMPTY.logY().band("a", X, zero, zero));
    refuses("above 0", () -> EMPTY.logY().horizontal(0));
    refuses("above 0", () -> EMPTY.logX().vertical(-1));
    refuses("above 0", () -> EMPTY.logX().shade(0, 1));
    refuses("above 0", () -> EMPTY.logY().yRange(0, 1));
    refuses("-1", () -> EMPTY.logY().bars("a", X, new double[] {1, -1, 1}));
    refuses("above 0", () -> EMPTY.logY().note("here", 1, 0));
  }

  @Test
  void onALogarithmicAxisTheLowerEndOfABandOrErrorBarMayBeBelowZero() {
    Panel panel =
        EMPTY
            .logY()
            .band("a", X, new double[] {-1, 0, 1}, Y)
            .points("b", X, Y, new double[] {9, 9, 9});
    assertTrue(Figure.of(panel).svg().length() > 0);
  }

  @Test
  void aSecondHeatMapIsRefused() {
    double[][] z = {{1, 2, 3}};
    Panel one = EMPTY.heat("z", X, new double[] {1}, z);
    refuses("second heat map", () -> one.heat("w", X, new double[] {1}, z));
  }

  @Test
  void layersOfOneNameShareAColourAndABandThatOfTheLineAfterIt() {
    Panel panel =
        EMPTY
            .band("interval", X, X, Y)
            .line("fit", X, Y)
            .points("runs", X, Y)
            .line("runs", X, Y)
            .line("", X, Y)
            .line("", X, Y);
    List<Style> styles = Style.of(panel.layers());
    assertEquals(styles.get(0).colour(), styles.get(1).colour());
    assertEquals(styles.get(2).colour(), styles.get(3).colour());
    assertEquals(4, styles.stream().map(Style::colour).distinct().count());
    assertNotEquals(styles.get(1).stroke(), styles.get(4).stroke());
    assertNotEquals(styles.get(4).stroke(), styles.get(5).stroke());
  }
}
