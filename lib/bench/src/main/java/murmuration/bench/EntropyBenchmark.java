package murmuration.bench;

import java.util.concurrent.TimeUnit;
import murmuration.math.Rng;
import murmuration.warning.Indicators;
import murmuration.warning.Window;
import murmuration.warning.nonlinear.BdsStatistic;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Entropies, fluctuation analysis and BDS of red noise, n = 500, windows of 250. The peer's goals:
 * ewstools takes 5.2 s for sample entropy and 6.3 s for DFA on the same job.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EntropyBenchmark {
  private static final Window HALF = Window.fraction(0.5);

  private final double[] x = redNoise(500);

  private static double[] redNoise(int n) {
    var random = Rng.of(1);
    double[] noise = new double[n];
    for (int i = 1; i < n; i++) {
      noise[i] = 0.7 * noise[i - 1] + random.nextGaussian();
    }
    return noise;
  }

  /** Sample entropy, m = 2. */
  @Benchmark
  public double[] sampleEntropy() {
    return Indicators.sampleEntropy(2).rolling(x, HALF);
  }

  /** Approximate entropy, m = 2. */
  @Benchmark
  public double[] approximateEntropy() {
    return Indicators.approximateEntropy(2).rolling(x, HALF);
  }

  /** Permutation entropy of order 3. */
  @Benchmark
  public double[] permutationEntropy() {
    return Indicators.permutationEntropy().rolling(x, HALF);
  }

  /** Detrended fluctuation analysis. */
  @Benchmark
  public double[] dfa() {
    return Indicators.DFA.rolling(x, HALF);
  }

  /** BDS statistic of the whole series, m = 2 and 3, three radii. */
  @Benchmark
  public BdsStatistic bds() {
    return BdsStatistic.of(x, 3, 0.5, 0.75, 1);
  }
}
