package murmuration.warning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The same indicators before several transitions, side by side: the trend of each record beside
 * what chance does to it.
 *
 * @param names short names of the records, as the figure shows them
 * @param signals their signals, in the same order, of the same indicators
 */
public record SignalComparison(List<String> names, List<Signal> signals) implements Charted {
  private static final double HALF_BAR = 0.28;

  /** Checks that every record has a name and the same indicators. */
  public SignalComparison {
    names = Arguments.listed("names", names);
    signals = Arguments.listed("signals", signals);
    Arguments.require(!signals.isEmpty(), "signals is empty: expected at least one record");
    Arguments.require(
        names.size() == signals.size(),
        "names has %d entries, signals has %d: expected the same number",
        names.size(),
        signals.size());
    Arguments.require(
        names.stream().distinct().count() == names.size(), "names %s: expected each once", names);
    List<String> first = indicatorNames(signals.getFirst());
    for (Signal signal : signals) {
      Arguments.require(
          indicatorNames(signal).equals(first),
          "signals measure %s and %s: expected the same indicators",
          first,
          indicatorNames(signal));
    }
  }

  /** The signals of records, by short names. */
  public static SignalComparison of(List<String> names, List<Signal> signals) {
    return new SignalComparison(names, signals);
  }

  private static List<String> indicatorNames(Signal signal) {
    return signal.study().indicators().stream().map(Indicator::name).toList();
  }

  private List<Indicator> indicators() {
    return signals.getFirst().study().indicators();
  }

  /** The tests of one indicator, a record each. */
  public List<SurrogateTest> tests(Indicator indicator) {
    return signals.stream().map(s -> s.test(indicator)).toList();
  }

  /** How many records have a rise of this indicator with p below 0.05, without any correction. */
  public long rising(Indicator indicator) {
    return tests(indicator).stream().filter(t -> t.pRight() < SurrogateTest.LEVEL).count();
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d records; trends towards the transition, p of a rise against surrogates",
            signals.size()));
    for (Indicator indicator : indicators().stream().limit(10).toList()) {
      double[] tau = column(indicator, SurrogateTest::observed);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-24s τ > 0 in %d, p < 0.05 in %d (by chance %.2g)",
              indicator.name(),
              Arrays.stream(tau).filter(v -> v > 0).count(),
              rising(indicator),
              SurrogateTest.LEVEL * signals.size()));
    }
    return String.join("\n", lines);
  }

  /** One row a record and indicator. */
  @Override
  public Table table() {
    List<String> quantities = new ArrayList<>();
    List<SurrogateTest> tests = new ArrayList<>();
    for (int r = 0; r < signals.size(); r++) {
      for (SurrogateTest test : signals.get(r).tests()) {
        quantities.add(names.get(r) + ": " + test.statistic());
        tests.add(test);
      }
    }
    return SurrogateTest.table("trends of " + signals.size() + " records", quantities, tests);
  }

  /** One row a record: the trend of each indicator and the p of its rise. */
  public Table records() {
    var table = Table.create("records", StringColumn.create("record", names));
    for (Indicator indicator : indicators()) {
      table.addColumns(
          DoubleColumn.create("τ " + indicator.name(), column(indicator, SurrogateTest::observed)),
          DoubleColumn.create("p " + indicator.name(), column(indicator, SurrogateTest::pRight)));
    }
    return table;
  }

  /** An indicator a panel: a dot for each record, a bar where 90 % of the trends of chance lie. */
  @Override
  public Figure chart() {
    return Figure.column(indicators().stream().map(this::panel).toArray(Panel[]::new));
  }

  private Panel panel(Indicator indicator) {
    double[] low = column(indicator, t -> t.quantile(0.05));
    double[] high = column(indicator, t -> t.quantile(0.95));
    double[] at = IntStream.rangeClosed(1, low.length).asDoubleStream().toArray();
    return Panel.of("Record", "τ of " + indicator.name())
        .band("90 % of chance", edges(at), twice(low), twice(high))
        .points("record", at, column(indicator, SurrogateTest::observed))
        .horizontal(0)
        .xNames(names.toArray(String[]::new));
  }

  /** The left and right edge of a bar at each place, with a gap after it. */
  private static double[] edges(double[] at) {
    return Arrays.stream(at)
        .flatMap(x -> Arrays.stream(new double[] {x - HALF_BAR, x + HALF_BAR, Double.NaN}))
        .toArray();
  }

  private static double[] twice(double[] values) {
    return Arrays.stream(values)
        .flatMap(v -> Arrays.stream(new double[] {v, v, Double.NaN}))
        .toArray();
  }

  private double[] column(Indicator indicator, ToDoubleFunction<SurrogateTest> number) {
    return tests(indicator).stream().mapToDouble(number).toArray();
  }

  /** The provenance of each record, its seed and data set included, by its name. */
  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    for (int r = 0; r < signals.size(); r++) {
      options.put(names.get(r), signals.get(r).provenance().toString());
    }
    return Provenance.of(options);
  }
}
