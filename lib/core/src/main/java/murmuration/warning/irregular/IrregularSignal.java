package murmuration.warning.irregular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.Detrended;
import murmuration.warning.Indicators;
import murmuration.warning.Signal;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Window;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What an {@link IrregularWarning} study found: indicators along the record at its own times, their
 * trends (Kendall's tau), how often chance at the same times does the same, and beside it what the
 * usual pipeline makes of the record by interpolation.
 *
 * @param study the study, with the record as it was analysed
 * @param detrended the record's trend and what is left
 * @param values the indicators along the residual, {@code [indicator][observation]}; NaN before the
 *     first full window and where a window holds fewer than 8 observations
 * @param starts the first observation of the window that ends at each; -1 where there is none
 * @param tests the trend of each indicator beside those of surrogates
 * @param interpolated the same record interpolated to as many equal steps: trend of AC1 (Pearson)
 *     against AR(1) surrogates, with the same detrending and share of the record as a window
 */
public record IrregularSignal(
    IrregularWarning study,
    Detrended detrended,
    double[][] values,
    int[] starts,
    List<SurrogateTest> tests,
    Signal interpolated)
    implements Charted {
  private static final double LEVEL = 0.05;

  /** Checks the shape and keeps its own copies. */
  public IrregularSignal {
    Arguments.present("study", study);
    int n = Arguments.present("detrended", detrended).residual().size();
    tests = Arguments.listed("tests", tests);
    int k = study.indicators().size();
    Arguments.require(
        Arguments.present("values", values).length == k && tests.size() == k,
        "values has %d rows and tests %d entries: expected one for each of %d indicators",
        values.length,
        tests.size(),
        k);
    values = values.clone();
    for (int i = 0; i < k; i++) {
      Arguments.require(
          Arguments.present("values[" + i + "]", values[i]).length == n,
          "values[%d] has %d values: expected %d",
          i,
          values[i].length,
          n);
      values[i] = values[i].clone();
    }
    Arguments.require(
        Arguments.present("starts", starts).length == n,
        "starts has %d values: expected %d",
        starts.length,
        n);
    starts = starts.clone();
    Arguments.present("interpolated", interpolated);
  }

  @Override
  public double[][] values() {
    return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public int[] starts() {
    return starts.clone();
  }

  private int index(IrregularIndicator indicator) {
    int at = study.indicators().indexOf(Arguments.present("indicator", indicator));
    Arguments.require(
        at >= 0,
        "indicator %s was not measured: expected one of %s",
        indicator,
        study.indicators());
    return at;
  }

  /** The values of one indicator along the residual. */
  public double[] values(IrregularIndicator indicator) {
    return values[index(indicator)].clone();
  }

  /** The trend of one indicator beside those of surrogates. */
  public SurrogateTest test(IrregularIndicator indicator) {
    return tests.get(index(indicator));
  }

  /** Kendall's tau of one indicator with time; NaN where it is constant. */
  public double tau(IrregularIndicator indicator) {
    return test(indicator).observed();
  }

  /**
   * The p of each rise, corrected for the number of indicators by the surrogates that they share
   * ({@link SurrogateTest#correctedRises}).
   */
  public double[] correctedP() {
    return SurrogateTest.correctedRises(tests);
  }

  /** The indicators that rise beyond chance: corrected p below 0.05. */
  public List<IrregularIndicator> rising() {
    return beyondChance(correctedP());
  }

  /** The indicators that fall beyond chance: corrected p of a fall below 0.05. */
  public List<IrregularIndicator> falling() {
    return beyondChance(SurrogateTest.correctedFalls(tests));
  }

  private List<IrregularIndicator> beyondChance(double[] p) {
    return IntStream.range(0, p.length)
        .filter(i -> p[i] < LEVEL)
        .mapToObj(i -> study.indicators().get(i))
        .toList();
  }

  /** What was found, in words. */
  public String words() {
    return SurrogateTest.words(
        study.indicators().stream().map(IrregularIndicator::words).toList(), tests);
  }

  /** The autocorrelation of the whole residual at its mean step, without interpolation. */
  public double kernelAc1() {
    return KernelAutocorrelation.of(detrended.residual()).ac1();
  }

  /** The lag-1 autocorrelation of the whole residual of the interpolated record. */
  public double interpolatedAc1() {
    double[] x = interpolated.detrended().residual().values();
    return Indicators.AC1.rolling(x, Window.points(x.length))[x.length - 1];
  }

  /** What interpolation would have said, and by how much it raises autocorrelation. */
  public String interpolation() {
    var usual = interpolated.tests().getFirst();
    return String.format(
        Locale.ROOT,
        "Interpolated to equal steps, AC1 of the residual is %s (%s without), its tau %s, p %s.",
        Digits.of(interpolatedAc1(), 3),
        Digits.of(kernelAc1(), 3),
        Digits.of(usual.observed(), 3),
        Digits.of(usual.pRight(), 3));
  }

  private int[] counts() {
    return IntStream.range(0, starts.length)
        .filter(i -> starts[i] >= 0)
        .map(i -> i - starts[i] + 1)
        .sorted()
        .toArray();
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    int[] counts = counts();
    lines.add("Early-warning signals without interpolation: " + study.series());
    lines.add(
        String.format(
            Locale.ROOT,
            "detrended: %s; windows of %s, %d of them with %d to %d observations",
            study.detrending(),
            study.window(),
            counts.length,
            counts.length == 0 ? 0 : counts[0],
            counts.length == 0 ? 0 : counts[counts.length - 1]));
    lines.add(
        String.format(Locale.ROOT, "%-28s %9s %9s   %s", "", "tau", "p (rise)", "90 % of chance"));
    for (SurrogateTest t : tests) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-28s %9.4g %9.4g   %.4g to %.4g",
              t.statistic(),
              t.observed(),
              t.pRight(),
              t.quantile(0.05),
              t.quantile(0.95)));
    }
    var source = tests.getFirst().source();
    lines.add(
        "chance: %d draws of %s, seed %d"
            .formatted(tests.getFirst().count(), source.words(), source.seed()));
    lines.add(words());
    lines.add(interpolation());
    return String.join("\n", lines);
  }

  /**
   * One row a trend: {@code value} is tau, {@code low} and {@code high} hold 90 % of the trends of
   * surrogates, then p of a rise, of a fall, and of a rise corrected for the number of indicators.
   * The last row is AC1 by interpolation, which no correction counts.
   */
  @Override
  public Table table() {
    var all = new ArrayList<>(tests);
    all.add(interpolated.tests().getFirst());
    var rows = Quantities.of("trends without interpolation");
    for (int i = 0; i < all.size(); i++) {
      SurrogateTest t = all.get(i);
      String name = i < tests.size() ? t.statistic() : "tau of AC1, interpolated";
      rows = rows.and(name, t.observed(), t.quantile(0.05), t.quantile(0.95));
    }
    double[] corrected = Arrays.copyOf(correctedP(), all.size());
    corrected[all.size() - 1] = Double.NaN;
    return rows.table()
        .addColumns(
            DoubleColumn.create(
                "p rise", all.stream().mapToDouble(SurrogateTest::pRight).toArray()),
            DoubleColumn.create("p fall", all.stream().mapToDouble(SurrogateTest::pLeft).toArray()),
            DoubleColumn.create("p rise, corrected", corrected));
  }

  /** One row an observation: residual, observations in its window, and every indicator. */
  public Table series() {
    TimeSeries residual = detrended.residual();
    double[] count = new double[starts.length];
    Arrays.setAll(count, i -> starts[i] < 0 ? Double.NaN : i - starts[i] + 1);
    Table table =
        Table.create(
            "indicators without interpolation",
            DoubleColumn.create("time", residual.times()),
            DoubleColumn.create("residual", residual.values()),
            DoubleColumn.create("observations", count));
    for (int i = 0; i < values.length; i++) {
      table.addColumns(DoubleColumn.create(study.indicators().get(i).words(), values[i]));
    }
    return table;
  }

  /**
   * Record with its trend, residual, and each indicator, on one time axis; the first window grey.
   */
  @Override
  public Figure chart() {
    TimeSeries record = study.series();
    double[] t = detrended.residual().times();
    int first = IntStream.range(0, t.length).filter(i -> starts[i] >= 0).findFirst().orElse(0);
    List<Panel> panels = new ArrayList<>();
    panels.add(
        Panel.over(record, record.name())
            .points("record", record.times(), record.values())
            .line("trend", t, detrended.smooth().values()));
    panels.add(
        Panel.over(record, "Residual")
            .shade(t[0], t[first])
            .points("residual", t, detrended.residual().values()));
    for (int i = 0; i < values.length; i++) {
      SurrogateTest test = tests.get(i);
      double highest = Arrays.stream(values[i]).filter(Double::isFinite).max().orElse(0);
      panels.add(
          Panel.over(record, study.indicators().get(i).label())
              .line(test.statistic(), t, values[i])
              .note(
                  String.format(Locale.ROOT, "τ = %.2f, p = %.2g", test.observed(), test.pRight())
                      .replace('-', '−'),
                  t[0],
                  highest));
    }
    return Figure.column(panels.toArray(Panel[]::new));
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }
}
