package murmuration.plot;

import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import murmuration.plot.Layer.Heat;

/**
 * A panel with everything decided: scales, ticks, the place of its plot area.
 *
 * @param panel what to draw
 * @param letter its letter, or {@code ""}
 * @param x horizontal scale
 * @param y vertical scale
 * @param labelledX whether tick labels and title stand below it
 * @param area the plot area in the figure, in pixels
 * @param xTicks ticks of the x axis
 * @param yTicks ticks of the y axis
 * @param margin room around the plot area: what its own labels need, then what it was given
 */
record Plot(
    Panel panel,
    String letter,
    Scale x,
    Scale y,
    boolean labelledX,
    Rectangle area,
    Ticks xTicks,
    Ticks yTicks,
    Margin margin) {
  static final int LINE = 14;
  private static final int GAP = 3;

  /** Room around a plot area, in pixels. */
  record Margin(int left, int right, int top, int bottom) {}

  /** The same in another plot area: ticks and margins follow from its size. */
  Plot in(Rectangle place) {
    Ticks ys = panel.y().ticks(y, Math.clamp(place.height / 24, 2, 8));
    Ticks xs = horizontal(place.width);
    return new Plot(panel, letter, x, y, labelledX, place, xs, ys, margin(place, xs, ys));
  }

  Plot at(Rectangle place, Margin around) {
    return new Plot(panel, letter, x, y, labelledX, place, xTicks, yTicks, around);
  }

  Plot scaledY(Scale scale) {
    return new Plot(panel, letter, x, scale, labelledX, area, xTicks, yTicks, margin);
  }

  Optional<Heat> heat() {
    return panel.layers().stream().filter(Heat.class::isInstance).map(Heat.class::cast).findFirst();
  }

  List<String> yTitle() {
    return Words.wrap(panel.y().label() + yTicks.offset(), Theme.LABEL, area.height);
  }

  List<String> xTitle() {
    return Words.wrap(panel.x().label() + xTicks.offset(), Theme.LABEL, area.width + 30);
  }

  List<String> title() {
    return Words.wrap(panel.title(), Theme.TITLE, area.width);
  }

  static double widest(Ticks ticks) {
    return ticks.major().stream()
        .mapToDouble(t -> Text.width(t.label(), Theme.TICK))
        .max()
        .orElse(0);
  }

  /** As many ticks as have room for their labels. */
  private Ticks horizontal(int width) {
    Ticks ticks = panel.x().ticks(x, Math.clamp(width / 28, 2, 8));
    for (int most = ticks.major().size(); most > 2 && crowded(ticks, width); most--) {
      ticks = panel.x().ticks(x, most - 1);
    }
    return ticks;
  }

  private boolean crowded(Ticks ticks, int width) {
    double end = Double.NEGATIVE_INFINITY;
    for (Ticks.Tick tick : ticks.major()) {
      double middle = x.place(tick.value()) * width;
      double half = Text.width(tick.label(), Theme.TICK) / 2;
      if (middle - half < end + 9) {
        return true;
      }
      end = middle + half;
    }
    return false;
  }

  private Margin margin(Rectangle place, Ticks xs, Ticks ys) {
    Plot sized = new Plot(panel, letter, x, y, labelledX, place, xs, ys, margin);
    int left = 4 + sized.yTitle().size() * LINE + GAP;
    left += (int) Math.ceil(widest(ys)) + GAP + Theme.TICK_LENGTH;
    int right = heat().map(h -> ColourBar.width(h, place.height)).orElse(8);
    if (labelledX && !xs.major().isEmpty()) {
      Ticks.Tick last = xs.major().getLast();
      double beyond =
          Text.width(last.label(), Theme.TICK) / 2 - (1 - x.place(last.value())) * place.width;
      right = Math.max(right, (int) Math.ceil(beyond) + 2);
    }
    int titles = Math.max(sized.title().size(), letter.isEmpty() ? 0 : 1);
    int bottom = labelledX ? Theme.TICK_LENGTH + LINE + sized.xTitle().size() * LINE + 5 : 4;
    return new Margin(left, right, titles * LINE + 6, bottom);
  }
}
