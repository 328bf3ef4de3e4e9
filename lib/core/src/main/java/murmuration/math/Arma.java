package murmuration.math;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A stationary and invertible Gaussian process without mean, {@code x_t = sum_k ar_k x_(t-k) + e_t
 * + sum_k ma_k e_(t-k)}, {@code e_t ~ N(0, sigma2)}, and how well it fits a series.
 *
 * @param ar autoregressive coefficients, length p
 * @param ma moving-average coefficients, length q
 * @param sigma2 variance of the innovations e
 * @param logLikelihood exact Gaussian log-likelihood of the series
 * @param n length of the series
 */
public record Arma(double[] ar, double[] ma, double sigma2, double logLikelihood, int n) {
  /** Checks stationarity and invertibility, and keeps its own copies. */
  public Arma {
    Arguments.finite("ar", ar, 0);
    Arguments.finite("ma", ma, 0);
    Arguments.positive("sigma2", sigma2);
    ar = ar.clone();
    ma = ma.clone();
    Arguments.require(
        PartialCorrelations.isStationary(ar),
        "ar %s is not stationary: expected roots outside the unit circle",
        Arrays.toString(ar));
  }

  /**
   * Maximises the exact likelihood over phi, theta and sigma2.
   *
   * @param x series without mean, equally spaced, length n at least {@code p + q + 2}, not constant
   * @param p order of the autoregression, 0 to 10
   * @param q order of the moving average, 0 to 10
   */
  public static Arma fit(double[] x, int p, int q) {
    return ArmaFit.of(x).fit(p, q);
  }

  /** Akaike's criterion, {@code -2 logLikelihood + 2 (p + q + 1)}. */
  public double aic() {
    return -2 * logLikelihood + 2 * (ar.length + ma.length + 1);
  }

  /**
   * The exact log-likelihood of a series under this process.
   *
   * @param x series, length at least 1
   */
  public double logLikelihood(double[] x) {
    Arguments.finite("x", x, 1);
    var filter = filter();
    double sum = 0;
    for (double value : x) {
      double variance = sigma2 * filter.variance();
      double error = value - filter.prediction();
      sum += Math.log(2 * Math.PI * variance) + error * error / variance;
      filter.observe(value);
    }
    return -0.5 * sum;
  }

  /**
   * What this process did not foresee: {@code (x_t - prediction) / sqrt(v_t)}, v_t the variance of
   * the prediction over sigma2, so that each has variance sigma2 under this process (R's arima).
   *
   * @param x series without mean, length n of at least 1
   * @return length n
   */
  public double[] residuals(double[] x) {
    Arguments.finite("x", x, 1);
    var filter = filter();
    double[] residuals = new double[x.length];
    for (int t = 0; t < x.length; t++) {
      residuals[t] = (x[t] - filter.prediction()) / Math.sqrt(filter.variance());
      filter.observe(x[t]);
    }
    return residuals;
  }

  /**
   * Draws a series from the stationary law: no burn-in is needed.
   *
   * @param random the only source of chance
   * @param out the series, overwritten
   */
  public void fill(RandomGenerator random, double[] out) {
    var filter = filter();
    for (int t = 0; t < out.length; t++) {
      double sd = Math.sqrt(sigma2 * filter.variance());
      out[t] = filter.prediction() + sd * random.nextGaussian();
      filter.observe(out[t]);
    }
  }

  private ArmaFilter filter() {
    return new ArmaFilter(ar, PartialCorrelations.ofCoefficients(ar), ma);
  }

  @Override
  public double[] ar() {
    return ar.clone();
  }

  @Override
  public double[] ma() {
    return ma.clone();
  }

  /** Orders and coefficients, to four digits. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "ARMA(%d, %d), ar %s, ma %s, innovation sd %s",
        ar.length,
        ma.length,
        text(ar),
        text(ma),
        Digits.of(Math.sqrt(sigma2), 4));
  }

  private static String text(double[] values) {
    return Arrays.stream(values).mapToObj(v -> Digits.of(v, 4)).toList().toString();
  }
}
