package murmuration.golden.warning;

import java.util.Comparator;
import java.util.List;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.model.CriticalPoint;
import murmuration.warning.model.CriticalPoint.Kind;
import murmuration.warning.model.Grazing;
import murmuration.warning.model.IceAlbedo;
import murmuration.warning.model.MayHarvest;
import murmuration.warning.model.RickerHarvest;
import murmuration.warning.model.RosenzweigMacArthur;
import murmuration.warning.model.StommelBox;

/** Critical points of the simulators, found by following their equilibria. */
public final class BifurcationPointsChecker implements Checker {
  @Override
  public String kind() {
    return "warning/bifurcation-points";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node root = file.root();
    Tolerance tolerance = file.tolerance();
    folds(
        root.at("may"),
        new MayHarvest().critical(),
        report,
        tolerance,
        "fold_upper_h",
        "fold_upper_x",
        "fold_lower_h",
        "fold_lower_x");
    folds(
        root.at("grazing_K10_h1"),
        new Grazing().critical(),
        report,
        tolerance,
        "fold_c",
        "x",
        "fold_lower_c",
        "x_lower");
    Node ricker = root.at("ricker");
    folds(
        ricker,
        new RickerHarvest().critical(),
        report,
        tolerance,
        "fold_upper_F",
        "x",
        "fold_lower_F",
        "x_lower");
    var byGrowth = new RickerHarvest().diagram("r", 0.5, 2.5).critical();
    number(ricker, "flip_r", at(byGrowth, Kind.FLIP).value(), report, tolerance);
    Node predator = root.at("rosen_mac");
    var points = new RosenzweigMacArthur().critical();
    number(predator, "transcritical_a", at(points, Kind.TRANSCRITICAL).value(), report, tolerance);
    number(predator, "hopf_a", at(points, Kind.HOPF).value(), report, tolerance);
    stommel(root.at("stommel"), report, tolerance);
    var climates = new IceAlbedo().critical();
    folds(root.at("ebm"), climates, report, tolerance, "fold_high_mu", "", "fold_low_mu", "");
    number(root.at("ebm"), "T_high_fold", climates.getLast().state()[0], report, tolerance);
    number(root.at("ebm"), "T_low_fold", climates.getFirst().state()[0], report, tolerance);
  }

  private static void stommel(Node stommel, Report report, Tolerance tolerance) {
    var model =
        new StommelBox()
            .with("eta1", stommel.at("eta1").number())
            .with("eta3", stommel.at("eta3").number());
    var points = model.critical();
    double[] state = at(points, Kind.FOLD).state();
    number(stommel, "fold_eta2", at(points, Kind.FOLD).value(), report, tolerance);
    number(stommel, "psi", state[0] - state[1], report, tolerance);
    double kink = at(points, Kind.NONSMOOTH_FOLD).value();
    number(stommel, "nonsmooth_fold_eta2", kink, report, tolerance);
  }

  /** The fold at the higher value of the parameter, with its state, then the other. */
  private static void folds(
      Node expected,
      List<CriticalPoint> found,
      Report report,
      Tolerance tolerance,
      String... names) {
    var folds =
        found.stream()
            .filter(point -> point.kind() == Kind.FOLD)
            .sorted(Comparator.comparingDouble(CriticalPoint::value).reversed())
            .toList();
    report.equal("number of folds", 2, folds.size());
    for (int i = 0; i < 2; i++) {
      number(expected, names[2 * i], folds.get(i).value(), report, tolerance);
      if (!names[2 * i + 1].isEmpty()) {
        number(expected, names[2 * i + 1], folds.get(i).state()[0], report, tolerance);
      }
    }
  }

  private static CriticalPoint at(List<CriticalPoint> points, Kind kind) {
    return points.stream().filter(point -> point.kind() == kind).findFirst().orElseThrow();
  }

  private static void number(
      Node expected, String name, double found, Report report, Tolerance tolerance) {
    report.number(name, expected.at(name).number(), found, tolerance);
  }
}
