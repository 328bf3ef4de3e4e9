package murmuration.golden.warning;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.Kendall;
import murmuration.warning.Detrend;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.SpectralIndicators;
import murmuration.warning.Window;

/**
 * What earlywarnings' generic_ews computes along a series. Skewness is absolute there. Indicators
 * are taken from the peer's own residuals; our smooth is compared apart.
 */
public final class RGenericChecker implements Checker {
  private static final Map<String, Indicator> INDICATORS =
      Map.of(
          "ar1", Indicators.arOls(),
          "sd", Indicators.SD,
          "sk", Indicators.SKEWNESS_MOMENT,
          "kurt", Indicators.KURTOSIS_MOMENT,
          "cv", Indicators.CV_OWN_MEAN,
          "returnrate", Indicators.RETURN_RATE_INVERSE_AR,
          "densratio", SpectralIndicators.DENSITY_RATIO,
          "acf1", Indicators.acf(1));

  @Override
  public String kind() {
    return "warning/r-generic";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node root = file.root();
    double[] time = root.at("time").numbers();
    double[] value = root.at("value").numbers();
    String call = root.at("call").text();
    double[] residual = residual(root, value, call);
    smooth(root, time, value, call, report);
    int w = (int) root.at("window_points").integer();
    report.equal("window", w, Window.percentRound(50).length(value.length));
    int[] rows =
        Arrays.stream(root.at("row_index_1based").numbers())
            .mapToInt(row -> (int) row + w - 2)
            .toArray();
    Node indicators = root.at("indicators");
    for (String name : indicators.keys()) {
      if (name.equals("timeindex")) {
        double[] expected = Arrays.stream(rows).mapToDouble(row -> time[row]).toArray();
        report.numbers(name, indicators.at(name).numbers(), expected, Tolerance.EXACT);
        continue;
      }
      Indicator indicator = Objects.requireNonNull(INDICATORS.get(name), name);
      double[] found = indicator.rolling(residual, Window.points(w));
      if (name.equals("sk")) {
        found = Arrays.stream(found).map(Math::abs).toArray();
      }
      double[] expected = indicators.at(name).numbers();
      for (int j = 0; j < rows.length; j++) {
        report.number(
            name + " at row " + (rows[j] + 1), expected[j], found[rows[j]], file.tolerance());
      }
      Node kendall = root.at("kendall").at(name);
      Kendall tau = Kendall.ofOrder(found);
      report.number(
          "tau of " + name, kendall.at("tau").number(), tau.tau(), Tolerance.absolute(1e-12));
      report.number("p of " + name, kendall.at("p").number(), tau.p(), file.tolerance("p"));
    }
  }

  private static double[] residual(Node root, double[] value, String call) {
    if (call.contains("first-diff")) {
      double[] differences = new double[value.length - 1];
      Arrays.setAll(differences, i -> value[i + 1] - value[i]);
      return differences;
    }
    if (call.contains("'no'")) {
      return value;
    }
    double[] smooth = root.at("smooth").numbers();
    double[] residual = new double[value.length];
    Arrays.setAll(residual, i -> value[i] - smooth[i]);
    return residual;
  }

  private static void smooth(Node root, double[] time, double[] value, String call, Report report) {
    if (time[0] >= time[1]) {
      report.skip("smooth", "the peer smooths a series whose time decreases against its reverse");
    } else if (call.contains("gaussian")) {
      double percent = Double.parseDouble(call.replaceAll(".*bandwidth=(\\d+).*", "$1"));
      double bandwidth = Math.rint(value.length * percent / 100);
      compare(root, Detrend.gaussianR(bandwidth), time, value, Tolerance.relative(1e-9), report);
    } else if (call.contains("linear")) {
      compare(root, Detrend.linear(), time, value, Tolerance.relative(1e-9), report);
    } else if (call.contains("loess")) {
      report.skip("smooth", "the peer blends fits at the corners of a tree, ours are direct");
    }
  }

  private static void compare(
      Node root,
      Detrend detrend,
      double[] time,
      double[] value,
      Tolerance tolerance,
      Report report) {
    report.numbers(
        "smooth", root.at("smooth").numbers(), detrend.plan(time).smooth(value), tolerance);
  }
}
