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

  /** Refuses series that {@link #of(String, double[], int)} refuses, and uneven steps. */
  static Standardised ofEqualSteps(TimeSeries series, int atLeast) {
    Arguments.equalSteps("series", Arguments.present("series", series).times());
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
    // By a power of 2, which rounds nothing.
    double scale = Math.scalb(1.0, Math.getExponent(Math.max(Math.abs(low), Math.abs(high))));
    double[] z = new double[x.length];
    double mean = 0;
    for (int i = 0; i < z.length; i++) {
      z[i] = x[i] / scale;
      mean += z[i];
    }
    mean /= z.length;
    // What the mean of values far from 0 rounds off, taken off in a second pass.
    double rest = 0;
    for (int i = 0; i < z.length; i++) {
      z[i] -= mean;
      rest += z[i];
    }
    rest /= z.length;
    double square = 0;
    for (int i = 0; i < z.length; i++) {
      z[i] -= rest;
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
    return new Standardised((mean + rest) * scale, scaled, z);
  }
}
