package murmuration.scaling;

import murmuration.math.Arguments;
import murmuration.math.Interruption;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.FDistribution;

/** Refits with one parameter held, and finds where the sum of squares reaches a threshold. */
final class ProfileSearch {
  private static final int REWEIGHTED = 3;
  private static final double TOLERANCE = 1e-15;
  private static final int WIDENINGS = 60;
  private static final double WIDENING = 1.6;
  private static final int EVALUATIONS = 200;

  private final LawParameter parameter;
  private final LawPoints points;
  private final LawObjective objective;
  private final double[] kept;
  private final boolean tied;
  private final double[] place;
  private final double threshold;
  private final double estimate;
  private final double reach;

  ProfileSearch(
      ScalingFit fit,
      LawParameter parameter,
      double level,
      LikelihoodProfile.Calibration calibration) {
    accept(fit);
    Arguments.require(
        fit.standardError(parameter) > 0,
        "%s is fixed: expected a parameter that is free",
        parameter.symbol());
    this.parameter = parameter;
    points = fit.study().points();
    objective = new LawObjective(points, fit.study().loss());
    kept = fit.study().kept();
    tied = fit.study().oneExponent();
    place = points.centred(fit.law().vector());
    threshold = threshold(fit, level, calibration);
    estimate = fit.law().vector()[parameter.index()];
    reach = WaldIntervals.quantile(fit, level) * fit.standardError(parameter);
  }

  static void accept(ScalingFit fit) {
    Arguments.require(
        fit.study().loss().isSquares() && fit.status() == FitStatus.OK,
        "a profile of %s with status %s: expected least squares (NLS_LOG or NLS) with status OK",
        fit.study().loss(),
        fit.status());
    Arguments.require(
        fit.degreesOfFreedom() > 0,
        "the fit has %s degrees of freedom: a profile needs more than 0",
        fit.degreesOfFreedom());
  }

  static double threshold(ScalingFit fit, double level, LikelihoodProfile.Calibration calibration) {
    LawIntervals.level(level);
    double freedom = fit.degreesOfFreedom();
    return fit.objective()
        * switch (calibration) {
          case F ->
              1 + new FDistribution(null, 1, freedom).inverseCumulativeProbability(level) / freedom;
          case CHI_SQUARED ->
              Math.exp(
                  new ChiSquaredDistribution(null, 1).inverseCumulativeProbability(level)
                      / fit.n());
        };
  }

  /** The estimate, as it is kept. */
  double estimate() {
    return estimate;
  }

  /** How far a Wald interval reaches. */
  double reach() {
    return reach;
  }

  /** The least sum of squares with the parameter held here. */
  double squares(double value) {
    Interruption.check("the profile of a fit");
    double[] held = kept.clone();
    held[parameter.index()] = value;
    var minimizer = new LawMinimizer(objective, new FreeParameters(held, tied, points));
    return 2 * minimizer.minimise(place, REWEIGHTED, TOLERANCE);
  }

  /** The end of the interval on this side, as it is kept; infinite where the runs set none. */
  double end(int side) {
    double inside = estimate;
    double length = reach;
    for (int i = 0; i < WIDENINGS; i++) {
      double outside = estimate + side * length;
      if (squares(outside) > threshold) {
        return new BrentSolver(1e-12, 1e-10 * reach)
            .solve(
                EVALUATIONS,
                v -> squares(v) - threshold,
                Math.min(inside, outside),
                Math.max(inside, outside));
      }
      inside = outside;
      length *= WIDENING;
    }
    return side * Double.POSITIVE_INFINITY;
  }
}
