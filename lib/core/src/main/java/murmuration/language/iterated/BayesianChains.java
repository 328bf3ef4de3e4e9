package murmuration.language.iterated;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Proportion;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * Many chains of Bayesian learners: how many speak a language of each kind, by generation.
 *
 * @param ensemble what was run
 * @param counts by kind, in the order of {@link LanguageClass}, and by generation, the first
 *     language included
 */
public record BayesianChains(BayesianEnsemble ensemble, int[][] counts) implements Charted {
  private static final List<LanguageClass> KINDS = List.of(LanguageClass.values());
  private static final int POINTS = 300;

  /** Checks the counts and keeps its own copy. */
  public BayesianChains {
    Arguments.present("ensemble", ensemble);
    Arguments.present("counts", counts);
    Arguments.require(
        counts.length == KINDS.size(),
        "counts has %d rows: expected %d",
        counts.length,
        KINDS.size());
    int generations = ensemble.study().generations();
    for (int k = 0; k < counts.length; k++) {
      int[] row = Arguments.present("counts[" + k + "]", counts[k]);
      Arguments.require(
          row.length == generations + 1,
          "counts[%d] has %d values: expected %d",
          k,
          row.length,
          generations + 1);
      for (int count : row) {
        Arguments.require(
            count >= 0 && count <= ensemble.chains(),
            "a count is %d: expected 0 to %d",
            count,
            ensemble.chains());
      }
    }
    counts = copy(counts);
  }

  @Override
  public int[][] counts() {
    return copy(counts);
  }

  private static int[][] copy(int[][] rows) {
    return Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
  }

  /**
   * Chains whose language is of a kind.
   *
   * @param generation 0, the first language, to the last
   */
  public Proportion share(LanguageClass kind, int generation) {
    Arguments.present("kind", kind);
    int last = ensemble.study().generations();
    Arguments.require(
        generation >= 0 && generation <= last,
        "generation is %d: expected 0 to %d",
        generation,
        last);
    return new Proportion(counts[KINDS.indexOf(kind)][generation], ensemble.chains());
  }

  /** The share of each kind in each generation: a row a kind. */
  public double[][] shares() {
    return Arrays.stream(counts)
        .map(row -> Arrays.stream(row).mapToDouble(c -> (double) c / ensemble.chains()).toArray())
        .toArray(double[][]::new);
  }

  @Override
  public String summary() {
    int last = ensemble.study().generations();
    var text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s%n%d chains, generation %d:",
                ensemble.study(),
                ensemble.chains(),
                last));
    for (LanguageClass kind : KINDS) {
      var share = share(kind, last);
      double[] ends = share.wilson(0.95);
      text.append(
          String.format(
              Locale.ROOT,
              "%n%s %.4f [%.4f, %.4f]",
              BayesianChain.words(kind),
              share.share(),
              ends[0],
              ends[1]));
    }
    return text.toString();
  }

  /** The share of each kind in the last generation, with its 95 % interval of Wilson. */
  @Override
  public Table table() {
    int last = ensemble.study().generations();
    var rows = Quantities.of("iterated learning").and("chains", ensemble.chains());
    for (LanguageClass kind : KINDS) {
      var share = share(kind, last);
      double[] ends = share.wilson(0.95);
      rows = rows.and("share " + BayesianChain.words(kind), share.share(), ends[0], ends[1]);
    }
    return rows.table();
  }

  /** The share of each kind against generations. */
  @Override
  public Figure chart() {
    int last = ensemble.study().generations();
    int points = Math.min(POINTS, last + 1);
    int[] at = new int[points];
    Arrays.setAll(at, i -> (int) ((long) i * last / (points - 1)));
    double[] x = Arrays.stream(at).asDoubleStream().toArray();
    var panel = Panel.of("generation", "share of chains").yRange(0, 1.25);
    double[][] shares = shares();
    for (int k = 0; k < shares.length; k++) {
      double[] row = shares[k];
      double[] y = Arrays.stream(at).mapToDouble(g -> row[g]).toArray();
      panel = panel.line(BayesianChain.words(KINDS.get(k)), x, y);
    }
    return Figure.of(panel.title(ensemble.study().toString()));
  }

  @Override
  public Provenance provenance() {
    return ensemble.provenance();
  }
}
