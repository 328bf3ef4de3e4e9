package murmuration.math;

/**
 * The Hurwitz zeta function {@code zeta(s, q) = sum_{k>=0} (q + k)^-s}: the total of a discrete
 * power law that begins at q. {@code zeta(s, 1)} is Riemann's.
 *
 * <p>Euler-Maclaurin summation (Edwards 1974, Riemann's zeta function, section 6.4): terms are
 * added up to one beyond 12 and beyond s, then the integral of the rest and nine corrections. The
 * relative error is below 1e-13.
 */
public final class HurwitzZeta {
  private static final double DIRECT = 12;
  private static final double LARGEST = 1e4;

  /** {@code B_2j / (2j)!} for j = 1 .. 9, with the Bernoulli numbers B. */
  private static final double[] CORRECTIONS = {
    1.0 / 12,
    -1.0 / 720,
    1.0 / 30_240,
    -1.0 / 1_209_600,
    1.0 / 47_900_160,
    -691.0 / 1_307_674_368_000.0,
    1.0 / 74_724_249_600.0,
    -3617.0 / 10_670_622_842_880_000.0,
    43_867.0 / 5_109_094_217_170_944_000.0
  };

  private HurwitzZeta() {}

  /**
   * {@code zeta(s, q)}; 0 where it is too small for a double.
   *
   * @param s exponent, above 1 and at most 10,000
   * @param q first term, above 0
   */
  public static double of(double s, double q) {
    return Math.exp(log(s, q));
  }

  /**
   * {@code ln zeta(s, q)}, also where zeta itself is too small for a double.
   *
   * @param s exponent, above 1 and at most 10,000
   * @param q first term, above 0
   */
  public static double log(double s, double q) {
    Arguments.require(
        s > 1 && s <= LARGEST, "s is %s: expected above 1 and at most %s", s, LARGEST);
    Arguments.positive("q", q);
    double reach = Math.max(DIRECT, s);
    double sum = 0;
    double at = q;
    while (at < reach) {
      double term = Math.exp(s * Math.log(q / at));
      sum += term;
      at++;
      if (term < 1e-18 * sum) {
        return Math.log(sum) - s * Math.log(q);
      }
    }
    double term = Math.exp(s * Math.log(q / at));
    sum += term * (at / (s - 1) + 0.5);
    double factor = term * s / at;
    for (int j = 0; j < CORRECTIONS.length; j++) {
      sum += CORRECTIONS[j] * factor;
      double order = s + 2 * j;
      factor *= (order + 1) * (order + 2) / (at * at);
    }
    return Math.log(sum) - s * Math.log(q);
  }
}
