package murmuration.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.Quantities;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Do the intervals hold what they promise on runs like these? Samples are drawn from the fitted
 * law, with the sizes and tokens of the runs, and fitted again; an interval is right where it holds
 * the law that the sample came from.
 *
 * <pre>{@code
 * TrainingRuns runs =
 *     TrainingRuns.ofCompute(
 *             Datasets.load("chinchilla-svg-extracted"), "Model Size", "Training FLOP", "loss")
 *         .dropHighest(5);
 * ScalingFit fit = ScalingLaw.of(runs).loss(FitLoss.NLS_LOG).fit();
 * CoverageReport report = fit.coverage(500).noise(RunNoise.NORMAL).seed(1).run();
 * }</pre>
 *
 * @param fit the fit; its law is the truth of the samples
 * @param samples how many samples, 1 to 100,000
 * @param replicates resamples of each bootstrap, 2 to 100,000; 999 by default
 * @param noise how runs differ from the law
 * @param level of the intervals, 0.95 by default
 * @param seed seed of the random numbers
 */
public record IntervalCoverage(
    ScalingFit fit, int samples, int replicates, RunNoise noise, double level, long seed) {
  private static final int MOST = 100_000;

  /** Checks the counts. */
  public IntervalCoverage {
    Arguments.present("fit", fit);
    Arguments.present("noise", noise);
    LawIntervals.level(level);
    Arguments.require(
        samples >= 1 && samples <= MOST, "samples is %d: expected 1 to %d", samples, MOST);
    Arguments.require(
        replicates >= 2 && replicates <= MOST,
        "replicates is %d: expected 2 to %d",
        replicates,
        MOST);
  }

  static IntervalCoverage of(ScalingFit fit, int samples) {
    return new IntervalCoverage(fit, samples, 999, RunNoise.NORMAL, 0.95, 1);
  }

  /** The same with another noise. */
  public IntervalCoverage noise(RunNoise value) {
    return new IntervalCoverage(fit, samples, replicates, value, level, seed);
  }

  /** The same with so many resamples of each bootstrap. */
  public IntervalCoverage replicates(int value) {
    return new IntervalCoverage(fit, samples, value, noise, level, seed);
  }

  /** The same with intervals of another level. */
  public IntervalCoverage level(double value) {
    return new IntervalCoverage(fit, samples, replicates, noise, value, seed);
  }

  /** The same with another seed. */
  public IntervalCoverage seed(long value) {
    return new IntervalCoverage(fit, samples, replicates, noise, level, value);
  }

  /**
   * Draws, fits, and counts.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public CoverageReport run() {
    List<Map<String, boolean[]>> right =
        Parallel.map("coverage of intervals", samples, i -> sample(Rng.of(seed, i), i));
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (Map<String, boolean[]> one : right) {
      one.forEach(
          (kind, holds) -> {
            int[] sum = counts.computeIfAbsent(kind, k -> new int[holds.length]);
            for (int q = 0; q < holds.length; q++) {
              sum[q] += holds[q] ? 1 : 0;
            }
          });
    }
    List<CoverageReport.Kind> kinds = new ArrayList<>();
    counts.forEach((kind, sum) -> kinds.add(new CoverageReport.Kind(kind, sum)));
    return new CoverageReport(this, kinds);
  }

  /** A sample of the law with the design of the runs. */
  private TrainingRuns drawn(RandomGenerator random) {
    TrainingRuns runs = fit.study().runs();
    double[] sizes = runs.parameters();
    double[] fitted = fit.fitted();
    double[] residuals = new double[fitted.length];
    double[] observed = runs.losses();
    Arrays.setAll(residuals, i -> Math.log(observed[i] / fitted[i]));
    double n = residuals.length;
    double spread =
        Math.sqrt(StatUtils.sumSq(residuals) / Math.max(1, n - fit.study().parameters()));
    Map<Double, Double> shared = new LinkedHashMap<>();
    double[] losses = new double[fitted.length];
    for (int i = 0; i < losses.length; i++) {
      double common =
          noise == RunNoise.SHARED_BY_SIZE
              ? shared.computeIfAbsent(sizes[i], size -> random.nextGaussian())
              : 0;
      losses[i] =
          fitted[i]
              * Math.exp(
                  switch (noise) {
                    case NORMAL -> spread * random.nextGaussian();
                    case RESIDUALS -> residuals[random.nextInt(residuals.length)];
                    case SHARED_BY_SIZE ->
                        spread * Math.sqrt(0.5) * (common + random.nextGaussian());
                  });
    }
    return runs.losses(losses);
  }

  private Map<String, boolean[]> sample(RandomGenerator random, int index) {
    ScalingFit again = fit.study().on(drawn(random)).fit();
    Map<String, boolean[]> right = new LinkedHashMap<>();
    DerivedQuantity a = DerivedQuantity.parameterExponent();
    if (!Double.isNaN(fit.covariance()[LawParameter.ALPHA.index()][LawParameter.ALPHA.index()])) {
      right.put("Wald", holds(again.wald(level), again.derived(a, level)));
    }
    if (fit.study().loss().isSquares()) {
      Quantities.Row none = new Quantities.Row("", Double.NaN, Double.NaN, Double.NaN);
      right.put(
          "profile",
          again.status() == FitStatus.OK
              ? holds(again.profile(level), none)
              : new boolean[LawParameter.COUNT + 1]);
    }
    for (Resampling resampling : Resampling.values()) {
      if (resampling == Resampling.RESIDUALS && !fit.study().loss().isLog()) {
        continue;
      }
      LawDraws draws =
          again.bootstrap(replicates).drawing(resampling).seed(Rng.seed(seed, index)).run();
      String of = ", " + resampling.words();
      right.put("percentile" + of, holds(draws.percentile(level), draws.derived(a, level)));
      right.put("BCa" + of, holds(draws.bca(level), draws.derivedBca(a, level)));
    }
    return right;
  }

  private boolean[] holds(LawIntervals intervals, Quantities.Row exponent) {
    boolean[] holds = new boolean[LawParameter.COUNT + 1];
    for (LawParameter p : LawParameter.values()) {
      holds[p.index()] = holds(intervals.of(p), p.of(fit.law()));
    }
    double a = DerivedQuantity.parameterExponent().value(fit.law());
    holds[LawParameter.COUNT] = holds(exponent, a);
    return holds;
  }

  private static boolean holds(Quantities.Row row, double truth) {
    return row.low() <= truth && truth <= row.high();
  }
}
