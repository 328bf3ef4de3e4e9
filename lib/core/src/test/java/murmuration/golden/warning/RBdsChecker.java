package murmuration.golden.warning;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.nonlinear.BdsStatistic;

/** Tseries' bds.test on first differences. */
public final class RBdsChecker implements Checker {
  @Override
  public String kind() {
    return "warning/r-bds";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    double[] y = file.root().at("y").numbers();
    double[] differences = new double[y.length - 1];
    Arrays.setAll(differences, i -> y[i + 1] - y[i]);
    Node out = file.root().at("out");
    double[][] statistic = out.at("statistic").matrix();
    double[][] p = out.at("p").matrix();
    var found = BdsStatistic.of(differences, statistic.length + 1, out.at("eps").numbers());
    Tolerance tolerance = file.tolerance();
    for (int m = 0; m < statistic.length; m++) {
      report.numbers("statistic m=" + (m + 2), statistic[m], found.statistic()[m], tolerance);
      report.numbers("p m=" + (m + 2), p[m], found.normalP()[m], tolerance);
    }
  }
}
