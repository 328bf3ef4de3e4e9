package murmuration.data;

import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * A scalar observed at increasing times.
 *
 * @param times times, length n, strictly increasing, in {@code timeUnit}
 * @param values observations, length n; NaN where one is missing
 * @param name what was observed, with its unit where it has one; the label of its axis
 * @param timeName label of the time axis, with its unit
 * @param source name and sha256 of the data set, or null
 */
public record TimeSeries(
    double[] times, double[] values, String name, String timeName, @Nullable String source) {

  /** Checks the numbers and keeps its own copies. */
  public TimeSeries {
    Arguments.increasing("times", times);
    Arguments.sameLength("times", times, "values", values);
    times = times.clone();
    values = values.clone();
  }

  /** The number of observations. */
  public int size() {
    return values.length;
  }

  @Override
  public double[] times() {
    return times.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }
}
