package murmuration.scaling.curve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code y = a + b ln x}; theta is a, b. */
final class LogLinearModel extends CurveModel {
  @Override
  double at(double x, double lnX, double[] theta, double @Nullable [] gradient) {
    if (gradient != null) {
      gradient[0] = 1;
      gradient[1] = lnX;
    }
    return theta[0] + theta[1] * lnX;
  }

  @Override
  boolean[] logged() {
    return new boolean[2];
  }

  @Override
  double[] lower(Points points) {
    return new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
  }

  @Override
  double[] upper(Points points) {
    return new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
  }

  /** The line, and the mean, which is above 0 where the line may not be. */
  @Override
  List<double[]> starts(Points points) {
    Lines line = Lines.of(points, points.lnX, points.y);
    return List.of(new double[] {line.intercept(), line.slope()}, new double[] {points.minY, 0});
  }
}
