package murmuration.scaling.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * One metric against scale. Bands are 95 %: Wilson's where items are simply right or wrong, else
 * percentiles of means over items drawn again.
 *
 * @param metric the metric
 * @param scaleName what the scale is
 * @param scales scale of each model, ascending
 * @param values mean score of each
 * @param low lower end of each band
 * @param high upper end of each band
 * @param items items of each model
 * @param emergence how abrupt the curve is, with what resampled items do to that
 */
public record MetricCurve(
    Metric metric,
    String scaleName,
    double[] scales,
    double[] values,
    double[] low,
    double[] high,
    int[] items,
    EmergenceBootstrap emergence)
    implements Charted {
  /** Keeps its own copies. */
  public MetricCurve {
    Arguments.present("metric", metric);
    Arguments.present("scaleName", scaleName);
    Arguments.finite("scales", scales, 2);
    Arguments.finite("values", values, 2);
    Arguments.sameLength("scales", scales, "values", values);
    Arguments.sameLength("scales", scales, "low", low);
    Arguments.sameLength("scales", scales, "high", high);
    Arguments.present("emergence", emergence);
    Arguments.require(
        Arguments.present("items", items).length == scales.length,
        "items has %d values: expected %d",
        items.length,
        scales.length);
    for (double scale : scales) {
      Arguments.positive("a scale", scale);
    }
    scales = scales.clone();
    values = values.clone();
    low = low.clone();
    high = high.clone();
    items = items.clone();
  }

  @Override
  public double[] scales() {
    return scales.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public double[] low() {
    return low.clone();
  }

  @Override
  public double[] high() {
    return high.clone();
  }

  @Override
  public int[] items() {
    return items.clone();
  }

  /** The emergence scores of the curve. */
  public EmergenceScores scores() {
    return emergence.observed();
  }

  /**
   * Whether the curve is sharper than a straight line over the same number of models: the 95 %
   * interval of the size of its breakthroughness lies above {@code m - 1}.
   */
  public boolean sharp() {
    double sign = Math.signum(scores().improvement());
    double[] b = emergence.breakthroughnessInterval(0.95);
    return Math.min(sign * b[0], sign * b[1]) > scales.length - 1;
  }

  /** One line: from where to where, and the scores with their 95 % intervals. */
  @Override
  public String summary() {
    double[] b = emergence.breakthroughnessInterval(0.95);
    double[] lin = emergence.linearityInterval(0.95);
    return String.format(
        Locale.ROOT,
        "%-26s %7.3g to %-7.3g  B %.4g (%.3g to %.3g), Lin %.4g (%.3g to %.3g)",
        metric.name(),
        values[0],
        values[values.length - 1],
        scores().breakthroughness(),
        b[0],
        b[1],
        scores().linearity(),
        lin[0],
        lin[1]);
  }

  /** A row a model: its mean score with the band. */
  @Override
  public Table table() {
    var rows = Quantities.of(metric.name());
    for (int i = 0; i < scales.length; i++) {
      rows = rows.and(metric.name() + " at " + Digits.of(scales[i], 4), values[i], low[i], high[i]);
    }
    return rows.table();
  }

  /** The curve with its band. */
  @Override
  public Figure chart() {
    return Figure.of(panel());
  }

  /** The same as a panel, for figures of several. */
  public Panel panel() {
    String name = metric.name();
    String label = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return Panel.of(label(scaleName), label)
        .logX()
        .band("95 %", scales, low, high)
        .line(name, scales, values)
        .points(name, scales, values);
  }

  private static String label(String name) {
    return name.isEmpty()
        ? "Scale"
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("metric", metric.name(), "items", Arrays.toString(items)))
        .seed(emergence.seed());
  }
}
