package murmuration.warning.nonlinear;

import java.util.Arrays;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How well the squared residuals of an autoregression predict the next (Engle 1982, Autoregressive
 * conditional heteroscedasticity). The autoregression is by least squares with an intercept, on
 * samples less their mean (R's ar.ols).
 *
 * @param rSquared share of the variance of {@code e_i^2} that {@code e_(i-1)^2} explains; NaN where
 *     there is none
 * @param order p of the autoregression
 * @param residuals how many there are, {@code w - p}
 */
record ArchRegression(double rSquared, int order, int residuals) {
  private static final double ROUNDING = 1e-20;
  private static final int SPARE = 4;

  /** The least window that an order can be fitted to. */
  static int least(int order) {
    return 2 * order + SPARE;
  }

  /** A fit of the order p; NaN for a window that is constant or shorter than {@link #least}. */
  static ArchRegression ofOrder(double[] x, int p) {
    return of(x, p, p);
  }

  /**
   * A fit of the order 0 to {@code min(floor(10 log10 w), (w-4)/2)} of least {@code w ln(mean e^2)
   * + 2 (p+1)}.
   */
  static ArchRegression byAic(double[] x) {
    int most = (int) Math.floor(10 * Math.log10(x.length));
    return of(x, 0, Math.min(most, (x.length - SPARE) / 2));
  }

  private static ArchRegression of(double[] x, int least, int most) {
    if (x.length < least(most) || isConstant(x)) {
      return new ArchRegression(Double.NaN, least, Math.max(0, x.length - least));
    }
    double[] z = Standardised.of("x", x, 2).z();
    double[][] gram = new double[most + 2][most + 2];
    for (int t = most; t < z.length; t++) {
      add(gram, z, t, most);
    }
    double[] best = new double[0];
    double lowest = Double.POSITIVE_INFINITY;
    for (int p = most; p >= least; p--) {
      double[] coefficients = solve(gram, p);
      double square = squares(z, coefficients);
      double aic = z.length * Math.log(square / (z.length - p)) + 2 * (p + 1);
      if (coefficients.length > 0 && aic <= lowest) {
        lowest = aic;
        best = coefficients;
      }
      if (p > least) {
        add(gram, z, p - 1, p - 1);
      }
    }
    return regress(z, best, least);
  }

  private static boolean isConstant(double[] x) {
    for (double v : x) {
      if (v != x[0]) {
        return false;
      }
    }
    return true;
  }

  /** Adds sample t: rows and columns are the value, the intercept and the lags 1 .. p. */
  private static void add(double[][] gram, double[] z, int t, int p) {
    for (int a = 0; a < p + 2; a++) {
      double left = term(z, t, a);
      for (int b = a; b < p + 2; b++) {
        gram[a][b] += left * term(z, t, b);
      }
    }
  }

  private static double term(double[] z, int t, int a) {
    return a == 0 ? z[t] : a == 1 ? 1 : z[t - a + 1];
  }

  /** Intercept and coefficients; empty where the lags depend on one another. */
  private static double[] solve(double[][] gram, int p) {
    return new PositiveSystem(gram, 1, p + 1).solve(Arrays.copyOfRange(gram[0], 1, p + 2));
  }

  private static double residual(double[] z, double[] coefficients, int t) {
    double e = z[t] - coefficients[0];
    for (int k = 1; k < coefficients.length; k++) {
      e -= coefficients[k] * z[t - k];
    }
    return e;
  }

  private static double squares(double[] z, double[] coefficients) {
    double sum = 0;
    for (int t = coefficients.length - 1; coefficients.length > 0 && t < z.length; t++) {
      double e = residual(z, coefficients, t);
      sum += e * e;
    }
    return sum;
  }

  private static ArchRegression regress(double[] z, double[] coefficients, int least) {
    if (coefficients.length == 0) {
      return new ArchRegression(Double.NaN, least, z.length - least);
    }
    int p = coefficients.length - 1;
    var regression = new SimpleRegression();
    double before = Math.pow(residual(z, coefficients, p), 2);
    double largest = before;
    for (int t = p + 1; t < z.length; t++) {
      double now = Math.pow(residual(z, coefficients, t), 2);
      regression.addData(before, now);
      largest = Math.max(largest, now);
      before = now;
    }
    double rSquared = largest < ROUNDING ? Double.NaN : regression.getRSquare();
    return new ArchRegression(rSquared, p, z.length - p);
  }

  /**
   * Above it, R^2 is significant: {@code chi2 / (residuals - 1)}.
   *
   * @param chi2 quantile of the chi-square law with one degree of freedom
   */
  double critical(double chi2) {
    return chi2 / (residuals - 1);
  }
}
