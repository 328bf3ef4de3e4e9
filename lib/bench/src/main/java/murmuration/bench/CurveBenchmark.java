package murmuration.bench;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import murmuration.data.Datasets;
import murmuration.scaling.curve.BrokenLawSelection;
import murmuration.scaling.curve.CurveComparison;
import murmuration.scaling.curve.CurveFit;
import murmuration.scaling.curve.CurveForm;
import murmuration.scaling.curve.FittedCurve;
import murmuration.scaling.curve.ReferenceEstimator;
import murmuration.scaling.curve.ReferenceFit;
import murmuration.scaling.curve.ScalingCurve;
import murmuration.scaling.curve.SegmentedRegression;
import murmuration.scaling.simulation.LearningCurve;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Fits of one curve, warm; on one thread but for the last three. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CurveBenchmark {
  private final ScalingCurve addition = addition();
  private final ScalingCurve pure =
      LearningCurve.of(
              CurveForm.BNSL1,
              0.41388453071629455,
              2.2772722897737556,
              0.055077348404973955,
              5.662903816010331,
              612.5836172918001,
              0.059193036393742314)
          .at(IntStream.rangeClosed(1, 405).asDoubleStream().toArray())
          .simulate(1);
  private final ScalingCurve levelling =
      LearningCurve.of(CurveForm.OFFSET, 0.3, 300, 0.5)
          .at(IntStream.range(0, 10).mapToDouble(i -> 5e5 * (1 << i)).toArray())
          .noise(0.01)
          .simulate(1);
  private final double[] steps = IntStream.range(0, 40).asDoubleStream().toArray();
  private final double[] noise =
      IntStream.range(0, 40).mapToDouble(i -> Math.sin(7.0 * i * i)).toArray();

  private static ScalingCurve addition() {
    var curve = ScalingCurve.of(Datasets.load("bnsl-4digit-addition"), "x", "y");
    return curve.until(curve.x()[13]);
  }

  /** One break on the 14 training points of 4-digit addition. */
  @Benchmark
  public FittedCurve bnslAddition() {
    return CurveJobs.broken(addition);
  }

  /** The noiseless curve of 405 points before its break, to the truth. */
  @Benchmark
  public FittedCurve bnslNoiseless() {
    return CurveJobs.broken(pure);
  }

  /** A power law above a floor, 10 points. */
  @Benchmark
  public FittedCurve offset() {
    return CurveFit.of(levelling).form(CurveForm.OFFSET).fit();
  }

  /** M4 by least squares of ln y, 10 points. */
  @Benchmark
  public FittedCurve saturating() {
    return CurveFit.of(levelling).form(CurveForm.M4).fit();
  }

  /** The published estimator M2, 10 points. */
  @Benchmark
  public ReferenceFit referenceM2() {
    return ReferenceEstimator.M2.fit(levelling);
  }

  /** The published estimator M4, 10 points. */
  @Benchmark
  public ReferenceFit referenceM4() {
    return ReferenceEstimator.M4.fit(levelling);
  }

  /** All forms that 14 points allow, with their rolling origins. */
  @Benchmark
  public CurveComparison allForms() {
    return CurveComparison.of(addition);
  }

  /** Broken laws with 0 to 2 breaks on 14 points. */
  @Benchmark
  public BrokenLawSelection brokenLaws() {
    return BrokenLawSelection.of(addition);
  }

  /** One break of 40 points with 999 draws. */
  @Benchmark
  public SegmentedRegression segmented() {
    return SegmentedRegression.of(steps, noise);
  }
}
