package murmuration.warning.spatial;

import murmuration.math.Neumaier;

/**
 * Deviations of cells from their mean, divided by the largest, so that no power of them is lost;
 * all are 0 where the cells are equal. Sums keep what rounding loses: the mean is rounded in the
 * cells' own size, so deviations are centred once more, and digits stay on a large offset; and
 * cells in another order give the same, so that a permutation test sees a tie.
 */
record Moments(double mean, double scale, double[] deviations) {
  static Moments of(Landscape landscape) {
    double[] x = landscape.shared();
    double[] z = new double[x.length];
    double mean = landscape.mean();
    if (landscape.isConstant()) {
      return new Moments(x[0], 0, z);
    }
    var left = new Neumaier();
    for (double v : x) {
      left.add(v - mean);
    }
    double shift = left.value() / x.length;
    double scale = 0;
    for (int i = 0; i < x.length; i++) {
      z[i] = x[i] - mean - shift;
      scale = Math.max(scale, Math.abs(z[i]));
    }
    for (int i = 0; i < x.length; i++) {
      z[i] /= scale;
    }
    return new Moments(mean, scale, z);
  }

  boolean isConstant() {
    return scale == 0;
  }

  /** The mean of the deviations to this power, divided by the power of the scale. */
  double central(int power) {
    var sum = new Neumaier();
    for (double z : deviations) {
      double square = z * z;
      sum.add(power == 2 ? square : power == 3 ? square * z : square * square);
    }
    return sum.value() / deviations.length;
  }

  /** {@code sum (x - m)^2 / (N - 1)}; 0 where the cells are equal, NaN for one cell. */
  double variance() {
    int n = deviations.length;
    return n < 2 ? Double.NaN : central(2) * n / (n - 1) * scale * scale;
  }

  /** {@code m3 / m2^1.5}; NaN where the cells are equal. */
  double skewness() {
    return isConstant() ? Double.NaN : central(3) / Math.pow(central(2), 1.5);
  }

  /** {@code m4 / m2^2}; NaN where the cells are equal. */
  double kurtosis() {
    return isConstant() ? Double.NaN : central(4) / (central(2) * central(2));
  }
}
