package murmuration.math;

import java.util.Arrays;

/**
 * Information criteria. Those of a least-squares fit are without the constants that all fits of the
 * same data share: {@code AIC = n ln(rss/n) + 2k}, {@code AICc = AIC + 2k(k+1)/(n-k-1)} (Hurvich
 * and Tsai 1989), {@code BIC = n ln(rss/n) + k ln n} (Schwarz 1978). The residual variance counts
 * as a parameter: {@code k = parameters + 1}. Lower is better; only differences mean something, and
 * only between fits of the same y on the same scale.
 *
 * @param aic Akaike's criterion; minus infinity for a fit without residuals
 * @param aicc the same corrected for small n; plus infinity where {@code n - k - 1 <= 0}
 * @param bic the Bayesian criterion
 */
public record InformationCriteria(double aic, double aicc, double bic) {
  /** Differences below this do not tell two fits apart (Burnham and Anderson 2002, section 2.6). */
  public static final double INDISTINGUISHABLE = 2;

  /**
   * The criteria of a fit by least squares.
   *
   * @param rss residual sum of squares, finite, 0 or more
   * @param n observations, or the sum of their weights, above 0
   * @param parameters fitted parameters without the variance, 0 or more
   */
  public static InformationCriteria of(double rss, double n, int parameters) {
    Arguments.require(
        rss >= 0 && Double.isFinite(rss), "rss is %s: expected a finite number from 0", rss);
    Arguments.positive("n", n);
    Arguments.require(parameters >= 0, "parameters is %d: expected 0 or more", parameters);
    return of(n * Math.log(rss / n), n, parameters + 1.0);
  }

  /**
   * The criteria of a fit by maximum likelihood, {@code n ln(rss/n)} being {@code -2 ln L}.
   *
   * @param logLikelihood ln L, finite
   * @param n independent observations, above 0
   * @param parameters fitted parameters, all of them counted, 0 or more
   */
  public static InformationCriteria ofLikelihood(double logLikelihood, double n, int parameters) {
    Arguments.require(
        Double.isFinite(logLikelihood), "ln L is %s: expected a finite number", logLikelihood);
    Arguments.positive("n", n);
    Arguments.require(parameters >= 0, "parameters is %d: expected 0 or more", parameters);
    return of(-2 * logLikelihood, n, (double) parameters);
  }

  private static InformationCriteria of(double fit, double n, double k) {
    double aic = fit + 2 * k;
    double room = n - k - 1;
    double aicc = room <= 0 ? Double.POSITIVE_INFINITY : aic + 2 * k * (k + 1) / room;
    return new InformationCriteria(aic, aicc, fit + k * Math.log(n));
  }

  /**
   * Akaike weights, {@code exp(-Delta/2)} over their sum, Delta the difference from the least value
   * (Burnham and Anderson 2002, section 2.9).
   *
   * @param values one criterion of each fit, length at least 1, without NaN; plus infinity weighs
   *     0, unless all are; fits that share the least value share its weight
   */
  public static double[] weights(double... values) {
    Arguments.require(
        Arguments.present("values", values).length > 0, "values is empty: expected at least one");
    double least = Arrays.stream(values).min().orElseThrow();
    Arguments.require(!Double.isNaN(least), "values has a NaN: expected numbers");
    double[] weights =
        Arrays.stream(values).map(v -> v == least ? 1 : Math.exp((least - v) / 2)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }
}
