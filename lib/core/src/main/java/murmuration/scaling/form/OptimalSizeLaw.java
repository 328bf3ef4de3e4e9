package murmuration.scaling.form;

import murmuration.math.Arguments;

/**
 * The best size for a compute as a power of it, {@code N_opt = coefficient C^exponent} (Kaplan et
 * al. 2020, Eq. 1.7, with C in petaflop-days).
 *
 * <pre>{@code
 * double parameters = new OptimalSizeLaw(1.3e9, 0.73).parameters(100);
 * }</pre>
 *
 * @param coefficient N_opt at one unit of compute, above 0
 * @param exponent how the size grows
 */
public record OptimalSizeLaw(double coefficient, double exponent) {
  /** Checks the constants. */
  public OptimalSizeLaw {
    Arguments.positive("coefficient", coefficient);
    Arguments.require(
        Double.isFinite(exponent), "exponent is %s: expected a finite number", exponent);
  }

  /** The best size for this compute, above 0, in the unit of the law. */
  public double parameters(double compute) {
    return coefficient * Math.exp(exponent * Math.log(Arguments.positive("compute", compute)));
  }
}
