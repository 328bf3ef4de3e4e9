package murmuration.scaling.curve;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The floor e at which an alternating estimator comes to rest: going down from the start {@code mn
 * = min y - 1e-3}, the first root of the gradient by e that a regression at e leaves; mn where the
 * gradient pushes upwards there, 0 where it pushes downwards all the way.
 */
final class FloorSearch {
  private static final double MARGIN = 1e-3;
  private static final double STRIDE = 1.05;
  private static final double ACCURACY = 1e-14;

  private FloorSearch() {}

  /**
   * Searches.
   *
   * @param gradient derivative of the objective by e after the regression at e
   */
  static double of(Points points, DoubleUnaryOperator gradient) {
    double start = Math.max(0, points.minY - MARGIN);
    if (start == 0 || gradient.applyAsDouble(start) <= 0) {
      return start;
    }
    double above = start;
    for (double gap = points.minY - start; above > 0; gap *= STRIDE) {
      double below = Math.max(0, points.minY - gap * STRIDE);
      if (gradient.applyAsDouble(below) <= 0) {
        return new BrentSolver(ACCURACY, ACCURACY)
            .solve(300, gradient::applyAsDouble, below, above);
      }
      above = below;
    }
    return 0;
  }
}
