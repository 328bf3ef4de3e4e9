package murmuration.scaling.form;

import murmuration.math.Arguments;
import murmuration.scaling.AdditiveLaw;
import murmuration.scaling.TrainingRuns;

/**
 * Loss by compute C and tokens per parameter M, {@code L = E + (p M^eta + q M^-eta) C^-eta} (Gadre
 * et al. 2024, Language models scale reliably with over-training): models that are all over-trained
 * by the same ratio follow a power law of compute with one exponent, whatever the ratio.
 *
 * <p>With C = k N D this is the {@link AdditiveLaw} with alpha = beta = 2 eta, p = A k^eta and q =
 * B k^eta: so a fit of that law with one exponent is a fit of this one.
 *
 * <pre>{@code
 * AdditiveLaw tied = AdditiveLaw.of(1.8, 400, 600, 0.36, 0.36);
 * double loss = OvertrainingLaw.of(tied).loss(1e21, 640);
 * }</pre>
 *
 * @param irreducible E, 0 or more
 * @param p coefficient of M^eta, above 0
 * @param q coefficient of M^-eta, above 0
 * @param eta exponent of compute, above 0
 */
public record OvertrainingLaw(double irreducible, double p, double q, double eta) {
  private static final double SAME = 1e-9;

  /** Checks the constants. */
  public OvertrainingLaw {
    Arguments.require(
        irreducible >= 0 && irreducible < Double.POSITIVE_INFINITY,
        "irreducible is %s: expected a finite number, 0 or more",
        irreducible);
    Arguments.positive("p", p);
    Arguments.positive("q", q);
    Arguments.positive("eta", eta);
  }

  /** The form of a law with one exponent, at 6 FLOP a token and parameter. */
  public static OvertrainingLaw of(AdditiveLaw law) {
    return of(law, TrainingRuns.FLOPS_PER_TOKEN_PARAMETER);
  }

  /**
   * The form of a law with one exponent.
   *
   * @param law a law with alpha = beta, to a relative 1e-9, such as a fit that ties them gives
   * @param flopsPerTokenParameter k, above 0
   */
  public static OvertrainingLaw of(AdditiveLaw law, double flopsPerTokenParameter) {
    Arguments.present("law", law);
    Arguments.positive("flopsPerTokenParameter", flopsPerTokenParameter);
    double alpha = law.alpha();
    Arguments.require(
        Math.abs(alpha - law.beta()) <= SAME * Math.abs(alpha),
        "law has alpha %s and beta %s: expected one exponent",
        alpha,
        law.beta());
    double eta = alpha / 2;
    double scale = eta * Math.log(flopsPerTokenParameter);
    return new OvertrainingLaw(
        law.irreducible(), Math.exp(law.logA() + scale), Math.exp(law.logB() + scale), eta);
  }

  /**
   * The law in parameters and tokens.
   *
   * @param flopsPerTokenParameter k, above 0
   */
  public AdditiveLaw additive(double flopsPerTokenParameter) {
    double scale =
        eta * Math.log(Arguments.positive("flopsPerTokenParameter", flopsPerTokenParameter));
    return new AdditiveLaw(
        Math.log(p) - scale, Math.log(q) - scale, Math.log(irreducible), 2 * eta, 2 * eta);
  }

  /**
   * The loss.
   *
   * @param compute C, above 0
   * @param tokensPerParameter M, above 0
   */
  public double loss(double compute, double tokensPerParameter) {
    double logC = Math.log(Arguments.positive("compute", compute));
    double logM = Math.log(Arguments.positive("tokensPerParameter", tokensPerParameter));
    return irreducible + p * Math.exp(eta * (logM - logC)) + q * Math.exp(-eta * (logM + logC));
  }

  /** The ratio M of least loss, the same for every compute: {@code (q/p)^(1/(2 eta))}. */
  public double bestTokensPerParameter() {
    return Math.exp(Math.log(q / p) / (2 * eta));
  }
}
