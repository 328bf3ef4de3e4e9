package murmuration.scaling.form;

import java.util.Locale;
import murmuration.math.Arguments;
import murmuration.scaling.TrainingRuns;

/**
 * A law of parameters and tokens in which the shortage of one hides the other, {@code L = E + [(A
 * N^-alpha)^(1/beta) + (B D^-beta)^(1/beta)]^beta}: with enough data {@code E + A N^-alpha}, with
 * enough parameters {@code E + B D^-beta}, in between less than their sum (beta below 1). With E =
 * 0 it is L(N, D) of Kaplan et al. 2020, Eq. 1.5.
 *
 * <pre>{@code
 * CoupledLaw kaplan = CoupledLaw.ofScales(6.4e13, 1.8e13, 0.076, 0.103);
 * double loss = kaplan.loss(1e9, 22e9);
 * }</pre>
 *
 * @param logA ln A
 * @param logB ln B
 * @param irreducible E, 0 or more
 * @param alpha exponent of N
 * @param beta exponent of D, above 0
 */
public record CoupledLaw(double logA, double logB, double irreducible, double alpha, double beta) {
  /** Checks the constants. */
  public CoupledLaw {
    Arguments.require(Double.isFinite(logA), "logA is %s: expected a finite number", logA);
    Arguments.require(Double.isFinite(logB), "logB is %s: expected a finite number", logB);
    Arguments.require(
        irreducible >= 0 && irreducible < Double.POSITIVE_INFINITY,
        "irreducible is %s: expected a finite number, 0 or more",
        irreducible);
    Arguments.require(Double.isFinite(alpha), "alpha is %s: expected a finite number", alpha);
    Arguments.positive("beta", beta);
  }

  /**
   * The law as Kaplan et al. write it, {@code [(N_c/N)^(alpha/beta) + D_c/D]^beta}, without a
   * floor.
   *
   * @param parameters N_c, above 0
   * @param tokens D_c, above 0
   */
  public static CoupledLaw ofScales(double parameters, double tokens, double alpha, double beta) {
    return new CoupledLaw(
        alpha * Math.log(Arguments.positive("parameters", parameters)),
        beta * Math.log(Arguments.positive("tokens", tokens)),
        0,
        alpha,
        beta);
  }

  /** The loss of a model with so many parameters, trained on so many tokens; both above 0. */
  public double loss(double parameters, double tokens) {
    double n = logA - alpha * Math.log(Arguments.positive("parameters", parameters));
    double d = logB - beta * Math.log(Arguments.positive("tokens", tokens));
    double more = Math.max(n, d);
    return irreducible
        + Math.exp(more + beta * Math.log1p(Math.exp((Math.min(n, d) - more) / beta)));
  }

  /** N_c of the form of Kaplan et al., A^(1/alpha). */
  public double parameterScale() {
    return Math.exp(logA / alpha);
  }

  /** D_c of the form of Kaplan et al., B^(1/beta). */
  public double tokenScale() {
    return Math.exp(logB / beta);
  }

  /**
   * The fit to runs with a floor E, by least squares of ln L: parameters ln A, ln B, alpha, beta
   * and E, with E at least 0.
   */
  public static FormFit<CoupledLaw> fit(TrainingRuns runs) {
    return new CoupledFit(runs, true).run();
  }

  /** The fit to runs with E = 0, the form of Kaplan et al. 2020. */
  public static FormFit<CoupledLaw> fitWithoutFloor(TrainingRuns runs) {
    return new CoupledFit(runs, false).run();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "L = %.5g + [(%.5g N^-%.4g)^(1/%.4g) + %.5g/D]^%.4g",
        irreducible,
        Math.exp(logA),
        alpha,
        beta,
        tokenScale(),
        beta);
  }
}
