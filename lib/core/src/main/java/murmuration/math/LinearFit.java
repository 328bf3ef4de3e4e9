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
