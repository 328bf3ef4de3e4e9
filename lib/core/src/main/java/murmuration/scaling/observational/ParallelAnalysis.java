package murmuration.scaling.observational;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Quantile;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.Table;

/**
 * How large the axes would be if benchmarks had nothing to do with one another: the scores of each
 * benchmark are dealt out to the models anew, which keeps their spread and undoes every correlation
 * (Horn 1965, A rationale and test for the number of factors in factor analysis, Psychometrika 30).
 *
 * <p>A weak null: no one doubts that benchmarks are correlated. It says how many axes stand out of
 * noise, not that they mean something.
 *
 * @param explained share of the variance along each axis as observed
 * @param nulls the same of each permutation, a row each
 * @param provenance where it comes from
 */
public record ParallelAnalysis(double[] explained, double[][] nulls, Provenance provenance)
    implements Charted {
  private static final int MOST = 1_000_000;

  /** Checks the shapes and keeps its own copies. */
  public ParallelAnalysis {
    Arguments.finite("explained", explained, 1);
    Arguments.require(
        Arguments.present("nulls", nulls).length >= 1, "nulls has no rows: expected at least one");
    for (double[] row : nulls) {
      Arguments.finite("a row of nulls", row, 1);
      Arguments.sameLength("a row of nulls", row, "explained", explained);
    }
    Arguments.present("provenance", provenance);
    explained = explained.clone();
    nulls = TaskScores.copy(nulls);
  }

  static ParallelAnalysis of(CapabilityAxes axes, int permutations, long seed) {
    Arguments.require(
        permutations >= 1 && permutations <= MOST,
        "permutations is %d: expected 1 to %d",
        permutations,
        MOST);
    double[][] scores = axes.imputation().scores();
    var nulls =
        Parallel.map(
            "parallel analysis",
            permutations,
            i -> {
              var random = Rng.of(seed, i);
              double[][] dealt = TaskScores.copy(scores);
              for (int j = 0; j < dealt[0].length; j++) {
                for (int row = dealt.length - 1; row > 0; row--) {
                  int other = random.nextInt(row + 1);
                  double kept = dealt[row][j];
                  dealt[row][j] = dealt[other][j];
                  dealt[other][j] = kept;
                }
              }
              return PrincipalComponents.of(dealt).shares();
            });
    var options = new LinkedHashMap<>(axes.provenance().options());
    options.put("permutations", Integer.toString(permutations));
    return new ParallelAnalysis(
        axes.explained(),
        nulls.toArray(double[][]::new),
        Provenance.of(options).seed(seed).data(axes.scores().source()));
  }

  /**
   * {@code (1 + permutations with at least this share) / (1 + permutations)}, of axis 1 or later.
   */
  public double p(int axis) {
    double[] shares = nulls(axis);
    long reached = Arrays.stream(shares).filter(s -> s >= explained[axis - 1]).count();
    return (1.0 + reached) / (1 + shares.length);
  }

  /** The shares that permutations give axis 1 or later, ascending. */
  public double[] nulls(int axis) {
    Arguments.require(
        axis >= 1 && axis <= explained.length,
        "axis is %d: expected 1 to %d",
        axis,
        explained.length);
    return Arrays.stream(nulls).mapToDouble(row -> row[axis - 1]).sorted().toArray();
  }

  @Override
  public double[] explained() {
    return explained.clone();
  }

  @Override
  public double[][] nulls() {
    return TaskScores.copy(nulls);
  }

  private double quantile(int axis, double share) {
    return Quantile.ofSorted(nulls(axis), nulls.length, share);
  }

  @Override
  public String summary() {
    var text = new StringBuilder(nulls.length + " permutations of every benchmark");
    for (int axis = 1; axis <= Math.min(3, explained.length); axis++) {
      text.append(
          String.format(
              Locale.ROOT,
              "\nPC-%d: observed %s, by chance %s (95 %% %s to %s), p %s",
              axis,
              Digits.of(explained[axis - 1], 4),
              Digits.of(quantile(axis, 0.5), 4),
              Digits.of(quantile(axis, 0.025), 4),
              Digits.of(quantile(axis, 0.975), 4),
              Digits.of(p(axis), 3)));
    }
    return text.toString();
  }

  @Override
  public Table table() {
    var quantities = Quantities.of("parallel analysis");
    for (int axis = 1; axis <= explained.length; axis++) {
      quantities =
          quantities
              .and("observed share of PC-" + axis, explained[axis - 1])
              .and(
                  "share of PC-" + axis + " by chance",
                  quantile(axis, 0.5),
                  quantile(axis, 0.025),
                  quantile(axis, 0.975))
              .and("p of PC-" + axis, p(axis));
    }
    return quantities.table();
  }

  /** The observed shares over the band of 95 % of the permutations. */
  @Override
  public Figure chart() {
    double[] axes = IntStream.rangeClosed(1, explained.length).asDoubleStream().toArray();
    var low = axes.clone();
    var middle = axes.clone();
    var high = axes.clone();
    for (int c = 0; c < axes.length; c++) {
      low[c] = quantile(c + 1, 0.025);
      middle[c] = quantile(c + 1, 0.5);
      high[c] = quantile(c + 1, 0.975);
    }
    return Figure.of(
        Panel.of("principal component", "share of the variance")
            .points("observed", axes, explained)
            .band("by chance, 95 %", axes, low, high)
            .line("by chance, median", axes, middle)
            .yRange(0, 1));
  }
}
