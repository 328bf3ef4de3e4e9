package murmuration.scaling.curve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code y = lo + (hi - lo)/(1 + exp(-(u + v ln x)))}; theta is lo, hi - lo, u, v with the second
 * by its logarithm, so that hi stays above lo.
 */
final class SigmoidModel extends CurveModel {
  private static final double[] FLOORS = {0, 0.5, 0.9, 0.99};
  private static final double[] CEILINGS = {1.01, 1.2, 2};

  @Override
  double at(double x, double lnX, double[] theta, double @Nullable [] gradient) {
    double height = Math.exp(theta[1]);
    double share = 1 / (1 + Math.exp(-(theta[2] + theta[3] * lnX)));
    if (gradient != null) {
      gradient[0] = 1;
      gradient[1] = height * share;
      gradient[2] = height * share * (1 - share);
      gradient[3] = lnX * gradient[2];
    }
    return theta[0] + height * share;
  }

  @Override
  boolean[] logged() {
    return new boolean[] {false, true, false, false};
  }

  @Override
  double[] lower(Points points) {
    double none = Double.NEGATIVE_INFINITY;
    return new double[] {0, none, none, none};
  }

  @Override
  double[] upper(Points points) {
    double none = Double.POSITIVE_INFINITY;
    return new double[] {none, none, none, none};
  }

  @Override
  List<double[]> starts(Points points) {
    List<double[]> starts = new ArrayList<>();
    for (double floor : FLOORS) {
      double lo = floor * points.minY;
      for (double ceiling : CEILINGS) {
        double hi = ceiling * points.maxY;
        Lines line = Lines.of(points, Math::log, y -> Math.log((y - lo) / (hi - y)));
        starts.add(new double[] {lo, Math.log(hi - lo), line.intercept(), line.slope()});
      }
    }
    return starts;
  }
}
