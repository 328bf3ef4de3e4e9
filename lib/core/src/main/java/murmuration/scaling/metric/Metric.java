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
 * @param grading how the score follows from the probability of being right
 */
public record Metric(String name, double worst, double best, double chance, Grading grading) {
  /** How a score follows from the probability p of a correct token or option. */
  public enum Grading {
    /** In proportion to p, to {@code 1 - p} or to {@code -ln p}: it grows as the model does. */
    GRADUAL,
    /** In proportion to {@code (1-p)^2}, as the Brier score. */
    SQUARED,
    /** Only outputs that are right in all tokens count, with probability {@code p^L}. */
    ALL_OR_NOTHING,
    /** Only the strongest option counts: it can jump where p does not. */
    STRONGEST_OPTION
  }

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
    Arguments.present("grading", grading);
  }

  /** A metric from 0 (worst) to 1 (best) that grows gradually and that guessing leaves at 0. */
  public static Metric share(String name) {
    return new Metric(name, 0, 1, 0, Grading.GRADUAL);
  }

  /** A metric that falls to 0 from no bound, as losses do. */
  public static Metric loss(String name) {
    return new Metric(name, Double.POSITIVE_INFINITY, 0, 0, Grading.GRADUAL);
  }

  /** The same with another worst score. */
  public Metric worst(double score) {
    return new Metric(name, score, best, chance, grading);
  }

  /** The same with another quality that guessing reaches. */
  public Metric chance(double quality) {
    return new Metric(name, worst, best, quality, grading);
  }

  /** The same graded in another way. */
  public Metric graded(Grading how) {
    return new Metric(name, worst, best, chance, how);
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
   * A mean score as a quality from 0 (worst) to 1 (perfect): its place in the range, {@code 1 -
   * sqrt(1 - place)} where the score is {@link Grading#SQUARED}, or {@code exp(-|score - best|)}
   * where the range has no end, so that each becomes the probability that it grades. Scores beyond
   * the range count as its end.
   */
  public double quality(double score) {
    if (Double.isInfinite(worst)) {
      return Math.exp(-Math.max(0, Math.signum(worst) * (score - best)));
    }
    double place = Math.clamp((score - worst) / (best - worst), 0, 1);
    return grading == Grading.SQUARED ? 1 - Math.sqrt(1 - place) : place;
  }

  /** The mean score that has this quality, 0 to 1; the inverse of {@link #quality}. */
  public double score(double quality) {
    Arguments.within("quality", quality, 0, 1);
    if (Double.isInfinite(worst)) {
      return best - Math.signum(worst) * Math.log(quality);
    }
    double fault = 1 - quality;
    return best + (worst - best) * (grading == Grading.SQUARED ? fault * fault : fault);
  }

  @Override
  public String toString() {
    return name;
  }
}
