package murmuration.plot;

import java.util.List;
import murmuration.plot.Layer.Band;
import murmuration.plot.Layer.Bars;
import murmuration.plot.Layer.Heat;
import murmuration.plot.Layer.Line;
import murmuration.plot.Layer.Note;
import murmuration.plot.Layer.Points;
import murmuration.plot.Layer.Rule;
import murmuration.plot.Layer.Shade;
import murmuration.plot.Panel.Axis;

/** The smallest and the largest value to show along an axis, and the air around them. */
final class Extent {
  private final Axis axis;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;
  private double airBelow;
  private double airAbove;

  private Extent(Axis axis) {
    this.axis = axis;
  }

  /** The horizontal scale that shows all of these panels. */
  static Scale x(Axis axis, List<Panel> panels) {
    var extent = new Extent(axis);
    for (Panel panel : panels) {
      panel.layers().forEach(extent::addX);
    }
    extent.fill(panels);
    return extent.scale();
  }

  /** The vertical scale for what lies within the horizontal one. */
  static Scale y(Panel panel, Scale x) {
    var extent = new Extent(panel.y());
    extent.air(0.05);
    for (Layer layer : panel.layers()) {
      extent.addY(layer, x);
    }
    extent.fill(List.of(panel));
    return extent.scale();
  }

  private void addX(Layer layer) {
    switch (layer) {
      case Line line -> addAll(line.x(), line.y());
      case Points points -> {
        addAll(points.x(), points.y());
        air(0.03);
      }
      case Band band -> addAll(band.x(), band.high());
      case Bars bars -> {
        addAll(Cells.edges(bars.x(), axis.log(), true));
        air(0.02);
      }
      case Heat heat -> addAll(Cells.edges(heat.x(), axis.log(), false));
      case Rule(boolean vertical, double at) when vertical -> add(at);
      case Note note -> add(note.x());
      case Rule _, Shade _ -> {}
    }
  }

  private void addY(Layer layer, Scale x) {
    switch (layer) {
      case Line line -> addSeen(x, line.x(), line.y());
      case Points points -> {
        addSeen(x, points.x(), points.y());
        if (points.error().length > 0) {
          addSeen(x, points.x(), shifted(points, -1));
          addSeen(x, points.x(), shifted(points, 1));
        }
      }
      case Band band -> {
        addSeen(x, band.x(), band.low());
        addSeen(x, band.x(), band.high());
      }
      case Bars bars -> {
        addSeen(x, bars.x(), bars.height());
        standOnZero(bars.height());
      }
      case Heat heat -> addAll(Cells.edges(heat.y(), axis.log(), false));
      case Rule(boolean vertical, double at) when !vertical -> add(at);
      case Note note -> add(note.y());
      case Rule _, Shade _ -> {}
    }
  }

  private static double[] shifted(Points points, int sign) {
    double[] y = points.y();
    double[] error = points.error();
    for (int i = 0; i < y.length; i++) {
      y[i] += sign * error[i];
    }
    return y;
  }

  private void standOnZero(double[] height) {
    if (axis.log()) {
      return;
    }
    add(0);
    for (double h : height) {
      if (h < 0) {
        return;
      }
    }
    airBelow = 0;
  }

  /** Heat maps fill the plot. */
  private void fill(List<Panel> panels) {
    if (panels.stream().flatMap(p -> p.layers().stream()).anyMatch(Heat.class::isInstance)) {
      airBelow = 0;
      airAbove = 0;
    }
  }

  private void air(double part) {
    airBelow = Math.max(airBelow, part);
    airAbove = Math.max(airAbove, part);
  }

  private void addAll(double[] values) {
    for (double value : values) {
      add(value);
    }
  }

  private void addAll(double[] values, double[] others) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(others[i])) {
        add(values[i]);
      }
    }
  }

  private void addSeen(Scale x, double[] places, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (places[i] >= x.from() && places[i] <= x.to()) {
        add(values[i]);
      }
    }
  }

  private void add(double value) {
    if (Double.isFinite(value) && !(axis.log() && value <= 0)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }

  private Scale scale() {
    if (!axis.fitted()) {
      return new Scale(axis.from(), axis.to(), axis.log());
    }
    if (low > high) {
      return axis.log() ? new Scale(1, 10, true) : new Scale(0, 1, false);
    }
    if (low == high || (high - low) <= 1e-12 * Math.max(Math.abs(low), Math.abs(high))) {
      return lone();
    }
    var tight = new Scale(low, high, axis.log());
    return new Scale(
        airBelow == 0 ? low : tight.value(-airBelow),
        airAbove == 0 ? high : tight.value(1 + airAbove),
        axis.log());
  }

  private Scale lone() {
    if (axis.log()) {
      return new Scale(low / 2, high * 2, true);
    }
    double half = low == 0 ? 0.5 : Math.abs(low) / 10;
    return new Scale(low - half, high + half, false);
  }
}
