package murmuration.warning;

import murmuration.math.Arguments;
import murmuration.math.Kendall;

/**
 * A number that says how an indicator changes with time: positive for a rise.
 *
 * <p>Pairs with a NaN in t or y are left out. The trend of fewer than two remaining values, or of
 * values that are constant where the formula divides by their spread, is NaN. None of these numbers
 * is evidence by itself: neighbouring windows share their data. Compare with {@link SurrogateTest
 * surrogates}.
 */
@FunctionalInterface
public interface Trend {
  /** Kendall's tau-b; see {@link KendallTrend}. */
  Trend KENDALL = (t, y) -> Kendall.of(t, y).tau();

  /** Spearman's rho: the correlation of the ranks, ties sharing their mean rank. */
  Trend SPEARMAN = TrendFormulas.finite(TrendFormulas::spearman);

  /** Pearson's correlation. */
  Trend PEARSON = TrendFormulas.finite(TrendFormulas::pearson);

  /** Least-squares slope, units of y a unit of t. */
  Trend LEAST_SQUARES = TrendFormulas.finite(TrendFormulas::slope);

  /** Median slope of all pairs; see {@link TheilSen}. */
  Trend MEDIAN_SLOPE = TrendFormulas.finite(TrendFormulas::medianSlope);

  /**
   * Mean of the second half minus mean of the first {@code floor(n/2)} values, in the order of the
   * array.
   */
  Trend HALF_DIFFERENCE = TrendFormulas.finite(TrendFormulas::halfDifference);

  /**
   * Ridge slope: the first element of {@code inv(T T' + lambda I) T y}, T with the rows t and 1, so
   * that both slope and intercept are drawn towards 0. It depends on the origin and unit of t
   * (TransitionsInTimeseries.jl, {@code RidgeRegressionSlope}).
   *
   * @param lambda penalty, 0 or more; 0 is least squares
   */
  static Trend ridge(double lambda) {
    Arguments.require(
        lambda >= 0 && Double.isFinite(lambda),
        "lambda is %s: expected a finite number, 0 or more",
        lambda);
    return TrendFormulas.finite((t, y) -> TrendFormulas.ridge(t, y, lambda));
  }

  /**
   * The trend of values at times.
   *
   * @param t times, length n
   * @param y values, length n; may hold NaN
   */
  double of(double[] t, double[] y);
}
