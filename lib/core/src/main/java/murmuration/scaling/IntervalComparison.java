package murmuration.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Intervals of several kinds side by side.
 *
 * @param kinds the kinds, one or more
 */
public record IntervalComparison(List<LawIntervals> kinds) implements Charted {
  /** Keeps its own copy. */
  public IntervalComparison {
    kinds = Arguments.listed("kinds", kinds);
    Arguments.require(!kinds.isEmpty(), "kinds is empty: expected at least one");
  }

  /** These kinds. */
  public static IntervalComparison of(LawIntervals... kinds) {
    return new IntervalComparison(Arguments.listed("kinds", kinds));
  }

  private Stream<Quantities.Row> rows(LawParameter parameter) {
    return kinds.stream().map(kind -> kind.of(parameter));
  }

  /** One line a parameter, one column a kind. */
  @Override
  public String summary() {
    var lines = new StringBuilder(String.format(Locale.ROOT, "%-16s", ""));
    kinds.forEach(
        kind ->
            lines.append(
                String.format(
                    Locale.ROOT,
                    " %-22s",
                    kind.method() + " " + Digits.of(100 * kind.level(), 4))));
    for (LawParameter parameter : LawParameter.values()) {
      double value = kinds.getFirst().of(parameter).value();
      lines.append(
          String.format(Locale.ROOT, "%n%-6s %-9s", parameter.symbol(), Digits.of(value, 4)));
      rows(parameter)
          .forEach(
              row ->
                  lines.append(
                      String.format(
                          Locale.ROOT,
                          " %-22s",
                          Double.isNaN(row.low())
                              ? "-"
                              : Digits.of(row.low(), 4) + " to " + Digits.of(row.high(), 4))));
    }
    return lines
        .toString()
        .lines()
        .map(String::stripTrailing)
        .reduce((u, v) -> u + "\n" + v)
        .orElseThrow();
  }

  /** One row a kind and parameter: kind, quantity, value, low, high. */
  @Override
  public Table table() {
    List<String> names = new ArrayList<>();
    List<Quantities.Row> all = new ArrayList<>();
    for (LawIntervals kind : kinds) {
      for (Quantities.Row row : kind.rows()) {
        names.add(kind.method());
        all.add(row);
      }
    }
    return Table.create(
        "intervals side by side",
        StringColumn.create("kind", names),
        StringColumn.create("quantity", all.stream().map(Quantities.Row::quantity)),
        DoubleColumn.create("value", all.stream().mapToDouble(Quantities.Row::value).toArray()),
        DoubleColumn.create("low", all.stream().mapToDouble(Quantities.Row::low).toArray()),
        DoubleColumn.create("high", all.stream().mapToDouble(Quantities.Row::high).toArray()));
  }

  /** A panel for each parameter, a bar for each kind. */
  @Override
  public Figure chart() {
    return Figure.grid(
        LawParameter.COUNT,
        Stream.of(LawParameter.values()).map(this::panel).toArray(Panel[]::new));
  }

  private Panel panel(LawParameter parameter) {
    List<Quantities.Row> rows = rows(parameter).toList();
    Panel panel = Panel.of("", parameter.symbol());
    double[] x = new double[rows.size()];
    double[] value = new double[rows.size()];
    for (int i = 0; i < x.length; i++) {
      Quantities.Row row = rows.get(i);
      x[i] = i + 1;
      value[i] = row.value();
      panel =
          panel.line(
              "interval and estimate",
              new double[] {x[i], x[i]},
              new double[] {row.low(), row.high()});
    }
    return panel
        .points("interval and estimate", x, value)
        .xNames(kinds.stream().map(LawIntervals::method).toArray(String[]::new));
  }

  @Override
  public Provenance provenance() {
    return kinds.getFirst().provenance();
  }
}
