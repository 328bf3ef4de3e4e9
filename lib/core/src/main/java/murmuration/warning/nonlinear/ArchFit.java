package murmuration.warning.nonlinear;

import murmuration.math.Digits;
import murmuration.math.LineSearch;

/**
 * GARCH(0,1), which is ARCH(1): {@code x_t - mean = s_t e_t}, {@code s_t^2 = a0 + a1 (x_(t-1) -
 * mean)^2}, by the maximum of the Gaussian likelihood given the first value (Engle 1982).
 *
 * <p>For a ratio {@code r = a1/a0} the best a0 is {@code mean of (x_t-mean)^2 / (1 + r
 * (x_(t-1)-mean)^2)}, so that the search is over r alone: a grid over 10 decades, then Brent's
 * method about its best point. The mean is that of the sample.
 *
 * @param a0 constant part of the variance, in squared units of x
 * @param a1 share of the last squared deviation, 0 or more
 * @param residuals {@code e_2 .. e_n}, length n - 1
 */
record ArchFit(double a0, double a1, double[] residuals) {
  private static final double LOWEST = -6;
  private static final double HIGHEST = 4;
  private static final int CELLS = 40;
  private static final double PRECISION = 1e-10;

  static ArchFit of(double[] x) {
    var sample = Standardised.of("x", x, 3);
    double[] z = sample.z();
    var found =
        LineSearch.maximum(v -> -deviance(z, Math.pow(10, v)), LOWEST, HIGHEST, CELLS, PRECISION);
    double ratio = -found.value() < deviance(z, 0) ? Math.pow(10, found.at()) : 0;
    double a0 = constant(z, ratio);
    double[] residuals = new double[z.length - 1];
    for (int t = 1; t < z.length; t++) {
      residuals[t - 1] = z[t] / Math.sqrt(a0 * (1 + ratio * z[t - 1] * z[t - 1]));
    }
    return new ArchFit(a0 * sample.sd() * sample.sd(), ratio * a0, residuals);
  }

  private static double constant(double[] z, double ratio) {
    double sum = 0;
    for (int t = 1; t < z.length; t++) {
      sum += z[t] * z[t] / (1 + ratio * z[t - 1] * z[t - 1]);
    }
    return sum / (z.length - 1);
  }

  /** {@code ln a0 + mean ln(1 + r z_(t-1)^2)}: -2 ln L / (n-1), less a constant. */
  private static double deviance(double[] z, double ratio) {
    double logs = 0;
    for (int t = 1; t < z.length; t++) {
      logs += Math.log1p(ratio * z[t - 1] * z[t - 1]);
    }
    return Math.log(constant(z, ratio)) + logs / (z.length - 1);
  }

  /** The same of a series in another unit. */
  ArchFit scaled(double factor) {
    return new ArchFit(a0 * factor * factor, a1, residuals);
  }

  String words() {
    return "GARCH(0,1) with a0 = " + Digits.of(a0, 4) + " and a1 = " + Digits.of(a1, 4);
  }
}
