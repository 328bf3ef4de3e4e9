package murmuration.golden.warning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
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

/**
 * earlywarnings' surrogates_ews with ARMA surrogates: tau of the record exactly, p and the null's
 * mean and spread within their sampling error. Its p of {@code boots} surrogates is that of {@code
 * #{null >= observed} + 1 over boots}.
 */
public final class ArmaSurrogatesChecker implements Checker {
  private static final int SURROGATES = 2000;

  @Override
  public String kind() {
    return "warning/r-surrogates";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    double[] x = values(file);
    double[] t = IntStream.rangeClosed(1, x.length).asDoubleStream().toArray();
    double[] residuals = Detrend.gaussianR(Math.rint(x.length * 0.10)).residuals(t, x);
    var window = Window.percentRound(50);
    var names = List.of("sd", "acf1");
    var tests =
        SurrogateTest.of(
            names,
            series ->
                new double[] {
                  tau(Indicators.SD, series, window), tau(Indicators.acf(1), series, window)
                },
            residuals,
            Surrogates.arma(SURROGATES).seed(42));
    for (int i = 0; i < names.size(); i++) {
      compare(names.get(i), file.root().at(names.get(i)), tests.get(i), report);
    }
  }

  private static double tau(Indicator indicator, double[] series, Window window) {
    return Kendall.tau(indicator.rolling(series, window));
  }

  private static void compare(String name, Node expected, SurrogateTest found, Report report) {
    report.number(
        name + " tau", expected.at("tau").number(), found.observed(), Tolerance.absolute(1e-9));
    double p = expected.at("p").number();
    report.number(
        name + " p",
        p,
        found.pRight(),
        Tolerance.absolute(4 * Math.sqrt(p * (1 - p) / 300) + 0.01));
    double[] nulls = found.nulls();
    double mean = mean(nulls, v -> v);
    report.number(
        name + " null mean", expected.at("null_mean").number(), mean, Tolerance.absolute(0.08));
    report.number(
        name + " null sd",
        expected.at("null_sd").number(),
        Math.sqrt(mean(nulls, v -> (v - mean) * (v - mean))),
        Tolerance.relative(0.15));
  }

  private static double mean(double[] values, DoubleUnaryOperator of) {
    return Arrays.stream(values).map(of).average().orElseThrow();
  }

  private static double[] values(GoldenFile file) {
    try (var lines = Files.lines(file.thirdParty("earlywarnings_foldbif.csv"))) {
      return lines.skip(1).mapToDouble(Double::parseDouble).toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
