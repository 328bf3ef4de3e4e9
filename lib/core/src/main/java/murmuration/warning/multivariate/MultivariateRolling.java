package murmuration.warning.multivariate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.Window;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Indicators of several variables along a record.
 *
 * <p>A window in which a column is constant, columns are collinear or values are missing keeps its
 * row: what cannot be computed is NaN, and {@link #reasons} says why.
 *
 * @param series what was measured, n samples
 * @param window the window that slid along it
 * @param indicators what was measured; no two of one name
 * @param values {@code [indicator][sample]}: NaN before the first full window and where an
 *     indicator has no value
 * @param reasons for each sample why indicators of its window are NaN, or the empty text
 */
public record MultivariateRolling(
    MultivariateSeries series,
    Window window,
    List<MultivariateIndicator> indicators,
    double[][] values,
    List<String> reasons)
    implements Charted {
  private static final int MOST_LINES = 10;
  private static final int COLUMNS = 3;

  /** Checks the shape and keeps its own copies. */
  public MultivariateRolling {
    Arguments.present("series", series);
    Arguments.present("window", window);
    indicators = MultivariateIndicator.distinct(indicators);
    values = Matrices.copy(Matrices.shaped("values", values, indicators.size(), series.size()));
    reasons = Arguments.listed("reasons", reasons);
    Arguments.require(
        reasons.size() == series.size(),
        "reasons has %d texts: expected one for each of %d samples",
        reasons.size(),
        series.size());
  }

  /**
   * Measures a record as it is, taken as equally spaced.
   *
   * @param series at least 3 samples; NaN where missing: under {@link Window.Missing#PROPAGATE} a
   *     window that holds one has no value, under {@link Window.Missing#OMIT} the row is left out
   * @param window the window
   * @param indicators at least one; see {@link MultivariateIndicators}
   * @throws IllegalArgumentException for a window that does not fit the record
   */
  public static MultivariateRolling of(
      MultivariateSeries series, Window window, MultivariateIndicator... indicators) {
    return of(series, window, Arguments.listed("indicators", indicators));
  }

  static MultivariateRolling of(
      MultivariateSeries series, Window window, List<MultivariateIndicator> indicators) {
    Arguments.present("series", series);
    var list = MultivariateIndicator.distinct(indicators);
    var slide = Slide.of(window, series.size());
    var matrices = new WindowMatrices(series.flat(), series.width(), series.step(), slide);
    double[][] values = MultivariateIndicator.along(list, matrices, slide);
    return new MultivariateRolling(
        series, window, list, values, reasons(matrices, slide, series.names()));
  }

  /** Why windows have no value, sample by sample. */
  static List<String> reasons(WindowMatrices matrices, Slide slide, List<String> names) {
    String[] reasons = new String[slide.n()];
    Arrays.fill(reasons, "");
    for (int q = 0; q < slide.size(); q++) {
      matrices.move(q);
      reasons[slide.at()[q]] = matrices.reason(names);
    }
    return List.of(reasons);
  }

  @Override
  public double[][] values() {
    return Matrices.copy(values);
  }

  /**
   * One indicator along the record, length n.
   *
   * @throws IllegalArgumentException if it was not measured
   */
  public double[] values(MultivariateIndicator indicator) {
    return values[Arguments.present("indicator", indicator).in(indicators)].clone();
  }

  /** In words how many windows lack a value, and why; empty where none does. */
  public String gaps() {
    Map<String, Long> counts =
        reasons.stream()
            .filter(reason -> !reason.isEmpty())
            .collect(Collectors.groupingBy(r -> r, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .limit(3)
        .map(
            e -> e.getValue() + (e.getValue() == 1 ? " window (" : " windows (") + e.getKey() + ")")
        .collect(Collectors.joining(", "));
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Indicators of %d variables, window of %d in %d samples",
            series.width(),
            window.length(series.size()),
            series.size()));
    int shown = values.length <= MOST_LINES ? values.length : MOST_LINES - 1;
    for (int i = 0; i < shown; i++) {
      lines.add(indicators.get(i).name() + ": " + Matrices.ends(values[i]));
    }
    if (shown < values.length) {
      lines.add("and " + (values.length - shown) + " more");
    }
    if (!gaps().isEmpty()) {
      lines.add("without every value: " + gaps());
    }
    return String.join("\n", lines);
  }

  /** A row a sample: its time, a column for each indicator, and why one is missing. */
  @Override
  public Table table() {
    var table = Table.create("indicators of " + series.width() + " variables");
    table.addColumns(DoubleColumn.create(series.timeName(), series.times()));
    for (int i = 0; i < values.length; i++) {
      table.addColumns(DoubleColumn.create(indicators.get(i).name(), values[i]));
    }
    return table.addColumns(StringColumn.create("reason", reasons));
  }

  /** One panel for each indicator. */
  @Override
  public Figure chart() {
    var first = series.column(0);
    return Figure.grid(
        Math.min(COLUMNS, values.length),
        indicators.stream()
            .map(
                indicator ->
                    Panel.over(first, indicator.label())
                        .line(indicator.name(), first.times(), values(indicator)))
            .toArray(Panel[]::new));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("series", series.toString());
    options.put("window", window.toString());
    options.put("indicators", indicators.toString());
    return Provenance.of(options).data(series.source());
  }
}
