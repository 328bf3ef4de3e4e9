package murmuration.golden.warning;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.Arma;
import murmuration.math.ArmaChoice;

/**
 * R's arima (CSS-ML, no mean) for p 1..4 and q 0..4. R stops in local maxima for many of the mixed
 * models, so besides the well conditioned ones we must be at or above its likelihood everywhere.
 */
public final class ArmaChecker implements Checker {
  @Override
  public String kind() {
    return "warning/r-arma";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    double[] x = file.root().at("residual").numbers();
    double[][] aic = file.root().at("aic").matrix();
    Tolerance close = file.tolerance("AIC");
    var choice = ArmaChoice.of(x);
    double lowest = Double.POSITIVE_INFINITY;
    for (int p = 1; p <= 4; p++) {
      for (int q = 0; q <= 4; q++) {
        double theirs = aic[p - 1][q];
        double ours = choice.aic(p, q);
        lowest = Math.min(lowest, theirs);
        report.holds(
            "likelihood of ARMA(" + p + ", " + q + ")",
            ours <= theirs + 2 * close.absolute(),
            "AIC " + ours + " is above " + theirs);
      }
    }
    var fits = file.root().at("fits");
    for (String name : fits.keys()) {
      int p = name.charAt(2) - '0';
      int q = name.charAt(5) - '0';
      compare(name, fits.at(name), Arma.fit(x, p, q), close, report);
    }
    report.number("best AIC", lowest, choice.best().aic(), file.tolerance("best AIC within"));
  }

  private static void compare(
      String name, Node expected, Arma found, Tolerance close, Report report) {
    report.number(name + " loglik", expected.at("loglik").number(), found.logLikelihood(), close);
    report.number(name + " aic", expected.at("aic").number(), found.aic(), close);
    report.number(name + " sigma2", expected.at("sigma2").number(), found.sigma2(), close);
  }
}
