package murmuration.math;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;

/**
 * The highest value of a function of one variable on an interval: on a grid, then by Brent's method
 * between the neighbours of the best (Brent 1973, Algorithms for minimization without derivatives,
 * chapter 5). A peak narrower than a cell of the grid may be missed.
 *
 * @param at where it is
 * @param value the function there
 */
public record LineSearch(double at, double value) {
  private static final int EVALUATIONS = 500;
  private static final int MOST = 1_000_000;

  /**
   * Searches an interval.
   *
   * @param f the function; where it is NaN it counts as low
   * @param low lower end
   * @param high upper end, above {@code low}
   * @param cells cells of the grid, 1 to 1,000,000; it is evaluated at both ends too
   * @param tolerance of the place, relative and absolute, at least 1e-14
   */
  public static LineSearch maximum(
      DoubleUnaryOperator f, double low, double high, int cells, double tolerance) {
    Arguments.present("f", f);
    Arguments.require(
        Double.isFinite(high - low) && low < high,
        "interval is %s to %s: expected finite numbers in increasing order",
        low,
        high);
    Arguments.require(cells >= 1 && cells <= MOST, "cells is %d: expected 1 to %d", cells, MOST);
    Arguments.within("tolerance", tolerance, 1e-14, 1);
    double step = (high - low) / cells;
    double at = low;
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= cells; i++) {
      double value = f.applyAsDouble(low + i * step);
      if (value > best) {
        best = value;
        at = low + i * step;
      }
    }
    double left = Math.max(low, at - step);
    double right = Math.min(high, at + step);
    UnivariatePointValuePair found =
        new BrentOptimizer(tolerance, tolerance)
            .optimize(
                new MaxEval(EVALUATIONS),
                GoalType.MAXIMIZE,
                new UnivariateObjectiveFunction(f::applyAsDouble),
                new SearchInterval(left, right, Math.clamp(at, left, right)));
    return found.getValue() >= best
        ? new LineSearch(found.getPoint(), found.getValue())
        : new LineSearch(at, best);
  }
}
