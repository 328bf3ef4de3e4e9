package murmuration.golden.warning;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import murmuration.data.TimeSeries;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.Kendall;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.Window;
import murmuration.warning.detection.LikelihoodRatio;
import murmuration.warning.detection.Roc;
import murmuration.warning.process.LinearSaddleNode;

/**
 * How well indicators and likelihood ratios tell a saddle-node that is approached from one that is
 * not, on runs of the exact transition density.
 */
public final class RocExperimentChecker implements Checker {
  private static final Map<String, Indicator> INDICATORS =
      Map.of(
          "variance",
          Indicators.VARIANCE,
          "acf1",
          Indicators.acf(1),
          "skewness",
          Indicators.SKEWNESS,
          "cv",
          Indicators.CV_OWN_MEAN);
  private static final int RUNS = 2000;
  private static final int LIKELIHOOD_RUNS = 300;
  private static final double STATED = 0.025;
  private static final double STATED_LIKELIHOOD = 0.05;

  @Override
  public String kind() {
    return "warning/roc-experiment";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node design = file.root().at("design");
    Node auc = file.root().at("auc");
    double[][] nulls = runs(design, "null_m", 1);
    double[][] events = runs(design, "test_m", 2);
    int w = (int) design.at("window").integer();
    INDICATORS.forEach(
        (name, indicator) ->
            report.number(
                name,
                auc.at(name).number(),
                Roc.of(taus(indicator, nulls, w), taus(indicator, events, w)).auc(),
                Tolerance.absolute(STATED)));
    likelihoods(design, nulls, events, auc, report);
  }

  private static void likelihoods(
      Node design, double[][] nulls, double[][] events, Node auc, Report report) {
    double[] t = times(design);
    double[][] of = ratios(t, nulls);
    double[][] against = ratios(t, events);
    report.number(
        "likelihood ratio",
        auc.at("likelihood_ratio").number(),
        Roc.of(of[0], against[0]).auc(),
        Tolerance.absolute(STATED_LIKELIHOOD));
    report.number(
        "signed likelihood ratio",
        auc.at("signed_likelihood_ratio").number(),
        Roc.of(of[1], against[1]).auc(),
        Tolerance.absolute(STATED_LIKELIHOOD));
  }

  private static double[] times(Node design) {
    double[] t = new double[(int) design.at("points").integer()];
    Arrays.setAll(t, i -> i * design.at("dt").number());
    return t;
  }

  private static double[][] runs(Node design, String pace, long seed) {
    var process =
        new LinearSaddleNode(
            design.at("R0").number(),
            design.at(pace).number(),
            design.at("theta").number(),
            design.at("sigma").number());
    double[] t = times(design);
    double x0 = design.at("x0").number();
    double[][] all = new double[RUNS][];
    Arrays.setAll(all, i -> process.simulate(t, x0, Rng.of(seed, i)));
    return all;
  }

  private static double[] taus(Indicator indicator, double[][] runs, int w) {
    return Parallel.doubles(
        indicator.name(),
        runs.length,
        i -> Kendall.ofOrder(indicator.rolling(runs[i], Window.points(w))).tau());
  }

  private static double[][] ratios(double[] t, double[][] runs) {
    List<LikelihoodRatio> all =
        Parallel.map(
            "likelihood ratios",
            LIKELIHOOD_RUNS,
            i -> LikelihoodRatio.of(TimeSeries.of(t, runs[i])));
    return new double[][] {
      all.stream().mapToDouble(LikelihoodRatio::ratio).toArray(),
      all.stream().mapToDouble(LikelihoodRatio::signed).toArray()
    };
  }
}
