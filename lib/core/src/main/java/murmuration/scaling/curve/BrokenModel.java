package murmuration.scaling.curve;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code y = a + b x^-c0 prod (1 + (x/d_i)^(1/f_i))^(-c_i f_i)}, evaluated in logarithms. Theta is
 * a, ln b, c0, then c_i, ln d_i, ln f_i for each break. Without breaks it is the offset power law.
 */
final class BrokenModel extends CurveModel {
  private static final double BEYOND = 2;
  static final double SHARPEST = -8;
  static final double BLUNTEST = 3;

  private final int breaks;

  BrokenModel(int breaks) {
    this.breaks = breaks;
  }

  int breaks() {
    return breaks;
  }

  @Override
  double at(double x, double lnX, double[] theta, double @Nullable [] gradient) {
    double power = theta[1] - theta[2] * lnX;
    for (int j = 3; j < theta.length; j += 3) {
      double c = theta[j];
      double f = Math.exp(theta[j + 2]);
      double z = (lnX - theta[j + 1]) / f;
      double v = Math.exp(-Math.abs(z));
      double plus = Math.max(z, 0) + log1p(v);
      power -= c * f * plus;
      if (gradient != null) {
        double share = (z > 0 ? 1 : v) / (1 + v);
        gradient[j] = -f * plus;
        gradient[j + 1] = c * share;
        gradient[j + 2] = -c * f * (plus - z * share);
      }
    }
    double excess = Math.exp(power);
    if (gradient != null) {
      gradient[0] = 1;
      gradient[1] = excess;
      gradient[2] = -lnX * excess;
      for (int j = 3; j < theta.length; j++) {
        gradient[j] *= excess;
      }
    }
    return theta[0] + excess;
  }

  /** {@code ln(1 + e^z)}. */
  static double softplus(double z) {
    return Math.max(z, 0) + log1p(Math.exp(-Math.abs(z)));
  }

  /** {@code ln(1 + v)} for v from 0 to 1 by Kahan's way, which is faster than the library's. */
  private static double log1p(double v) {
    double sum = 1 + v;
    return sum == 1 ? v : Math.log(sum) * v / (sum - 1);
  }

  @Override
  boolean[] logged() {
    boolean[] logged = new boolean[3 + 3 * breaks];
    logged[1] = true;
    for (int j = 3; j < logged.length; j += 3) {
      logged[j + 1] = true;
      logged[j + 2] = true;
    }
    return logged;
  }

  @Override
  double[] lower(Points points) {
    double[] lower = unbounded(Double.NEGATIVE_INFINITY);
    lower[0] = 0;
    for (int j = 3; j < lower.length; j += 3) {
      lower[j + 1] = points.firstLnX();
      lower[j + 2] = SHARPEST;
    }
    return lower;
  }

  @Override
  double[] upper(Points points) {
    double[] upper = unbounded(Double.POSITIVE_INFINITY);
    for (int j = 3; j < upper.length; j += 3) {
      upper[j + 1] = points.lastLnX() + BEYOND;
      upper[j + 2] = BLUNTEST;
    }
    return upper;
  }

  private double[] unbounded(double value) {
    double[] bounds = new double[3 + 3 * breaks];
    Arrays.fill(bounds, value);
    return bounds;
  }

  @Override
  List<double[]> starts(Points points) {
    return breaks == 0 ? Lines.offsets(points) : new BrokenStarts(points, breaks).all();
  }

  @Override
  int searched() {
    return breaks == 0 ? 20 : 8 * breaks * breaks;
  }

  @Override
  @Nullable Recast recast(Points points) {
    return breaks == 0 ? null : new EffectCoordinates(this, points);
  }
}
