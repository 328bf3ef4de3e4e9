package murmuration.scaling.emergence;

import java.util.List;
import java.util.stream.IntStream;
import murmuration.scaling.metric.ItemScores;
import murmuration.scaling.metric.Metric;

/**
 * One metric of all models as qualities from 0 to 1, with the number of simply right or wrong items
 * that would have the same sampling error.
 *
 * @param curve the shape of the quality under a smooth law
 * @param metrics the metric with the range it has for each model
 * @param values the mean score of each model
 * @param quality its quality
 * @param items effective items of each
 * @param counts items of each where they are simply right or wrong; empty where they are graded
 */
record QualityCurve(
    SmoothCurve curve,
    List<Metric> metrics,
    double[] values,
    double[] quality,
    double[] items,
    int[] counts) {
  private static final double MOST = 1e6;
  private static final double STEP = 1e-4;

  /**
   * Reads the scores of every model.
   *
   * @param spread variance of the difficulty of items
   */
  static QualityCurve of(List<ItemScores> scores, double spread) {
    var curve = new SmoothCurve(spread, scores.getFirst().metric().chance());
    double[] values = scores.stream().mapToDouble(ItemScores::mean).toArray();
    boolean binary = scores.stream().allMatch(s -> s.binary() && s.metric().rises());
    return new QualityCurve(
        curve,
        scores.stream().map(ItemScores::metric).toList(),
        values,
        IntStream.range(0, values.length)
            .mapToDouble(i -> curve.quality(scores.get(i).metric(), values[i]))
            .toArray(),
        scores.stream().mapToDouble(s -> effective(curve, s)).toArray(),
        binary ? scores.stream().mapToInt(ItemScores::items).toArray() : new int[0]);
  }

  /** {@code q(1-q)/se^2}, where the standard error tells anything; else the number of items. */
  private static double effective(SmoothCurve curve, ItemScores scores) {
    double mean = scores.mean();
    double quality = curve.quality(scores.metric(), mean);
    double step = STEP * scores.standardError();
    double error =
        Math.abs(
                curve.quality(scores.metric(), mean + step)
                    - curve.quality(scores.metric(), mean - step))
            / (2 * STEP);
    double items = quality * (1 - quality) / (error * error);
    return items > 0 && items < MOST * scores.items() ? items : scores.items();
  }

  boolean binary() {
    return counts.length > 0;
  }

  Metric metric() {
    return metrics.getFirst();
  }

  /** The scores of these qualities. */
  double[] scores(double[] qualities) {
    return IntStream.range(0, qualities.length)
        .mapToDouble(i -> curve.score(metrics.get(i), qualities[i]))
        .toArray();
  }
}
