package murmuration.warning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Histogram;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The trends of a study, and their p, over a grid of bandwidths and windows: how much of the answer
 * is the choice of the analyst (Dakos et al. 2012, Methods for detecting early warnings).
 *
 * <p>Cells share their surrogates' random numbers, so that neighbours differ by their settings
 * alone. The tests of a grid are strongly dependent: the share of small p is a description, not a
 * test.
 *
 * @param study the study that was repeated
 * @param bandwidths bandwidths of the detrending, strictly increasing
 * @param windows windows as shares of the record, strictly increasing
 * @param tests the tests, {@code tests.get(b).get(w * k + i)} for bandwidth b, window w and the
 *     i-th of k indicators
 */
public record Sensitivity(
    EarlyWarning study, double[] bandwidths, double[] windows, List<List<SurrogateTest>> tests)
    implements Charted {
  private static final int BINS = 20;

  /** Keeps its own copies; checks that there is a test for every setting and indicator. */
  public Sensitivity {
    Arguments.present("study", study);
    Arguments.increasing("bandwidths", bandwidths);
    Arguments.increasing("windows", windows);
    bandwidths = bandwidths.clone();
    windows = windows.clone();
    tests =
        Arguments.listed("tests", tests).stream()
            .map(row -> Arguments.listed("tests", row))
            .toList();
    int row = windows.length * study.indicators().size();
    Arguments.require(
        tests.size() == bandwidths.length && tests.stream().allMatch(r -> r.size() == row),
        "tests has %d rows: expected %d of %d tests each",
        tests.size(),
        bandwidths.length,
        row);
  }

  static Sensitivity of(EarlyWarning study, double[] bandwidths, double[] windows) {
    Arguments.increasing("bandwidths", bandwidths);
    Arguments.increasing("windows", windows);
    List<Window> slid = new ArrayList<>();
    for (double w : windows) {
      slid.add(study.window(w).window());
    }
    List<List<SurrogateTest>> tests = new ArrayList<>();
    for (double b : bandwidths) {
      var narrowed = study.detrend(study.detrend().bandwidth(b));
      var detrended = narrowed.detrend().apply(narrowed.series());
      double[] observed =
          slid.stream()
              .flatMapToDouble(
                  w -> Arrays.stream(EarlyWarning.taus(narrowed.measure(detrended, w).values())))
              .toArray();
      tests.add(narrowed.test(detrended, slid, observed));
    }
    return new Sensitivity(study, bandwidths, windows, tests);
  }

  @Override
  public double[] bandwidths() {
    return bandwidths.clone();
  }

  @Override
  public double[] windows() {
    return windows.clone();
  }

  /** Kendall's tau of an indicator, {@code [bandwidth][window]}; NaN where it is constant. */
  public double[][] tau(Indicator indicator) {
    return grid(indicator, SurrogateTest::observed);
  }

  /** The surrogate p of a rise of an indicator, {@code [bandwidth][window]}. */
  public double[][] p(Indicator indicator) {
    return grid(indicator, SurrogateTest::pRight);
  }

  /** The share of all tests of the grid whose p of a rise is below 0.05; chance gives 0.05. */
  public double shareBelowLevel() {
    return all(SurrogateTest::pRight).filter(p -> p < SurrogateTest.LEVEL).count()
        / (double) all(SurrogateTest::pRight).count();
  }

  @Override
  public String summary() {
    var lines = new ArrayList<String>();
    lines.add("Sensitivity of " + study.series());
    lines.add(
        String.format(
            Locale.ROOT,
            "%d bandwidths %.4g to %.4g, %d windows %.4g to %.4g, %d surrogates a cell",
            bandwidths.length,
            bandwidths[0],
            bandwidths[bandwidths.length - 1],
            windows.length,
            windows[0],
            windows[windows.length - 1],
            study.surrogates().count()));
    for (Indicator indicator : study.indicators().stream().limit(8).toList()) {
      double[] tau = flat(tau(indicator));
      double[] p = flat(p(indicator));
      lines.add(
          String.format(
              Locale.ROOT,
              "%-24s tau %.4g to %.4g, p (rise) %.4g to %.4g",
              indicator.name(),
              Arrays.stream(tau).min().orElse(Double.NaN),
              Arrays.stream(tau).max().orElse(Double.NaN),
              Arrays.stream(p).min().orElse(Double.NaN),
              Arrays.stream(p).max().orElse(Double.NaN)));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "p < 0.05 in %.3g %% of %d tests (by chance 5 %%; the tests depend on one another)",
            100 * shareBelowLevel(),
            all(SurrogateTest::pRight).count()));
    return String.join("\n", lines);
  }

  /** One row a cell and indicator. */
  @Override
  public Table table() {
    var bandwidth = DoubleColumn.create("bandwidth");
    var window = DoubleColumn.create("window");
    for (double b : bandwidths) {
      for (double w : windows) {
        study
            .indicators()
            .forEach(
                indicator -> {
                  bandwidth.append(b);
                  window.append(w);
                });
      }
    }
    List<SurrogateTest> all = tests.stream().flatMap(List::stream).toList();
    List<String> names = all.stream().map(SurrogateTest::statistic).toList();
    return SurrogateTest.table("sensitivity", names, all)
        .insertColumn(1, bandwidth)
        .insertColumn(2, window);
  }

  /** Tau and p of each indicator over the grid, an indicator a row; p is shown up to 0.2. */
  @Override
  public Figure chart() {
    List<Panel> panels = new ArrayList<>();
    for (Indicator indicator : study.indicators()) {
      panels.add(map(indicator.name(), "τ", tau(indicator), -1, 1));
      panels.add(map(indicator.name(), "p of a rise (up to 0.2)", p(indicator), 0, 0.2));
    }
    return Figure.grid(2, panels.toArray(Panel[]::new));
  }

  /** How often each tau, and each p, comes in the grid, an indicator a row. */
  public Figure histogram() {
    List<Panel> panels = new ArrayList<>();
    for (Indicator indicator : study.indicators()) {
      panels.add(bars(indicator.name(), "Kendall's tau", flat(tau(indicator)), -1));
      panels.add(
          bars(indicator.name(), "p of a rise", flat(p(indicator)), 0)
              .vertical(SurrogateTest.LEVEL));
    }
    return Figure.grid(2, panels.toArray(Panel[]::new));
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }

  private Panel map(String title, String name, double[][] z, double from, double to) {
    return Panel.of("Window (share of the record)", "Bandwidth")
        .title(title)
        .heat(name, windows, bandwidths, z, from, to);
  }

  private static Panel bars(String title, String label, double[] v, double from) {
    var histogram = Histogram.of(v, from, 1, BINS);
    return Panel.of(label, "Cells of the grid")
        .title(title)
        .bars("", histogram.centres(), histogram.heights());
  }

  private double[][] grid(Indicator indicator, ToDoubleFunction<SurrogateTest> number) {
    int k = study.indicators().size();
    int i = Arguments.present("indicator", indicator).in(study.indicators());
    double[][] grid = new double[bandwidths.length][windows.length];
    for (int b = 0; b < grid.length; b++) {
      for (int w = 0; w < windows.length; w++) {
        grid[b][w] = number.applyAsDouble(tests.get(b).get(w * k + i));
      }
    }
    return grid;
  }

  private DoubleStream all(ToDoubleFunction<SurrogateTest> number) {
    return tests.stream().flatMap(List::stream).mapToDouble(number).filter(v -> !Double.isNaN(v));
  }

  private static double[] flat(double[][] grid) {
    return Arrays.stream(grid)
        .flatMapToDouble(Arrays::stream)
        .filter(v -> !Double.isNaN(v))
        .toArray();
  }
}
