package murmuration.golden.warning;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.detection.ProsecutorsFallacy;
import murmuration.warning.detection.SelectionBias;

/** The selection of runs that collapsed by chance, repeated with draws of our own. */
public final class ProsecutorExperimentChecker implements Checker {
  @Override
  public String kind() {
    return "warning/prosecutor-experiment";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var root = file.root();
    int runs = (int) root.at("design").at("runs").integer();
    var bias = ProsecutorsFallacy.ofMayHarvest().runs(runs).seed(1).run();
    var share = within(file, "share");
    report.number("share", root.at("share_collapsed").number(), bias.share(), share);
    compare(file, root.at("results").at("variance"), bias, "variance", report);
    compare(file, root.at("results").at("acf1"), bias, "acf1", report);
  }

  private static void compare(
      GoldenFile file, Node expected, SelectionBias bias, String name, Report report) {
    var means = within(file, "means");
    report.number(
        name + " collapsed",
        expected.at("mean_tau_collapsed").number(),
        bias.meanBeforeCollapse(name),
        means);
    report.number(
        name + " survivors",
        expected.at("mean_tau_survivors").number(),
        bias.meanOfSurvivors(name),
        means);
    var area = within(file, "AUC");
    report.number(name + " AUC", expected.at("auc").number(), bias.roc(name).auc(), area);
  }

  /** The file writes these as "+-0.02", which is absolute. */
  private static Tolerance within(GoldenFile file, String name) {
    return Tolerance.absolute(file.tolerance(name).absolute());
  }
}
