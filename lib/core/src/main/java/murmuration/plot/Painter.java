package murmuration.plot;

import java.awt.Rectangle;
import java.util.List;

/** Draws a figure. */
final class Painter {
  private Painter() {}

  static Recording paint(Figure figure) {
    var g = new Recording();
    paint(g, figure);
    return g;
  }

  static void paint(Recording g, Figure figure) {
    g.setColor(Theme.PAPER);
    g.fill(new Rectangle(figure.width(), figure.height()));
    for (Plot plot : Layout.of(figure)) {
      paint(g, plot);
    }
  }

  private static void paint(Recording g, Plot plot) {
    Rectangle area = plot.area();
    g.translate(area.x, area.y);
    Marks.paint(g, plot.panel(), plot.x(), plot.y(), area.width, area.height);
    Legend.paint(g, plot);
    empty(g, plot);
    g.translate(-area.x, -area.y);
    plot.heat().filter(Finite::any).ifPresent(heat -> ColourBar.paint(g, heat, area));
    Frame.paint(g, plot);
  }

  /** Says in the axes which layers have no number to show. */
  private static void empty(Recording g, Plot plot) {
    List<String> empty = Marks.empty(plot.panel());
    g.setColor(Theme.RULE);
    for (int i = 0; i < empty.size(); i++) {
      String name = empty.get(i);
      String words = (name.isEmpty() ? "" : name + ": ") + "no finite values";
      double y = plot.area().height / 2.0 + (i - empty.size() / 2.0) * Plot.LINE;
      Text.draw(g, words, Theme.LABEL, plot.area().width / 2.0, y, 0.5);
    }
  }
}
