package murmuration.scaling.metric;

import java.util.Arrays;
import murmuration.math.Arguments;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The scores of one model on each item of a test.
 *
 * @param metric what they are, with the range that holds for these items
 * @param values one score an item, finite, at least 1
 */
public record ItemScores(Metric metric, double[] values) {
  /** Keeps its own copy. */
  public ItemScores {
    Arguments.present("metric", metric);
    Arguments.finite("values of " + metric, values, 1);
    values = values.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /** The number of items. */
  public int items() {
    return values.length;
  }

  /** The mean over items. */
  public double mean() {
    return StatUtils.mean(values);
  }

  /** The standard error of the mean over items; 0 where all are equal, NaN for one item. */
  public double standardError() {
    return values.length == 1 ? Double.NaN : Math.sqrt(StatUtils.variance(values) / values.length);
  }

  /** Whether each item is simply wrong (0) or right (1), so that the mean is a share. */
  public boolean binary() {
    return Arrays.stream(values).allMatch(v -> v == 0 || v == 1);
  }
}
