package murmuration.warning.nonlinear;

import murmuration.data.TimeSeries;
import murmuration.math.Arguments;

/**
 * A sample less its mean, over its standard deviation (n - 1), so that powers of it neither vanish
 * nor overflow whatever its unit.
 *
 * @param mean its mean
 * @param sd its standard deviation, above 0
 * @param z {@code (x - mean) / sd}, length n
 */
record Standardised(double mean, double sd, double[] z) {

  private static final double EQUAL_STEPS = 1e-6;

  /** Refuses series that {@link #of(String, double[], int)} refuses, and uneven steps. */
  static Standardised ofEqualSteps(TimeSeries series, int atLeast) {
    double[] t = Arguments.present("series", series).times();
    double step = series.step();
    for (int i = 1; i < t.length; i++) {
      Arguments.require(
          Math.abs(t[i] - t[i - 1] - step) <= EQUAL_STEPS * step,
          "series has a step of %s at time %s, %s on average: expected equal steps (interpolate)",
          t[i] - t[i - 1],
          t[i],
          step);
    }
    return of("series", series.values(), atLeast);
  }

  /** Refuses samples that are short, not finite or constant. */
  static Standardised of(String name, double[] x, int atLeast) {
    Arguments.finite(name, x, Math.max(2, atLeast));
    double low = x[0];
    double high = x[0];
    for (double v : x) {
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
    Arguments.require(low < high, "%s is constant (%s): expected values that vary", name, low);
    double scale = Math.max(Math.abs(low), Math.abs(high));
    double[] z = new double[x.length];
    double mean = 0;
    for (int i = 0; i < z.length; i++) {
      z[i] = x[i] / scale;
      mean += z[i];
    }
    mean /= z.length;
    double square = 0;
    for (int i = 0; i < z.length; i++) {
      z[i] -= mean;
      square += z[i] * z[i];
    }
    double sd = Math.sqrt(square / (z.length - 1));
    for (int i = 0; i < z.length; i++) {
      z[i] /= sd;
    }
    double scaled = sd * scale;
    Arguments.require(
        scaled > 0 && Double.isFinite(scaled),
        "%s has a standard deviation of %s: expected a finite number above 0",
        name,
        scaled);
    return new Standardised(mean * scale, scaled, z);
  }
}
