package murmuration.golden.warning;

import java.util.Arrays;
import java.util.Map;
import murmuration.data.TimeSeries;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.Detrend;
import murmuration.warning.EarlyWarning;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.Window;

/**
 * Short, constant, gappy and offset series. Where the peer loses digits to an offset, ours are
 * compared with two passes.
 */
public final class EwstoolsEdgeCasesChecker implements Checker {
  private static final Map<String, Indicator> INDICATORS =
      Map.of(
          "variance", Indicators.VARIANCE,
          "ac1", Indicators.AC1,
          "skew", Indicators.SKEWNESS,
          "kurtosis", Indicators.KURTOSIS,
          "cv", Indicators.CV);

  @Override
  public String kind() {
    return "warning/ewstools-edge-cases";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node cases = file.root().at("cases");
    for (String name : cases.keys()) {
      Node node = cases.at(name);
      double[] x = node.at("x").numbers();
      double size = node.at("rolling_window").number();
      Window window = size <= 1 ? Window.fraction(size) : Window.points((int) size);
      if (name.equals("offset_1e9")) {
        twoPass(x, (int) size, report);
      } else if (name.equals("transition_zero")) {
        compare(name, node, x, window, file.tolerance(), report);
        cutAtZero(name, x, window, report);
      } else {
        Node transition = node.at("transition");
        double[] cut = transition.isNull() ? x : Arrays.copyOf(x, (int) transition.number() + 1);
        compare(name, node, cut, window, file.tolerance(), report);
      }
    }
  }

  /**
   * The peer ignores a transition at 0; for us it is a time like any other, and leaves one sample.
   */
  private static void cutAtZero(String name, double[] x, Window window, Report report) {
    var cut = TimeSeries.of(x).until(0);
    report.numbers(name + " cut", new double[] {x[0]}, cut.values(), Tolerance.EXACT);
    String refusal = "";
    try {
      EarlyWarning.of(TimeSeries.of(x)).detrend(Detrend.none()).window(window).until(0).run();
    } catch (IllegalArgumentException e) {
      refusal = String.valueOf(e.getMessage());
    }
    report.holds(
        name + " run",
        refusal.endsWith("has 1 values: expected at least 3"),
        "expected a refusal of one sample, found \"" + refusal + "\"");
  }

  private static void compare(
      String name, Node node, double[] cut, Window window, Tolerance tolerance, Report report) {
    for (var entry : INDICATORS.entrySet()) {
      double[] expected = node.at(entry.getKey()).numbers();
      double[] found = entry.getValue().rolling(cut, window);
      double[] whole = Arrays.copyOf(found, expected.length);
      Arrays.fill(whole, found.length, whole.length, Double.NaN);
      report.numbers(name + " " + entry.getKey(), expected, whole, tolerance);
      TauComparison.check(
          name + " " + entry.getKey(),
          node.at("ktau").at(entry.getKey()).number(),
          found,
          tolerance,
          report);
    }
  }

  private static void twoPass(double[] x, int w, Report report) {
    double[] variance = Indicators.VARIANCE.rolling(x, Window.points(w));
    double[] skewness = Indicators.SKEWNESS_MOMENT.rolling(x, Window.points(w));
    double[] kurtosis = Indicators.KURTOSIS_MOMENT.rolling(x, Window.points(w));
    for (int end = w; end <= x.length; end++) {
      double mean = 0;
      for (int i = end - w; i < end; i++) {
        mean += (x[i] - x[end - w]) / w;
      }
      mean += x[end - w];
      double[] sums = new double[5];
      double first = 0;
      for (int i = end - w; i < end; i++) {
        first += x[i] - mean;
      }
      for (int i = end - w; i < end; i++) {
        for (int k = 2; k < 5; k++) {
          sums[k] += Math.pow(x[i] - mean - first / w, k);
        }
      }
      Tolerance tolerance = Tolerance.relative(1e-10);
      String at = "offset_1e9 at " + (end - 1);
      double m2 = sums[2] / w;
      report.number(at + " variance", sums[2] / (w - 1), variance[end - 1], tolerance);
      report.number(
          at + " skewness", sums[3] / w / Math.pow(m2, 1.5), skewness[end - 1], tolerance);
      report.number(at + " kurtosis", sums[4] / w / (m2 * m2), kurtosis[end - 1], tolerance);
    }
  }
}
