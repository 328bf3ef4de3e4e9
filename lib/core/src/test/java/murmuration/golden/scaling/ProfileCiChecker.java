package murmuration.golden.scaling;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.scaling.DerivedQuantity;
import murmuration.scaling.FitLoss;
import murmuration.scaling.LawIntervals;
import murmuration.scaling.LawParameter;
import murmuration.scaling.LikelihoodProfile.Calibration;
import murmuration.scaling.ScalingFit;
import murmuration.scaling.ScalingLaw;

/** Wald, profile and delta-method intervals of the log-space least-squares fit. */
public final class ProfileCiChecker implements Checker {
  @Override
  public String kind() {
    return "scaling/profile-ci";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node root = file.root();
    var tolerance = Tolerance.relative(root.at("tolerance_rel").number());
    ScalingFit fit = ScalingLaw.of(ChinchillaRuns.kept(file)).loss(FitLoss.NLS_LOG).fit();
    report.number("rss", root.at("rss").number(), fit.objective(), tolerance);
    double sigma2 = fit.objective() / fit.degreesOfFreedom();
    report.number("sigma2", root.at("sigma2").number(), sigma2, tolerance);
    LawIntervals wald = fit.wald(0.95);
    LawIntervals f = fit.profile(0.95);
    LawIntervals chi = fit.profile(0.95, Calibration.CHI_SQUARED);
    for (LawParameter p :
        new LawParameter[] {LawParameter.E, LawParameter.ALPHA, LawParameter.BETA}) {
      boolean log = p == LawParameter.E;
      Node node = root.at(log ? "e" : p.symbol());
      double estimate = kept(p.of(fit.law()), log);
      report.number(node.path() + " estimate", node.at("estimate").number(), estimate, tolerance);
      report.number(node.path() + " se", node.at("se").number(), fit.standardError(p), tolerance);
      ends(node.at("wald95"), wald, p, tolerance, report);
      ends(node.at("profile95_F"), f, p, tolerance, report);
      ends(node.at("profile95_chi2"), chi, p, tolerance, report);
    }
    var exponent = DerivedQuantity.parameterExponent();
    Node a = root.at("a_exponent");
    report.number("a", a.at("estimate").number(), exponent.value(fit.law()), tolerance);
    report.number("a se", a.at("se_delta").number(), exponent.standardError(fit), tolerance);
    var best = DerivedQuantity.optimalParameters(5.76e23);
    Node n = root.at("ln_N_opt_5.76e23");
    report.number("N_opt", n.at("N_opt").number(), best.value(fit.law()), tolerance);
    double logN = Math.log(best.value(fit.law()));
    report.number("ln N_opt", n.at("estimate").number(), logN, tolerance);
    report.number("ln N_opt se", n.at("se_delta").number(), best.standardError(fit), tolerance);
  }

  private static double kept(double value, boolean log) {
    return log ? Math.log(value) : value;
  }

  private static void ends(
      Node node, LawIntervals intervals, LawParameter p, Tolerance tolerance, Report report) {
    boolean log = p == LawParameter.E;
    var row = intervals.of(p);
    report.numbers(
        node.path(),
        node.numbers(),
        new double[] {kept(row.low(), log), kept(row.high(), log)},
        tolerance);
  }
}
