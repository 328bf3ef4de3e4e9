package murmuration.golden.warning;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.multivariate.MultivariateSeries;
import murmuration.warning.multivariate.SMapJacobian;

/** pyEDM's S-map Jacobians at three thetas. */
public final class SMapJacobianChecker implements Checker {
  @Override
  public String kind() {
    return "warning/smap-jacobian";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Tolerance tolerance = file.tolerance();
    var series = MultivariateSeries.of(file.root().at("data").matrix());
    for (String theta : file.root().at("theta").keys()) {
      Node expected = file.root().at("theta").at(theta);
      var found = SMapJacobian.of(series, Double.parseDouble(theta));
      report.numbers(
          "dominant_modulus at " + theta,
          expected.at("dominant_modulus").numbers(),
          found.modulus(),
          tolerance);
      report.numbers("rho at " + theta, expected.at("rho").numbers(), found.rho(), tolerance);
      var jacobians = expected.at("jacobian_first").items();
      for (int t = 0; t < jacobians.size(); t++) {
        double[][] rows = jacobians.get(t).matrix();
        for (int i = 0; i < rows.length; i++) {
          report.numbers(
              "jacobian " + t + " at " + theta, rows[i], found.jacobians()[t][i], tolerance);
        }
      }
    }
  }
}
