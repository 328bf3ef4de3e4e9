package murmuration.scaling.form;

import java.util.List;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.LeastSquares;

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

  /**
   * The fit to losses at several scales, by least squares of ln L: parameters ln x_c and alpha.
   *
   * @param x scales, length n of at least 3, above 0
   * @param losses L, length n, above 0
   */
  public static FormFit<PowerOfScale> fit(double[] x, double[] losses) {
    double[] logX = Logs.of("x", x);
    double[] logL = Logs.of("losses", losses);
    Arguments.sameLength("x", x, "losses", losses);
    Arguments.require(x.length >= 3, "a power of scale needs at least 3 points, got %d", x.length);
    double[] line = LeastSquares.line(logX, logL).coefficients();
    Arguments.require(line[1] != 0, "losses are constant: expected losses that vary");
    return new FormSearch(
            "L = (x_c / x)^alpha",
            List.of("ln x_c", "alpha"),
            logL,
            Logs.ones(x.length),
            (p, i, gradient) -> {
              if (gradient != null) {
                gradient[0] = p[1];
                gradient[1] = p[0] - logX[i];
              }
              return p[1] * (p[0] - logX[i]);
            },
            Logs.unbounded(2, -1),
            Logs.unbounded(2, 1))
        .from(
            List.of(new double[] {-line[0] / line[1], -line[1]}),
            p -> new PowerOfScale(Math.exp(p[0]), p[1]));
  }

  @Override
  public String toString() {
    return "(" + Digits.of(scale, 5) + " / x)^" + Digits.of(exponent, 4);
  }
}
