package murmuration.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import murmuration.plot.Layer.Band;
import murmuration.plot.Layer.Bars;
import murmuration.plot.Layer.Heat;
import murmuration.plot.Layer.Line;
import murmuration.plot.Layer.Note;
import murmuration.plot.Layer.Points;
import murmuration.plot.Layer.Rule;
import murmuration.plot.Layer.Shade;

/** Draws the layers of a panel into a plot area, through an {@link Ink}. */
final class Marks {
  static final int BAND_ALPHA = 60;
  static final int BAR_ALPHA = 150;
  private static final int NOTE_GAP = 4;
  private final Ink ink;
  private final Scale x;
  private final Scale y;
  private final int width;
  private final int height;

  private Marks(Scale x, Scale y, int width, int height) {
    this.ink = new Ink(width, height);
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
  }

  /** Draws all layers, shades below and reference lines above the others. */
  static void paint(Graphics2D g, Panel panel, Scale x, Scale y, int width, int height) {
    var shades = new Marks(x, y, width, height);
    panel.layers().forEach(shades::addShade);
    shades.ink.paint(g);
    for (Layer layer : panel.layers()) {
      if (layer instanceof Heat heat) {
        HeatImage.paint(g, heat, x, y, width, height);
      }
    }
    paintData(g, panel, x, y, width, height);
    var rules = new Marks(x, y, width, height);
    panel.layers().forEach(rules::addRule);
    rules.ink.paint(g);
    for (Layer layer : panel.layers()) {
      if (layer instanceof Note note) {
        rules.paint(g, note);
      }
    }
  }

  /** Draws lines, points, bands and bars only. */
  static void paintData(Graphics2D g, Panel panel, Scale x, Scale y, int width, int height) {
    var marks = new Marks(x, y, width, height);
    List<Style> styles = Style.of(panel.layers());
    for (int i = 0; i < styles.size(); i++) {
      marks.add(panel.layers().get(i), styles.get(i));
    }
    marks.ink.paint(g);
  }

  private void add(Layer layer, Style style) {
    switch (layer) {
      case Line line ->
          ink.line(trace(line.x(), line.y()).thinned(), style.colour(), style.stroke());
      case Points points -> {
        addErrors(points, style.colour());
        ink.points(trace(points.x(), points.y()), style.colour(), style.marker());
      }
      case Band band -> addBand(band, Theme.translucent(style.colour(), BAND_ALPHA));
      case Bars bars -> addBars(bars, style.colour());
      case Heat _, Rule _, Shade _, Note _ -> {}
    }
  }

  private void addErrors(Points points, Color colour) {
    double[] px = points.x();
    double[] py = points.y();
    double[] error = points.error();
    var xs = new double[3 * error.length];
    var ys = new double[3 * error.length];
    for (int i = 0; i < error.length; i++) {
      boolean none = Double.isNaN(error[i]) || error[i] == 0;
      xs[3 * i] = xs[3 * i + 1] = px[i];
      ys[3 * i] = none ? Double.NaN : py[i] - error[i];
      ys[3 * i + 1] = none ? Double.NaN : py[i] + error[i];
      xs[3 * i + 2] = ys[3 * i + 2] = Double.NaN;
    }
    ink.line(trace(xs, ys), colour, Theme.thin());
  }

  private void addBand(Band band, Color colour) {
    Trace low = trace(band.x(), band.low());
    Trace high = trace(band.x(), band.high());
    for (int from = 0, to; from < low.x().length; from = to + 1) {
      to = from;
      while (to < low.x().length && !Double.isNaN(low.y()[to]) && !Double.isNaN(high.y()[to])) {
        to++;
      }
      if (to > from) {
        ink.area(BandOutline.of(low, high, from, to), colour);
      }
    }
  }

  private void addBars(Bars bars, Color colour) {
    double[] edges = Cells.edges(bars.x(), x.log(), true);
    double[] heights = bars.height();
    double foot = y.log() ? y.from() : 0;
    Color fill = Theme.translucent(colour, BAR_ALPHA);
    for (int i = 0; i < heights.length; i++) {
      double top = heights[i];
      if (!Double.isNaN(top) && top != 0) {
        double l = edges[2 * i];
        double r = edges[2 * i + 1];
        Trace box = trace(new double[] {l, l, r, r, l}, new double[] {foot, top, top, foot, foot});
        ink.area(box, fill);
        ink.line(box, Theme.PAPER, Theme.thin());
      }
    }
  }

  private void addShade(Layer layer) {
    if (layer instanceof Shade(double from, double to)) {
      double l = edge(x.place(from)) * width;
      double r = edge(x.place(to)) * width;
      var box = new Trace(new double[] {l, l, r, r, l}, new double[] {0, height, height, 0, 0});
      ink.area(box, Theme.SHADE);
    }
  }

  private static double edge(double place) {
    return Math.clamp(place, -1, 2);
  }

  private void addRule(Layer layer) {
    if (layer instanceof Rule(boolean vertical, double at)) {
      double place = edge((vertical ? x : y).place(at));
      Trace across =
          vertical
              ? new Trace(new double[] {place * width, place * width}, new double[] {0, height})
              : new Trace(new double[] {0, width}, new double[] {place * height, place * height});
      ink.line(across, Theme.RULE, Theme.rule());
    }
  }

  private void paint(Graphics2D g, Note note) {
    Rectangle2D box = place(note, x, y, width, height);
    g.setColor(Theme.INK);
    Text.draw(g, note.text(), Theme.TICK, box.getX(), box.getMaxY(), 0);
  }

  /** Where a note stands: right of its point, or left where there is no room, inside the plot. */
  static Rectangle2D place(Note note, Scale x, Scale y, int width, int height) {
    double wide = Text.width(note.text(), Theme.TICK);
    double tall = Text.height(Theme.TICK);
    double at = x.place(note.x()) * width;
    boolean room = at + NOTE_GAP + wide <= width;
    double left = room ? at + NOTE_GAP : at - NOTE_GAP - wide;
    double top = (1 - y.place(note.y())) * height - tall / 2;
    return new Rectangle2D.Double(
        Math.clamp(left, 2, Math.max(2, width - wide - 2)),
        Math.clamp(top, 2, height - tall - 3),
        wide,
        tall);
  }

  private Trace trace(double[] xs, double[] ys) {
    return Trace.of(xs, ys, x, y, width, height);
  }

  /** Names of the layers of a panel that have nothing to draw, as all their values are NaN. */
  static List<String> empty(Panel panel) {
    var names = new ArrayList<String>();
    for (Layer layer : panel.layers()) {
      if (!Finite.any(layer)) {
        names.add(layer.name());
      }
    }
    return names;
  }
}
