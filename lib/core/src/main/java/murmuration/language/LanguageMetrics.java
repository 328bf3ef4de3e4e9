package murmuration.language;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a {@link LanguageReport} found.
 *
 * @param language name of the language
 * @param n records, each counted by its weight
 * @param level level of the intervals
 * @param figures the figures, those with a baseline first
 * @param conventions the same metrics under every convention
 * @param provenance where it comes from
 */
public record LanguageMetrics(
    String language,
    long n,
    double level,
    List<LanguageFigure> figures,
    ConventionTable conventions,
    Provenance provenance)
    implements Charted {
  private static final int LINES = 11;

  /** Keeps its own copy. */
  public LanguageMetrics {
    Arguments.present("language", language);
    Arguments.level(level);
    figures = Arguments.listed("figures", figures);
    Arguments.present("conventions", conventions);
    Arguments.present("provenance", provenance);
  }

  /**
   * A figure by its name or its label.
   *
   * @throws IllegalArgumentException for an unknown name, with those there are
   */
  public LanguageFigure figure(String name) {
    return figures.stream()
        .filter(f -> f.name().equals(name) || f.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "name is \""
                        + name
                        + "\": expected one of "
                        + figures.stream().map(LanguageFigure::name).toList()));
  }

  /** The figures with a baseline, a line each; {@link #table} has all. */
  @Override
  public String summary() {
    return String.format(Locale.ROOT, "%s (n = %d)%n", language, n)
        + figures.stream()
            .limit(LINES)
            .map(LanguageFigure::toString)
            .collect(Collectors.joining("\n"));
  }

  /**
   * One row a figure: {@code quantity}, {@code value}, {@code low}, {@code high}, {@code chance},
   * {@code chance_low}, {@code chance_high}, {@code p}, {@code permutations}, {@code convention},
   * {@code missing}.
   */
  @Override
  public Table table() {
    return Table.create(
        language,
        StringColumn.create("quantity", figures.stream().map(LanguageFigure::name)),
        numbers("value", LanguageFigure::value),
        numbers("low", LanguageFigure::low),
        numbers("high", LanguageFigure::high),
        numbers("chance", LanguageFigure::chance),
        numbers("chance_low", LanguageFigure::chanceLow),
        numbers("chance_high", LanguageFigure::chanceHigh),
        numbers("p", LanguageFigure::p),
        IntColumn.create(
            "permutations", figures.stream().mapToInt(LanguageFigure::permutations).toArray()),
        StringColumn.create("convention", figures.stream().map(LanguageFigure::conventions)),
        StringColumn.create("missing", figures.stream().map(LanguageFigure::reason)));
  }

  private DoubleColumn numbers(String name, ToDoubleFunction<LanguageFigure> value) {
    return DoubleColumn.create(name, figures.stream().mapToDouble(value).toArray());
  }

  /** Figures that are shares, with their intervals, beside the range that chance gives. */
  @Override
  public Figure chart() {
    var shares = figures.stream().filter(LanguageFigure::share).toList();
    var panel = Panel.of("", "Value");
    if (shares.isEmpty()) {
      return Figure.of(panel);
    }
    double[] x = places(shares.size(), -0.14);
    double[] chanceX = places(shares.size(), 0.14);
    double[] value = shares.stream().mapToDouble(LanguageFigure::value).toArray();
    double[] chance = shares.stream().mapToDouble(LanguageFigure::chance).toArray();
    String range = Math.round(100 * level) + " %";
    String shuffled = "meanings shuffled, mean and " + range;
    String own = "language, with " + range + " interval";
    panel = bars(panel.points(own, x, value), own, x, shares, false);
    panel = panel.points(shuffled, chanceX, chance);
    panel = bars(panel, shuffled, chanceX, shares, true).horizontal(0);
    String[] names = shares.stream().map(LanguageFigure::label).toArray(String[]::new);
    return Figure.of(panel.xNames(names)).size(Math.max(518, 84 * shares.size()), 370);
  }

  private static double[] places(int n, double shift) {
    double[] places = new double[n];
    for (int i = 0; i < n; i++) {
      places[i] = i + 1 + shift;
    }
    return places;
  }

  /** Upright lines, apart from each other by a gap. */
  private static Panel bars(
      Panel panel, String name, double[] x, List<LanguageFigure> figures, boolean chance) {
    double[] xs = new double[3 * x.length];
    double[] ys = new double[3 * x.length];
    for (int i = 0; i < x.length; i++) {
      var figure = figures.get(i);
      xs[3 * i] = x[i];
      xs[3 * i + 1] = x[i];
      xs[3 * i + 2] = x[i];
      ys[3 * i] = chance ? figure.chanceLow() : figure.low();
      ys[3 * i + 1] = chance ? figure.chanceHigh() : figure.high();
      ys[3 * i + 2] = Double.NaN;
    }
    return panel.line(name, xs, ys);
  }
}
