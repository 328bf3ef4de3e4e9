package murmuration.bench;

import java.util.concurrent.TimeUnit;
import murmuration.math.Rng;
import murmuration.warning.Window;
import murmuration.warning.multivariate.MultivariateIndicator;
import murmuration.warning.multivariate.MultivariateIndicators;
import murmuration.warning.multivariate.MultivariateRolling;
import murmuration.warning.multivariate.MultivariateSeries;
import murmuration.warning.multivariate.MultivariateSignal;
import murmuration.warning.multivariate.MultivariateSurrogates;
import murmuration.warning.multivariate.MultivariateWarning;
import murmuration.warning.multivariate.SMapJacobian;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Five coupled variables, n = 300, a window of 150: the size of a simulated community. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MultivariateBenchmark {
  private static final int VARIABLES = 5;

  private final MultivariateSeries community = community(300);

  private static MultivariateSeries community(int n) {
    var random = Rng.of(1);
    double[][] x = new double[n][VARIABLES];
    for (int i = 1; i < n; i++) {
      for (int j = 0; j < VARIABLES; j++) {
        x[i][j] = 0.5 * x[i - 1][j] + 0.2 * x[i - 1][(j + 1) % VARIABLES] + random.nextGaussian();
      }
    }
    return MultivariateSeries.of(x);
  }

  /** Every indicator along the record, on one core. */
  @Benchmark
  public MultivariateRolling indicators() {
    return MultivariateRolling.of(
        community,
        Window.fraction(0.5),
        MultivariateIndicators.ALL.toArray(MultivariateIndicator[]::new));
  }

  /** 1000 VAR(1) surrogates, every indicator and its tau. */
  @Benchmark
  public MultivariateSignal surrogates() {
    return MultivariateWarning.of(community)
        .against(MultivariateSurrogates.var1(1000).seed(1))
        .run();
  }

  /** S-map Jacobians of 299 states with theta from a grid of 18. */
  @Benchmark
  public SMapJacobian states() {
    return SMapJacobian.of(community);
  }
}
