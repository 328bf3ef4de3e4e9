package murmuration.golden.warning;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.Detrend;

/** R's ksmooth, lowess and loess on 80 points. */
public final class RSmoothersChecker implements Checker {
  @Override
  public String kind() {
    return "warning/r-smoothers";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var root = file.root();
    double[] x = root.at("x").numbers();
    double[] y = root.at("y").numbers();
    double[] bandwidths = root.at("ksmooth_bandwidths").numbers();
    var kernels = root.at("ksmooth").items();
    for (int k = 0; k < bandwidths.length; k++) {
      double[] found = Detrend.gaussianR(bandwidths[k]).plan(x).smooth(y);
      report.numbers(
          "ksmooth " + bandwidths[k], kernels.get(k).numbers(), found, file.tolerance("ksmooth"));
    }
    Tolerance lowess = file.tolerance("lowess");
    compare("lowess_f02", Detrend.lowess(0.2), lowess, file, report);
    compare("lowess_f02_iter0", Detrend.lowess(0.2, 0, 0), lowess, file, report);
    Tolerance loess = file.tolerance("loess direct");
    compare("loess_span25_deg2_direct", Detrend.loess(0.25, 2), loess, file, report);
    compare("loess_span50_deg1_direct", Detrend.loess(0.5, 1), loess, file, report);
    compare("loess_span25_deg2", Detrend.loessR(0.25, 2), loess, file, report);
  }

  private static void compare(
      String name, Detrend detrend, Tolerance tolerance, GoldenFile file, Report report) {
    double[] x = file.root().at("x").numbers();
    double[] y = file.root().at("y").numbers();
    double[] expected = file.root().at(name).numbers();
    report.numbers(name, expected, detrend.plan(x).smooth(y), tolerance);
  }
}
