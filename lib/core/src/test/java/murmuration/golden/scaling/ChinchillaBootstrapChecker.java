package murmuration.golden.scaling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.BootstrapInterval;
import murmuration.scaling.DerivedQuantity;
import murmuration.scaling.LawDraws;
import murmuration.scaling.LawParameter;
import murmuration.scaling.ScalingLaw;
import org.apache.commons.math3.stat.StatUtils;

/** The Huber fits of the 4000 resamples of the replication notebook. */
public final class ChinchillaBootstrapChecker implements Checker {
  private static final String COUNTS = "chinchilla_boot_counts.txt.gz";

  @Override
  public String kind() {
    return "scaling/chinchilla-bootstrap";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node root = file.root();
    LawDraws draws = ScalingLaw.of(ChinchillaRuns.kept(file)).fit().bootstrapOf(counts(file));
    report.equal("converged", draws.count(), draws.converged());
    rows(root, draws, report);
    Node summary = root.at("summary");
    Tolerance tolerance = Tolerance.relative(root.at("tolerance").at("summary_rel").number());
    report.equal("n", (int) summary.at("n").number(), draws.count());
    var percentile = draws.percentile(0.95);
    for (LawParameter p : LawParameter.values()) {
      double se = draws.standardError(p);
      double[] ends = {percentile.of(p).low(), percentile.of(p).high()};
      report.number("se " + p, summary.at("se").at(p.symbol()).number(), se, tolerance);
      report.numbers("ci95 " + p, summary.at("ci95").at(p.symbol()).numbers(), ends, tolerance);
      published(summary.at("published"), p, se, ends, report);
    }
    double[][] covariance = summary.at("cov_abeab").matrix();
    for (int i = 0; i < covariance.length; i++) {
      report.numbers("cov[" + i + "]", covariance[i], draws.covariance()[i], tolerance);
    }
    exponent(summary, draws, tolerance, report);
  }

  private static void rows(Node root, LawDraws draws, Report report) {
    Node tolerances = root.at("tolerance");
    var objective = Tolerance.relative(tolerances.at("rows_objective_rel").number());
    var exponents = Tolerance.absolute(tolerances.at("rows_alpha_beta_abs").number());
    for (Node row : root.at("rows").items()) {
      int b = (int) row.at("row").number();
      double[] found = draws.vectors()[b];
      report.number(
          row.path() + ".objective",
          row.at("objective").number(),
          draws.objectives()[b],
          objective);
      report.number(row.path() + ".alpha", row.at("alpha").number(), found[3], exponents);
      report.number(row.path() + ".beta", row.at("beta").number(), found[4], exponents);
      // a = ln A moves with alpha by the mean of ln N, about 20; b and e alike.
      var logs = Tolerance.absolute(30 * exponents.absolute());
      report.number(row.path() + ".a", row.at("a").number(), found[0], logs);
      report.number(row.path() + ".b", row.at("b").number(), found[1], logs);
      report.number(row.path() + ".e", row.at("e").number(), found[2], logs);
    }
  }

  /** What the replication prints contains the 2 % of its fits that stopped early. */
  private static void published(
      Node node, LawParameter p, double se, double[] ends, Report report) {
    var near = Tolerance.relative(5e-3);
    report.number("published se " + p, node.at("se").at(p.symbol()).number(), se, near);
    report.numbers("published ci95 " + p, node.at("ci95").at(p.symbol()).numbers(), ends, near);
  }

  private static void exponent(Node summary, LawDraws draws, Tolerance tolerance, Report report) {
    double[] a = draws.derivedValues(DerivedQuantity.parameterExponent());
    Node node = summary.at("a_exponent");
    report.number("a mean", node.at("mean").number(), StatUtils.mean(a), tolerance);
    double sd = Math.sqrt(StatUtils.variance(a));
    report.number("a sd", node.at("sd").number(), sd, tolerance);
    var eighty = BootstrapInterval.percentile(a, 0.8);
    var row = draws.derived(DerivedQuantity.parameterExponent(), 0.95);
    double[] ends80 = {eighty.low(), eighty.high()};
    report.numbers("a ci80", node.at("ci80").numbers(), ends80, tolerance);
    report.numbers(
        "a ci95", node.at("ci95").numbers(), new double[] {row.low(), row.high()}, tolerance);
    Node published = summary.at("published");
    report.number("published a sd", published.at("a_sd").number(), sd, Tolerance.absolute(5e-4));
    report.number(
        "published a ci80 width",
        published.at("a_ci80_width").number(),
        eighty.high() - eighty.low(),
        Tolerance.absolute(5e-4));
  }

  private static int[][] counts(GoldenFile file) {
    var path = file.path().resolveSibling(COUNTS);
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.chars().map(digit -> digit - '0').toArray())
          .toArray(int[][]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": " + e.getMessage(), e);
    }
  }
}
