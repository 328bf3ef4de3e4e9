package murmuration.plot;

import murmuration.plot.Layer.Band;
import murmuration.plot.Layer.Bars;
import murmuration.plot.Layer.Heat;
import murmuration.plot.Layer.Line;
import murmuration.plot.Layer.Note;
import murmuration.plot.Layer.Points;
import murmuration.plot.Layer.Rule;
import murmuration.plot.Layer.Shade;

/** Whether a layer has anything to draw. */
final class Finite {
  private Finite() {}

  static boolean any(Layer layer) {
    return switch (layer) {
      case Line line -> any(line.x(), line.y());
      case Points points -> any(points.x(), points.y());
      case Band band -> any(band.low(), band.high());
      case Bars bars -> any(bars.x(), bars.height());
      case Heat heat -> any(heat.z());
      case Rule _, Shade _, Note _ -> true;
    };
  }

  private static boolean any(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean any(double[][] rows) {
    for (double[] row : rows) {
      if (any(row, row)) {
        return true;
      }
    }
    return false;
  }
}
