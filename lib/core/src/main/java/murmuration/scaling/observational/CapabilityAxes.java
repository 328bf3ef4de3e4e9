package murmuration.scaling.observational;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * The axes along which models differ: principal components of their benchmark scores, centred and
 * not scaled, after missing scores were filled in (Ruan, Maddison and Hashimoto 2024, arXiv
 * 2405.10938, section 3).
 *
 * <pre>{@code
 * var scores = SimulatedModels.of(6, 5).seed(1).simulate().scores();
 * CapabilityAxes axes = CapabilityAxes.of(scores);
 * double first = axes.explained()[0];
 * FamilyLines lines = axes.families();
 * }</pre>
 *
 * <p>Each axis points to where the first benchmark rises. Scores of a model on correlated
 * benchmarks always give a large first axis: {@link #parallel} says how large one chance gives, and
 * {@link #bootstrap} how sure the shares are when families are drawn anew.
 *
 * @param scores what was analysed
 * @param imputation how missing scores were filled in
 * @param explained share of the variance along each axis, most first
 * @param components a row of p loadings for each axis, of length 1
 * @param coordinates a row for each model: where it lies along each axis
 */
public record CapabilityAxes(
    BenchmarkScores scores,
    ScoreImputation imputation,
    double[] explained,
    double[][] components,
    double[][] coordinates)
    implements Charted {
  private static final int SHOWN = 3;

  /** Checks the shapes and keeps its own copies. */
  public CapabilityAxes {
    Arguments.present("scores", scores);
    Arguments.present("imputation", imputation);
    Arguments.finite("explained", explained, 1);
    int axes = explained.length;
    shape("components", components, axes, scores.benchmarks().size());
    shape("coordinates", coordinates, scores.size(), axes);
    explained = explained.clone();
    components = TaskScores.copy(components);
    coordinates = TaskScores.copy(coordinates);
  }

  private static void shape(String name, double[][] matrix, int rows, int columns) {
    Arguments.require(
        Arguments.present(name, matrix).length == rows,
        "%s has %d rows: expected %d",
        name,
        matrix.length,
        rows);
    for (double[] row : matrix) {
      Arguments.finite("a row of " + name, row, 1);
      Arguments.require(
          row.length == columns,
          "a row of %s has %d values: expected %d",
          name,
          row.length,
          columns);
    }
  }

  /** With missing scores filled in from one component. */
  public static CapabilityAxes of(BenchmarkScores scores) {
    return of(scores, 1);
  }

  /**
   * With missing scores filled in from so many components.
   *
   * @param scores at least 3 models and 2 benchmarks
   * @param rank components of the imputation, 1 to the number of benchmarks
   */
  public static CapabilityAxes of(BenchmarkScores scores, int rank) {
    Arguments.present("scores", scores);
    Arguments.require(
        scores.benchmarks().size() >= 2, "there is one benchmark: expected at least 2");
    var imputation = ScoreImputation.of(scores, rank);
    double[][] complete = imputation.scores();
    var principal = PrincipalComponents.of(complete);
    double[][] coordinates =
        Arrays.stream(complete).map(principal::coordinates).toArray(double[][]::new);
    return new CapabilityAxes(
        scores, imputation, principal.shares(), principal.components(), coordinates);
  }

  /** Where each model lies along an axis, 1 for the first. */
  public double[] axis(int number) {
    axes(number);
    return Arrays.stream(coordinates).mapToDouble(row -> row[number - 1]).toArray();
  }

  /** Share of the variance along the first so many axes together. */
  public double explainedBy(int axes) {
    axes(axes);
    return Arrays.stream(explained, 0, axes).sum();
  }

  private void axes(int number) {
    Arguments.require(
        number >= 1 && number <= explained.length,
        "axis %d is asked for: expected 1 to %d",
        number,
        explained.length);
  }

  /** The first axis against compute, a line for each family of at least three models. */
  public FamilyLines families() {
    return FamilyLines.of(this);
  }

  /**
   * Draws whole families anew, with imputation and axes redone each time: models of a family are
   * not independent.
   *
   * @param resamples how often, 1 to 1,000,000
   * @param seed seed of the random numbers
   */
  public AxesBootstrap bootstrap(int resamples, long seed) {
    return AxesBootstrap.of(this, true, resamples, seed);
  }

  /** Draws single models anew, as if they were independent: intervals are too narrow. */
  public AxesBootstrap bootstrapModels(int resamples, long seed) {
    return AxesBootstrap.of(this, false, resamples, seed);
  }

  /**
   * What chance gives: each benchmark's scores are dealt out to the models anew (Horn 1965).
   *
   * @param permutations how often, 1 to 1,000,000
   * @param seed seed of the random numbers
   */
  public ParallelAnalysis parallel(int permutations, long seed) {
    return ParallelAnalysis.of(this, permutations, seed);
  }

  @Override
  public double[] explained() {
    return explained.clone();
  }

  @Override
  public double[][] components() {
    return TaskScores.copy(components);
  }

  @Override
  public double[][] coordinates() {
    return TaskScores.copy(coordinates);
  }

  @Override
  public String summary() {
    int shown = Math.min(SHOWN, explained.length);
    var text = new StringBuilder("capability axes of " + scores + "\n");
    for (int c = 0; c < shown; c++) {
      text.append(
          String.format(
              Locale.ROOT,
              "PC-%d %s %% of the variance; loads most on %s\n",
              c + 1,
              Digits.of(100 * explained[c], 4),
              heaviest(components[c])));
    }
    text.append(
        String.format(
            Locale.ROOT, "first %d %s %%; ", shown, Digits.of(100 * explainedBy(shown), 4)));
    return text.append(imputation.summary()).toString();
  }

  private String heaviest(double[] loadings) {
    return IntStream.range(0, loadings.length)
        .boxed()
        .sorted((i, j) -> Double.compare(Math.abs(loadings[j]), Math.abs(loadings[i])))
        .limit(2)
        .map(j -> scores.benchmarks().get(j) + " (" + Digits.of(loadings[j], 2) + ")")
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  @Override
  public Table table() {
    var quantities = Quantities.of("capability axes");
    for (int c = 0; c < explained.length; c++) {
      quantities = quantities.and("variance along PC-" + (c + 1), explained[c]);
    }
    for (int j = 0; j < scores.benchmarks().size(); j++) {
      quantities = quantities.and("PC-1 on " + scores.benchmarks().get(j), components[0][j]);
    }
    return quantities.table();
  }

  /** The shares of the variance, and what the first axes are made of. */
  @Override
  public Figure chart() {
    double[] axes = IntStream.rangeClosed(1, explained.length).asDoubleStream().toArray();
    var shares =
        Panel.of("principal component", "share of the variance")
            .bars("share", axes, explained)
            .yRange(0, 1);
    int p = scores.benchmarks().size();
    double[] places = IntStream.rangeClosed(1, p).asDoubleStream().toArray();
    var loadings =
        Panel.of("loading", "")
            .yNames(scores.benchmarks().toArray(String[]::new))
            .vertical(0)
            .xRange(-1, 1);
    for (int c = 0; c < Math.min(SHOWN, explained.length); c++) {
      loadings = loadings.points("PC-" + (c + 1), components[c], places);
    }
    return Figure.grid(2, shares, loadings);
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
            Map.of(
                "axes", "principal components, centred", "imputation", "rank " + imputation.rank()))
        .data(scores.source());
  }
}
