package murmuration.golden.scaling;

import java.util.List;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.scaling.IsoFlop;
import murmuration.scaling.IsoFlopParabola;
import murmuration.scaling.TrainingRuns;
import tech.tablesaw.api.Table;

/** Approach 2 on the runs of Hoffmann et al.: parabolas and lines of NumPy. */
public final class IsoFlopChecker implements Checker {
  @Override
  public String kind() {
    return "scaling/isoflop";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var root = file.root();
    var tolerance = Tolerance.relative(root.at("tolerance_rel").number());
    Table table = Table.read().csv(file.thirdParty("chinchilla_245.csv").toFile());
    List<Node> groups = root.at("groups").items();
    double[] budgets = groups.stream().mapToDouble(g -> g.at("budget").number()).toArray();
    var fit =
        IsoFlop.of(TrainingRuns.ofCompute(table, "model_size", "training_flop", "loss"))
            .budgets(budgets)
            .tolerance(root.at("tol_log10").number())
            .fit();
    report.equal("groups", groups.size(), fit.parabolas().size());
    for (int i = 0; i < groups.size(); i++) {
      group(groups.get(i), fit.parabolas().get(i), report, tolerance);
    }
    report.number("a", root.at("a").number(), fit.parameterExponent(), tolerance);
    report.number("a_se", root.at("a_se").number(), fit.parameterExponentError(), tolerance);
    report.number("b", root.at("b").number(), fit.tokenExponent(), tolerance);
    double lnkN = fit.parameterLine().coefficients()[0];
    double lnkD = fit.tokenLine().coefficients()[0];
    report.number("lnk_N", root.at("lnk_N").number(), lnkN, tolerance);
    report.number("lnk_D", root.at("lnk_D").number(), lnkD, tolerance);
    double at = root.at("N_opt_at_5_76e23").number();
    report.number("N_opt(5.76e23)", at, fit.parameters(5.76e23), tolerance);
    double reported = root.at("reported").at("approach2_a").number();
    double[] range = root.at("reported").at("approach2_a_10_90").numbers();
    double[] interval = fit.parameterExponentInterval(0.8);
    report.holds(
        "reported exponent within our 80 % interval",
        reported > interval[0] && reported < interval[1] && interval[1] < range[1] + 0.01,
        interval[0] + " to " + interval[1]);
  }

  private static void group(
      Node expected, IsoFlopParabola found, Report report, Tolerance tolerance) {
    String path = expected.path();
    double[] c = found.coefficients();
    report.equal(path + ".n", expected.at("n").integer(), (long) found.parameters().length);
    report.equal(path + ".status", expected.at("status").text(), found.status().name());
    report.number(path + ".c0", expected.at("c0").number(), c[0], tolerance);
    report.number(path + ".c1", expected.at("c1").number(), c[1], tolerance);
    report.number(path + ".c2", expected.at("c2").number(), c[2], tolerance);
    report.number(path + ".centre", expected.at("ln_N_mean").number(), found.centre(), tolerance);
    report.number(
        path + ".N_opt", expected.at("N_opt").number(), found.bestParameters(), tolerance);
    report.number(path + ".D_opt", expected.at("D_opt").number(), found.bestTokens(), tolerance);
    report.number(path + ".L_min", expected.at("L_min").number(), found.leastLoss(), tolerance);
  }
}
