package murmuration.scaling.curve;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A broken law by what its breaks do at the last point X, for breaks with c above 0. With {@code s
 * = (ln X - ln d)/f}, how far X lies beyond the break, the coordinates of a break are {@code u =
 * ln(c f softplus(s))}, the logarithm of its effect at X, then {@code g = e^s} where s is below 0
 * and {@code 1 + s} elsewhere, and ln f.
 *
 * <p>Where a break lies beyond X only {@code c f d^(-1/f)} is determined to first order, and a
 * search in c, d and f stalls. Here that product is u alone, and the second order, by which the
 * data tell d, is linear in g.
 */
final class EffectCoordinates extends CurveModel implements CurveModel.Recast {
  private static final double LEAST = 1e-15;

  private final BrokenModel model;
  private final double last;
  private final double highest;
  private final double lowest;
  private double[] latest = new double[0];
  private double[] theta = new double[0];

  EffectCoordinates(BrokenModel model, Points points) {
    this.model = model;
    last = points.lastLnX();
    lowest = model.lower(points)[4];
    highest = model.upper(points)[4];
  }

  @Override
  public CurveModel model() {
    return this;
  }

  @Override
  public double @Nullable [] from(double[] theta) {
    double[] coordinates = theta.clone();
    for (int j = 3; j < theta.length; j += 3) {
      if (!(theta[j] > 0)) {
        return null;
      }
      double s = (last - theta[j + 1]) * Math.exp(-theta[j + 2]);
      coordinates[j] = Math.log(theta[j] * BrokenModel.softplus(s)) + theta[j + 2];
      coordinates[j + 1] = s < 0 ? Math.exp(s) : 1 + s;
    }
    return coordinates;
  }

  @Override
  public double[] back(double[] coordinates) {
    double[] theta = coordinates.clone();
    for (int j = 3; j < theta.length; j += 3) {
      double f = Math.exp(coordinates[j + 2]);
      double place = Math.clamp(last - f * distance(coordinates[j + 1]), lowest, highest);
      theta[j] = Math.exp(coordinates[j]) / (f * BrokenModel.softplus((last - place) / f));
      theta[j + 1] = place;
    }
    return theta;
  }

  private static double distance(double g) {
    return g < 1 ? Math.log(g) : g - 1;
  }

  @Override
  double at(double x, double lnX, double[] coordinates, double @Nullable [] gradient) {
    if (!Arrays.equals(coordinates, latest)) {
      latest = coordinates.clone();
      theta = back(coordinates);
    }
    double y = model.at(x, lnX, theta, gradient);
    if (gradient != null) {
      for (int j = 3; j < theta.length; j += 3) {
        double g = coordinates[j + 1];
        double f = Math.exp(coordinates[j + 2]);
        double s = (last - theta[j + 1]) / f;
        double byC = gradient[j] * theta[j];
        double share = 1 / (1 + Math.exp(-s)) / BrokenModel.softplus(s);
        double byPlace = gradient[j + 1];
        gradient[j] = byC;
        gradient[j + 1] = -(byC * share + byPlace * f) / Math.min(g, 1);
        gradient[j + 2] -= byC + byPlace * f * s;
      }
    }
    return y;
  }

  @Override
  boolean[] logged() {
    return model.logged();
  }

  @Override
  double[] lower(Points points) {
    double[] lower = model.lower(points);
    for (int j = 4; j < lower.length; j += 3) {
      lower[j] = LEAST;
    }
    return lower;
  }

  @Override
  double[] upper(Points points) {
    double[] upper = model.upper(points);
    for (int j = 4; j < upper.length; j += 3) {
      upper[j] = Double.POSITIVE_INFINITY;
    }
    return upper;
  }

  @Override
  List<double[]> starts(Points points) {
    return List.of();
  }
}
