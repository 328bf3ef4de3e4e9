package murmuration.scaling;

import java.util.Arrays;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Proportion;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * Where the descents from random starts ended.
 *
 * @param fit the fit
 * @param seed seed of the starts
 * @param best the law of the best of them
 * @param objectives the objective of each
 * @param agreeing how many of them are within 1e-9 of the best objective known, relative
 */
public record StartsReport(
    ScalingFit fit, long seed, AdditiveLaw best, double[] objectives, int agreeing)
    implements Charted {
  /** Checks the numbers and keeps its own copy. */
  public StartsReport {
    Arguments.present("fit", fit);
    Arguments.present("best", best);
    Arguments.finite("objectives", objectives, 1);
    Arguments.require(
        agreeing >= 0 && agreeing <= objectives.length,
        "agreeing is %d: expected 0 to %d",
        agreeing,
        objectives.length);
    objectives = objectives.clone();
  }

  /** The share of starts that reached the best objective. */
  public double share() {
    return (double) agreeing / objectives.length;
  }

  /** By how much the best of the starts is better than the fit, relative; 0 or below if not. */
  public double improvement() {
    double least = Arrays.stream(objectives).min().orElseThrow();
    return (fit.objective() - least) / Math.abs(fit.objective());
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        %d of %d random starts (seed %d) reach the best objective to 1e-9
        objective of the fit %s, of the best start %s, of the worst %s\
        """,
        agreeing,
        objectives.length,
        seed,
        Digits.of(fit.objective(), 10),
        Digits.of(Arrays.stream(objectives).min().orElseThrow(), 10),
        Digits.of(Arrays.stream(objectives).max().orElseThrow(), 10));
  }

  @Override
  public Table table() {
    double[] interval = new Proportion(agreeing, objectives.length).clopperPearson(0.95);
    return Quantities.of("random starts")
        .and("share that reaches the best objective", share(), interval[0], interval[1])
        .and("starts", objectives.length)
        .and("objective of the fit", fit.objective())
        .and("objective of the best start", Arrays.stream(objectives).min().orElseThrow())
        .and("objective of the worst start", Arrays.stream(objectives).max().orElseThrow())
        .table();
  }

  /** The objectives in ascending order, by the best. */
  @Override
  public Figure chart() {
    double[] sorted = objectives.clone();
    Arrays.sort(sorted);
    double[] rank = new double[sorted.length];
    Arrays.setAll(rank, i -> i + 1);
    double[] ratio = Arrays.stream(sorted).map(v -> v / sorted[0]).toArray();
    return Figure.of(
        Panel.of("Start, in the order of its objective", "Objective by the best")
            .points("starts", rank, ratio));
  }

  @Override
  public double[] objectives() {
    return objectives.clone();
  }

  @Override
  public Provenance provenance() {
    return fit.provenance().seed(seed);
  }
}
