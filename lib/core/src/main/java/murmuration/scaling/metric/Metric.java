package murmuration.scaling.metric;

import java.util.Locale;
import murmuration.math.Arguments;

/**
 * A metric: what an item's output is graded by. A metric is known by its name; its range tells how
 * good a score is, whichever way it runs.
 *
 * @param name what it is called, such as {@code exact match}
 * @param worst the score of an output that is wrong in everything; infinite where nothing bounds
 *     it, as for a log loss
 * @param best the score of a perfect output, finite
 * @param chance the quality (see {@link #quality}) that guessing reaches, at least 0 and below 1
 */
public record Metric(String name, double worst, double best, double chance) {
  /** Checks the range. */
  public Metric {
    Arguments.require(
        !Arguments.present("name", name).isBlank(), "name is blank: expected what it is called");
    Arguments.require(Double.isFinite(best), "best is %s: expected a finite score", best);
    Arguments.require(
        !Double.isNaN(worst) && worst != best,
        "worst is %s, best is %s: expected two different scores",
        worst,
        best);
    Arguments.require(
        chance >= 0 && chance < 1, "chance is %s: expected at least 0 and below 1", chance);
  }

  /** A metric from 0 (worst) to 1 (best) that guessing leaves at 0. */
  public static Metric share(String name) {
    return new Metric(name, 0, 1, 0);
  }

  /** A metric that falls to 0 from no bound, as losses do. */
  public static Metric loss(String name) {
    return new Metric(name, Double.POSITIVE_INFINITY, 0, 0);
  }

  /** The same with another worst score. */
  public Metric worst(double score) {
    return new Metric(name, score, best, chance);
  }

  /** The same with another quality that guessing reaches. */
  public Metric chance(double quality) {
    return new Metric(name, worst, best, quality);
  }

  /** Whether a higher score is a better one. */
  public boolean rises() {
    return best > worst;
  }

  /** The name as a column of a table has it: {@code exact_match}. */
  public String column() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }

  /**
   * A mean score as a quality from 0 (worst) to 1 (perfect): its place in the range, or {@code
   * exp(-|score - best|)} where the range has no end, so that a loss per token becomes the chance
   * of a token. Scores beyond the range count as its end.
   */
  public double quality(double score) {
    double quality =
        Double.isInfinite(worst)
            ? Math.exp(-Math.max(0, Math.signum(worst) * (score - best)))
            : (score - worst) / (best - worst);
    return Math.clamp(quality, 0, 1);
  }

  /** The mean score that has this quality, 0 to 1; the inverse of {@link #quality}. */
  public double score(double quality) {
    Arguments.within("quality", quality, 0, 1);
    return Double.isInfinite(worst)
        ? best - Math.signum(worst) * Math.log(quality)
        : worst + quality * (best - worst);
  }

  @Override
  public String toString() {
    return name;
  }
}
