package murmuration.golden.language;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.language.game.RothErev;
import murmuration.language.game.RothErevRuns;

/**
 * Pooling of Roth-Erev urns against an independent prototype: two samples each, 4 standard errors
 * of their difference. Both sides are chance: by the normal law a sound engine fails one of the 16
 * comparisons in about one of 1,000 seeds, and this seed is fixed. The longest rows are played with
 * fewer runs than the prototype's, so that the check takes seconds.
 */
public final class RothErevChecker implements Checker {
  private static final double STANDARD_ERRORS = 4;
  private static final long MOST_PLAYS = 40_000_000;
  private static final int FEWEST_RUNS = 40;

  @Override
  public String kind() {
    return "language/roth-erev-expected";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    for (Node row : file.root().at("rows").items()) {
      check(row, report);
    }
  }

  private static void check(Node row, Report report) {
    int states = (int) row.at("states").integer();
    int theirs = (int) row.at("runs").integer();
    long plays = row.at("plays").integer();
    int runs = (int) Math.min(theirs, Math.max(FEWEST_RUNS, MOST_PLAYS / plays));
    RothErevRuns ours = RothErev.states(states).plays(plays).ensemble(runs).seed(1).run();
    String where = row.path() + " " + states + " states ";
    double threshold = row.at("threshold").number();
    report.holds(
        where + "threshold",
        Math.abs(ours.study().game().threshold() - threshold) < 1e-4,
        "threshold is " + ours.study().game().threshold());
    var pooling = ours.pooling();
    double z = pooling.z((int) row.at("runs_below").integer(), theirs);
    report.holds(
        where + "runs below",
        Math.abs(z) < STANDARD_ERRORS,
        pooling.pooled() + " of " + runs + " runs: z is " + z);
    double mean = row.at("mean_expected_success").number();
    double gap = Math.abs(ours.meanSuccess() - mean);
    double error = ours.standardError() * Math.sqrt(1 + (double) runs / theirs);
    report.holds(
        where + "mean expected success",
        gap < STANDARD_ERRORS * error,
        ours.meanSuccess() + " against " + mean + ", standard error " + error);
  }
}
