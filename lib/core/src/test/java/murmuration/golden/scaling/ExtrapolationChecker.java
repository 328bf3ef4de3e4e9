package murmuration.golden.scaling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.scaling.curve.CurveFit;
import murmuration.scaling.curve.CurveForm;
import murmuration.scaling.curve.ReferenceEstimator;
import murmuration.scaling.curve.ReferenceFit;
import murmuration.scaling.curve.ScalingCurve;

/** Curves of the extrapolation benchmark: least squares of ln y, and the published estimators. */
public final class ExtrapolationChecker implements Checker {
  private static final Map<String, CurveForm> FORMS =
      Map.of(
          "power_law", CurveForm.POWER,
          "power_law_offset", CurveForm.OFFSET,
          "m3_nls", CurveForm.M3);

  @Override
  public String kind() {
    return "scaling/extrapolation";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    List<String[]> rows = rows(file);
    for (Node golden : file.root().at("curves").items()) {
      String domain = golden.at("domain").text();
      String task = golden.at("task").text();
      String model = golden.at("model").text();
      var curve = curve(rows, domain, task, model);
      String what = task + " " + model;
      for (String name : golden.at("nls").keys()) {
        var form = Objects.requireNonNull(FORMS.get(name), name);
        fit(what + " " + name, form, curve, golden.at("nls").at(name), file, report);
      }
      for (String name : golden.at("reference_estimators").keys()) {
        var estimator = ReferenceEstimator.valueOf(name);
        boolean rate = domain.equals("BB") || domain.equals("IC");
        reference(
            what + " " + name,
            estimator,
            rate ? estimator.fitErrorRate(curve) : estimator.fit(curve),
            golden.at("reference_estimators").at(name),
            file,
            report);
      }
    }
  }

  private static void fit(
      String what,
      CurveForm form,
      ScalingCurve curve,
      Node golden,
      GoldenFile file,
      Report report) {
    var tolerance = file.root().at("tolerance");
    var fit = CurveFit.of(curve).form(form).fit();
    double n = fit.n();
    double variance = fit.rss() / n;
    var ofRss = Tolerance.relative(tolerance.at("nls_rss_rel").number());
    var ofCriteria = Tolerance.absolute(tolerance.at("aic_abs").number());
    report.number(what + " rss", golden.at("rss").number(), fit.rss(), ofRss);
    report.number(what + " sigma2", golden.at("sigma2_ml").number(), variance, ofRss);
    report.number(
        what + " loglik",
        golden.at("loglik").number(),
        -n / 2 * (Math.log(2 * Math.PI * variance) + 1),
        ofCriteria);
    var criteria = fit.criteria();
    report.number(what + " AIC", golden.at("aic").number(), criteria.aic(), ofCriteria);
    report.number(what + " AICc", golden.at("aicc").number(), criteria.aicc(), ofCriteria);
    report.number(what + " BIC", golden.at("bic").number(), criteria.bic(), ofCriteria);
    report.number(
        what + " RMSLE",
        golden.at("rmsle_extrapolate").number(),
        fit.extrapolation().orElseThrow().rmsle(),
        Tolerance.absolute(tolerance.at("nls_rmsle_abs").number()));
    for (String name : List.of("beta", "c", "gamma", "err_inf")) {
      if (golden.has(name)) {
        double found = fit.parameter(name.equals("err_inf") ? "e" : name);
        double nothing = name.equals("err_inf") ? 1e-9 : 1e-13;
        report.number(
            what + " " + name, golden.at(name).number(), found, new Tolerance(nothing, 1e-5));
      }
    }
  }

  /** The parameters too, though only the RMSLE is asked for; but not the number of rounds. */
  private static void reference(
      String what,
      ReferenceEstimator estimator,
      ReferenceFit fit,
      Node golden,
      GoldenFile file,
      Report report) {
    report.number(
        what + " RMSLE",
        golden.at("rmsle_extrapolate").number(),
        fit.extrapolation().orElseThrow().rmsle(),
        Tolerance.absolute(file.root().at("tolerance").at("reference_rmsle_abs").number()));
    var close = new Tolerance(1e-12, 1e-6);
    report.number(what + " objective", golden.at("objective").number(), fit.objective(), close);
    report.number(what + " beta", golden.at("beta").number(), fit.parameter("beta"), close);
    double sign = estimator == ReferenceEstimator.M3 ? 1 : -1;
    report.number(what + " c", golden.at("c").number(), sign * fit.parameter("c"), close);
    for (var name :
        Map.of("gamma", "gamma", "err_inf", "e", "err_0", "y0", "alpha", "alpha").entrySet()) {
      if (golden.has(name.getKey()) && estimator.form().names().contains(name.getValue())) {
        report.number(
            what + " " + name.getKey(),
            golden.at(name.getKey()).number(),
            fit.parameter(name.getValue()),
            close);
      }
    }
    report.holds(what + " rounds", golden.at("iters").number() >= 1, "none");
  }

  private static ScalingCurve curve(List<String[]> rows, String domain, String task, String model) {
    List<String[]> mine = new ArrayList<>();
    for (String[] row : rows) {
      if (row[0].equals(domain) && row[1].equals(task) && row[2].equals(model)) {
        mine.add(row);
      }
    }
    double[] x = mine.stream().mapToDouble(row -> Double.parseDouble(row[3])).toArray();
    double[] y = mine.stream().mapToDouble(row -> Double.parseDouble(row[4])).toArray();
    boolean[] training = new boolean[x.length];
    for (int i = 0; i < x.length; i++) {
      training[i] = mine.get(i)[5].equals("1");
    }
    return ScalingCurve.of(x, y).trainedOn(training);
  }

  private static List<String[]> rows(GoldenFile file) {
    try {
      return Files.readAllLines(file.thirdParty("extrapolation_benchmark_subset.csv")).stream()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
