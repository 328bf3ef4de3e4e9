package murmuration.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import murmuration.plot.Layer.Band;
import murmuration.plot.Layer.Bars;
import murmuration.plot.Layer.Heat;
import murmuration.plot.Layer.Line;
import murmuration.plot.Layer.Points;

/**
 * How one layer looks. Over a heat map the first colour is vermilion, which no cell has.
 *
 * @param colour its colour
 * @param stroke the stroke of its line
 * @param marker the number of its marker
 */
record Style(Color colour, BasicStroke stroke, int marker) {
  /** One style a layer: those of one name share theirs. */
  static List<Style> of(List<Layer> layers) {
    var colours = new LinkedHashMap<String, Integer>();
    var dashes = new LinkedHashMap<String, Integer>();
    var markers = new LinkedHashMap<String, Integer>();
    var styles = new ArrayList<Style>();
    int first = layers.stream().anyMatch(Heat.class::isInstance) ? 1 : 0;
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      String key = key(layers, i);
      int dash = layer instanceof Line ? rank(dashes, key) : 0;
      int marker = layer instanceof Points ? rank(markers, key) : 0;
      int colour = drawn(layer) ? rank(colours, key) : 0;
      styles.add(new Style(Theme.colour(first + colour), Theme.line(dash), marker));
    }
    return styles;
  }

  static boolean drawn(Layer layer) {
    return layer instanceof Line
        || layer instanceof Points
        || layer instanceof Band
        || layer instanceof Bars;
  }

  /** What a layer shares its colour with: its name, or the line that follows a band. */
  private static String key(List<Layer> layers, int i) {
    Layer layer = layers.get(i);
    boolean bandOfALine =
        layer instanceof Band && i + 1 < layers.size() && layers.get(i + 1) instanceof Line;
    int at = bandOfALine ? i + 1 : i;
    String name = layers.get(at).name();
    return name.isEmpty() ? "\n" + at : name;
  }

  private static int rank(Map<String, Integer> ranks, String key) {
    Integer next = ranks.size();
    return ranks.computeIfAbsent(key, k -> next);
  }
}
