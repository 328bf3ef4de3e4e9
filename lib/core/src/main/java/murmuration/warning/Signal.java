package murmuration.warning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What an {@link EarlyWarning} study found: indicators along the record, their trends (Kendall's
 * tau), and how often chance does the same.
 *
 * @param study the study, with the record as it was analysed
 * @param detrended the record's trend and what is left
 * @param rolling the indicators along the residual
 * @param tests the trend of each indicator beside those of surrogates
 */
public record Signal(
    EarlyWarning study, Detrended detrended, Rolling rolling, List<SurrogateTest> tests)
    implements Charted {
  private static final int LINES_OF_TESTS = 7;

  /** Keeps its own copy. */
  public Signal {
    Arguments.present("study", study);
    Arguments.present("detrended", detrended);
    Arguments.present("rolling", rolling);
    tests = Arguments.listed("tests", tests);
    Arguments.require(
        tests.size() == study.indicators().size(),
        "tests has %d entries: expected one for each of %d indicators",
        tests.size(),
        study.indicators().size());
  }

  /** The values of one indicator along the residual, length n. */
  public double[] values(Indicator indicator) {
    return rolling.values(indicator);
  }

  /** The trend of one indicator beside those of surrogates. */
  public SurrogateTest test(Indicator indicator) {
    return tests.get(Arguments.present("indicator", indicator).in(study.indicators()));
  }

  /** Kendall's tau of one indicator with time; NaN where the indicator is constant. */
  public double tau(Indicator indicator) {
    return test(indicator).observed();
  }

  /**
   * The p of each rise, corrected for the number of indicators tried by the surrogates that they
   * share ({@link murmuration.math.WestfallYoung}): what may be compared with 0.05 when the best of
   * several is reported.
   */
  public double[] correctedP() {
    return SurrogateTest.correctedRises(tests);
  }

  private double[] numbers(ToDoubleFunction<SurrogateTest> number) {
    return tests.stream().mapToDouble(number).toArray();
  }

  /** The indicators that rise beyond chance, by name: corrected p below 0.05. */
  public List<String> rising() {
    return SurrogateTest.beyondChance(names(), correctedP());
  }

  /** The indicators that fall beyond chance, by name: corrected p of a fall below 0.05. */
  public List<String> falling() {
    return SurrogateTest.beyondChance(names(), SurrogateTest.correctedFalls(tests));
  }

  private List<String> names() {
    return study.indicators().stream().map(Indicator::name).toList();
  }

  /**
   * What was found, in words, and how often chance would do the same. A rise or a fall counts where
   * its p, corrected for the number of indicators, is below 0.05.
   */
  public String words() {
    return SurrogateTest.words(names(), tests);
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add("Early-warning signals of " + study.series());
    int w = study.window().length(rolling.residual().size());
    lines.add("detrended: " + study.detrend() + "; window of " + w + " points");
    lines.add(
        String.format(Locale.ROOT, "%-24s %9s %9s   %s", "", "tau", "p (rise)", "90 % of chance"));
    for (SurrogateTest t : tests.subList(0, Math.min(LINES_OF_TESTS, tests.size()))) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-24s %9.4g %9.4g   %.4g to %.4g",
              t.statistic(),
              t.observed(),
              t.pRight(),
              t.quantile(0.05),
              t.quantile(0.95)));
    }
    SurrogateTest first = tests.getFirst();
    lines.add(
        String.format(
            Locale.ROOT,
            "chance: %d surrogates of %s, seed %d",
            first.count(),
            first.source().words(),
            first.source().seed()));
    lines.add(words());
    return String.join("\n", lines);
  }

  /**
   * One row a trend: {@code value} is tau, {@code low} and {@code high} hold 90 % of the trends of
   * surrogates, then p of a rise, of a fall, and of a rise corrected for the number of indicators.
   */
  @Override
  public Table table() {
    List<String> names = tests.stream().map(SurrogateTest::statistic).toList();
    return SurrogateTest.table("trends of early-warning signals", names, tests)
        .addColumns(
            DoubleColumn.create("p fall", numbers(SurrogateTest::pLeft)),
            DoubleColumn.create("p rise, corrected", correctedP()));
  }

  /** One row a time: record, trend, residual and every indicator. */
  public Table series() {
    Table table = rolling.table();
    table.insertColumn(1, DoubleColumn.create("state", detrended.state().values()));
    table.insertColumn(2, DoubleColumn.create("trend", detrended.smooth().values()));
    table.insertColumn(3, DoubleColumn.create("residual", detrended.residual().values()));
    return table;
  }

  /**
   * Record with its trend, residual, and each indicator, on one time axis; the first window grey.
   */
  @Override
  public Figure chart() {
    TimeSeries record = study.series();
    double[] t = detrended.residual().times();
    double[] residual = detrended.residual().values();
    int w = study.window().length(rolling.residual().size());
    List<Panel> panels = new ArrayList<>();
    panels.add(
        Panel.over(record, record.name())
            .line("record", record.times(), record.values())
            .line("trend", t, detrended.smooth().values()));
    panels.add(Panel.over(record, "Residual").shade(t[0], t[w - 1]).line("residual", t, residual));
    for (int i = 0; i < tests.size(); i++) {
      Indicator indicator = study.indicators().get(i);
      double[] along = rolling.values(indicator);
      SurrogateTest test = tests.get(i);
      panels.add(
          Panel.over(record, indicator.label())
              .line(test.statistic(), t, along)
              .note(
                  String.format(Locale.ROOT, "τ = %.2f, p = %.2g", test.observed(), test.pRight())
                      .replace('-', '−'),
                  t[0],
                  highest(along)));
    }
    return Figure.column(panels.toArray(Panel[]::new));
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }

  private static double highest(double[] v) {
    return Arrays.stream(v).filter(Double::isFinite).max().orElse(0);
  }
}
