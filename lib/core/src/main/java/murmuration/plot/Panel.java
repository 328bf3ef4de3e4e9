package murmuration.plot;

import java.util.ArrayList;
import java.util.List;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.plot.Layer.Band;
import murmuration.plot.Layer.Bars;
import murmuration.plot.Layer.Heat;
import murmuration.plot.Layer.Line;
import murmuration.plot.Layer.Note;
import murmuration.plot.Layer.Points;
import murmuration.plot.Layer.Rule;
import murmuration.plot.Layer.Shade;

/**
 * One pair of axes and what is drawn on them: a description that never changes. Each verb returns a
 * copy with one thing more, so that a panel reads as a sentence:
 *
 * <pre>{@code
 * Panel.of("Parameters N", "Loss").logX().logY()
 *     .band("fit", n, low, high).line("fit", n, loss).points("runs", runs, losses, errors)
 * }</pre>
 *
 * <p>Layers of one name share a colour and one entry of the legend; further names take further
 * colours, dashes and markers. A band of its own name takes the colour of the line that follows it
 * at once. The legend appears with the second name, where it covers least.
 *
 * @param title title above the plot, or {@code ""}
 * @param x horizontal axis
 * @param y vertical axis
 * @param layers what is drawn, in order
 */
public record Panel(String title, Axis x, Axis y, List<Layer> layers) {
  /** Checks the layers against the axes: a logarithmic axis shows no values at or below zero. */
  public Panel {
    Arguments.present("title", title);
    layers = List.copyOf(layers);
    Arguments.require(
        layers.stream().filter(Heat.class::isInstance).count() <= 1,
        "panel '%s' has a second heat map: expected one",
        y.label());
    for (Layer layer : layers) {
      accept(layer, x, y);
    }
  }

  /** Empty axes with these labels; name the unit in the label. */
  public static Panel of(String xLabel, String yLabel) {
    return new Panel("", Axis.of(xLabel), Axis.of(yLabel), List.of());
  }

  /** Empty axes along the times of a series; ages that were turned round are marked as ages. */
  public static Panel over(TimeSeries series, String yLabel) {
    return series.isAge()
        ? of(series.timeName().substring(1), yLabel).negatedX()
        : of(series.timeName(), yLabel);
  }

  /** The same with a title. */
  public Panel title(String text) {
    return new Panel(text, x, y, layers);
  }

  /** A line through {@code (x, y)}, both of length n; NaN is a gap. */
  public Panel line(String name, double[] x, double[] y) {
    return with(new Line(name, x, y));
  }

  /** Markers at {@code (x, y)}, both of length n; NaN is left out. */
  public Panel points(String name, double[] x, double[] y) {
    return with(new Points(name, x, y, new double[0]));
  }

  /** Markers at {@code (x, y)} with bars from {@code y - error} to {@code y + error}. */
  public Panel points(String name, double[] x, double[] y, double[] error) {
    Arguments.sameLength("x", x, "error", error);
    return with(new Points(name, x, y, error));
  }

  /** The area between the curves {@code low} and {@code high}, as of a confidence band. */
  public Panel band(String name, double[] x, double[] low, double[] high) {
    return with(new Band(name, x, low, high));
  }

  /** Bars of equal width centred on {@code x}, as of a histogram. */
  public Panel bars(String name, double[] x, double[] height) {
    return with(new Bars(name, x, height));
  }

  /**
   * A matrix as colours, with a colour bar labelled {@code name}: {@code z[row][column]} stands at
   * {@code (x[column], y[row])}. NaN is light grey. A panel holds one heat map.
   */
  public Panel heat(String name, double[] x, double[] y, double[][] z) {
    return with(new Heat(name, x, y, z, Double.NaN, Double.NaN));
  }

  /**
   * As {@link #heat(String, double[], double[], double[][])}, with colours for the values from
   * {@code from} to {@code to}, so that several maps can be compared; values outside take the
   * colour of the nearer end.
   */
  public Panel heat(String name, double[] x, double[] y, double[][] z, double from, double to) {
    Arguments.require(
        !Double.isNaN(from) && !Double.isNaN(to),
        "colours of '%s' range from %s to %s: expected two numbers",
        name,
        from,
        to);
    return with(new Heat(name, x, y, z, from, to));
  }

  /** A dashed vertical line at {@code x}. */
  public Panel vertical(double x) {
    return with(new Rule(true, x));
  }

  /** A dashed horizontal line at {@code y}. */
  public Panel horizontal(double y) {
    return with(new Rule(false, y));
  }

  /** A few words right of {@code (x, y)}, or left of it where there is no room. */
  public Panel note(String text, double x, double y) {
    return with(new Note(text, x, y));
  }

  /** A grey span of the x axis. */
  public Panel shade(double from, double to) {
    return with(new Shade(from, to));
  }

  /** The same on a logarithmic x axis. */
  public Panel logX() {
    return new Panel(title, x.logarithmic(), y, layers);
  }

  /** The same on a logarithmic y axis. */
  public Panel logY() {
    return new Panel(title, x, y.logarithmic(), layers);
  }

  /** The same with this range of the x axis; what lies outside is cut off. */
  public Panel xRange(double from, double to) {
    return new Panel(title, x.range(from, to), y, layers);
  }

