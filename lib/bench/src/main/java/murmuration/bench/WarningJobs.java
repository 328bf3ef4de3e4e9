package murmuration.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Kendall;
import murmuration.sweep.Parallel;
import murmuration.warning.Detrend;
import murmuration.warning.EarlyWarning;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.Rolling;
import murmuration.warning.Signal;
import murmuration.warning.Surrogates;
import murmuration.warning.Window;
import murmuration.warning.bifurcation.SpectrumComparison;

/** Our side of {@code warning.py}. */
final class WarningJobs {
  private WarningJobs() {}

  public static void main(String[] arguments) throws IOException {
    JobLoop.serve(WarningJobs::run);
  }

  private static double[] run(String job, double[] x) {
    return switch (job) {
      case "rolling-ac1-moments-taus-n10000" -> taus(TimeSeries.of(x));
      case "surrogates-1000-n500-variance-ac1" -> spread(surrogates(x));
      case "lowess-n10000" ->
          quarters(Detrend.lowess(0.2).apply(TimeSeries.of(x)).smooth().values());
      case "spectral-weights-26-windows-n1000" -> spectra(x);
      case "sample-entropy-n500" -> ends(Indicators.sampleEntropy(2), x);
      case "dfa-n500" -> ends(Indicators.DFA, x);
      default ->
          throw new IllegalArgumentException("job is " + job + ": expected one of warning.py");
    };
  }

  /** Moments on one core, autocorrelation on another. */
  static double[] taus(TimeSeries series) {
    var groups =
        List.of(List.of(Indicators.VARIANCE, Indicators.SKEWNESS), List.of(Indicators.AC1));
    return Parallel.map("taus", groups.size(), g -> taus(series, groups.get(g))).stream()
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private static double[] taus(TimeSeries series, List<Indicator> indicators) {
    var window = Window.fraction(0.5);
    var rolling = Rolling.of(series, window, indicators.toArray(Indicator[]::new));
    return indicators.stream().mapToDouble(i -> Kendall.tau(rolling.values(i))).toArray();
  }

  static Signal surrogates(double[] x) {
    return EarlyWarning.of(x)
        .detrend(Detrend.none())
        .indicators(Indicators.VARIANCE, Indicators.AC1)
        .against(Surrogates.ar1(1000).seed(1))
        .run();
  }

  private static double[] spread(Signal signal) {
    return signal.tests().stream()
        .mapToDouble(
            test -> {
              double[] nulls = test.nulls();
              double mean = Arrays.stream(nulls).average().orElseThrow();
              return Math.sqrt(
                  Arrays.stream(nulls).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
            })
        .toArray();
  }

  /** Fold, Hopf and null in a window of half of the record every 20 samples, one by one. */
  private static double[] spectra(double[] x) {
    int w = x.length / 2;
    List<SpectrumComparison> windows = new ArrayList<>();
    for (int end = w; end <= x.length; end += 20) {
      windows.add(SpectrumComparison.of(Arrays.copyOfRange(x, end - w, end)));
    }
    return new double[] {windows.size(), windows.getFirst().smax(), windows.getLast().smax()};
  }

  /** An indicator half way along the record and at its end. */
  private static double[] ends(Indicator indicator, double[] x) {
    double[] along = indicator.rolling(x, Window.fraction(0.5));
    return new double[] {along[x.length / 2], along[x.length - 1]};
  }

  private static double[] quarters(double[] smooth) {
    return IntStream.range(0, 4).mapToDouble(i -> smooth[i * (smooth.length / 4)]).toArray();
  }
}
