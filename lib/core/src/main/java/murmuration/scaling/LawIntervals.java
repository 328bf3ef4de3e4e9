package murmuration.scaling;

import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import tech.tablesaw.api.Table;

/**
 * Intervals of the parameters of a law, all of one kind.
 *
 * @param method which kind, such as "Wald"
 * @param level their level, such as 0.95
 * @param rows one a parameter, A, B, E, alpha, beta; NaN where there is none
 * @param provenance where they come from
 */
public record LawIntervals(
    String method, double level, List<Quantities.Row> rows, Provenance provenance)
    implements Charted {
  /** Checks that there is a row for each parameter. */
  public LawIntervals {
    Arguments.present("method", method);
    Arguments.present("provenance", provenance);
    level(level);
    rows = Arguments.listed("rows", rows);
    Arguments.require(
        rows.size() == LawParameter.COUNT,
        "rows has %d entries: expected one a parameter, %d",
        rows.size(),
        LawParameter.COUNT);
  }

  static double level(double level) {
    Arguments.require(level > 0 && level < 1, "level is %s: expected between 0 and 1", level);
    return level;
  }

  /** Estimate and interval of a parameter. */
  public Quantities.Row of(LawParameter parameter) {
    return rows.get(Arguments.present("parameter", parameter).index());
  }

  /** As in {@code alpha 0.3473 (0.3168 to 0.3733)}. */
  static String line(Quantities.Row row) {
    return String.format(
        Locale.ROOT, "%-6s %-9s %s", row.quantity(), number(row.value()), ends(row));
  }

  static String ends(Quantities.Row row) {
    return Double.isNaN(row.low())
        ? ""
        : "(" + number(row.low()) + " to " + number(row.high()) + ")";
  }

  private static String number(double value) {
    return Digits.of(value, 4);
  }

  @Override
  public String summary() {
    return String.format(Locale.ROOT, "%s intervals, %s %%%n", method, Digits.of(100 * level, 4))
        + String.join("\n", rows.stream().map(LawIntervals::line).toList());
  }

  @Override
  public Table table() {
    return new Quantities(method + " intervals", rows).table();
  }

  /** Each interval as a share of its estimate. */
  @Override
  public Figure chart() {
    return IntervalComparison.of(this).chart();
  }
}
