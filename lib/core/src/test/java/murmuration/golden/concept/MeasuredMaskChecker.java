package murmuration.golden.concept;

import java.util.Arrays;
import java.util.List;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Report;

/** The small generator told too little: colour falls with the masked share, ability does not. */
public final class MeasuredMaskChecker implements Checker {
  @Override
  public String kind() {
    return "concept/insilico-mask";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var runs = MeasuredRun.of(file, report, "mask");
    report.equal("rules", 3, file.root().at("acceptance").items().size());
    double[] colour =
        MeasuredRun.means(runs, run -> run.end("naive_colour_acc", 5), 0, 0.5, 0.9, 1);
    report.holds(
        "colour falls with the masked share",
        MeasuredRun.falls(colour) && colour[0] >= 0.85 && colour[3] <= 0.8,
        "found " + Arrays.toString(colour));
    for (String way : List.of("overprompt_best", "latent_best")) {
      double[] best = MeasuredRun.means(runs, run -> run.end(way, 5), 0.5, 0.9, 1);
      report.holds(
          way + " from a masked share of 0.5 on",
          Arrays.stream(best).allMatch(share -> share >= 0.95),
          "found " + Arrays.toString(best));
    }
  }
}
