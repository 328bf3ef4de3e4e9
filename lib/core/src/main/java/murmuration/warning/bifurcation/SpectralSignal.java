package murmuration.warning.bifurcation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.Detrended;
import murmuration.warning.SurrogateTest;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What a {@link SpectralWeights} study found: weights of the models along the record, and how often
 * surrogates give the same.
 *
 * @param study the study
 * @param detrended the record's trend and what is left
 * @param ends the sample after the last of each window, length k
 * @param windows the comparison in each window
 * @param tests the weight of each model beside those of surrogates, model by model within each
 *     window
 */
public record SpectralSignal(
    SpectralWeights study,
    Detrended detrended,
    int[] ends,
    List<SpectrumComparison> windows,
    List<SurrogateTest> tests)
    implements Charted {

  /** Keeps its own copies. */
  public SpectralSignal {
    Arguments.present("study", study);
    Arguments.present("detrended", detrended);
    ends = Arguments.present("ends", ends).clone();
    windows = Arguments.listed("windows", windows);
    tests = Arguments.listed("tests", tests);
    Arguments.require(ends.length > 0, "ends is empty: expected at least one window");
    Arguments.require(
        windows.size() == ends.length && tests.size() == ends.length * study.models().size(),
        "%d ends, %d windows and %d tests: expected a window an end and a test a model in each",
        ends.length,
        windows.size(),
        tests.size());
    for (int end : ends) {
      Arguments.require(
          end >= 1 && end <= detrended.residual().size(),
          "an end is %d: expected 1 to %d",
          end,
          detrended.residual().size());
    }
  }

  @Override
  public int[] ends() {
    return ends.clone();
  }

  /** The time of the last sample of each window, length k. */
  public double[] times() {
    double[] t = detrended.residual().times();
    return Arrays.stream(ends).mapToDouble(end -> t[end - 1]).toArray();
  }

  /** The weight of one model in each window, length k; NaN in a constant window. */
  public double[] weights(SpectralModel model) {
    return along(model, SurrogateTest::observed);
  }

  /** The coherence factor in each window, length k. */
  public double[] coherence() {
    return windows.stream().mapToDouble(SpectrumComparison::coherence).toArray();
  }

  /** The comparison in the last window, nearest to the transition. */
  public SpectrumComparison last() {
    return windows.getLast();
  }

  /** The model of the largest weight in the last window. */
  public SpectralModel winner() {
    return last().winner().model();
  }

  /** The weight of one model in the last window beside those of surrogates. */
  public SurrogateTest test(SpectralModel model) {
    return test(ends.length - 1, model);
  }

  /**
   * The share of surrogates in whose last window this model has the largest weight: what the win is
   * worth. Surrogates are drawn from a process without a bifurcation.
   */
  public double chance(SpectralModel model) {
    return chance(ends.length - 1, model);
  }

  /** {@link #chance(SpectralModel)} in each window, length k. */
  public double[] chances(SpectralModel model) {
    return IntStream.range(0, ends.length).mapToDouble(k -> chance(k, model)).toArray();
  }

  private double chance(int k, SpectralModel model) {
    double[] own = test(k, model).nulls();
    boolean[] wins = new boolean[own.length];
    Arrays.fill(wins, true);
    for (SpectralModel other : study.models()) {
      double[] nulls = test(k, other).nulls();
      for (int i = 0; i < wins.length; i++) {
        wins[i] &= own[i] >= nulls[i];
      }
    }
    return IntStream.range(0, wins.length).filter(i -> wins[i]).count() / (double) wins.length;
  }

  private SurrogateTest test(int k, SpectralModel model) {
    Arguments.present("model", model);
    int at = study.models().indexOf(model);
    Arguments.require(at >= 0, "%s was not compared: expected one of %s", model, study.models());
    return tests.get(k * study.models().size() + at);
  }

  private double[] along(SpectralModel model, ToDoubleFunction<SurrogateTest> number) {
    return IntStream.range(0, ends.length)
        .mapToDouble(k -> number.applyAsDouble(test(k, model)))
        .toArray();
  }

  /** In words: what wins in the last window, and how often it does by chance. */
  public String words() {
    SpectralModel winner = winner();
    SurrogateTest test = test(winner);
    if (Double.isNaN(test.observed())) {
      return "The last window is constant: it has no spectrum.";
    }
    return String.format(
        Locale.ROOT,
        "%s fits best (weight %s); so it does in %s %% of surrogates, and p = %s of a weight as high.",
        winner.label(),
        Digits.of(test.observed(), 4),
        Digits.of(100 * chance(winner), 3),
        Digits.of(test.pRight(), 3));
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add("Spectral bifurcation weights of " + study.series());
    lines.add(
        String.format(
            Locale.ROOT,
            "detrended: %s; %d windows of %d points, N = %d; last window, coherence factor %s:",
            study.detrend(),
            ends.length,
            study.window().length(detrended.residual().size()),
            last().points(),
            Digits.of(last().coherence(), 4)));
    lines.add(
        String.format(
            Locale.ROOT, "%-6s %9s   %-22s %9s %14s", "", "weight", "90 % of chance", "p", "wins"));
    for (SpectralModel model : study.models()) {
      SurrogateTest test = test(model);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-6s %9s   %-22s %9s %11s %%",
              model.label(),
              Digits.of(test.observed(), 4),
              Digits.of(test.quantile(0.05), 4) + " to " + Digits.of(test.quantile(0.95), 4),
              Digits.of(test.pRight(), 3),
              Digits.of(100 * chance(model), 3)));
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
   * One row a model, in the last window: {@code value} is its weight, {@code low} and {@code high}
   * hold 90 % of those of surrogates, then p of a weight as high and the share of surrogates that
   * it wins.
   */
  @Override
  public Table table() {
    var rows = Quantities.of("spectral weights of the last window");
    for (SpectralModel model : study.models()) {
      SurrogateTest t = test(model);
      rows =
          rows.and("weight of " + model.label(), t.observed(), t.quantile(0.05), t.quantile(0.95));
    }
    return rows.table()
        .addColumns(
            DoubleColumn.create("p", numbers(m -> test(m).pRight())),
            DoubleColumn.create("wins by chance", numbers(this::chance)));
  }

  private double[] numbers(ToDoubleFunction<SpectralModel> number) {
    return study.models().stream().mapToDouble(number).toArray();
  }

  /** One row a window: its last time, the weights, Smax and the coherence factor. */
  public Table series() {
    Table table = Table.create("spectral weights", DoubleColumn.create("time", times()));
    for (SpectralModel model : study.models()) {
      table.addColumns(DoubleColumn.create("weight of " + model.label(), weights(model)));
    }
    double[] smax = windows.stream().mapToDouble(SpectrumComparison::smax).toArray();
    return table.addColumns(
        DoubleColumn.create("smax", smax), DoubleColumn.create("coherence", coherence()));
  }

  /**
   * The weight of each model along the record with the band that holds 90 % of the surrogates, and
   * the last spectrum with the fitted curves.
   */
  @Override
  public Figure chart() {
    double[] t = times();
    List<Panel> panels = new ArrayList<>();
    for (SpectralModel model : study.models()) {
      panels.add(
          Panel.over(study.series(), "Weight of " + model.label())
              .yRange(-0.02, 1.02)
              .band(
                  "weight",
                  t,
                  along(model, test -> test.quantile(0.05)),
                  along(model, test -> test.quantile(0.95)))
              .line("weight", t, weights(model)));
    }
    panels.set(0, panels.getFirst().title("band: 90 % of chance"));
    panels.add(last().panel().title("last window"));
    return Figure.grid(2, panels.toArray(Panel[]::new));
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }
}
