package murmuration.scaling;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * Which laws do other samples of the same kind give? Each resample is fitted to the end, from the
 * law of all runs.
 *
 * <pre>{@code
 * TrainingRuns runs =
 *     TrainingRuns.ofCompute(
 *             Datasets.load("chinchilla-svg-extracted"), "parameters", "flops", "loss")
 *         .dropHighest(5);
 * LawDraws draws = ScalingLaw.of(runs).fit().bootstrap(4000).seed(1).run();
 * Quantities.Row alpha = draws.bca(0.95).of(LawParameter.ALPHA);
 * }</pre>
 *
 * <p>A run whose weight is a whole number counts as so many runs, if all weights are; other weights
 * stay with their run.
 *
 * @param fit the fit
 * @param replicates how many resamples, 2 to 1,000,000
 * @param resampling what is drawn
 * @param seed seed of the random numbers
 */
public record ScalingBootstrap(ScalingFit fit, int replicates, Resampling resampling, long seed) {
  private static final int MOST = 1_000_000;

  /** Checks the count. */
  public ScalingBootstrap {
    Arguments.present("fit", fit);
    Arguments.present("resampling", resampling);
    replicates("replicates", replicates);
  }

  static ScalingBootstrap of(ScalingFit fit, int replicates) {
    return new ScalingBootstrap(fit, replicates, Resampling.RUNS, 1);
  }

  /** The same with another seed. */
  public ScalingBootstrap seed(long value) {
    return new ScalingBootstrap(fit, replicates, resampling, value);
  }

  /** The same, drawing something else. */
  public ScalingBootstrap drawing(Resampling value) {
    return new ScalingBootstrap(fit, replicates, value, seed);
  }

  /**
   * Draws and fits.
   *
   * @throws IllegalArgumentException if residuals are drawn and would give a loss of 0 or less
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public LawDraws run() {
    var units = new SampleUnits(fit, resampling);
    var fits =
        ResampleFits.of(
            fit, units.points(), replicates, (b, w, l) -> units.draw(Rng.of(seed, b), w, l));
    return new LawDraws(
        fit,
        resampling,
        fits.vectors(),
        fits.objectives(),
        fits.converged(),
        jackknife(units),
        seed);
  }

  private double[][] jackknife(SampleUnits units) {
    return ResampleFits.of(fit, units.points(), units.count(), (i, w, l) -> units.without(i, w))
        .vectors();
  }

  /**
   * The fits of resamples that the caller drew.
   *
   * @param counts how often each run occurs in a resample: one row a resample, one column a run
   */
  static LawDraws given(ScalingFit fit, int[][] counts) {
    replicates("the number of rows of counts", Arguments.present("counts", counts).length);
    double[] weights = fit.study().runs().weights();
    for (int b = 0; b < counts.length; b++) {
      check(b, counts[b], weights.length);
    }
    var units = new SampleUnits(fit, Resampling.RUNS);
    int[] pointOf = units.points().pointOf;
    var fits =
        ResampleFits.of(
            fit,
            units.points(),
            counts.length,
            (b, w, l) -> {
              Arrays.fill(w, 0);
              for (int i = 0; i < pointOf.length; i++) {
                if (pointOf[i] >= 0) {
                  w[pointOf[i]] += counts[b][i] * weights[i];
                }
              }
            });
    return new LawDraws(
        fit,
        Resampling.RUNS,
        fits.vectors(),
        fits.objectives(),
        fits.converged(),
        new ScalingBootstrap(fit, 2, Resampling.RUNS, 0).jackknife(units),
        null);
  }

  private static void check(int b, int[] row, int n) {
    Arguments.present("a row of counts", row);
    Arguments.require(
        row.length == n, "counts[%d] has %d values: expected one a run, %d", b, row.length, n);
    Arguments.require(
        Arrays.stream(row).min().orElse(0) >= 0 && Arrays.stream(row).max().orElse(0) > 0,
        "counts[%d] has a value below 0, or none above: expected 0 or more, not all 0",
        b);
  }

  private static void replicates(String name, int count) {
    Arguments.require(count >= 2 && count <= MOST, "%s is %d: expected 2 to %d", name, count, MOST);
  }
}
