package murmuration.golden.scaling;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.scaling.AdditiveLaw;
import murmuration.scaling.FitLoss;
import murmuration.scaling.FitStatus;
import murmuration.scaling.Frontier;
import murmuration.scaling.LawParameter;
import murmuration.scaling.ScalingFit;
import murmuration.scaling.ScalingLaw;
import murmuration.scaling.TrainingRuns;

/** Objectives with their derivatives, optima, covariances and frontiers of the Chinchilla runs. */
public final class ChinchillaFitChecker implements Checker {
  @Override
  public String kind() {
    return "scaling/chinchilla-fit";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node root = file.root();
    TrainingRuns runs = ChinchillaRuns.kept(file);
    report.equal("runs kept", 240, runs.size());
    for (Node node : root.at("objective_evaluations").items()) {
      derivatives(node, runs, file, report);
    }
    Tolerance parameters = Tolerance.relative(root.at("tolerance").at("parameters_rel").number());
    for (Node node : root.at("fits").items()) {
      optimum(node, runs, parameters, file, report);
    }
    optimum(root.at("fit_all_245"), ChinchillaRuns.all(file), parameters, file, report);
    squares(root.at("nls"), runs, parameters, report);
    deviations(root.at("published_lad"), runs, report);
    hoffmann(root.at("hoffmann"), report);
    frontier(root.at("allocation_huber"), best(runs, FitLoss.HUBER_LOG).law(), parameters, report);
    frontier(root.at("allocation_published"), AdditiveLaw.REPLICATION, parameters, report);
    report.equal(
        "constants",
        "unrounded (hoffmann.unrounded_*)",
        root.at("allocation_hoffmann").at("constants").text());
    frontier(root.at("allocation_hoffmann"), AdditiveLaw.HOFFMANN, parameters, report);
  }

  private static ScalingFit best(TrainingRuns runs, FitLoss loss) {
    return ScalingLaw.of(runs).loss(loss).fit();
  }

  private static void derivatives(Node node, TrainingRuns runs, GoldenFile file, Report report) {
    Node tolerances = file.root().at("tolerance");
    double relative = tolerances.at("objective_gradient_hessian_rel").number();
    double absolute = tolerances.at("gradient_abs").number();
    double floor = Tolerance.parse(tolerances.at("gradient_hessian_abs_floor").text()).absolute();
    var found =
        FitLoss.huberLog(node.at("delta").number()).derivatives(ChinchillaRuns.logs(node), runs);
    String at = node.path();
    report.number(
        at + ".objective",
        node.at("objective").number(),
        found.value(),
        Tolerance.relative(tolerances.at("objective_rel").number()));
    double[] gradient = node.at("gradient").numbers();
    report.numbers(
        at + ".gradient",
        gradient,
        found.gradient(),
        new Tolerance(Math.max(absolute, floor * largest(gradient)), relative));
    double[][] hessian = node.at("hessian").matrix();
    double[] flat = Arrays.stream(hessian).flatMapToDouble(Arrays::stream).toArray();
    report.numbers(
        at + ".hessian",
        flat,
        Arrays.stream(found.hessian()).flatMapToDouble(Arrays::stream).toArray(),
        new Tolerance(floor * largest(flat), relative));
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElseThrow();
  }

  private static void optimum(
      Node node, TrainingRuns runs, Tolerance parameters, GoldenFile file, Report report) {
    report.equal(node.path() + ".loss", "huber_log", node.at("loss").text());
    ScalingFit fit = best(runs, FitLoss.huberLog(node.at("delta").number()));
    report.number(
        node.path() + ".objective",
        node.at("objective").number(),
        fit.objective(),
        Tolerance.relative(file.root().at("tolerance").at("objective_rel").number()));
    report.equal(node.path() + " status", FitStatus.OK, fit.status());
    report.equal(node.path() + " starts", fit.starts(), fit.agreeing());
    natural(node, fit.law(), parameters, report);
    if (node.has("n")) {
      report.equal(node.path() + ".n", (int) node.at("n").number(), runs.size());
    }
    if (node.has("a")) {
      logs(node, fit.law(), parameters, report);
      report.holds(
          node.path() + ".max_abs_gradient_centred",
          fit.gradientNorm() <= Math.max(node.at("max_abs_gradient_centred").number(), 1e-13),
          "found " + fit.gradientNorm());
    }
  }

