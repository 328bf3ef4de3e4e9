package murmuration.golden.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.data.Columns;
import murmuration.data.Datasets;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.scaling.curve.CurveFit;
import murmuration.scaling.curve.CurveForm;
import murmuration.scaling.curve.FittedCurve;
import murmuration.scaling.curve.ScalingCurve;

/** Broken laws: values, the 4-digit addition curve, and a curve without noise. */
public final class BnslChecker implements Checker {
  private static final String[] NAMES = {"a", "b", "c0", "c1", "d1", "f1"};

  @Override
  public String kind() {
    return "scaling/bnsl";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var root = file.root();
    var exact = Tolerance.relative(root.at("tolerance_rel").number());
    for (Node law : root.at("values").items()) {
      List<Double> parameters =
          new ArrayList<>(
              List.of(law.at("a").number(), law.at("b").number(), law.at("c0").number()));
      double[][] breaks = law.at("breaks").matrix();
      for (double[] each : breaks) {
        IntStream.range(0, 3).forEach(i -> parameters.add(each[i]));
      }
      double[] values =
          CurveForm.broken(breaks.length)
              .curve(
                  parameters.stream().mapToDouble(Double::doubleValue).toArray(),
                  law.at("x").numbers());
      report.numbers(law.path(), law.at("y").numbers(), values, exact);
    }
    addition(root.at("fit_4digit"), report);
    noiseless(root.at("fit_noiseless"), report);
  }

  private static void addition(Node golden, Report report) {
    var table = Datasets.load("bnsl-4digit-addition");
    double[] x = Columns.numbers(table, "x");
    var curve = ScalingCurve.of(x, Columns.numbers(table, "y"));
    curve = curve.until(x[(int) golden.at("n_train").integer() - 1]);
    var fit = CurveFit.of(curve).form(CurveForm.BNSL1).fit();
    var tolerances = golden.at("tolerance");
    var ofParameters = Tolerance.relative(tolerances.at("params_rel").number());
    for (String name : NAMES) {
      report.number("4digit " + name, golden.at(name).number(), fit.parameter(name), ofParameters);
    }
    report.number(
        "4digit objective",
        golden.at("train_mean_sq_log1p").number(),
        fit.value() / fit.n(),
        Tolerance.relative(tolerances.at("objective_rel").number()));
    var ofErrors = Tolerance.relative(tolerances.at("rmsle_rel").number());
    report.number(
        "4digit rmsle_train", golden.at("rmsle_train").number(), trainRmsle(fit), ofErrors);
    report.number(
        "4digit rmsle_extrapolate",
        golden.at("rmsle_extrapolate").number(),
        fit.extrapolation().orElseThrow().rmsle(),
        ofErrors);
    report.numbers("4digit prediction", golden.at("prediction").numbers(), fit.at(x), ofParameters);
  }

  /** The truth is fitted to 1e-9; the peer's parameters are the truth to 1e-4, so ours are they. */
  private static void noiseless(Node golden, Report report) {
    double[] truth = numbers(golden.at("truth"));
    double[] x = IntStream.rangeClosed(1, 4095).asDoubleStream().toArray();
    var curve = ScalingCurve.of(x, CurveForm.BNSL1.curve(truth, x)).until(405);
    var fit = CurveFit.of(curve).form(CurveForm.BNSL1).fit();
    double most = golden.at("tolerance").at("rmsle_extrapolate_at_most").number();
    double ahead = fit.extrapolation().orElseThrow().rmsle();
    report.holds("noiseless extrapolation", ahead <= most, "RMSLE " + ahead);
    report.numbers("noiseless truth", truth, fit.parameters(), Tolerance.relative(1e-6));
    var peer = golden.at("peer_fit");
    report.numbers("noiseless peer", numbers(peer), fit.parameters(), Tolerance.relative(2e-4));
    report.holds(
        "noiseless no worse than the peer",
        ahead <= peer.at("rmsle_extrapolate").number()
            && trainRmsle(fit) <= peer.at("rmsle_train").number(),
        "RMSLE " + trainRmsle(fit) + " and " + ahead);
  }

  private static double[] numbers(Node node) {
    return IntStream.range(0, NAMES.length).mapToDouble(i -> node.at(NAMES[i]).number()).toArray();
  }

  private static double trainRmsle(FittedCurve fit) {
    var train = fit.curve().train();
    double[] y = train.y();
    double[] predicted = fit.at(train.x());
    return Math.sqrt(
        IntStream.range(0, y.length)
            .mapToDouble(i -> Math.pow(Math.log(predicted[i] / y[i]), 2))
            .average()
            .orElseThrow());
  }
}
