package murmuration.language.game;

import java.util.Locale;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Proportion;
import tech.tablesaw.api.Table;

/**
 * How many runs ended in partial pooling: states that share a message, for good.
 *
 * @param pooled runs below the threshold
 * @param runs all runs
 * @param threshold expected success
 * @param provenance where it comes from
 */
public record PoolingShare(int pooled, int runs, double threshold, Provenance provenance)
    implements Result {
  private static final double LEVEL = 0.95;

  /** Checks the counts. */
  public PoolingShare {
    Arguments.require(runs >= 1, "runs is %d: expected 1 or more", runs);
    Arguments.require(
        pooled >= 0 && pooled <= runs, "pooled is %d: expected 0 to %d", pooled, runs);
    Arguments.within("threshold", threshold, 0, 1);
    Arguments.present("provenance", provenance);
  }

  /** Runs below the threshold, of all. */
  public double share() {
    return (double) pooled / runs;
  }

  /** The exact binomial interval (Clopper and Pearson 1934): low and high. */
  public double[] interval(double level) {
    return new Proportion(pooled, runs).clopperPearson(level);
  }

  /** How many standard errors of the mean share two counts are apart; 0 where both are 0 or all. */
  public double z(int otherPooled, int otherRuns) {
    Arguments.require(otherRuns >= 1, "otherRuns is %d: expected 1 or more", otherRuns);
    Arguments.require(
        otherPooled >= 0 && otherPooled <= otherRuns,
        "otherPooled is %d: expected 0 to %d",
        otherPooled,
        otherRuns);
    double p = ((double) pooled + otherPooled) / ((double) runs + otherRuns);
    double variance = p * (1 - p) * (1.0 / runs + 1.0 / otherRuns);
    return variance == 0 ? 0 : (share() - (double) otherPooled / otherRuns) / Math.sqrt(variance);
  }

  @Override
  public String summary() {
    double[] interval = interval(LEVEL);
    return String.format(
        Locale.ROOT,
        "pooling: %d of %d runs below %.4g: %.4g (95 %%: %.4g to %.4g)",
        pooled,
        runs,
        threshold,
        share(),
        interval[0],
        interval[1]);
  }

  @Override
  public Table table() {
    double[] interval = interval(LEVEL);
    return Quantities.of("pooling")
        .and("pooling share", share(), interval[0], interval[1])
        .and("runs", runs)
        .table();
  }
}
