package murmuration.warning.multivariate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.SurrogateTest;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What a {@link MultivariateWarning} study found: indicators of all variables together along the
 * record, their trends (Kendall's tau), and how often chance does the same.
 *
 * @param study the study, with the record as it was analysed
 * @param rolling the indicators along the residual
 * @param tests the trend of each indicator beside those of surrogates
 */
public record MultivariateSignal(
    MultivariateWarning study, MultivariateRolling rolling, List<SurrogateTest> tests)
    implements Charted {
  private static final int LINES_OF_TESTS = 6;
  private static final int COLUMNS = 3;

  /** Keeps its own copy. */
  public MultivariateSignal {
    Arguments.present("study", study);
    Arguments.present("rolling", rolling);
    tests = Arguments.listed("tests", tests);
    Arguments.require(
        tests.size() == study.indicators().size() && tests.size() == rolling.indicators().size(),
        "tests has %d entries: expected one for each of %d indicators",
        tests.size(),
        study.indicators().size());
  }

  /** The values of one indicator along the residual, length n. */
  public double[] values(MultivariateIndicator indicator) {
    return rolling.values(indicator);
  }

  /** The trend of one indicator beside those of surrogates. */
  public SurrogateTest test(MultivariateIndicator indicator) {
    return tests.get(Arguments.present("indicator", indicator).in(study.indicators()));
  }

  /** Kendall's tau of one indicator with time; NaN where the indicator is constant or absent. */
  public double tau(MultivariateIndicator indicator) {
    return test(indicator).observed();
  }

  /**
   * The p of each rise, corrected for the number of indicators tried by the surrogates that they
   * share ({@link SurrogateTest#correctedRises}).
   */
  public double[] correctedP() {
    return SurrogateTest.correctedRises(tests);
  }

  private double[] numbers(ToDoubleFunction<SurrogateTest> number) {
    return tests.stream().mapToDouble(number).toArray();
  }

  /** What was found, in words, and how often chance would do the same. */
  public String words() {
    return SurrogateTest.words(
        study.indicators().stream().map(MultivariateIndicator::name).toList(), tests);
  }

  /** The tests, smallest p of a rise first, those without a value last. */
  private List<SurrogateTest> byP() {
    return tests.stream().sorted(Comparator.comparingDouble(SurrogateTest::pRight)).toList();
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    int w = study.window().length(rolling.series().size());
    lines.add("Early-warning signals of " + study.series());
    lines.add("detrended: " + study.detrend() + "; window of " + w + " points");
    lines.add(
        String.format(Locale.ROOT, "%-24s %9s %9s   %s", "", "tau", "p (rise)", "90 % of chance"));
    for (SurrogateTest t : byP().subList(0, Math.min(LINES_OF_TESTS, tests.size()))) {
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
    var first = tests.getFirst();
    lines.add(
        String.format(
            Locale.ROOT,
            "chance: %d surrogates of %s, seed %d",
            first.count(),
            first.source().words(),
            first.source().seed()));
    if (!rolling.gaps().isEmpty()) {
      lines.add("without every value: " + rolling.gaps());
    }
    lines.add(words());
    return String.join("\n", lines);
  }

  /**
   * One row a trend: {@code value} is tau, {@code low} and {@code high} hold 90 % of the trends of
   * surrogates, then p of a rise, of a fall, and of a rise corrected for the number of indicators.
   */
  @Override
  public Table table() {
    var rows = Quantities.of("trends of multivariate early-warning signals");
    for (SurrogateTest t : tests) {
      rows = rows.and(t.statistic(), t.observed(), t.quantile(0.05), t.quantile(0.95));
    }
    return rows.table()
        .addColumns(
            DoubleColumn.create("p rise", numbers(SurrogateTest::pRight)),
            DoubleColumn.create("p fall", numbers(SurrogateTest::pLeft)),
            DoubleColumn.create("p rise, corrected", correctedP()));
  }

  /** One row a time: every variable's residual, every indicator, and why one is missing. */
  public Table series() {
    Table table = rolling.table();
    for (int j = 0; j < rolling.series().width(); j++) {
      TimeSeries column = rolling.series().column(j);
      table.insertColumn(1 + j, DoubleColumn.create("residual " + column.name(), column.values()));
    }
    return table;
  }

  /** The variables in units of their standard deviations, and each indicator with its tau and p. */
  @Override
  public Figure chart() {
    TimeSeries time = rolling.series().column(0);
    double[] t = time.times();
    int w = study.window().length(t.length);
    Panel variables = Panel.over(time, "Residuals (sd)").shade(t[0], t[w - 1]);
    for (int j = 0; j < rolling.series().width(); j++) {
      TimeSeries column = rolling.series().column(j);
      variables = variables.line(column.name(), t, Residuals.standardised(column.values()));
    }
    List<Panel> panels = new ArrayList<>();
    panels.add(variables);
    for (int i = 0; i < tests.size(); i++) {
      var indicator = study.indicators().get(i);
      double[] along = rolling.values(indicator);
      var test = tests.get(i);
      String note = "τ = " + Digits.of(test.observed(), 2) + ", p = " + Digits.of(test.pRight(), 2);
      panels.add(
          Panel.over(time, indicator.label())
              .line(indicator.name(), t, along)
              .note(
                  note.replace('-', '−'),
                  t[0],
                  Arrays.stream(along).filter(Double::isFinite).max().orElse(0)));
    }
    return Figure.grid(Math.min(COLUMNS, panels.size()), panels.toArray(Panel[]::new));
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }
}
