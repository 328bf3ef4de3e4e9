package murmuration.warning.nonlinear;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Normal;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.SurrogateTest;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * BDS statistics of three kinds of residuals, each beside its shuffles.
 *
 * @param study what was asked
 * @param models what was fitted, in words: the ARMA and the GARCH
 * @param rows one for each kind of residuals, dimension and radius
 */
public record BdsReport(BdsTest study, List<String> models, List<Row> rows) implements Charted {
  private static final double LEVEL = 0.05;

  /**
   * One statistic.
   *
   * @param residuals of what
   * @param m length of the histories
   * @param radius in multiples of the sd of the residuals
   * @param test the statistic beside those of shuffled residuals
   */
  public record Row(String residuals, int m, double radius, SurrogateTest test) {
    /** Refuses null. */
    public Row {
      Arguments.present("residuals", residuals);
      Arguments.present("test", test);
    }

    /** Two-sided p of the normal law, for many independent values. */
    public double normalP() {
      return Normal.twoSided(test.observed());
    }

    /** Share of shuffles with a statistic at least as high, this one counted among them. */
    public double shuffleP() {
      return test.pRight();
    }
  }

  /** Refuses null and keeps its own copies. */
  public BdsReport {
    Arguments.present("study", study);
    models = Arguments.listed("models", models);
    rows = Arguments.listed("rows", rows);
    Arguments.require(!rows.isEmpty(), "rows is empty: expected at least one statistic");
  }

  private List<String> kinds() {
    return rows.stream().map(Row::residuals).distinct().toList();
  }

  private List<Row> of(String kind) {
    return rows.stream().filter(row -> row.residuals.equals(kind)).toList();
  }

  @Override
  public String summary() {
    var text = new StringBuilder("BDS tests of " + study.series());
    text.append("\nfitted: ").append(String.join("; ", models));
    for (String kind : kinds()) {
      var all = of(kind);
      text.append(
          String.format(
              Locale.ROOT,
              "%n%s: statistic %s to %s, p of shuffles %s to %s; %d of %d below %s",
              kind,
              Digits.of(all.stream().mapToDouble(r -> r.test.observed()).min().orElseThrow(), 4),
              Digits.of(all.stream().mapToDouble(r -> r.test.observed()).max().orElseThrow(), 4),
              Digits.of(all.stream().mapToDouble(Row::shuffleP).min().orElseThrow(), 4),
              Digits.of(all.stream().mapToDouble(Row::shuffleP).max().orElseThrow(), 4),
              all.stream().filter(r -> r.shuffleP() < LEVEL).count(),
              all.size(),
              Digits.of(LEVEL, 2)));
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%nn = %d, m = 2 to %d, %d shuffles, seed %d",
                study.series().size(),
                study.dimension(),
                study.shuffles(),
                study.seed()))
        .toString();
  }

  /** One row a statistic: of which residuals, m, radius in sd, both p, and 90 % of the shuffles. */
  @Override
  public Table table() {
    return Table.create(
        "BDS tests",
        StringColumn.create("residuals", rows.stream().map(Row::residuals)),
        IntColumn.create("m", rows.stream().mapToInt(Row::m).toArray()),
        DoubleColumn.create("radius (sd)", rows.stream().mapToDouble(Row::radius).toArray()),
        DoubleColumn.create(
            "statistic", rows.stream().mapToDouble(r -> r.test.observed()).toArray()),
        DoubleColumn.create(
            "shuffles 5 %", rows.stream().mapToDouble(r -> r.test.quantile(0.05)).toArray()),
        DoubleColumn.create(
            "shuffles 95 %", rows.stream().mapToDouble(r -> r.test.quantile(0.95)).toArray()),
        DoubleColumn.create("normal p", rows.stream().mapToDouble(Row::normalP).toArray()),
        DoubleColumn.create("shuffle p", rows.stream().mapToDouble(Row::shuffleP).toArray()));
  }

  /** The statistics of each kind of residuals, over the 5 to 95 % range of their shuffles. */
  @Override
  public Figure chart() {
    var panels =
        kinds().stream()
            .map(
                kind -> {
                  var all = of(kind);
                  double[] x = IntStream.rangeClosed(1, all.size()).asDoubleStream().toArray();
                  String[] names =
                      all.stream()
                          .map(r -> r.m + ", " + Digits.of(r.radius, 3))
                          .toArray(String[]::new);
                  return Panel.of("m, radius (sd)", "BDS statistic")
                      .title(kind)
                      .xNames(names)
                      .band(
                          "90 % of shuffles",
                          x,
                          all.stream().mapToDouble(r -> r.test.quantile(0.05)).toArray(),
                          all.stream().mapToDouble(r -> r.test.quantile(0.95)).toArray())
                      .points(
                          "record", x, all.stream().mapToDouble(r -> r.test.observed()).toArray());
                })
            .collect(Collectors.toList());
    return Figure.grid(1, panels.toArray(Panel[]::new)).size(518, 200 * panels.size());
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }
}
