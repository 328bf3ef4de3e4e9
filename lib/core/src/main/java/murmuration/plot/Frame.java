package murmuration.plot;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.util.List;

/** What stands around a plot area: axes, ticks, labels, titles and the panel's letter. */
final class Frame {
  private final Graphics2D g;
  private final Plot plot;
  private final Rectangle area;
  private final double foot;

  private Frame(Graphics2D g, Plot plot) {
    this.g = g;
    this.plot = plot;
    this.area = plot.area();
    this.foot = area.getMaxY();
  }

  static void paint(Graphics2D g, Plot plot) {
    var frame = new Frame(g, plot);
    g.setColor(Theme.INK);
    frame.lines();
    frame.labels();
    frame.titles();
  }

  private void lines() {
    g.setStroke(Theme.AXIS);
    g.draw(new Line2D.Double(area.x, area.y, area.x, foot));
    g.draw(new Line2D.Double(area.x, foot, area.getMaxX(), foot));
    plot.xTicks().major().forEach(t -> tickX(t.value(), Theme.TICK_LENGTH));
    plot.yTicks().major().forEach(t -> tickY(t.value(), Theme.TICK_LENGTH));
    g.setStroke(Theme.MINOR);
    plot.xTicks().minor().forEach(v -> tickX(v, Theme.MINOR_LENGTH));
    plot.yTicks().minor().forEach(v -> tickY(v, Theme.MINOR_LENGTH));
  }

  private void tickX(double value, int length) {
    double x = x(value);
    g.draw(new Line2D.Double(x, foot, x, foot + length));
  }

  private void tickY(double value, int length) {
    double y = y(value);
    g.draw(new Line2D.Double(area.x - length, y, area.x, y));
  }

  private void labels() {
    double capital = Text.height(Theme.TICK);
    for (Ticks.Tick tick : plot.yTicks().major()) {
      double right = area.x - Theme.TICK_LENGTH - 3;
      Text.draw(g, tick.label(), Theme.TICK, right, y(tick.value()) + capital / 2, 1);
    }
    if (plot.labelledX()) {
      for (Ticks.Tick tick : plot.xTicks().major()) {
        double baseline = foot + Theme.TICK_LENGTH + 4 + capital;
        Text.draw(g, tick.label(), Theme.TICK, x(tick.value()), baseline, 0.5);
      }
    }
  }

  private void titles() {
    List<String> upwards = plot.yTitle();
    double left = area.x - plot.margin().left() + 4;
    for (int i = 0; i < upwards.size(); i++) {
      double baseline = left + (i + 1) * Plot.LINE - 3;
      Text.drawUpwards(g, upwards.get(i), Theme.LABEL, baseline, area.getCenterY());
    }
    if (plot.labelledX()) {
      double baseline = foot + Theme.TICK_LENGTH + 2 * Plot.LINE;
      for (String line : plot.xTitle()) {
        Text.draw(g, line, Theme.LABEL, area.getCenterX(), baseline, 0.5);
        baseline += Plot.LINE;
      }
    }
    List<String> title = plot.title();
    for (int i = 0; i < title.size(); i++) {
      double baseline = area.y - 6 - (title.size() - 1 - i) * Plot.LINE;
      Text.draw(g, title.get(i), Theme.TITLE, area.x, baseline, 0);
    }
    double baseline = area.y - 6 - Math.max(0, title.size() - 1) * Plot.LINE;
    Text.draw(g, plot.letter(), Theme.LETTER, left, baseline, 0);
  }

  private double x(double value) {
    return area.x + plot.x().place(value) * area.width;
  }

  private double y(double value) {
    return foot - plot.y().place(value) * area.height;
  }
}
