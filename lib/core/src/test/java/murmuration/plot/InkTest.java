package murmuration.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.erichseifert.vectorgraphics2d.intermediate.commands.Command;
import de.erichseifert.vectorgraphics2d.intermediate.commands.DrawShapeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.FillShapeCommand;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InkTest {
  private static final double NAN = Double.NaN;

  private static List<Shape> shapes(Ink ink) {
    var drawing = new Recording();
    ink.paint(drawing);
    var shapes = new ArrayList<Shape>();
    for (Command<?> command : drawing.getCommands()) {
      if (command instanceof DrawShapeCommand draw) {
        shapes.add(draw.getValue());
      } else if (command instanceof FillShapeCommand fill) {
        shapes.add(fill.getValue());
      }
    }
    return shapes;
  }

  private static int strokes(Shape shape) {
    int strokes = 0;
    for (PathIterator it = shape.getPathIterator(null); !it.isDone(); it.next()) {
      strokes += it.currentSegment(new double[6]) == PathIterator.SEG_MOVETO ? 1 : 0;
    }
    return strokes;
  }

  @Test
  void thePlotAreaOfTheChartFillsItToThePixel() {
    var ink = new Ink(317, 203);
    ink.line(new Trace(new double[] {0, 317}, new double[] {0, 203}), Color.RED, Theme.line(0));
    List<Shape> shapes = shapes(ink);
    assertEquals(1, shapes.size());
    var line = new Path2D.Double(shapes.getFirst());
    assertEquals(new Rectangle2D.Double(0, 0, 317, 203), line.getBounds2D());
  }

  @Test
  void aLineIsOnePathSoThatItsDashesRunOnAndABreakWhereValuesAreMissing() {
    var ink = new Ink(100, 100);
    double[] x = {1, 2, 3, 4, 5, 6, 7};
    double[] y = {1, 2, 3, NAN, 5, 6, 7};
    ink.line(new Trace(x, y), Color.RED, Theme.line(1));
    List<Shape> shapes = shapes(ink);
    assertEquals(1, shapes.size());
    assertEquals(2, strokes(shapes.getFirst()));
  }

  @Test
  void aPointAloneBetweenGapsIsDrawn() {
    var ink = new Ink(100, 100);
    double[] x = {10, NAN, 30, NAN, 50};
    ink.line(new Trace(x, x).thinned(), Color.RED, Theme.line(0));
    assertEquals(3, strokes(shapes(ink).getFirst()));
  }

  @Test
  void anAreaIsOneFilledShapeWithNoOutline() {
    var ink = new Ink(100, 100);
    ink.area(new Trace(new double[] {10, 10, 90, 90}, new double[] {20, 60, 60, 20}), Color.RED);
    List<Shape> shapes = shapes(ink);
    assertEquals(1, shapes.size());
    assertEquals(new Rectangle2D.Double(10, 40, 80, 40), shapes.getFirst().getBounds2D());
  }

  @Test
  void nothingIsDrawnOfNothing() {
    var ink = new Ink(100, 100);
    double[] none = {NAN, NAN};
    ink.line(new Trace(none, none), Color.RED, Theme.line(0));
    ink.points(new Trace(none, none), Color.RED, 0);
    ink.area(new Trace(none, none), Color.RED);
    assertTrue(shapes(ink).isEmpty());
  }
}
