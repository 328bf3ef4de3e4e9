package murmuration.plot;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import murmuration.plot.Layer.Band;
import murmuration.plot.Layer.Bars;
import murmuration.plot.Layer.Line;
import murmuration.plot.Layer.Note;
import murmuration.plot.Layer.Points;
import murmuration.plot.Layer.Rule;

/**
 * The names of a panel's series, in the corner of the plot where they cover least; where they would
 * cover data everywhere, the y axis makes room above unless its range was given.
 */
final class Legend {
  private static final int SAMPLE = 22;
  private static final int GAP = 6;
  private static final int ROW = 14;
  private static final int EDGE = 5;
  private static final int STEPS = 8;
  private static final double MOST_ROOM = 0.45;

  private final Plot plot;
  private final Map<String, List<Integer>> entries = new LinkedHashMap<>();
  private final boolean flat;
  private final int textWidth;
  private final BufferedImage ink;

  private Legend(Plot plot) {
    this.plot = plot;
    List<Layer> layers = plot.panel().layers();
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      if (Style.drawn(layer) && !layer.name().isEmpty() && Finite.any(layer)) {
        entries.computeIfAbsent(layer.name(), k -> new ArrayList<>()).add(i);
      }
    }
    double inARow = entries.keySet().stream().mapToDouble(Legend::width).sum();
    flat = plot.area().height < 170 && inARow + 2 * EDGE < 0.8 * plot.area().width;
    textWidth = Math.max(40, plot.area().width - SAMPLE - GAP - 4 * EDGE);
    ink = ink(plot);
  }

  /** What is drawn, as dots, to see what a legend would cover. */
  private static BufferedImage ink(Plot plot) {
    Rectangle area = plot.area();
    var drawing = new Recording();
    Marks.paintData(drawing, plot.panel(), plot.x(), plot.y(), area.width, area.height);
    return Raster.dots(drawing, area.width, area.height);
  }

  /** The plot with its y axis reaching higher, if its legend would cover data everywhere. */
  static Plot makeRoom(Plot plot) {
    var legend = new Legend(plot);
    double part = 1 - (legend.height() + EDGE) / (double) plot.area().height;
    boolean possible = plot.panel().y().fitted() && plot.heat().isEmpty() && part > 1 - MOST_ROOM;
    if (legend.entries.size() < 2 || !possible) {
      return plot;
    }
    return legend.covered(legend.best()) == 0 ? plot : plot.scaledY(plot.y().roomAbove(part));
  }

  static void paint(Graphics2D g, Plot plot) {
    var legend = new Legend(plot);
    if (legend.entries.size() > 1) {
      legend.paint(g, legend.best());
    }
  }

  private void paint(Graphics2D g, Rectangle place) {
    g.setColor(Theme.translucent(Theme.PAPER, 200));
    g.fill(place);
    List<Style> styles = Style.of(plot.panel().layers());
    int x = place.x + EDGE;
    int y = place.y + 2;
    for (var entry : entries.entrySet()) {
      g.translate(x, y);
      for (int i : entry.getValue()) {
        sample(plot.panel().layers().get(i), styles.get(i)).paint(g);
      }
      g.translate(-x, -y);
      g.setColor(Theme.INK);
      List<String> lines = lines(entry.getKey());
      for (int i = 0; i < lines.size(); i++) {
        double baseline = y + i * ROW + (ROW + Text.height(Theme.TICK)) / 2;
        Text.draw(g, lines.get(i), Theme.TICK, x + SAMPLE + GAP, baseline, 0);
      }
      x += flat ? (int) Math.ceil(width(entry.getKey())) : 0;
      y += flat ? 0 : ROW * lines.size();
    }
  }

  private static Ink sample(Layer layer, Style style) {
    var ink = new Ink(2 * SAMPLE, ROW);
    double middle = ROW / 2.0;
    switch (layer) {
      case Line _ -> ink.line(level(middle), style.colour(), style.stroke());
      case Points _ ->
          ink.points(
              new Trace(new double[] {SAMPLE / 2.0}, new double[] {middle}),
              style.colour(),
              style.marker());
      case Band _ -> ink.area(box(2), Theme.translucent(style.colour(), Marks.BAND_ALPHA));
      case Bars _ -> ink.area(box(2), Theme.translucent(style.colour(), Marks.BAR_ALPHA));
      default -> {}
    }
    return ink;
  }

  private static Trace level(double y) {
    return new Trace(new double[] {0, SAMPLE}, new double[] {y, y});
  }

  private static Trace box(double edge) {
    return new Trace(
        new double[] {0, 0, SAMPLE, SAMPLE}, new double[] {edge, ROW - edge, ROW - edge, edge});
  }

  private List<String> lines(String name) {
    return Words.wrap(name, Theme.TICK, textWidth);
  }

  private static double width(String line) {
    return SAMPLE + GAP + Text.width(line, Theme.TICK) + 2 * EDGE;
  }

  private int width() {
    var names = entries.keySet().stream();
    return (int)
        Math.ceil(
            flat
                ? names.mapToDouble(Legend::width).sum()
                : names
                    .flatMap(name -> lines(name).stream())
                    .mapToDouble(Legend::width)
                    .max()
                    .orElse(0));
  }

  private int height() {
    int rows = entries.keySet().stream().mapToInt(name -> lines(name).size()).sum();
    return 4 + ROW * (flat ? 1 : rows);
  }

  /** Of the corners and the middles of the edges, the first that covers least. */
  private Rectangle best() {
    Rectangle area = plot.area();
    int right = Math.max(2, area.width - width());
    int low = Math.max(2, area.height - height() - 3);
    int[][] corners = {
      {right, 0}, {4, 0}, {right, low}, {4, low}, {right / 2, 0}, {right / 2, low}
    };
    var best = new Rectangle();
    long least = Long.MAX_VALUE;
    for (int[] corner : corners) {
      var place = new Rectangle(corner[0], corner[1], width(), height());
      long cost = 100L * covered(place) + crossings(place);
      if (cost < least) {
        best = place;
        least = cost;
      }
    }
    return best;
  }

  /** How many pixels of lines, points, bands and bars it covers. */
  private int covered(Rectangle place) {
    int covered = 0;
    for (int y = Math.max(0, place.y); y < Math.min(ink.getHeight(), place.getMaxY()); y++) {
      for (int x = Math.max(0, place.x); x < Math.min(ink.getWidth(), place.getMaxX()); x++) {
        covered += (ink.getRGB(x, y) & 0xffffff) == 0xffffff ? 0 : 1;
      }
    }
    return covered;
  }

  /** How many reference lines and notes it touches. */
  private long crossings(Rectangle place) {
    Rectangle area = plot.area();
    return plot.panel().layers().stream()
        .filter(
            layer ->
                switch (layer) {
                  case Rule(boolean vertical, double at) ->
                      vertical
                          ? Math.abs(plot.x().place(at) * area.width - place.getCenterX())
                              < place.width / 2.0
                          : Math.abs((1 - plot.y().place(at)) * area.height - place.getCenterY())
                              < place.height / 2.0;
                  case Note note ->
                      Marks.place(note, plot.x(), plot.y(), area.width, area.height)
                          .intersects(place);
                  default -> false;
                })
        .count();
  }
}
