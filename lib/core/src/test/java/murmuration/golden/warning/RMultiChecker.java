package murmuration.golden.warning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.KendallTrend;
import murmuration.warning.Window;
import murmuration.warning.multivariate.MaxAutocorrelationFactors;
import murmuration.warning.multivariate.MultivariateIndicator;
import murmuration.warning.multivariate.MultivariateIndicators;
import murmuration.warning.multivariate.MultivariateRolling;
import murmuration.warning.multivariate.MultivariateSeries;

/** EWSmethods: the twelve rolling indicators of a community, their trends, mvi, and the factors. */
public final class RMultiChecker implements Checker {
  @Override
  public String kind() {
    return "warning/r-multi";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node root = file.root();
    Tolerance tolerance = file.tolerance();
    int w = (int) root.at("window").integer();
    double[] time = root.at("data").at("time").numbers();
    List<String> species =
        root.at("data").keys().stream().filter(name -> !name.equals("time")).toList();
    double[][] values = new double[time.length][species.size()];
    for (int j = 0; j < species.size(); j++) {
      double[] column = root.at("data").at(species.get(j)).numbers();
      for (int i = 0; i < column.length; i++) {
        values[i][j] = column[i];
      }
    }
    var series = MultivariateSeries.of(time, values);
    var rolling =
        MultivariateRolling.of(
            series,
            Window.percentRound(50),
            MultivariateIndicators.ALL.toArray(MultivariateIndicator[]::new));
    report.numbers(
        "time",
        root.at("raw").at("time").numbers(),
        Arrays.copyOfRange(time, w - 1, time.length),
        Tolerance.EXACT);
    for (MultivariateIndicator indicator : MultivariateIndicators.ALL.subList(0, 12)) {
      double[] found = Arrays.copyOfRange(rolling.values(indicator), w - 1, time.length);
      report.numbers(
          indicator.name(),
          root.at("raw").at(indicator.name()).numbers(),
          found,
          indicator == MultivariateIndicators.MUTUAL_INFORMATION
              ? Tolerance.absolute(1e-10)
              : tolerance);
      report.number(
          "tau " + indicator.name(),
          root.at("kendall").at(indicator.name()).number(),
          KendallTrend.of(found).tau(),
          tolerance);
    }
    report.numbers(
        "mvi",
        root.at("mvi").numbers(),
        Arrays.copyOfRange(rolling.values(MultivariateIndicators.MVI), w - 1, time.length),
        tolerance);
    factors(root.at("first_window"), series.until(time[w - 1]), report, tolerance);
  }

  private static void factors(
      Node expected, MultivariateSeries window, Report report, Tolerance tolerance) {
    var factors = MaxAutocorrelationFactors.of(window);
    report.numbers(
        "eigen_values", expected.at("eigen_values").numbers(), factors.eigenvalues(), tolerance);
    report.numbers(
        "autocor", expected.at("autocor").numbers(), factors.autocorrelations(), tolerance);
    double[][] rotation = expected.at("rotation").matrix();
    double[][] loadings = factors.loadings();
    int k = loadings.length;
    for (int f = 0; f < k; f++) {
      int factor = f;
      int largest =
          IntStream.range(0, k)
              .reduce(
                  (a, b) -> Math.abs(rotation[b][factor]) > Math.abs(rotation[a][factor]) ? b : a)
              .orElseThrow();
      double sign = Math.signum(rotation[largest][f] * loadings[largest][f]);
      for (int j = 0; j < k; j++) {
        report.number(
            "rotation[" + j + "][" + f + "]", rotation[j][f], sign * loadings[j][f], tolerance);
      }
    }
    double[][] scores = factors.scores();
    report.numbers(
        "maf_scores_abs_first",
        expected.at("maf_scores_abs_first").numbers(),
        Arrays.stream(scores[0]).map(Math::abs).toArray(),
        tolerance);
  }
}
