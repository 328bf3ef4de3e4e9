package murmuration.scaling.curve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code y = e + A exp(-k x)}; theta is e, ln A, ln k. */
final class ExponentialModel extends CurveModel {
  private static final double[] FLOORS = {0, 0.5, 0.9, 0.99};
  private static final double[] RATES = {0.3, 1, 3, 10, 30};

  @Override
  double at(double x, double lnX, double[] theta, double @Nullable [] gradient) {
    double decay = Math.exp(theta[2]) * x;
    double excess = Math.exp(theta[1] - decay);
    if (gradient != null) {
      gradient[0] = 1;
      gradient[1] = excess;
      gradient[2] = -decay * excess;
    }
    return theta[0] + excess;
  }

  @Override
  boolean[] logged() {
    return new boolean[] {false, true, true};
  }

  @Override
  double[] lower(Points points) {
    double none = Double.NEGATIVE_INFINITY;
    return new double[] {0, none, none};
  }

  @Override
  double[] upper(Points points) {
    double none = Double.POSITIVE_INFINITY;
    return new double[] {none, none, none};
  }

  @Override
  List<double[]> starts(Points points) {
    List<double[]> starts = new ArrayList<>();
    for (double floor : FLOORS) {
      double e = floor * points.minY;
      for (double rate : RATES) {
        double k = rate / points.x[points.size() - 1];
        starts.add(new double[] {e, Math.log(points.y[0] - e) + k * points.x[0], Math.log(k)});
      }
    }
    return starts;
  }
}
