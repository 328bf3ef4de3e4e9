package murmuration.scaling.curve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * M4 of Alabdulmohsin et al. (2022): {@code (y - e)/(y0 - y)^alpha = beta x^-c}. Theta is e, y0,
 * alpha, ln beta, c. The prediction is {@code y = e + w}, w the root in (0, s), {@code s = y0 - e},
 * of {@code ln w - alpha ln(s - w) = ln beta - c ln x}.
 */
final class SaturatingModel extends CurveModel {
  private static final double[] FLOORS = {0, 0.5, 0.8, 0.95};
  private static final double[] CEILINGS = {1.02, 1.3, 3};
  private static final double[] ALPHAS = {0.05, 0.3, 1};
  private static final int STEPS = 100;
  private static final double HIGHEST = 1e3;
  private static final double LARGEST_ALPHA = 20;
  private static final double MARGIN = 1e-9;

  @Override
  double at(double x, double lnX, double[] theta, double @Nullable [] gradient) {
    double s = theta[1] - theta[0];
    double alpha = theta[2];
    double t = logit(theta[3] - theta[4] * lnX, s, alpha);
    double w = s / (1 + Math.exp(-t));
    if (gradient != null) {
      double rest = Math.max(s / (1 + Math.exp(t)), s * 1e-200);
      double slope = 1 / (1 / w + alpha / rest);
      double byS = alpha / rest * slope;
      gradient[0] = 1 - byS;
      gradient[1] = byS;
      gradient[2] = Math.log(rest) * slope;
      gradient[3] = slope;
      gradient[4] = -lnX * slope;
    }
    return theta[0] + w;
  }

  /**
   * {@code t = ln(w/(s - w))} of the root. In t the equation is increasing and bends one way, so
   * Newton's method converges from anywhere. Without alpha it may have no root below s; then w is
   * s.
   */
  static double logit(double power, double s, double alpha) {
    if (alpha == 0) {
      double w = Math.min(Math.exp(power), s * (1 - MARGIN));
      return Math.log(w / (s - w));
    }
    double goal = power - (1 - alpha) * Math.log(s);
    double t = goal < 0 ? goal : goal / alpha;
    for (int i = 0; i < STEPS; i++) {
      double value = alpha * BrokenModel.softplus(t) - BrokenModel.softplus(-t) - goal;
      double share = 1 / (1 + Math.exp(-t));
      double step = value / (1 - share + alpha * share);
      t -= step;
      if (Math.abs(step) <= 1e-13 * (1 + Math.abs(t))) {
        break;
      }
    }
    return t;
  }

  @Override
  boolean[] logged() {
    return new boolean[] {false, false, false, true, false};
  }

  @Override
  double[] lower(Points points) {
    double none = Double.NEGATIVE_INFINITY;
    return new double[] {0, points.maxY * (1 + MARGIN), 0, none, none};
  }

  @Override
  double[] upper(Points points) {
    double none = Double.POSITIVE_INFINITY;
    return new double[] {
      points.minY * (1 - MARGIN), points.maxY * HIGHEST, LARGEST_ALPHA, none, none
    };
  }

  @Override
  List<double[]> starts(Points points) {
    List<double[]> starts = new ArrayList<>();
    for (double floor : FLOORS) {
      double e = floor * points.minY;
      for (double ceiling : CEILINGS) {
        double y0 = ceiling * points.maxY;
        for (double alpha : ALPHAS) {
          Lines line = Lines.of(points, Math::log, y -> Math.log(y - e) - alpha * Math.log(y0 - y));
          starts.add(new double[] {e, y0, alpha, line.intercept(), -line.slope()});
        }
      }
    }
    return starts;
  }

  @Override
  int searched() {
    return 12;
  }
}
