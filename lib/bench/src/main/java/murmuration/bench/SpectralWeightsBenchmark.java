package murmuration.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import murmuration.math.Rng;
import murmuration.warning.Surrogates;
import murmuration.warning.bifurcation.SpectralSignal;
import murmuration.warning.bifurcation.SpectralWeights;
import murmuration.warning.bifurcation.SpectrumComparison;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Spectral bifurcation weights, warm, on red noise of 1000 samples; ewstools takes 21 s. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SpectralWeightsBenchmark {
  private final double[] noise = redNoise(1000);

  private static double[] redNoise(int n) {
    var random = Rng.of(1);
    double[] x = new double[n];
    for (int i = 1; i < n; i++) {
      x[i] = 0.7 * x[i - 1] + random.nextGaussian();
    }
    return x;
  }

  /** Fold, Hopf and null in 26 windows of 500, one by one. */
  @Benchmark
  public double windows26() {
    double sum = 0;
    for (int end = 500; end <= 1000; end += 20) {
      sum += SpectrumComparison.of(Arrays.copyOfRange(noise, end - 500, end)).fits().size();
    }
    return sum;
  }

  /** The same with the study, and again for 200 surrogates, on all cores. */
  @Benchmark
  public SpectralSignal withNull() {
    return SpectralWeights.ofResiduals(noise).against(Surrogates.ar1(200).seed(1)).run();
  }
}
