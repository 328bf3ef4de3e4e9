package murmuration.golden.warning;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.Window;

/**
 * Boers 2021: population sd, AC1 and restoring rates of centred windows, each less its own line.
 * The peer's windows shortened at the right end begin one sample later than {@code i - floor(w/2)};
 * they are compared as windows of that length.
 */
public final class RestoringRateChecker implements Checker {
  @Override
  public String kind() {
    return "warning/restoring-rate";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    double[] x = file.root().at("x").numbers();
    int w = (int) file.root().at("window").integer();
    Tolerance tolerance = Tolerance.absolute(1e-9);
    double[] variance = along(Indicators.VARIANCE.lineRemoved(), x, w);
    double[] sd = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int count = i < w / 2 ? i + w / 2 + 1 : Math.min(w + 1, x.length - i + w / 2 - 1);
      count = i >= w / 2 && i < x.length - w / 2 ? w + 1 : count;
      sd[i] = Math.sqrt(variance[i] * (count - 1) / count);
    }
    report.numbers("std", file.root().at("std").numbers(), sd, tolerance);
    report.numbers(
        "ac1",
        file.root().at("ac1").numbers(),
        along(Indicators.AC1.lineRemoved(), x, w),
        tolerance);
    report.numbers(
        "lambda",
        file.root().at("lambda_ols").numbers(),
        along(Indicators.RESTORING_RATE, x, w),
        tolerance);
    double[] gls = along(Indicators.RESTORING_RATE_GLS, x, w);
    Arrays.fill(gls, 0, w / 2, Double.NaN);
    Arrays.fill(gls, x.length - w / 2, x.length, Double.NaN);
    report.numbers(
        "lambda_gls", file.root().at("lambda_gls").numbers(), gls, Tolerance.absolute(1e-7));
  }

  private static double[] along(Indicator indicator, double[] x, int w) {
    int n = x.length;
    double[] values = indicator.rolling(x, Window.points(w).align(Window.Alignment.CENTRED));
    for (int i = n - w / 2; i < n; i++) {
      double[] end = Arrays.copyOfRange(x, i - w / 2 + 1, n);
      values[i] = indicator.rolling(end, Window.fraction(1))[end.length - 1];
    }
    return values;
  }
}
