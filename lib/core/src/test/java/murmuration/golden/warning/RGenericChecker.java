package murmuration.golden.warning;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.KernelSmoother;
import murmuration.warning.Detrend;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.KendallTrend;
import murmuration.warning.SpectralIndicators;
import murmuration.warning.Window;

/** Earlywarnings' generic_ews: five detrendings, eight indicators, their trends. */
public final class RGenericChecker implements Checker {
  private static final Pattern CALL =
      Pattern.compile("winsize=(\\d+), detrending='([a-z-]+)', bandwidth=(\\d+|NULL)");

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
    var call = CALL.matcher(root.at("call").text());
    if (!call.find()) {
      throw new IllegalArgumentException(root.at("call").text());
    }
    String method = call.group(2);
    boolean backwards = time[0] > time[time.length - 1];
    double[] smooth =
        backwards
            ? sortedSmooth(time, value, bandwidth(call.group(3), time.length))
            : detrend(method, call.group(3), time.length).plan(time).smooth(value);
    Tolerance tolerance = method.equals("loess") ? file.tolerance("loess") : file.tolerance();
    if (root.at("smooth").value() instanceof List<?>) {
      report.numbers("smooth", root.at("smooth").numbers(), smooth, tolerance);
    }
    int lost = time.length - smooth.length;
    double[] residual = new double[smooth.length];
    for (int i = 0; i < residual.length; i++) {
      residual[i] = value[lost + i] - smooth[i];
    }
    int w = Window.percentRound(Double.parseDouble(call.group(1))).length(time.length);
    report.equal("window_points", (int) root.at("window_points").integer(), w);
    compare(root, residual, w, tolerance, file, report);
    double[] index = root.at("indicators").at("timeindex").numbers();
    int[] rows = rows(root);
    for (int j = 0; j < rows.length; j++) {
      // The peer stores a difference at the earlier of its two times, we at the later.
      report.number("timeindex", index[j], time[w - 1 + rows[j]], tolerance);
    }
  }

  private static void compare(
      Node root, double[] residual, int w, Tolerance tolerance, GoldenFile file, Report report) {
    int[] rows = rows(root);
    for (String name : INDICATORS.keySet()) {
      double[] found = INDICATORS.get(name).rolling(residual, Window.points(w));
      if (name.equals("sk")) {
        Arrays.setAll(found, i -> Math.abs(found[i]));
      }
      double[] expected = root.at("indicators").at(name).numbers();
      for (int j = 0; j < rows.length; j++) {
        report.number(name + " at " + rows[j], expected[j], found[w - 1 + rows[j]], tolerance);
      }
      var trend = KendallTrend.of(found);
      Node kendall = root.at("kendall").at(name);
      report.number(
          "tau of " + name, kendall.at("tau").number(), trend.tau(), file.tolerance("tau"));
      report.number(
          "p of " + name, kendall.at("p").number(), trend.nominalP(), file.tolerance("p"));
    }
  }

  private static int[] rows(Node root) {
    return Arrays.stream(root.at("row_index_1based").numbers())
        .mapToInt(v -> (int) v - 1)
        .toArray();
  }

  private static double bandwidth(String percent, int n) {
    return Math.rint(n * Double.parseDouble(percent) / 100);
  }

  private static Detrend detrend(String method, String percent, int n) {
    return switch (method) {
      case "gaussian" -> Detrend.gaussianR(bandwidth(percent, n));
      case "loess" -> Detrend.loessR(0.25, 2);
      case "linear" -> Detrend.linear();
      case "first-diff" -> Detrend.firstDifference();
      case "no" -> Detrend.none();
      default -> throw new IllegalArgumentException("detrending " + method);
    };
  }

  /**
   * The peer's smooth where time runs backwards: sorted by time, but taken as if it were in the
   * order of the observations, so that residuals are against the reversed trend. Times occur twice;
   * a kernel mean is the ratio of the smooths of sums and of counts at distinct times.
   */
  private static double[] sortedSmooth(double[] time, double[] value, double bandwidth) {
    var counts = new TreeMap<Double, Integer>();
    var sums = new TreeMap<Double, Double>();
    for (int i = 0; i < time.length; i++) {
      counts.merge(time[i], 1, Integer::sum);
      sums.merge(time[i], value[i], Double::sum);
    }
    double[] t = counts.keySet().stream().mapToDouble(v -> v).toArray();
    var kernel = KernelSmoother.of(t, bandwidth);
    double[] top = kernel.smooth(sums.values().stream().mapToDouble(v -> v).toArray());
    double[] bottom = kernel.smooth(counts.values().stream().mapToDouble(v -> v).toArray());
    double[] smooth = new double[time.length];
    int i = 0;
    int k = 0;
    for (int count : counts.values()) {
      Arrays.fill(smooth, i, i + count, top[k] / bottom[k]);
      i += count;
      k++;
    }
    return smooth;
  }
}
