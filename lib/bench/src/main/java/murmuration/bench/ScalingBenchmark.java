package murmuration.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import murmuration.math.FastExp;
import murmuration.math.Rng;
import murmuration.scaling.AdditiveLaw;
import murmuration.scaling.FitLoss;
import murmuration.scaling.LawDraws;
import murmuration.scaling.LawIntervals;
import murmuration.scaling.ScalingFit;
import murmuration.scaling.ScalingLaw;
import murmuration.scaling.TrainingRuns;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Fits of a scaling law to 240 runs drawn from a law, warm, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScalingBenchmark {
  private static final int RUNS = 240;

  private final TrainingRuns runs = drawn();
  private final ScalingFit squares = ScalingLaw.of(runs).loss(FitLoss.NLS_LOG).fit();
  private final FastExp exp = new FastExp(RUNS);
  private final double[] logs = Arrays.stream(runs.parameters()).map(Math::log).toArray();
  private final double[] powers = new double[RUNS];

  /** Sizes over a factor of 30 at each of eight budgets; normal noise of 0.7 % in ln L. */
  private static TrainingRuns drawn() {
    var random = Rng.of(1);
    double[] n = new double[RUNS];
    double[] c = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      c[i] = 6e18 * Math.pow(2.5, i / 30);
      n[i] = Math.sqrt(c[i] / 120) * Math.pow(30, (i % 30) / 29.0 - 0.5);
    }
    var design = TrainingRuns.ofCompute(n, c, n);
    double[] d = design.tokens();
    double[] losses = new double[RUNS];
    Arrays.setAll(
        losses,
        i -> AdditiveLaw.REPLICATION.loss(n[i], d[i]) * Math.exp(7e-3 * random.nextGaussian()));
    return design.losses(losses);
  }

  /** Huber's loss: screen, five descents, covariance. */
  @Benchmark
  public ScalingFit huberFit() {
    return ScalingJobs.huber(runs);
  }

  /** Least absolute deviations of ln L. */
  @Benchmark
  public ScalingFit deviationsFit() {
    return ScalingLaw.of(runs).loss(FitLoss.LAD_LOG).fit();
  }

  /** Asymmetric absolute deviations of L. */
  @Benchmark
  public ScalingFit asymmetricFit() {
    return ScalingJobs.asymmetric(runs);
  }

  /** 4000 resamples, each fitted to the end, and the jackknife; with the fit itself. */
  @Benchmark
  public LawDraws huberBootstrap4000() {
    return ScalingJobs.bootstrap(runs);
  }

  /** Profile intervals of all five parameters. */
  @Benchmark
  public LawIntervals profile() {
    return squares.profile(0.95);
  }

  /** 240 powers by the vectorised exponential. */
  @Benchmark
  public double[] powers() {
    exp.line(0, -0.35, logs, powers, RUNS);
    return powers;
  }
}
