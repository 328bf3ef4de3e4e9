package murmuration.golden.warning;

import java.util.Map;
import java.util.stream.IntStream;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.KendallTrend;
import murmuration.warning.MannKendall;
import murmuration.warning.MannKendall.Variant;
import murmuration.warning.TheilSen;
import murmuration.warning.Trend;

/** pymannkendall's five tests; scipy's tau-b, Theil-Sen line and rank correlation. */
public final class MannKendallChecker implements Checker {
  private static final Map<String, Variant> VARIANTS =
      Map.of(
          "original", Variant.ORIGINAL,
          "hamed_rao", Variant.HAMED_RAO,
          "yue_wang", Variant.YUE_WANG,
          "prewhitening", Variant.PRE_WHITENING,
          "tfpw", Variant.TREND_FREE_PRE_WHITENING);

  @Override
  public String kind() {
    return "warning/mann-kendall";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Tolerance tolerance = file.tolerance();
    var cases = file.root().at("cases");
    for (String name : cases.keys()) {
      var expected = cases.at(name);
      double[] x = expected.at("x").numbers();
      VARIANTS.forEach(
          (key, variant) ->
              compare(
                  name + " " + key,
                  expected.at(key),
                  MannKendall.of(x, variant),
                  tolerance,
                  report));
      var trend = KendallTrend.of(x);
      report.number(name + " tau", expected.at("scipy_tau_b").number(), trend.tau(), tolerance);
      report.number(name + " p", expected.at("scipy_p").number(), trend.nominalP(), tolerance);
      double[] time = IntStream.range(0, x.length).asDoubleStream().toArray();
      report.number(
          name + " spearman",
          expected.at("spearman").number(),
          Trend.SPEARMAN.of(time, x),
          tolerance);
      var line = TheilSen.of(x);
      double[] found = {line.slope(), line.intercept(), line.low(), line.high()};
      report.numbers(name + " theil", expected.at("theil").numbers(), found, tolerance);
    }
  }

  private static void compare(
      String name, Node expected, MannKendall found, Tolerance tolerance, Report report) {
    Map<String, Double> values =
        Map.of(
            "p", found.nominalP(),
            "z", found.z(),
            "tau", found.tau(),
            "s", found.s(),
            "var_s", found.variance(),
            "slope", found.slope(),
            "intercept", found.intercept());
    values.forEach(
        (key, value) ->
            report.number(name + " " + key, expected.at(key).number(), value, tolerance));
    boolean trend = found.nominalP() < 0.05;
    String word = !trend ? "no trend" : found.z() > 0 ? "increasing" : "decreasing";
    report.equal(name + " trend", expected.at("trend").text(), word);
  }
}
