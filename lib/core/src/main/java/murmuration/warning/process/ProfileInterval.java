package murmuration.warning.process;

import java.util.function.DoubleUnaryOperator;
import murmuration.math.Interruption;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Where a profile likelihood has fallen by half the 95 % point of chi-squared with one degree of
 * freedom (Venzon and Moolgavkar 1988, A method for computing profile-likelihood-based confidence
 * intervals).
 */
final class ProfileInterval {
  static final double DROP = 0.5 * 3.841458820694124;
  private static final int DOUBLINGS = 60;
  private static final int EVALUATIONS = 200;
  private static final double RELATIVE = 1e-6;
  private static final double FAR = 1000;

  private final DoubleUnaryOperator profile;
  private final double at;
  private final double threshold;

  /** The profile, its highest point and the log-likelihood there. */
  ProfileInterval(DoubleUnaryOperator profile, double at, double highest) {
    this.profile = profile;
    this.at = at;
    threshold = highest - DROP;
  }

  /**
   * The end on the side of {@code step}; its infinity where the profile has not fallen so far at
   * {@code limit}.
   *
   * @param step first step, whose sign is the side
   * @param limit where the search gives up
   */
  double end(double step, double limit) {
    if (!(profile.applyAsDouble(at) >= threshold)) {
      return at;
    }
    double side = Math.signum(step);
    double inside = at;
    double length = Math.abs(step);
    for (int i = 0; i < DOUBLINGS; i++) {
      Interruption.check("the interval of an estimate");
      double outside =
          side > 0 ? Math.min(inside + length, limit) : Math.max(inside - length, limit);
      if (!(profile.applyAsDouble(outside) >= threshold)) {
        return crossing(inside, outside);
      }
      if (outside == limit || outside == inside) {
        break;
      }
      inside = outside;
      length *= 2;
    }
    return side * Double.POSITIVE_INFINITY;
  }

  private double crossing(double inside, double outside) {
    double low = Math.min(inside, outside);
    double high = Math.max(inside, outside);
    return new BrentSolver(RELATIVE, RELATIVE * Math.abs(outside - inside))
        .solve(EVALUATIONS, x -> above(profile.applyAsDouble(x)), low, high);
  }

  private double above(double value) {
    return value >= threshold - FAR ? value - threshold : -FAR;
  }
}
