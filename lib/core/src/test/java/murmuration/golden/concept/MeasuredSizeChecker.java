package murmuration.golden.concept;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Report;

/** The sweep of the small generator over size separations: its three rules, from its curves. */
public final class MeasuredSizeChecker implements Checker {
  @Override
  public String kind() {
    return "concept/insilico-size";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var runs = MeasuredRun.of(file, report, "sep_size");
    report.equal("rules", 3, file.root().at("acceptance").items().size());
    double[] size =
        MeasuredRun.means(runs, run -> run.timeOrNever("naive_size_acc"), 0.15, 0.2, 0.3, 0.4);
    report.holds(
        "size earlier, the stronger", MeasuredRun.falls(size), "found " + Arrays.toString(size));
    report.holds(
        "colour by step 200",
        runs.stream().allMatch(run -> run.time("naive_colour_acc") <= 200),
        "later in a run");
    double[] ends = MeasuredRun.means(runs, run -> run.end("naive_joint_acc", 6), 0.15, 0.2, 0.4);
    report.holds(
        "naive prompting at the end",
        ends[0] >= 0.9 && ends[1] >= 0.9 && ends[2] <= 0.8,
        "found " + Arrays.toString(ends));
  }
}
