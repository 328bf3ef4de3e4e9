package murmuration.scaling;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * The fit again from random starts: both exponents uniform from 0 to 2, the range of the grid of
 * Hoffmann et al. (2022), with the coefficients that least squares gives at these exponents.
 *
 * <pre>{@code
 * TrainingRuns runs =
 *     TrainingRuns.ofCompute(
 *             Datasets.load("chinchilla-svg-extracted"), "parameters", "flops", "loss")
 *         .dropHighest(5);
 * StartsReport report = ScalingLaw.of(runs).fit().fromRandomStarts(100).seed(1).run();
 * int reached = report.agreeing();
 * }</pre>
 *
 * @param fit the fit
 * @param count how many starts, 1 to 1,000,000
 * @param seed seed of the random numbers
 */
public record RandomStarts(ScalingFit fit, int count, long seed) {
  private static final int MOST = 1_000_000;
  private static final double LARGEST_EXPONENT = 2;

  /** Checks the count. */
  public RandomStarts {
    Arguments.present("fit", fit);
    Arguments.require(count >= 1 && count <= MOST, "count is %d: expected 1 to %d", count, MOST);
  }

  static RandomStarts of(ScalingFit fit, int count) {
    return new RandomStarts(fit, count, 1);
  }

  /** The same with another seed. */
  public RandomStarts seed(long value) {
    return new RandomStarts(fit, count, value);
  }

  /**
   * Makes the descents.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public StartsReport run() {
    ScalingLaw study = fit.study();
    LawPoints points = study.points();
    List<LawSearch.Descent> descents =
        Parallel.map(
            "random starts",
            count,
            i -> {
              RandomGenerator random = Rng.of(seed, i);
              var search = new LawSearch(points, study.loss(), study.kept(), study.oneExponent());
              double alpha = LARGEST_EXPONENT * random.nextDouble();
              return search.from(alpha, LARGEST_EXPONENT * random.nextDouble());
            });
    double reference = fit.objective();
    LawSearch.Descent best =
        descents.stream()
            .min(Comparator.comparingDouble(LawSearch.Descent::objective))
            .orElseThrow();
    double least = Math.min(reference, best.objective());
    return new StartsReport(
        fit,
        seed,
        study.exact(points.law(best.centred())),
        descents.stream().mapToDouble(LawSearch.Descent::objective).toArray(),
        (int)
            descents.stream()
                .filter(d -> d.objective() - least <= LawSearch.AGREEMENT * Math.abs(least))
                .count());
  }
}
