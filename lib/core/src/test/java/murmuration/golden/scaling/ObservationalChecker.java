package murmuration.golden.scaling;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.scaling.observational.BenchmarkScores;
import murmuration.scaling.observational.CapabilityAxes;
import murmuration.scaling.observational.FamilyLines;

/** Imputation, capability axes and family lines of 77 published models. */
public final class ObservationalChecker implements Checker {
  @Override
  public String kind() {
    return "scaling/observational";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node root = file.root();
    var scores = ObsTables.benchmarks(file);
    report.equal("models", ObsTables.texts(root.at("models")), scores.models());
    report.equal("the list", ObsTables.texts(root.at("models")), BenchmarkScores.RUAN_MODELS);
    report.equal("metrics", root.at("metrics").items().size(), scores.benchmarks().size());
    report.equal("n_missing", (int) root.at("n_missing").integer(), scores.missing());
    var axes = CapabilityAxes.of(scores, (int) root.at("n_impute_components").integer());
    matrix("imputed", root, axes.imputation().scores(), file.tolerance("imputed_abs"), report);
    report.numbers(
        "explained_variance_ratio",
        root.at("explained_variance_ratio").numbers(),
        axes.explained(),
        file.tolerance("explained_variance_ratio_abs"));
    double[][] absolute =
        Arrays.stream(axes.components())
            .map(row -> Arrays.stream(row).map(Math::abs).toArray())
            .toArray(double[][]::new);
    Tolerance coordinates = file.tolerance("pc1_abs");
    matrix("components", root, absolute, coordinates, report);
    report.numbers("pc1", root.at("pc1").numbers(), axes.axis(1), coordinates);
    report.numbers(
        "pc1_abs",
        root.at("pc1_abs").numbers(),
        Arrays.stream(axes.axis(1)).map(Math::abs).toArray(),
        coordinates);
    families(root.at("family_fits_pc1_vs_log10_flops"), axes.families(), file, report);
  }

  private static void matrix(
      String name, Node root, double[][] found, Tolerance tolerance, Report report) {
    double[][] expected = root.at(name).matrix();
    report.equal(name + " rows", expected.length, found.length);
    for (int i = 0; i < expected.length; i++) {
      report.numbers(name + "[" + i + "]", expected[i], found[i], tolerance);
    }
  }

  private static void families(Node node, FamilyLines lines, GoldenFile file, Report report) {
    report.equal("families", node.keys().size(), lines.lines().size());
    Tolerance tolerance = file.tolerance("family_r2_abs");
    for (String family : node.keys()) {
      var line = lines.line(family);
      Node expected = node.at(family);
      report.equal(family + ".n", (int) expected.at("n").integer(), line.models());
      report.number(family + ".r2", expected.at("r2").number(), line.rSquared(), tolerance);
      report.number(family + ".slope", expected.at("slope").number(), line.slope(), tolerance);
      report.number(
          family + ".intercept", expected.at("intercept").number(), line.intercept(), tolerance);
    }
  }
}
