package murmuration.plot;

import murmuration.math.Arguments;

/**
 * Something drawn on the axes of a {@link Panel}: its kind and its numbers.
 *
 * <p>Layers of one name belong together: they share a colour and one entry of the legend. A layer
 * without a name ({@code ""}) is not in the legend.
 */
public sealed interface Layer {
  /** The name in the legend, or {@code ""}. */
  String name();

  /**
   * A line through points, in the order given.
   *
   * @param name name in the legend
   * @param x positions, length n; NaN is a gap
   * @param y values, length n; NaN is a gap
   */
  record Line(String name, double[] x, double[] y) implements Layer {
    /** Checks lengths and keeps its own copies. */
    public Line {
      Arguments.present("name", name);
      pair(name, x, y);
      x = x.clone();
      y = y.clone();
    }

    @Override
    public double[] x() {
      return x.clone();
    }

    @Override
    public double[] y() {
      return y.clone();
    }
  }

  /**
   * Markers, with or without error bars {@code y - error} to {@code y + error}. On a logarithmic
   * axis a bar whose lower end is at or below zero reaches down to the edge of the plot.
   *
   * @param name name in the legend
   * @param x positions, length n; NaN is left out
   * @param y values, length n; NaN is left out
   * @param error half lengths of the bars, length n (NaN or 0: no bar), or length 0 for none at all
   */
  record Points(String name, double[] x, double[] y, double[] error) implements Layer {
    /** Checks lengths and keeps its own copies. */
    public Points {
      Arguments.present("name", name);
      pair(name, x, y);
      Arguments.series("error", error, 0);
      if (error.length > 0) {
        Arguments.sameLength(name + " x", x, name + " error", error);
      }
      for (double e : error) {
        Arguments.require(!(e < 0), "error of '%s' is %s: expected 0 or more", name, e);
      }
      x = x.clone();
      y = y.clone();
      error = error.clone();
    }

    @Override
    public double[] x() {
      return x.clone();
    }

    @Override
    public double[] y() {
      return y.clone();
    }

    @Override
    public double[] error() {
      return error.clone();
    }
  }

  /**
   * The area between two curves, such as a confidence band. On a logarithmic axis a lower curve at
   * or below zero reaches down to the edge of the plot.
   *
   * @param name name in the legend
   * @param x positions, length n; NaN is a gap
   * @param low lower curve, length n, nowhere above {@code high}; NaN is a gap
   * @param high upper curve, length n; NaN is a gap
   */
  record Band(String name, double[] x, double[] low, double[] high) implements Layer {
    /** Checks lengths and order and keeps its own copies. */
    public Band {
      Arguments.present("name", name);
      pair(name, x, low);
      pair(name, x, high);
      for (int i = 0; i < x.length; i++) {
        Arguments.require(
            !(low[i] > high[i]),
            "band '%s' has low[%d] = %s above high[%d] = %s",
            name,
            i,
            low[i],
            i,
            high[i]);
      }
      x = x.clone();
      low = low.clone();
      high = high.clone();
    }

    @Override
    public double[] x() {
      return x.clone();
    }

    @Override
    public double[] low() {
      return low.clone();
    }

    @Override
    public double[] high() {
      return high.clone();
    }
  }

  /**
   * Bars of equal width that stand on zero (on the edge of the plot where the axis is logarithmic),
   * as of a histogram. Their width is the smallest distance of two positions (1 for a single bar).
   *
   * @param name name in the legend
   * @param x centres, length n, strictly increasing
   * @param height heights, length n; NaN is left out
   */
  record Bars(String name, double[] x, double[] height) implements Layer {
    /** Checks lengths and order and keeps its own copies. */
    public Bars {
      Arguments.present("name", name);
      pair(name, x, height);
      Arguments.increasing(name + " x", x);
      x = x.clone();
      height = height.clone();
    }

    @Override
    public double[] x() {
      return x.clone();
    }

    @Override
    public double[] height() {
      return height.clone();
    }
  }

  /**
   * A matrix in colours that are evenly spaced to the eye, dark for low, with a colour bar. The
   * first row is at the bottom, as on any y axis; each cell reaches half way to its neighbours; NaN
   * is light grey.
   *
   * @param name label of the colour bar
   * @param x column positions, length m, strictly increasing
   * @param y row positions, length n, strictly increasing
   * @param z values, n rows of length m: {@code z[row][column]}
   * @param from value of the darkest colour, or NaN for the lowest there is; lower ones share it
   * @param to value of the lightest colour, or NaN for the highest there is; higher ones share it
   */
  record Heat(String name, double[] x, double[] y, double[][] z, double from, double to)
      implements Layer {
    /** Checks the shape and keeps its own copies. */
    public Heat {
      Arguments.present("name", name);
      Arguments.increasing(name + " x", x);
      Arguments.increasing(name + " y", y);
      Arguments.present("z", z);
      Arguments.require(
          z.length == y.length,
          "z of '%s' has %d rows, y has %d values: expected the same number",
          name,
          z.length,
          y.length);
      Arguments.require(
          (Double.isNaN(from) && Double.isNaN(to))
              || (from < to && Double.isFinite(from) && Double.isFinite(to)),
          "colours of '%s' range from %s to %s: expected two finite numbers in increasing order",
          name,
          from,
          to);
      for (int row = 0; row < z.length; row++) {
        Arguments.series(name + " z[" + row + "]", z[row], 0);
        Arguments.sameLength(name + " x", x, name + " z[" + row + "]", z[row]);
      }
      x = x.clone();
      y = y.clone();
      z = copy(z);
    }

    @Override
    public double[] x() {
      return x.clone();
    }

    @Override
    public double[] y() {
      return y.clone();
    }

    @Override
    public double[][] z() {
      return copy(z);
    }

    private static double[][] copy(double[][] rows) {
      var copies = new double[rows.length][];
      for (int i = 0; i < rows.length; i++) {
        copies[i] = rows[i].clone();
      }
      return copies;
    }
  }

  /**
   * A dashed line across the plot.
   *
   * @param vertical whether it stands at an x, else it lies at a y
   * @param at where
   */
  record Rule(boolean vertical, double at) implements Layer {
    /** Checks that the position is finite. */
    public Rule {
      Arguments.require(
          Double.isFinite(at), "reference line is at %s: expected a finite number", at);
    }

    @Override
    public String name() {
      return "";
    }
  }

  /**
   * A grey span of the x axis, from the lower to the upper edge of the plot.
   *
   * @param from where it starts
   * @param to where it ends, above {@code from}
   */
  record Shade(double from, double to) implements Layer {
    /** Checks that the ends are finite and in order. */
    public Shade {
      Arguments.require(
          from < to && Double.isFinite(from) && Double.isFinite(to),
          "shade is from %s to %s: expected two finite numbers in increasing order",
          from,
          to);
    }

    @Override
    public String name() {
      return "";
    }
  }

  /**
   * A few words in the plot.
   *
   * @param text the words
   * @param x the place that they start right of, or end left of where there is no room
   * @param y their middle line
   */
  record Note(String text, double x, double y) implements Layer {
    /** Checks that the position is finite. */
    public Note {
      Arguments.present("text", text);
      Arguments.require(
          Double.isFinite(x) && Double.isFinite(y),
          "note '%s' is at (%s, %s): expected finite numbers",
          text,
          x,
          y);
    }

    @Override
    public String name() {
      return "";
    }
  }

  private static void pair(String name, double[] x, double[] y) {
    Arguments.series(name + " x", x, 1);
    Arguments.series(name + " y", y, 1);
    Arguments.sameLength(name + " x", x, name + " y", y);
  }
}
