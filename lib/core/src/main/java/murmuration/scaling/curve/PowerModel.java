package murmuration.scaling.curve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code y = beta (1/x + gamma)^c}; theta is ln beta, c, gamma. With gamma held at 0: beta x^-c.
 */
final class PowerModel extends CurveModel {
  private static final double[] LEVELS = {0.01, 0.1, 0.5, 1, 3, 10};

  private final boolean levels;

  /**
   * A power law.
   *
   * @param levels whether it levels off, by a gamma of its own
   */
  PowerModel(boolean levels) {
    this.levels = levels;
  }

  @Override
  double at(double x, double lnX, double[] theta, double @Nullable [] gradient) {
    double base = levels ? Math.log(1 / x + theta[2]) : -lnX;
    double y = Math.exp(theta[0] + theta[1] * base);
    if (gradient != null) {
      gradient[0] = y;
      gradient[1] = base * y;
      if (levels) {
        gradient[2] = theta[1] * y / (1 / x + theta[2]);
      }
    }
    return y;
  }

  @Override
  boolean[] logged() {
    return levels ? new boolean[] {true, false, false} : new boolean[] {true, false};
  }

  @Override
  double[] lower(Points points) {
    double none = Double.NEGATIVE_INFINITY;
    return levels ? new double[] {none, none, 0} : new double[] {none, none};
  }

  @Override
  double[] upper(Points points) {
    double none = Double.POSITIVE_INFINITY;
    return levels ? new double[] {none, none, none} : new double[] {none, none};
  }

  @Override
  List<double[]> starts(Points points) {
    Lines line = Lines.of(points, points.lnX, points.lnY);
    if (!levels) {
      return List.of(new double[] {line.intercept(), -line.slope()});
    }
    List<double[]> starts = new ArrayList<>();
    starts.add(new double[] {line.intercept(), -line.slope(), 0});
    for (double level : LEVELS) {
      double gamma = level * Math.exp(-points.lastLnX());
      Lines bent = Lines.of(points, x -> Math.log(1 / x + gamma), Math::log);
      starts.add(new double[] {bent.intercept(), bent.slope(), gamma});
    }
    return starts;
  }
}
