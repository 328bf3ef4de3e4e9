package murmuration.bench;

import java.util.concurrent.TimeUnit;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import murmuration.warning.Detrend;
import murmuration.warning.Detrended;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.Signal;
import murmuration.warning.Window;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The routines of {@code warning} that a peer is slow at, warm, on red noise. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WarningBenchmark {
  private final double[] long10000 = redNoise(10_000);
  private final double[] short500 = redNoise(500);

  private static double[] redNoise(int n) {
    var random = Rng.of(1);
    double[] x = new double[n];
    for (int i = 1; i < n; i++) {
      x[i] = 0.7 * x[i - 1] + random.nextGaussian();
    }
    return x;
  }

  private double[] half500(Indicator indicator) {
    return indicator.rolling(short500, Window.fraction(0.5));
  }

  /** Variance, skewness, AC1 and their taus on two cores, n = 10,000, w = 5,000. */
  @Benchmark
  public double[] rollingWithTaus() {
    return WarningJobs.taus(TimeSeries.of(long10000));
  }

  /** AC1 alone, n = 10,000, w = 5,000. */
  @Benchmark
  public double[] rollingAc1() {
    return Indicators.AC1.rolling(long10000, Window.fraction(0.5));
  }

  /** 1000 AR(1) surrogates of n = 500, variance and AC1 and their taus. */
  @Benchmark
  public Signal surrogates() {
    return WarningJobs.surrogates(short500);
  }

  /** Lowess, span 0.2, three robustness passes, n = 10,000. */
  @Benchmark
  public Detrended lowess() {
    return Detrend.lowess(0.2).apply(TimeSeries.of(long10000));
  }

  /** Gaussian filter, bandwidth 0.2, n = 10,000. */
  @Benchmark
  public Detrended gaussian() {
    return Detrend.gaussian(0.2).apply(TimeSeries.of(long10000));
  }

  /** Sample entropy m = 2, n = 500, w = 250. */
  @Benchmark
  public double[] sampleEntropy() {
    return half500(Indicators.sampleEntropy(2));
  }

  /** Detrended fluctuation analysis, n = 500, w = 250. */
  @Benchmark
  public double[] dfa() {
    return half500(Indicators.DFA);
  }
}
