package murmuration.golden.warning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import murmuration.data.Datasets;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.Kendall;
import murmuration.warning.Detrend;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;
import murmuration.warning.Window;
import org.apache.commons.math3.stat.StatUtils;

/** Ten bundled records before ten transitions: from the file to p of the surrogates. */
public final class PaleoclimateBundledChecker implements Checker {
  /** With fewer, chance alone would move some of 87 standard deviations by the tolerance. */
  private static final int SURROGATES = 4000;

  private static final int REFERENCE = 10_000;

  private static final Map<String, String> DATA =
      Map.of(
          "edc3deuttemp2007.csv", "epica-dome-c-deuterium",
          "EPICA_Dome_C_CO2.csv", "epica-dome-c-co2",
          "GISP2_d18O.csv", "gisp2-d18o",
          "LR04.csv", "lr04");

  private static final Map<String, Indicator> INDICATORS = new LinkedHashMap<>();

  static {
    INDICATORS.put("variance", Indicators.VARIANCE);
    INDICATORS.put("skew", Indicators.SKEWNESS);
    INDICATORS.put("ac1", Indicators.AC1);
  }

  @Override
  public String kind() {
    return "warning/paleoclimate-bundled";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node params = file.root().at("params");
    var gaussian = Detrend.gaussian(params.at("gaussian_bandwidth").number());
    var lowess = Detrend.lowess(params.at("lowess_span").number());
    for (Node record : file.root().at("records").items()) {
      check(record, "gaussian", gaussian, file, report);
      if (record.has("lowess")) {
        check(record, "lowess", lowess, file, report);
      }
    }
  }

  private static void check(
      Node record, String method, Detrend detrend, GoldenFile file, Report report) {
    String name = record.at("name").text() + " " + method;
    Node expected = record.at(method);
    var series =
        Datasets.series(Objects.requireNonNull(DATA.get(record.at("file").text())))
            .between(record.at("age_from_yr_bp").number(), record.at("age_to_yr_bp").number())
            .interpolate(record.at("step_yr").number());
    int every = (int) record.at("every").integer();
    thinned(
        name + " x", record.at("x"), series.values(), 0, every, Tolerance.relative(1e-12), report);
    var apart = detrend.apply(series);
    double[] residual = apart.residual().values();
    boolean isLowess = method.equals("lowess");
    thinned(
        name + " smoothing",
        expected.at("smoothing"),
        apart.smooth().values(),
        0,
        every,
        Tolerance.relative(isLowess ? 1e-7 : 1e-9),
        report);
    report.number(
        name + " acf1",
        expected.at("acf1_of_residuals").number(),
        Indicators.acf(1).rolling(residual, Window.fraction(1))[residual.length - 1],
        file.tolerance("acf1_of_residuals"));
    int w = Window.fraction(0.5).length(residual.length);
    report.equal(name + " w", (int) record.at("w").integer(), w);
    indicators(name, expected, residual, w, every, isLowess, report);
    surrogates(name, expected.at("surrogate"), residual, w, x -> x, report);
    if (expected.has("surrogate_redetrended")) {
      Node again = expected.at("surrogate_redetrended");
      surrogates(
          name + " again", again, residual, w, detrend.plan(series.times())::residuals, report);
    }
  }

  private static void indicators(
      String name,
      Node expected,
      double[] residual,
      int w,
      int every,
      boolean lowess,
      Report report) {
    Map<String, Indicator> all = new LinkedHashMap<>(INDICATORS);
    all.put("std", Indicators.SD);
    for (String key : all.keySet()) {
      double[] found = Objects.requireNonNull(all.get(key)).rolling(residual, Window.points(w));
      Tolerance tolerance =
          switch (key) {
            case "skew" -> Tolerance.absolute(1e-7);
            case "ac1" -> Tolerance.absolute(1e-8);
            default -> Tolerance.relative(1e-7);
          };
      thinned(name + " " + key, expected.at(key), found, w - 1, every, tolerance, report);
      double m = residual.length - w + 1;
      report.number(
          name + " tau of " + key,
          expected.at("ktau").at(key).number(),
          Kendall.tau(found),
          Tolerance.absolute(lowess ? 4 / (m * (m - 1)) : 1e-9));
    }
  }

  private static void surrogates(
      String name,
      Node expected,
      double[] residual,
      int w,
      UnaryOperator<double[]> detrend,
      Report report) {
    var names = List.copyOf(INDICATORS.keySet());
    var tests =
        SurrogateTest.of(
            names,
            taus(residual, w),
            x -> taus(detrend.apply(x), w),
            Surrogates.ar1(SURROGATES).seed(1).from(residual));
    for (int i = 0; i < names.size(); i++) {
      String what = name + " " + names.get(i);
      Node node = expected.at(names.get(i));
      p(what + " pRight", node.at("p_right").number(), tests.get(i).pRight(), report);
      p(what + " pLeft", node.at("p_left").number(), tests.get(i).pLeft(), report);
      double sd = Math.sqrt(StatUtils.variance(tests.get(i).nulls()));
      report.number(what + " null sd", node.at("null_sd").number(), sd, Tolerance.absolute(0.02));
    }
  }

  private static void p(String what, double expected, double found, Report report) {
    double error = Math.sqrt(expected * (1 - expected) * (1.0 / SURROGATES + 1.0 / REFERENCE));
    report.number(what, expected, found, Tolerance.absolute(4 * error + 1.0 / SURROGATES));
  }

  private static double[] taus(double[] residual, int w) {
    return INDICATORS.values().stream()
        .mapToDouble(indicator -> Kendall.tau(indicator.rolling(residual, Window.points(w))))
        .toArray();
  }

  private static void thinned(
      String what,
      Node expected,
      double[] found,
      int first,
      int every,
      Tolerance tolerance,
      Report report) {
    double[] numbers = expected.numbers();
    double[] ours =
        IntStream.range(0, numbers.length).mapToDouble(i -> found[first + i * every]).toArray();
    report.numbers(what, numbers, ours, tolerance);
  }
}
