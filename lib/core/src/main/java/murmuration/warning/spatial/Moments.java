package murmuration.warning.spatial;

/**
 * Deviations of cells from their mean, divided by the largest, so that no power of them is lost;
 * all are 0 where the cells are equal.
 */
record Moments(double mean, double scale, double[] deviations) {
  static Moments of(Landscape landscape) {
    double[] x = landscape.shared();
    double[] z = new double[x.length];
    double mean = landscape.mean();
    if (landscape.isConstant()) {
      return new Moments(x[0], 0, z);
    }
    double scale = 0;
    for (double v : x) {
      scale = Math.max(scale, Math.abs(v - mean));
    }
    for (int i = 0; i < x.length; i++) {
      z[i] = (x[i] - mean) / scale;
    }
    return new Moments(mean, scale, z);
  }

  boolean isConstant() {
    return scale == 0;
  }

  /** The mean of the deviations to this power, divided by the power of the scale. */
  double central(int power) {
    double sum = 0;
    for (double z : deviations) {
      double square = z * z;
      sum += power == 2 ? square : power == 3 ? square * z : square * square;
    }
    return sum / deviations.length;
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
