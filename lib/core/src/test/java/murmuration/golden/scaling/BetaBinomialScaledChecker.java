package murmuration.golden.scaling;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.scaling.pass.SuccessLaw.ScaledBeta;

/** mpmath's hypergeometric formula for counts under the scaled Beta law. */
public final class BetaBinomialScaledChecker implements Checker {
  @Override
  public String kind() {
    return "scaling/beta-binomial-scaled";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var tolerance = Tolerance.absolute(file.root().at("tolerance_abs").number());
    for (Node node : file.root().at("cases").items()) {
      var law =
          new ScaledBeta(
              node.at("alpha").number(), node.at("beta").number(), node.at("scale").number());
      int n = (int) node.at("n").integer();
      int c = (int) node.at("c").integer();
      report.number(
          node.path() + ".log_pmf", node.at("log_pmf").number(), law.logPmf(n, c), tolerance);
    }
  }
}
