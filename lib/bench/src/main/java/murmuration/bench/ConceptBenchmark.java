package murmuration.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import murmuration.concept.ConceptTrajectory;
import murmuration.concept.LearningRule;
import murmuration.concept.LearningTimes;
import murmuration.concept.TrainingSaturation;
import murmuration.concept.Turn;
import murmuration.math.Rng;
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
 * A thousand runs of 60 checkpoints and two concepts: smoothing, learning times, order, turn and
 * saturation of training. The goal: 50 ms on one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ConceptBenchmark {
  private static final int RUNS = 1000;
  private static final int CHECKPOINTS = 60;
  private static final LearningRule RULE = LearningRule.settle(0.8);
  private static final double[][] TARGET = {{1, 1}};

  private final List<ConceptTrajectory> runs = runs();

  private static List<ConceptTrajectory> runs() {
    List<ConceptTrajectory> runs = new ArrayList<>();
    for (int r = 0; r < RUNS; r++) {
      var random = Rng.of(1, r);
      double colour = 10 + 40 * random.nextDouble();
      double size = 10 + 40 * random.nextDouble();
      double[] steps = new double[CHECKPOINTS];
      double[][] values = new double[CHECKPOINTS][];
      for (int i = 0; i < CHECKPOINTS; i++) {
        steps[i] = 500 + 5.4 * i * i;
        values[i] =
            new double[] {
              logistic((i - colour) / 4) + 0.02 * random.nextGaussian(),
              logistic((i - size) / 4) + 0.02 * random.nextGaussian()
            };
      }
      runs.add(ConceptTrajectory.of(List.of("colour", "size"), steps, values));
    }
    return runs;
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** All of it; the sum keeps the work alive. */
  @Benchmark
  public double analysis() {
    double sum = 0;
    for (ConceptTrajectory run : runs) {
      ConceptTrajectory smooth = run.smooth(1.5);
      sum += LearningTimes.of(smooth, RULE).order()[0];
      sum += Turn.of(smooth, 2000).angle();
      sum += TrainingSaturation.of(List.of(smooth), TARGET).index();
    }
    return sum;
  }

  /** The smoothing alone. */
  @Benchmark
  public double smoothing() {
    double sum = 0;
    for (ConceptTrajectory run : runs) {
      sum += run.smooth(1.5).value(CHECKPOINTS - 1, 0);
    }
    return sum;
  }
}
