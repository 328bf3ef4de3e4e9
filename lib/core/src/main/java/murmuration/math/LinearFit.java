package murmuration.math;

import org.apache.commons.math3.stat.regression.SimpleRegression;

/** The ordinary least-squares line on time. */
public final class LinearFit {
  private LinearFit() {}

  /**
   * The smoother at times t.
   *
   * @param t times, length n at least 2, strictly increasing
   */
  public static Smoother of(double[] t) {
    Arguments.increasing("t", t);
    Arguments.require(t.length >= 2, "t has %d values: expected at least 2", t.length);
    double[] times = t.clone();
    return y -> line(times, y);
  }

  /**
   * {@code sum (x-mx)(y-my) / sum (x-mx)^2} over the first n points; NaN where all x are equal.
   *
   * @param x abscissae, at least n, without NaN
   * @param y ordinates, at least n, without NaN
   * @param n points, at least 1
   */
  public static double slope(double[] x, double[] y, int n) {
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < n; i++) {
      meanX += x[i];
      meanY += y[i];
    }
    meanX /= n;
    meanY /= n;
    double product = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      product += (x[i] - meanX) * (y[i] - meanY);
      square += (x[i] - meanX) * (x[i] - meanX);
    }
    return product / square;
  }

  private static double[] line(double[] t, double[] y) {
    Arguments.finite("y", y, 2);
    Arguments.sameLength("y", y, "t", t);
    var regression = new SimpleRegression();
    for (int i = 0; i < t.length; i++) {
      // About the first sample: saves the digits of large offsets in time and in value.
      regression.addData(t[i] - t[0], y[i] - y[0]);
    }
    double[] line = new double[t.length];
    for (int i = 0; i < t.length; i++) {
      line[i] = y[0] + regression.predict(t[i] - t[0]);
    }
    return line;
  }
}
