package murmuration.scaling.curve;

import murmuration.math.Interruption;
import murmuration.math.LevenbergMarquardt;
import murmuration.math.LevenbergMarquardt.Minimum;
import org.jspecify.annotations.Nullable;

/** A way downhill for one form on one set of points, in the coordinates that suit its start. */
final class Descent {
  private static final double TOLERANCE = 1e-13;

  private final CurveModel model;
  private final CurveModel.@Nullable Recast recast;
  private final Points points;
  private final CurveResiduals own;
  private final @Nullable CurveResiduals other;

  Descent(CurveModel model, Points points, CurveObjective objective) {
    this.model = model;
    this.points = points;
    recast = model.recast(points);
    own = new CurveResiduals(model, points, objective);
    other = recast == null ? null : new CurveResiduals(recast.model(), points, objective);
  }

  double squares(double[] theta) {
    return own.squares(theta);
  }

  boolean canRecast(double[] theta) {
    return recast != null && recast.from(theta) != null;
  }

  /** So many steps at most from theta, to the parameters found there. */
  Minimum from(double[] theta, int steps) {
    Interruption.check("the search for the parameters of a form");
    double[] there = recast == null ? null : recast.from(theta);
    if (recast == null || other == null || there == null) {
      return run(model, own, theta, steps);
    }
    Minimum found = run(recast.model(), other, there, steps);
    return new Minimum(
        recast.back(found.x()), found.squares(), found.iterations(), found.converged());
  }

  private Minimum run(CurveModel form, CurveResiduals residuals, double[] start, int steps) {
    return LevenbergMarquardt.minimize(
        residuals, points.size(), start, form.lower(points), form.upper(points), TOLERANCE, steps);
  }
}
