package murmuration.golden.warning;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.AutoregressiveFit;
import murmuration.math.Bandwidth;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.SpectralIndicators;
import murmuration.warning.Window;

/** Every definition R has for one window of 60 values. */
public final class RWindowChecker implements Checker {
  private static final int MOST = 6;

  @Override
  public String kind() {
    return "warning/r-window";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node root = file.root();
    double[] x = root.at("window").numbers();
    Tolerance tolerance = file.tolerance();
    compare("ar_ols1", Indicators.arOls(), root, x, tolerance, report);
    compare("pearson_lag1", Indicators.AC1, root, x, tolerance, report);
    compare("sd", Indicators.SD, root, x, tolerance, report);
    compare("skew_moments", Indicators.SKEWNESS_MOMENT, root, x, tolerance, report);
    compare("kurt_moments", Indicators.KURTOSIS_MOMENT, root, x, tolerance, report);
    compare(
        "density_ratio_low2_high60", SpectralIndicators.DENSITY_RATIO, root, x, tolerance, report);
    double[] acf = root.at("acf").numbers();
    for (int lag = 1; lag < acf.length; lag++) {
      report.number("acf " + lag, acf[lag], whole(Indicators.acf(lag), x), tolerance);
    }
    report.number(
        "ar_ols_var",
        root.at("ar_ols_var").number(),
        AutoregressiveFit.leastSquares(x, 1, true).variance(),
        tolerance);
    var byAic = AutoregressiveFit.byAic(x, MOST, false);
    report.equal("ar_ols_aic_order", (int) root.at("ar_ols_aic_order").integer(), byAic.order());
    report.numbers("ar_ols_aic", root.at("ar_ols_aic").numbers(), byAic.coefficients(), tolerance);
    var yuleWalker = AutoregressiveFit.yuleWalker(x, (int) root.at("yw_order").integer());
    report.numbers("yw", root.at("yw").numbers(), yuleWalker.coefficients(), tolerance);
    report.number("yw_var", root.at("yw_var").number(), yuleWalker.variance(), tolerance);
    report.numbers(
        "spec",
        root.at("spec").numbers(),
        Arrays.stream(root.at("spec_freq").numbers()).map(yuleWalker::spectrum).toArray(),
        tolerance);
    report.numbers(
        "burg2",
        root.at("burg2").numbers(),
        AutoregressiveFit.burg(x, 2).coefficients(),
        tolerance);
    report.number("bw_nrd0", root.at("bw_nrd0").number(), Bandwidth.NRD0.of(x), tolerance);
    report.number("bw_nrd", root.at("bw_nrd").number(), Bandwidth.NRD.of(x), tolerance);
  }

  private static void compare(
      String key, Indicator indicator, Node root, double[] x, Tolerance tolerance, Report report) {
    report.number(key, root.at(key).number(), whole(indicator, x), tolerance);
  }

  private static double whole(Indicator indicator, double[] x) {
    return indicator.rolling(x, Window.fraction(1))[x.length - 1];
  }
}
