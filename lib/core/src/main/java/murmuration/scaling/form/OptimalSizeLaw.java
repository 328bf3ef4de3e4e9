package murmuration.scaling.form;

import java.util.List;
import murmuration.math.Arguments;
import murmuration.math.LeastSquares;

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

  /**
   * The fit to best sizes, by least squares of ln N: parameters ln of the coefficient and the
   * exponent.
   *
   * @param compute C, length n of at least 3, above 0
   * @param parameters N_opt, length n, above 0
   */
  public static FormFit<OptimalSizeLaw> fit(double[] compute, double[] parameters) {
    double[] logC = Logs.of("compute", compute);
    double[] logN = Logs.of("parameters", parameters);
    Arguments.sameLength("compute", compute, "parameters", parameters);
    Arguments.require(
        compute.length >= 3, "a law of best size needs at least 3 points, got %d", compute.length);
    return new FormSearch(
            "N_opt = c C^exponent",
            List.of("ln c", "exponent"),
            logN,
            Logs.ones(compute.length),
            (p, i, gradient) -> {
              if (gradient != null) {
                gradient[0] = 1;
                gradient[1] = logC[i];
              }
              return p[0] + p[1] * logC[i];
            },
            Logs.unbounded(2, -1),
            Logs.unbounded(2, 1))
        .from(
            List.of(LeastSquares.line(logC, logN).coefficients()),
            p -> new OptimalSizeLaw(Math.exp(p[0]), p[1]));
  }
}
