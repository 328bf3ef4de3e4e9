package murmuration.golden.scaling;

import java.util.Arrays;
import java.util.List;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.scaling.pass.PassAtK;
import murmuration.scaling.pass.PassCounts;
import murmuration.scaling.pass.PassPowerLaw;
import murmuration.scaling.pass.SuccessFit;
import tech.tablesaw.api.Table;

/** The human-eval estimator, 40-digit values of it, and SciPy's fits of the Pythia counts. */
public final class PassAtKChecker implements Checker {
  @Override
  public String kind() {
    return "scaling/pass-at-k";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var root = file.root();
    var exact = Tolerance.absolute(root.at("tolerance").at("pass_at_k_abs").number());
    for (Node node : root.at("estimator").items()) {
      int n = (int) node.at("n").integer();
      int c = (int) node.at("c").integer();
      int k = (int) node.at("k").integer();
      double found = PassAtK.estimate(n, c, k);
      report.number(node.path() + ".pass_at_k", node.at("pass_at_k").number(), found, exact);
      report.number(node.path() + ".exact", node.at("exact").number(), found, exact);
    }
    codex(root.at("codex_table1"), report);
    List<PassCounts> models = pythia(file);
    for (String name : root.at("models").keys()) {
      var counts = models.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
      model(root, root.at("models").at(name), counts, report);
    }
  }

  static List<PassCounts> pythia(GoldenFile file) {
    var table = Table.read().csv(file.thirdParty("pythia_math_pass_counts.csv").toFile());
    return PassCounts.read(table, "model", "n", "c");
  }

  private static void model(Node root, Node model, PassCounts counts, Report report) {
    var tolerance = root.at("tolerance");
    var exact = Tolerance.absolute(tolerance.at("pass_at_k_abs").number());
    Node expected = model.at("pass_at_k");
    int[] k = expected.keys().stream().mapToInt(Integer::parseInt).toArray();
    PassAtK curve = counts.passAt(k);
    double[] values = curve.values();
    for (int i = 0; i < k.length; i++) {
      report.number(
          expected.path() + "." + k[i], expected.at("" + k[i]).number(), values[i], exact);
    }
    var law = curve.powerLaw();
    var rel = Tolerance.relative(tolerance.at("power_law_rel").number());
    report.number(
        model.path() + ".A", model.at("power_law").at("A").number(), law.prefactor(), rel);
    report.number(model.path() + ".B", model.at("power_law").at("B").number(), law.exponent(), rel);
    report.equal(model.path() + " values of the power law", 13, law.k().length);
    betaBinomial(tolerance, model.at("beta_binomial"), SuccessFit.of(counts), report);
  }

  private static void betaBinomial(Node tolerance, Node expected, SuccessFit fit, Report report) {
    var parameters = Tolerance.relative(tolerance.at("beta_binomial_params_rel").number());
    for (String name : List.of("alpha", "beta")) {
      report.number(
          expected.path() + "." + name,
          expected.at(name).number(),
          fit.parameter(name),
          parameters);
    }
    report.number(
        expected.path() + ".neg_log_lik",
        expected.at("neg_log_lik").number(),
        -fit.logLikelihood(),
        Tolerance.absolute(tolerance.at("nll_abs").number()));
    var predicted = Tolerance.absolute(tolerance.at("pred_abs").number());
    for (String k : expected.at("pass_at_k_pred").keys()) {
      report.number(
          expected.path() + ".pass_at_k_pred." + k,
          expected.at("pass_at_k_pred").at(k).number(),
          fit.passAt(Integer.parseInt(k)),
          predicted);
    }
    report.number(
        expected.path() + ".asymptotic_exponent",
        expected.at("asymptotic_exponent").number(),
        fit.exponent(),
        parameters);
    report.number(
        expected.path() + ".asymptotic_prefactor",
        expected.at("asymptotic_prefactor").number(),
        fit.prefactor(),
        parameters);
  }

  /** For three values a decade apart, least squares have a closed form. */
  private static void codex(Node table, Report report) {
    double[] k = {1, 10, 100};
    for (Node row : table.at("rows").items()) {
      double[] percent = row.items().stream().skip(1).mapToDouble(Node::number).toArray();
      double[] values = Arrays.stream(percent).map(v -> v / 100).toArray();
      double[] f = Arrays.stream(values).map(v -> Math.log(-Math.log(v))).toArray();
      double exponent = (f[0] - f[2]) / Math.log(100);
      double prefactor = Math.exp((f[0] + f[1] + f[2]) / 3 + exponent * Math.log(10));
      var law = PassPowerLaw.of(k, values);
      report.number(row.path() + " exponent", exponent, law.exponent(), Tolerance.relative(1e-12));
      report.number(
          row.path() + " prefactor", prefactor, law.prefactor(), Tolerance.relative(1e-12));
    }
  }
}
