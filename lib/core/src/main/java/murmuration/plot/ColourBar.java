package murmuration.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import murmuration.plot.Layer.Heat;

/** The scale of a heat map's colours, right of its plot area. */
final class ColourBar {
  private static final int GAP = 10;
  private static final int BAR = 10;
  private static final int STEPS = 64;

  private ColourBar() {}

  /** How much room it takes right of the plot area. */
  static int width(Heat heat, int height) {
    int labels = (int) Math.ceil(Plot.widest(ticks(heat, height)));
    int title = title(heat, height).size() * Plot.LINE;
    return GAP + BAR + Theme.TICK_LENGTH + 3 + labels + title + 4;
  }

  static void paint(Graphics2D g, Heat heat, Rectangle area) {
    double x = area.getMaxX() + GAP;
    double step = (double) area.height / STEPS;
    for (int i = 0; i < STEPS; i++) {
      g.setColor(new Color(HeatImage.shade((i + 0.5) / STEPS)));
      double over = i < STEPS - 1 ? 0.5 : 0;
      double y = area.getMaxY() - (i + 1) * step - over;
      g.fill(new Rectangle2D.Double(x, y, BAR, step + over));
    }
    g.setColor(Theme.INK);
    g.setStroke(Theme.AXIS);
    Scale scale = HeatImage.scale(heat);
    Ticks ticks = ticks(heat, area.height);
    double edge = x + BAR;
    for (Ticks.Tick tick : ticks.major()) {
      double y = area.getMaxY() - scale.place(tick.value()) * area.height;
      g.draw(new Line2D.Double(edge, y, edge + Theme.TICK_LENGTH, y));
    }
    double labels = edge + Theme.TICK_LENGTH + 3;
    for (Ticks.Tick tick : ticks.major()) {
      double y = area.getMaxY() - scale.place(tick.value()) * area.height;
      Text.draw(g, tick.label(), Theme.TICK, labels, y + Text.height(Theme.TICK) / 2, 0);
    }
    double baseline = labels + Math.ceil(Plot.widest(ticks)) + Plot.LINE;
    for (String line : title(heat, area.height)) {
      Text.drawUpwards(g, line, Theme.LABEL, baseline, area.getCenterY());
      baseline += Plot.LINE;
    }
  }

  private static List<String> title(Heat heat, int height) {
    return Words.wrap(heat.name() + ticks(heat, height).offset(), Theme.LABEL, height + 10);
  }

  private static Ticks ticks(Heat heat, int height) {
    return Ticks.of(HeatImage.scale(heat), Math.clamp(height / 24, 2, 8));
  }
}
