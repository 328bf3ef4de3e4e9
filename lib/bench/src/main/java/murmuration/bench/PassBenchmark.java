package murmuration.bench;

import java.util.concurrent.TimeUnit;
import murmuration.scaling.pass.PassAtK;
import murmuration.scaling.pass.PassAtKBootstrap;
import murmuration.scaling.pass.PassCounts;
import murmuration.scaling.pass.SuccessComparison;
import murmuration.scaling.pass.SuccessFit;
import murmuration.scaling.simulation.ItemBank;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 128 items with 10,000 samples each, whose chances are spread as those of a Pythia model. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PassBenchmark {
  static final int[] ATTEMPTS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000};

  private final PassCounts counts = ItemBank.beta(128, 0.3, 12.4, 1).sample(1e9, 10_000, 2);
  private final PassAtK curve = counts.passAt(ATTEMPTS);

  /** Mean pass@k for 13 k. */
  @Benchmark
  public PassAtK meanPassAtK() {
    return counts.passAt(ATTEMPTS);
  }

  /** 1000 draws of the items, with the power law of each. */
  @Benchmark
  public PassAtKBootstrap thousandDraws() {
    return curve.bootstrap(1000, 1);
  }

  /** Maximum likelihood of the Beta law by Newton's method. */
  @Benchmark
  public SuccessFit betaLaw() {
    return SuccessFit.of(counts);
  }

  /** All four laws. */
  @Benchmark
  public SuccessComparison fourLaws() {
    return SuccessComparison.of(counts);
  }
}
