package murmuration.scaling.form;

import murmuration.math.Arguments;
import murmuration.math.Digits;

/**
 * A loss that falls as a power of one scale, {@code L(x) = (x_c / x)^alpha}: the form of Kaplan et
 * al. 2020 for parameters, tokens or compute, without a floor.
 *
 * <pre>{@code
 * double loss = new PowerOfScale(8.8e13, 0.076).loss(175e9);
 * }</pre>
 *
 * @param scale x_c, the scale at which the loss would be 1; above 0
 * @param exponent alpha, positive for a loss that falls
 */
public record PowerOfScale(double scale, double exponent) {
  /** Checks the constants. */
  public PowerOfScale {
    Arguments.positive("scale", scale);
    Arguments.require(
        Double.isFinite(exponent), "exponent is %s: expected a finite number", exponent);
  }

  /** The loss at this scale, above 0. */
  public double loss(double x) {
    return Math.exp(exponent * (Math.log(scale) - Math.log(Arguments.positive("x", x))));
  }

  @Override
  public String toString() {
    return "(" + Digits.of(scale, 5) + " / x)^" + Digits.of(exponent, 4);
  }
}