  /** The same with the x axis marked {@code -x}: for ages that were turned round to be times. */
  public Panel negatedX() {
    return new Panel(title, x.negative(), y, layers);
  }

  /**
   * The same with these names in place of the numbers 1, 2, 3, ... of the x axis; an empty name has
   * no mark.
   */
  public Panel xNames(String... names) {
    return new Panel(title, x.named(names), y, layers);
  }

  /** The same with these names, upwards, in place of the numbers 1, 2, 3, ... of the y axis. */
  public Panel yNames(String... names) {
    return new Panel(title, x, y.named(names), layers);
  }

  /** The same with this range of the y axis; what lies outside is cut off. */
  public Panel yRange(double from, double to) {
    return new Panel(title, x, y.range(from, to), layers);
  }

  private Panel with(Layer layer) {
    var more = new ArrayList<>(layers);
    more.add(layer);
    return new Panel(title, x, y, more);
  }

  private static void accept(Layer layer, Axis x, Axis y) {
    switch (layer) {
      case Line(String name, double[] xs, double[] ys) -> {
        accept("line", name, x, xs);
        accept("line", name, y, ys);
      }
      case Points(String name, double[] xs, double[] ys, double[] error) -> {
        accept("points", name, x, xs);
        accept("points", name, y, ys);
      }
      case Band(String name, double[] xs, double[] low, double[] high) -> {
        accept("band", name, x, xs);
        accept("band", name, y, high);
      }
      case Bars(String name, double[] xs, double[] height) -> {
        accept("bars", name, x, xs);
        for (double h : height) {
          Arguments.require(
              !y.log() || !(h < 0), "bars '%s' have the height %s on a logarithmic axis", name, h);
        }
      }
      case Heat(String name, double[] xs, double[] ys, double[][] z, double from, double to) -> {
        accept("heat", name, x, xs);
        accept("heat", name, y, ys);
      }
      case Rule(boolean vertical, double at) -> (vertical ? x : y).accept("reference line", at);
      case Shade(double from, double to) -> x.accept("shade", from);
      case Note(String text, double noteX, double noteY) -> {
        x.accept("note", noteX);
        y.accept("note", noteY);
      }
    }
  }

  private static void accept(String kind, String name, Axis axis, double[] values) {
    for (double value : values) {
      axis.accept(kind + " '" + name + "'", value);
    }
  }

  /**
   * One axis of a panel.
   *
   * @param label what is measured along it, with its unit
   * @param log whether it is logarithmic (base 10)
   * @param from its lower end, or NaN to fit the data
   * @param to its upper end, or NaN to fit the data
   * @param negated whether it is marked with the numbers' negatives, as ages are
   * @param names what stands at 1, 2, 3, ... in place of numbers; empty for numbers
   */
  public record Axis(
      String label, boolean log, double from, double to, boolean negated, List<String> names) {
    /** Checks that both ends are given or none, in order, and above zero on a logarithmic axis. */
    public Axis {
      Arguments.present("label", label);
      names = List.copyOf(names);
      Arguments.require(
          !log || !negated && names.isEmpty(),
          "logarithmic axis '%s' has names or negated numbers: expected a linear one",
          label);
      Arguments.require(
          Double.isNaN(from) == Double.isNaN(to),
          "range of axis '%s' is %s to %s: expected two numbers",
          label,
          from,
          to);
      if (!Double.isNaN(from)) {
        Arguments.require(
            from < to && Double.isFinite(from) && Double.isFinite(to),
            "range of axis '%s' is %s to %s: expected two finite numbers in increasing order",
            label,
            from,
            to);
        Arguments.require(
            !log || from > 0,
            "logarithmic axis '%s' starts at %s: expected a number above 0",
            label,
            from);
      }
    }

    static Axis of(String label) {
      return new Axis(label, false, Double.NaN, Double.NaN, false, List.of());
    }

    Axis logarithmic() {
      return new Axis(label, true, from, to, negated, names);
    }

    Axis range(double newFrom, double newTo) {
      Arguments.require(
          !Double.isNaN(newFrom) && !Double.isNaN(newTo),
          "range of axis '%s' is %s to %s: expected two numbers",
          label,
          newFrom,
          newTo);
      return new Axis(label, log, newFrom, newTo, negated, names);
    }

    Axis negative() {
      return new Axis(label, log, from, to, true, names);
    }

    Axis named(String... newNames) {
      List<String> list = Arguments.listed("names", newNames);
      Arguments.require(!list.isEmpty(), "names is empty: expected at least one");
      return new Axis(label, log, 0.5, list.size() + 0.5, negated, list);
    }

    /** At most this many labelled ticks, or one for each name. */
    Ticks ticks(Scale scale, int most) {
      if (!names.isEmpty()) {
        return Ticks.named(scale, names);
      }
      return negated ? Ticks.of(scale.mirrored(), most).mirrored() : Ticks.of(scale, most);
    }

    boolean fitted() {
      return Double.isNaN(from);
    }

    /** Refuses a number that a logarithmic axis cannot show; NaN is no number. */
    void accept(String what, double value) {
      Arguments.require(
          !log || !(value <= 0),
          "%s has the value %s on the logarithmic axis '%s': expected values above 0",
          what,
          value,
          label);
    }
  }
}
