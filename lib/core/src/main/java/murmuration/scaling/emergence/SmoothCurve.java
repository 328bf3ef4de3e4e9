package murmuration.scaling.emergence;

import murmuration.scaling.metric.Metric;
import murmuration.scaling.metric.Metric.Grading;

/**
 * The shape of a quality that grows smoothly with {@code e}, the logarithm of the expected loss of
 * an average item: {@code exp(-exp(e))}, or {@code (1 + spread exp(e))^(-1/spread)} where items are
 * unequal, above the quality of guessing.
 *
 * @param spread variance of the difficulty of items (gamma, mean 1), 0 or more
 * @param chance quality of guessing, at least 0 and below 1
 */
record SmoothCurve(double spread, double chance) {
  private static final double LOWEST = -40;
  private static final double HIGHEST = 40;
  private static final int HALVINGS = 100;

  /** {@code ln} of the quality above chance. */
  double logAbove(double e) {
    return logAverage(Math.exp(e));
  }

  /** {@code ln} of the average over items of {@code exp(-g loss)}. */
  private double logAverage(double loss) {
    return spread == 0 ? -loss : -Math.log1p(spread * loss) / spread;
  }

  double quality(double e) {
    return chance + (1 - chance) * Math.exp(logAbove(e));
  }

  /** {@code 1 - quality}, without loss of digits near 0. */
  double fault(double e) {
    return (1 - chance) * -Math.expm1(logAbove(e));
  }

  double logQuality(double e) {
    return chance == 0 ? logAbove(e) : Math.log(quality(e));
  }

  /** {@code -d ln(quality) / de}. */
  double steepness(double e) {
    double loss = Math.exp(e);
    double above = loss / (1 + spread * loss);
    return chance == 0 ? above : (1 - chance) * Math.exp(logAbove(e)) * above / quality(e);
  }

  /** The e of a quality; chance and 1 themselves have none. */
  double inverse(double quality) {
    double logAbove = Math.log((quality - chance) / (1 - chance));
    return spread == 0 ? Math.log(-logAbove) : Math.log(Math.expm1(-spread * logAbove) / spread);
  }

  /**
   * The quality of a mean score. The mean of {@code (1-p)^2} over unequal items is {@code 1 - 2
   * M(t) + M(2t)}, where M is the average of p at an expected loss t.
   */
  double quality(Metric metric, double score) {
    if (metric.grading() != Grading.SQUARED || spread == 0) {
      return metric.quality(score);
    }
    double place = Math.clamp((score - metric.best()) / (metric.worst() - metric.best()), 0, 1);
    double low = LOWEST;
    double high = HIGHEST;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (low + high) / 2;
      if (squaredFault(middle) < place) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return quality((low + high) / 2);
  }

  /** The mean score of a quality; the inverse of {@link #quality(Metric, double)}. */
  double score(Metric metric, double quality) {
    double q = Math.max(quality, Double.MIN_NORMAL);
    if (metric.grading() != Grading.SQUARED || spread == 0 || q == 1) {
      return metric.score(q);
    }
    return metric.best() + (metric.worst() - metric.best()) * squaredFault(inverse(q));
  }

  private double squaredFault(double e) {
    double once = Math.expm1(logAverage(Math.exp(e)));
    double twice = Math.expm1(logAverage(2 * Math.exp(e)));
    return twice - 2 * once;
  }
}
