package murmuration.golden.concept;

import java.util.Arrays;
import java.util.List;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Report;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** The sweep of the small generator over colour separations: its seven rules, from its curves. */
public final class MeasuredColourChecker implements Checker {
  private static final double[] WEAK = {0.1, 0.15, 0.2, 0.3, 0.4};
  private static final double[] STRONG = {0.2, 0.3, 0.4, 0.6, 0.8};
  private static final String COLOUR = "naive_colour_acc";
  private static final String SIZE = "naive_size_acc";
  private static final String NAIVE = "naive_joint_acc";
  private static final String LATENT = "latent_best";

  @Override
  public String kind() {
    return "concept/insilico-color";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var runs = MeasuredRun.of(file, report, "sep_col");
    report.equal("rules", 7, file.root().at("acceptance").items().size());
    times(runs, report);
    order(runs, report);
    hidden(runs, report);
  }

  private static void times(List<MeasuredRun> runs, Report report) {
    for (double at : new double[] {0.1, 0.15, 0.2, 0.3, 0.4, 0.6}) {
      double size = MeasuredRun.mean(runs, at, run -> run.timeOrNever(SIZE));
      report.holds("size by step 250 at " + at, size <= 250, "found " + size);
    }
    double[] colour = MeasuredRun.means(runs, run -> run.timeOrNever(COLOUR), STRONG);
    report.holds(
        "colour earlier, the stronger",
        new SpearmansCorrelation().correlation(STRONG, colour) <= -0.9,
        "found " + Arrays.toString(colour));
    long naive = learned(MeasuredRun.between(runs, 0.1, 0.1), NAIVE);
    report.equal("naive prompting at 0.1", 0L, naive);
    List<MeasuredRun> at15 = MeasuredRun.between(runs, 0.15, 0.15);
    report.holds(
        "naive prompting at 0.15",
        4 * learned(at15, NAIVE) <= at15.size(),
        "expected a quarter at most");
  }

  private static long learned(List<MeasuredRun> runs, String column) {
    return runs.stream().filter(run -> !Double.isNaN(run.time(column))).count();
  }

  private static void order(List<MeasuredRun> runs, Report report) {
    report.holds(
        "colour first at 0.6",
        MeasuredRun.mean(runs, 0.6, run -> run.timeOrNever(COLOUR) - run.timeOrNever(SIZE)) < 0,
        "size first in the mean");
    report.holds(
        "colour first at 0.8",
        MeasuredRun.between(runs, 0.8, 0.8).stream()
            .allMatch(run -> run.time(COLOUR) < run.time(SIZE)),
        "size first in a run");
    report.holds(
        "size first from 0.1 to 0.3",
        MeasuredRun.between(runs, 0.1, 0.3).stream()
            .allMatch(run -> run.time(SIZE) < run.timeOrNever(COLOUR)),
        "colour first in a run");
  }

  private static void hidden(List<MeasuredRun> runs, Report report) {
    report.holds(
        "latent intervention from 0.15 to 0.4",
        MeasuredRun.between(runs, 0.15, 0.4).stream()
            .allMatch(run -> run.time(LATENT) <= 700 && run.max(LATENT) >= 0.95),
        "expected 0.8 by step 700 and 0.95 some time in every run");
    report.holds(
        "latent before naive, 0.15 and 0.2",
        MeasuredRun.between(runs, 0.15, 0.2).stream().allMatch(MeasuredRun::isHidden),
        "expected in every run");
    List<MeasuredRun> weakest = MeasuredRun.between(runs, 0.1, 0.1);
    report.holds(
        "latent before naive at 0.1",
        2 * weakest.stream().filter(MeasuredRun::isHidden).count() >= weakest.size(),
        "expected in half of the runs");
    for (double at : WEAK) {
      double gap = MeasuredRun.mean(runs, at, run -> run.end(LATENT, 6) - run.end(NAIVE, 6));
      report.holds("gap at " + at, gap >= 0.15, "expected 0.15, found " + gap);
    }
  }
}
