package murmuration.bench;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import murmuration.math.Rng;
import murmuration.warning.bifurcation.BuryClassifier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One network of Bury et al. (2021) on one series that fills it, on one core; TensorFlow takes 0.18
 * and 0.27 s. The networks are read from the folder that {@code BURY_NETWORKS} names; without it
 * there is nothing to measure.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BuryBenchmark {
  private static final int NETWORKS = 20;

  /** Samples of the series, and of the networks. */
  @Param({"500", "1500"})
  public int length;

  private @Nullable BuryClassifier networks;
  private double[] noise = {};

  /** Reads the networks; where there are none, this benchmark fails in words and others go on. */
  @Setup
  public void read() {
    String folder = System.getenv("BURY_NETWORKS");
    if (folder == null) {
      throw new IllegalStateException("skipped: BURY_NETWORKS names no folder of networks");
    }
    networks = BuryClassifier.read(Path.of(folder)).length(length);
    noise = Rng.of(1).doubles(length).map(v -> v - 0.5).toArray();
  }

  /** Each of the 20 networks in turn; the time is that of one. */
  @Benchmark
  @OperationsPerInvocation(NETWORKS)
  public double[][] oneNetwork() {
    return Objects.requireNonNull(networks).each(noise);
  }
}
