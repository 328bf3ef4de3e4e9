package murmuration.golden.concept;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.Kendall;
import murmuration.math.LeastSquares;
import murmuration.math.Spearman;

/**
 * Distance of a held-out class when training has converged, and when it is learned; scipy's fits.
 */
public final class DistanceTimeChecker implements Checker {
  @Override
  public String kind() {
    return "concept/distance-vs-time";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    double[] x = file.root().at("distances").numbers();
    double[] y = file.root().at("learned_steps").numbers();
    Node expect = file.root().at("expect");
    Tolerance tolerance = Tolerance.relative(1e-9);
    var line = LeastSquares.line(x, y);
    report.equal("n", expect.at("n").integer(), (long) x.length);
    report.equal("labels", (long) file.root().at("labels").items().size(), (long) x.length);
    double r = Math.signum(line.coefficients()[1]) * Math.sqrt(line.rSquared());
    report.number("pearson", expect.at("pearson").number(), r, tolerance);
    report.number("pearson p", expect.at("pearson_p").number(), line.p(1), tolerance);
    report.number("spearman", expect.at("spearman").number(), Spearman.of(x, y).rho(), tolerance);
    report.number("tau-b", expect.at("kendall_tau_b").number(), Kendall.of(x, y).tau(), tolerance);
    report.number("slope", expect.at("ols_slope").number(), line.coefficients()[1], tolerance);
    report.number(
        "intercept", expect.at("ols_intercept").number(), line.coefficients()[0], tolerance);
    report.number("r2", expect.at("r2").number(), line.rSquared(), tolerance);
  }
}
