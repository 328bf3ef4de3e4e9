package murmuration.warning.process;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;

/**
 * The highest value of a function of one variable on an interval: on a grid, then by Brent's method
 * between the neighbours of the best.
 *
 * @param at where it is
 * @param value the function there
 */
record LineSearch(double at, double value) {
  private static final int EVALUATIONS = 500;

  static LineSearch maximum(
      DoubleUnaryOperator f, double low, double high, int cells, double tolerance) {
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
