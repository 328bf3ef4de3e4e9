package murmuration.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import murmuration.data.TimeSeries;
import murmuration.warning.detection.LikelihoodRatio;
import murmuration.warning.detection.LikelihoodRatioBootstrap;
import murmuration.warning.process.LinearSaddleNode;
import murmuration.warning.process.LinearSaddleNodeFit;
import murmuration.warning.process.OrnsteinUhlenbeckFit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Maximum likelihood of a record of 40 samples that approaches a saddle-node, warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LikelihoodBenchmark {
  private final TimeSeries record = approaching();

  private static TimeSeries approaching() {
    double[] t = new double[40];
    Arrays.setAll(t, i -> 2.5 * i);
    return new LinearSaddleNode(0.25, -0.0025, 100, 0.3).simulate(t, 100.5, 1);
  }

  /** The stable process; a closed form. */
  @Benchmark
  public OrnsteinUhlenbeckFit stable() {
    return OrnsteinUhlenbeckFit.of(record);
  }

  /** The saddle-node from its eight starts and the valleys of the grid. */
  @Benchmark
  public LinearSaddleNodeFit approachingFit() {
    return LinearSaddleNodeFit.of(record);
  }

  /** 50 pairs of the bootstrap on all cores: a twentieth of the usual. */
  @Benchmark
  public LikelihoodRatioBootstrap fiftyPairs() {
    return LikelihoodRatio.of(record).bootstrap(50, 1);
  }
}
