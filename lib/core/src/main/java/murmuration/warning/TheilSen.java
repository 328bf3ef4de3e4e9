package murmuration.warning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Kendall;
import murmuration.math.Normal;
import murmuration.math.Present;
import murmuration.math.Selection;
import tech.tablesaw.api.Table;

/**
 * A line through the middle of all pairs: {@code slope = median (y_j - y_i)/(t_j - t_i)} over i
 * &lt; j with t_i != t_j, {@code intercept = median y - slope median t} (Theil 1950; Sen 1968,
 * Estimates of the regression coefficient based on Kendall's tau).
 *
 * <p>{@code low} and {@code high} bound the slope with 95 % confidence for <em>independent</em>
 * values, from the normal law of Kendall's S with its ties (Sen 1968, eq. 2.6); like a nominal p
 * they are not evidence about an indicator over sliding windows.
 *
 * @param slope median slope, units of y a unit of t
 * @param intercept value of the line at t = 0
 * @param low lower bound of the slope
 * @param high upper bound of the slope
 * @param n pairs without NaN
 */
public record TheilSen(double slope, double intercept, double low, double high, int n)
    implements Result {
  private static final double CONFIDENCE = 0.95;

  /**
   * Line through equally spaced values, at t = 0, 1, 2, ...
   *
   * @param y values; NaN are left out, the others keep their times; at least 2 that are not
   */
  public static TheilSen of(double[] y) {
    Arguments.present("y", y);
    return of(IntStream.range(0, y.length).asDoubleStream().toArray(), y);
  }

  /**
   * Line through values at times, in O(n^2).
   *
   * @param t times, length n, at least two of them different
   * @param y values, length n; pairs with a NaN are left out
   */
  public static TheilSen of(double[] t, double[] y) {
    Arguments.series("t", t, 2);
    Arguments.series("y", y, 2);
    Arguments.sameLength("t", t, "y", y);
    int[] kept = Present.in(t, y);
    double[] times = Present.at(kept, t);
    double[] values = Present.at(kept, y);
    Arguments.require(
        Arrays.stream(times).distinct().count() > 1,
        "y has %d values, all at one time: expected values at two times or more",
        kept.length);
    var slopes = new PairSlopes(times, values);
    double halfWidth =
        Normal.quantile(0.5 + CONFIDENCE / 2) * Math.sqrt(Kendall.of(times, values).variance());
    long count = slopes.count();
    long below = (long) Math.max(Math.rint((count - halfWidth) / 2) - 1, 0);
    long above = (long) Math.min(Math.rint((count + halfWidth) / 2), count - 1);
    double[] ordered = slopes.smallest(below, (count - 1) / 2, count / 2, above);
    double slope = (ordered[1] + ordered[2]) / 2;
    return new TheilSen(
        slope,
        Selection.median(values) - slope * Selection.median(times),
        ordered[0],
        ordered[3],
        kept.length);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "Theil-Sen line: slope %s (%s to %s if values were independent), intercept %s, n = %d",
        Digits.of(slope, 4),
        Digits.of(low, 4),
        Digits.of(high, 4),
        Digits.of(intercept, 4),
        n);
  }

  @Override
  public Table table() {
    return Quantities.of("Theil-Sen line")
        .and("slope", slope, low, high)
        .and("intercept", intercept)
        .and("n", n)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("confidence", Double.toString(CONFIDENCE)));
  }
}
