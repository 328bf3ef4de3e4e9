package murmuration.scaling.curve;

import java.util.Arrays;
import murmuration.math.LevenbergMarquardt;
import org.jspecify.annotations.Nullable;

/**
 * The residuals of a form at the training points, so transformed that the sum of their squares is
 * the objective: a Huber residual beyond delta becomes {@code sqrt(2 delta |r| - delta^2)}.
 */
final class CurveResiduals implements LevenbergMarquardt.Residuals {
  private final CurveModel model;
  private final Points points;
  private final CurveObjective objective;
  private final double[] target;

  CurveResiduals(CurveModel model, Points points, CurveObjective objective) {
    this.model = model;
    this.points = points;
    this.objective = objective;
    target =
        switch (objective.scale()) {
          case LOG -> points.lnY;
          case LOG1P -> Arrays.stream(points.y).map(Math::log1p).toArray();
          case LINEAR -> points.y;
        };
  }

  @Override
  public boolean at(double[] theta, double[] r, double @Nullable [][] jacobian) {
    double[] gradient = jacobian == null ? null : new double[theta.length];
    for (int i = 0; i < r.length; i++) {
      double y = model.at(points.x[i], points.lnX[i], theta, gradient);
      if (!(y < Double.POSITIVE_INFINITY)
          || (y <= 0 && objective.scale() != CurveObjective.Scale.LINEAR)) {
        return false;
      }
      double residual = transformed(y) - target[i];
      double size = Math.abs(residual);
      double factor = points.rootWeights[i];
      if (size > objective.delta()) {
        double root = Math.sqrt(objective.delta() * (2 * size - objective.delta()));
        r[i] = factor * Math.copySign(root, residual);
        factor *= objective.delta() / root;
      } else {
        r[i] = factor * residual;
      }
      if (jacobian != null && gradient != null) {
        factor *= slope(y);
        for (int j = 0; j < theta.length; j++) {
          jacobian[j][i] = factor * gradient[j];
        }
      }
    }
    return true;
  }

  private double transformed(double y) {
    return switch (objective.scale()) {
      case LOG -> Math.log(y);
      case LOG1P -> Math.log1p(y);
      case LINEAR -> y;
    };
  }

  private double slope(double y) {
    return switch (objective.scale()) {
      case LOG -> 1 / y;
      case LOG1P -> 1 / (1 + y);
      case LINEAR -> 1;
    };
  }

  double squares(double[] theta) {
    double[] r = new double[points.size()];
    if (!at(theta, r, null)) {
      return Double.POSITIVE_INFINITY;
    }
    return Arrays.stream(r).map(v -> v * v).sum();
  }
}
