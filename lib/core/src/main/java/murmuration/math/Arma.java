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
    var filter = new Innovations(ar, PartialCorrelations.ofCoefficients(ar), ma, x.length);
    double[] e = new double[x.length];
    double sum = 0;
    for (int t = 0; t < x.length; t++) {
      e[t] = x[t] - filter.predict(t, x, e);
      double variance = sigma2 * filter.variance(t);
      sum += Math.log(2 * Math.PI * variance) + e[t] * e[t] / variance;
    }
    return -0.5 * sum;
  }

  /** A sampler of series of a length, from the stationary law: no burn-in is needed. */
  public Sampler sampler(int length) {
    Arguments.require(length >= 1, "length is %d: expected at least 1", length);
    var filter = new Innovations(ar, PartialCorrelations.ofCoefficients(ar), ma, length);
    double[] sd = new double[length];
    for (int t = 0; t < length; t++) {
      sd[t] = Math.sqrt(sigma2 * filter.variance(t));
    }
    return (random, out) -> {
      double[] e = new double[length];
      for (int t = 0; t < length; t++) {
        e[t] = sd[t] * random.nextGaussian();
        out[t] = filter.predict(t, out, e) + e[t];
      }
    };
  }

  /** Draws series; may be used by many threads. */
  @FunctionalInterface
  public interface Sampler {
    /** Overwrites {@code out}, which has the sampler's length, with a series. */
    void fill(RandomGenerator random, double[] out);
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