  private static void natural(Node node, AdditiveLaw law, Tolerance tolerance, Report report) {
    for (LawParameter p : LawParameter.values()) {
      report.number(
          node.path() + "." + p.symbol(), node.at(p.symbol()).number(), p.of(law), tolerance);
    }
  }

  private static void logs(Node node, AdditiveLaw law, Tolerance tolerance, Report report) {
    report.number(node.path() + ".a", node.at("a").number(), law.logA(), tolerance);
    report.number(node.path() + ".b", node.at("b").number(), law.logB(), tolerance);
    report.number(node.path() + ".e", node.at("e").number(), law.logE(), tolerance);
  }

  private static void squares(Node node, TrainingRuns runs, Tolerance tolerance, Report report) {
    report.equal("nls.loss", "nls_log", node.at("loss").text());
    ScalingFit fit = best(runs, FitLoss.NLS_LOG);
    natural(node, fit.law(), tolerance, report);
    report.number("nls.rss", node.at("rss").number(), fit.objective(), tolerance);
    report.number(
        "nls.sigma2",
        node.at("sigma2").number(),
        fit.objective() / fit.degreesOfFreedom(),
        tolerance);
    double[][] covariance = node.at("cov_abeab").matrix();
    double[] se = node.at("se").numbers();
    for (int i = 0; i < se.length; i++) {
      LawParameter p = LawParameter.values()[i];
      report.number("nls.se " + p, se[i], fit.standardError(p), tolerance);
      for (int j = 0; j < se.length; j++) {
        // Off the diagonal the peer's numeric derivatives are good to 1e-5 of the two errors.
        report.number(
            "nls.cov[" + i + "][" + j + "]",
            covariance[i][j],
            fit.covariance()[i][j],
            new Tolerance(tolerance.relative() * se[i] * se[j], tolerance.relative()));
      }
    }
  }

  private static void deviations(Node node, TrainingRuns runs, Report report) {
    var tolerance = Tolerance.relative(node.at("tolerance_rel").number());
    ScalingFit fit = best(runs, FitLoss.LAD_LOG);
    for (AdditiveLaw law : new AdditiveLaw[] {fit.law(), AdditiveLaw.REPLICATION}) {
      natural(node, law, tolerance, report);
      logs(node, law, tolerance, report);
    }
    report.number(
        "published_lad.sum_abs_log_residual",
        node.at("sum_abs_log_residual").number(),
        FitLoss.LAD_LOG.of(AdditiveLaw.REPLICATION, runs),
        Tolerance.relative(1e-9));
    report.number(
        "published_lad.sum_abs_log_residual, refitted",
        node.at("sum_abs_log_residual").number(),
        fit.objective(),
        tolerance);
  }

  private static void hoffmann(Node node, Report report) {
    natural(node, AdditiveLaw.HOFFMANN_ROUNDED, Tolerance.relative(1e-14), report);
    double[] logs = node.at("unrounded_a_b_e").numbers();
    double[] all = Arrays.copyOf(logs, 5);
    all[3] = node.at("unrounded_alpha").number();
    all[4] = node.at("unrounded_beta").number();
    report.numbers("hoffmann.unrounded", all, AdditiveLaw.HOFFMANN.vector(), Tolerance.EXACT);
  }

  private static void frontier(Node node, AdditiveLaw law, Tolerance tolerance, Report report) {
    Frontier frontier = Frontier.of(law);
    String at = node.path();
    report.number(at + ".G", node.at("G").number(), frontier.coefficient(), tolerance);
    report.number(at + ".a", node.at("a").number(), frontier.parameterExponent(), tolerance);
    report.number(at + ".b", node.at("b").number(), frontier.tokenExponent(), tolerance);
    for (Node row : node.at("frontier").items()) {
      double c = row.at("C").number();
      String here = row.path();
      report.number(here + ".N", row.at("N_opt").number(), frontier.parameters(c), tolerance);
      report.number(here + ".D", row.at("D_opt").number(), frontier.tokens(c), tolerance);
      report.number(
          here + ".D/N", row.at("D_over_N").number(), frontier.tokensPerParameter(c), tolerance);
      report.number(here + ".L", row.at("L").number(), frontier.loss(c), tolerance);
    }
  }
}
