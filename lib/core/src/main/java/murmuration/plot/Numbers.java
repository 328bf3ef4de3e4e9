package murmuration.plot;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import murmuration.plot.Layer.Band;
import murmuration.plot.Layer.Bars;
import murmuration.plot.Layer.Heat;
import murmuration.plot.Layer.Line;
import murmuration.plot.Layer.Note;
import murmuration.plot.Layer.Points;
import murmuration.plot.Layer.Rule;
import murmuration.plot.Layer.Shade;
import murmuration.plot.Panel.Axis;
import org.jspecify.annotations.Nullable;

/** The numbers of a figure, by which two figures are compared. */
final class Numbers {
  private Numbers() {}

  static Map<String, Object> of(Figure figure) {
    var map = new LinkedHashMap<String, Object>();
    map.put("columns", figure.columns());
    map.put("panels", figure.panels().stream().map(Numbers::of).toList());
    return map;
  }

  static String json(Figure figure) {
    try {
      return JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(of(figure)) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> of(Panel panel) {
    var map = new LinkedHashMap<String, Object>();
    map.put("title", panel.title());
    map.put("x", of(panel.x()));
    map.put("y", of(panel.y()));
    map.put("layers", panel.layers().stream().map(Numbers::of).toList());
    return map;
  }

  private static Map<String, Object> of(Axis axis) {
    var map = new LinkedHashMap<String, Object>();
    map.put("label", axis.label());
    map.put("log", axis.log());
    if (!axis.names().isEmpty()) {
      map.put("names", axis.names());
    }
    return map;
  }

  private static Map<String, Object> of(Layer layer) {
    var map = new LinkedHashMap<String, Object>();
    switch (layer) {
      case Line(String name, double[] x, double[] y) ->
          put(map, "line", name, "x", list(x), "y", list(y));
      case Points(String name, double[] x, double[] y, double[] error) -> {
        put(map, "points", name, "x", list(x), "y", list(y));
        if (error.length > 0) {
          map.put("error", list(error));
        }
      }
      case Band(String name, double[] x, double[] low, double[] high) ->
          put(map, "band", name, "x", list(x), "low", list(low), "high", list(high));
      case Bars(String name, double[] x, double[] height) ->
          put(map, "bars", name, "x", list(x), "height", list(height));
      case Heat(String name, double[] x, double[] y, double[][] z, double from, double to) -> {
        var rows = new ArrayList<List<@Nullable Double>>();
        for (double[] row : z) {
          rows.add(list(row));
        }
        put(map, "heat", name, "x", list(x), "y", list(y), "z", rows);
      }
      case Rule(boolean vertical, double at) ->
          put(map, vertical ? "vertical" : "horizontal", "", "at", at);
      case Shade(double from, double to) -> put(map, "shade", "", "from", from, "to", to);
      case Note(String text, double x, double y) -> put(map, "note", text, "x", x, "y", y);
    }
    return map;
  }

  private static void put(Map<String, Object> map, String kind, String name, Object... values) {
    map.put("kind", kind);
    map.put("name", name);
    for (int i = 0; i < values.length; i += 2) {
      map.put((String) values[i], values[i + 1]);
    }
  }

  private static List<@Nullable Double> list(double[] values) {
    var list = new ArrayList<@Nullable Double>(values.length);
    for (double value : values) {
      list.add(Double.isNaN(value) ? null : (Double) value);
    }
    return list;
  }
}
