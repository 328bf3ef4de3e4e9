package murmuration.warning;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Indicators along a series, computed in one pass.
 *
 * @param residual what the indicators measured, n samples
 * @param window the window that slid along it
 * @param indicators what was measured; no two of one name
 * @param values {@code [indicator][sample]}: NaN before the first full window, where a window holds
 *     NaN and the policy propagates it, and where an indicator has no value
 */
public record Rolling(
    TimeSeries residual, Window window, List<Indicator> indicators, double[][] values)
    implements Charted {
  private static final int DIGITS = 4;
  private static final int MOST_LINES = 11;

  /** Checks the shape and keeps its own copies. */
  public Rolling {
    Arguments.present("residual", residual);
    Arguments.present("window", window);
    Arguments.present("values", values);
    indicators = Indicator.distinct(indicators);
    Arguments.require(
        indicators.size() == values.length,
        "values has %d rows: expected one for each of %d indicators",
        values.length,
        indicators.size());
    for (double[] row : values) {
      Arguments.require(
          Arguments.present("values", row).length == residual.size(),
          "values has a row of %d: expected one for each of %d samples",
          row.length,
          residual.size());
    }
    values = copy(values);
  }

  /**
   * Indicators of a series as it is.
   *
   * @param series at least 3 samples at equal steps; NaN where missing
   * @param window the window
   * @param indicators at least one
   */
  public static Rolling of(TimeSeries series, Window window, Indicator... indicators) {
    return of(series, series, window, indicators);
  }

  /**
   * Indicators of a residual.
   *
   * @param residual what is left after detrending, at least 3 samples at equal steps; NaN where
   *     missing
   * @param state the raw observations at the same times; the coefficient of variation and the Fano
   *     factor are relative to their mean
   * @param window the window
   * @param indicators at least one
   * @throws IllegalArgumentException for a window that does not fit the series, and series of
   *     different lengths
   */
  public static Rolling of(
      TimeSeries residual, TimeSeries state, Window window, Indicator... indicators) {
    Arguments.present("residual", residual);
    Arguments.present("state", state);
    List<Indicator> list = Indicator.distinct(Arguments.listed("indicators", indicators));
    double[][] values =
        Indicator.rolling(list, residual.values(), state.values(), residual.step(), window);
    return new Rolling(residual, window, list, values);
  }

  @Override
  public double[][] values() {
    return copy(values);
  }

  /**
   * One indicator along the series, length n.
   *
   * @throws IllegalArgumentException if it was not measured
   */
  public double[] values(Indicator indicator) {
    return values[Arguments.present("indicator", indicator).in(indicators)].clone();
  }

  @Override
  public String summary() {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Indicators of %s, window of %d in %d samples",
            residual.name(),
            window.length(residual.size()),
            residual.size()));
    int shown = values.length <= MOST_LINES ? values.length : MOST_LINES - 1;
    for (int i = 0; i < shown; i++) {
      text.append('\n').append(line(i));
    }
    if (shown < values.length) {
      text.append('\n').append("and ").append(values.length - shown).append(" more");
    }
    return text.toString();
  }

  private String line(int i) {
    double[] held = Arrays.stream(values[i]).filter(v -> !Double.isNaN(v)).toArray();
    return indicators.get(i).name()
        + (held.length == 0
            ? ": no value"
            : ": first "
                + Digits.of(held[0], DIGITS)
                + ", last "
                + Digits.of(held[held.length - 1], DIGITS)
                + " (n = "
                + held.length
                + ")");
  }

  /** The time of each sample and a column for each indicator. */
  @Override
  public Table table() {
    var table = Table.create("indicators of " + residual.name());
    table.addColumns(DoubleColumn.create(residual.timeName(), residual.times()));
    for (int i = 0; i < values.length; i++) {
      table.addColumns(DoubleColumn.create(indicators.get(i).name(), values[i]));
    }
    return table;
  }

  /** One panel for each indicator on a shared time axis. */
  @Override
  public Figure chart() {
    double[] times = residual.times();
    return Figure.column(
        indicators.stream()
            .map(
                indicator ->
                    Panel.over(residual, indicator.label())
                        .line(indicator.name(), times, values(indicator)))
            .toArray(Panel[]::new));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("window", window.toString());
    options.put("indicators", indicators.toString());
    return Provenance.of(options).data(residual.source());
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
