package murmuration.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

/**
 * Our side of {@code warning.py}: reads lines {@code JOB FILE}, runs the job on the numbers of the
 * file, and answers with the seconds of a call and some numbers that the peer must agree with.
 */
final class WarningJobs {
  private static final long QUARTER_SECOND = 250_000_000L;

  private WarningJobs() {}

  public static void main(String[] arguments) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
      String[] words = line.split(" ", 2);
      double[] x =
          Files.readAllLines(Path.of(words[1])).stream().mapToDouble(Double::parseDouble).toArray();
      double[] answer = run(words[0], x);
      double seconds = seconds(words[0], x);
      System.out.printf(
          Locale.ROOT,
          "%.9f %s%n",
          seconds,
          Arrays.stream(answer).mapToObj(Double::toString).collect(Collectors.joining(" ")));
      System.out.flush();
    }
  }

  /** Median seconds of a call, over calls one after another for a quarter of a second. */
  private static double seconds(String job, double[] x) {
    List<Double> calls = new ArrayList<>();
    long begun = System.nanoTime();
    while (calls.isEmpty() || System.nanoTime() - begun < QUARTER_SECOND) {
      long start = System.nanoTime();
      run(job, x);
      calls.add((System.nanoTime() - start) / 1e9);
    }
    return calls.stream().sorted().skip(calls.size() / 2).findFirst().orElseThrow();
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
