package murmuration.language.game;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.Table;

/**
 * What many games of urns gave.
 *
 * @param study what was run
 * @param success expected success of every run at its end
 * @param history mean and standard deviation of the expected success over runs, and the share of
 *     runs below the threshold, at each time
 */
public record RothErevRuns(RothErevEnsemble study, double[] success, GameHistory history)
    implements Charted {
  private static final double LEVEL = 0.95;
  private static final double Z = 1.959963984540054;

  /** Keeps its own copy. */
  public RothErevRuns {
    Arguments.present("study", study);
    Arguments.present("history", history);
    Arguments.finite("success", success, 1);
    Arguments.require(
        success.length == study.runs(),
        "success has %d values: expected one for each of %d runs",
        success.length,
        study.runs());
    success = success.clone();
  }

  static RothErevRuns of(RothErevEnsemble study, long[] times, List<double[]> runs) {
    double threshold = study.game().threshold();
    double[][] rows = new double[times.length][];
    double[] at = new double[runs.size()];
    for (int t = 0; t < times.length; t++) {
      for (int i = 0; i < at.length; i++) {
        at[i] = runs.get(i)[t];
      }
      double below = Arrays.stream(at).filter(v -> v < threshold).count();
      double sd = at.length > 1 ? Math.sqrt(StatUtils.variance(at)) : 0;
      rows[t] = new double[] {StatUtils.mean(at), sd, below / at.length};
    }
    var names = List.of("expected success", "sd", "pooling");
    return new RothErevRuns(study, at, new GameHistory(names, times, rows));
  }

  @Override
  public double[] success() {
    return success.clone();
  }

  /** Mean of the expected success over the runs, at their end. */
  public double meanSuccess() {
    return StatUtils.mean(success);
  }

  /** Standard error of that mean; NaN of a single run. */
  public double standardError() {
    return success.length < 2
        ? Double.NaN
        : Math.sqrt(StatUtils.variance(success) / success.length);
  }

  /** The share of runs that ended in partial pooling, below {@link RothErev#threshold}. */
  public PoolingShare pooling() {
    return pooling(study.game().threshold());
  }

  /** The share of runs that ended below another threshold. */
  public PoolingShare pooling(double threshold) {
    Arguments.within("threshold", threshold, 0, 1);
    int below = (int) Arrays.stream(success).filter(v -> v < threshold).count();
    return new PoolingShare(below, success.length, threshold, provenance());
  }

  @Override
  public String summary() {
    var game = study.game();
    double[] interval = pooling().interval(LEVEL);
    return String.format(
        Locale.ROOT,
        """
        %d runs of %d plays, seed %d: %d states, %d messages, %d acts
        expected success  %.4f (standard error %.2g)
        pooling           %.4g of the runs below %.4g (95 %%: %.4g to %.4g)\
        """,
        study.runs(),
        game.plays(),
        study.seed(),
        game.states(),
        game.messages(),
        game.acts(),
        meanSuccess(),
        standardError(),
        pooling().share(),
        game.threshold(),
        interval[0],
        interval[1]);
  }

  @Override
  public Table table() {
    double half = Z * standardError();
    double[] interval = pooling().interval(LEVEL);
    return Quantities.of("games of urns")
        .and("expected success", meanSuccess(), meanSuccess() - half, meanSuccess() + half)
        .and("pooling share", pooling().share(), interval[0], interval[1])
        .and("runs", success.length)
        .table();
  }

  /** Mean expected success and share of pooling runs against plays, and where the runs ended. */
  @Override
  public Figure chart() {
    double[] x = Arrays.copyOfRange(history.times(), 1, history.times().length);
    double[] pooled = Arrays.copyOfRange(history.of("pooling"), 1, x.length + 1);
    var curve =
        RothErevRun.curve(history, history.of("expected success"), study.game())
            .line("pooling runs", x, pooled);
    double[] sorted = success();
    Arrays.sort(sorted);
    double[] rank = new double[sorted.length];
    for (int i = 0; i < rank.length; i++) {
      rank[i] = (i + 1.0) / rank.length;
    }
    var ends =
        Panel.of("expected success at the end", "share of runs")
            .line("runs", sorted, rank)
            .vertical(study.game().threshold())
            .yRange(0, 1);
    return Figure.grid(2, curve, ends);
  }

  @Override
  public Provenance provenance() {
    return study.game().provenance(study.seed());
  }
}
