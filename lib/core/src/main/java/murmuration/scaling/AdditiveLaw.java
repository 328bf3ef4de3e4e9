package murmuration.scaling;

import java.util.Locale;
import murmuration.math.Arguments;

/**
 * The law {@code L(N, D) = E + A N^-alpha + B D^-beta} of loss by parameters N and training tokens
 * D (Hoffmann et al. 2022, Training compute-optimal large language models, Eq. 2), kept in logs.
 * Exponents are positive for losses that fall.
 *
 * <pre>{@code
 * double loss = AdditiveLaw.HOFFMANN.loss(70e9, 1.4e12);
 * }</pre>
 *
 * @param logA ln A, with N in parameters
 * @param logB ln B, with D in tokens
 * @param logE ln E, with E in the unit of the loss; {@code -Infinity} for E = 0
 * @param alpha exponent of N
 * @param beta exponent of D
 */
public record AdditiveLaw(double logA, double logB, double logE, double alpha, double beta) {
  /**
   * Hoffmann et al. 2022, as fitted: the numbers before they were rounded for print (from the
   * source of the paper, by Besiroglu et al. 2024). The rounded ones give losses that are off.
   */
  public static final AdditiveLaw HOFFMANN =
      new AdditiveLaw(6.0073404, 6.0179186, 0.5267228, 0.33917084, 0.2849083);

  /** Hoffmann et al. 2022, Eq. 10, as printed: E 1.69, A 406.4, B 410.7, alpha 0.34, beta 0.28. */
  public static final AdditiveLaw HOFFMANN_ROUNDED = of(1.69, 406.4, 410.7, 0.34, 0.28);

  /**
   * Besiroglu et al. 2024, Chinchilla scaling: a replication attempt, as their program gives it:
   * the fit of least absolute deviations of ln L to 240 runs.
   */
  public static final AdditiveLaw REPLICATION =
      new AdditiveLaw(
          6.177955975826981,
          7.6427323622433505,
          0.5971119597824348,
          0.34781302903942635,
          0.3658541172951044);

  /** Checks that all are numbers. */
  public AdditiveLaw {
    finite("logA", logA);
    finite("logB", logB);
    finite("alpha", alpha);
    finite("beta", beta);
    Arguments.require(
        logE < Double.POSITIVE_INFINITY, "logE is %s: expected a finite number or -Infinity", logE);
  }

  /**
   * The law with these coefficients.
   *
   * @param irreducible E, 0 or more
   * @param a A, above 0
   * @param b B, above 0
   */
  public static AdditiveLaw of(double irreducible, double a, double b, double alpha, double beta) {
    Arguments.require(
        irreducible >= 0 && irreducible < Double.POSITIVE_INFINITY,
        "irreducible is %s: expected a finite number, 0 or more",
        irreducible);
    return new AdditiveLaw(
        Math.log(Arguments.positive("a", a)),
        Math.log(Arguments.positive("b", b)),
        Math.log(irreducible),
        alpha,
        beta);
  }

  /** The law of these parameters: ln A, ln B, ln E, alpha, beta. */
  public static AdditiveLaw of(double[] vector) {
    Arguments.present("vector", vector);
    Arguments.require(
        vector.length == LawParameter.COUNT,
        "vector has %d values: expected %d",
        vector.length,
        LawParameter.COUNT);
    return new AdditiveLaw(vector[0], vector[1], vector[2], vector[3], vector[4]);
  }

  /** The loss of a model with so many parameters, trained on so many tokens; both above 0. */
  public double loss(double parameters, double tokens) {
    return irreducible()
        + Math.exp(logA - alpha * Math.log(Arguments.positive("parameters", parameters)))
        + Math.exp(logB - beta * Math.log(Arguments.positive("tokens", tokens)));
  }

  /** A, the coefficient of N. */
  public double a() {
    return Math.exp(logA);
  }

  /** B, the coefficient of D. */
  public double b() {
    return Math.exp(logB);
  }

  /** E, the loss that no size and no data remove. */
  public double irreducible() {
    return Math.exp(logE);
  }

  /** The parameters in their usual order: ln A, ln B, ln E, alpha, beta. */
  public double[] vector() {
    return new double[] {logA, logB, logE, alpha, beta};
  }

  private static void finite(String name, double value) {
    Arguments.require(Double.isFinite(value), "%s is %s: expected a finite number", name, value);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "L = %.5g + %.5g N^-%.4g + %.5g D^-%.4g",
        irreducible(),
        a(),
        alpha,
        b(),
        beta);
  }
}
