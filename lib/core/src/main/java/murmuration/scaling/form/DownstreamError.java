package murmuration.scaling.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import murmuration.math.Arguments;
import murmuration.math.LeastSquares;
import murmuration.math.LogSpaced;

/**
 * Error of downstream tasks by loss, {@code Err(L) = eps - k e^(-gamma L)} (Gadre et al. 2024,
 * Language models scale reliably with over-training): it falls from eps, that of a model that knows
 * nothing, as the loss falls.
 *
 * <pre>{@code
 * double error = new DownstreamError(0.85, 2.1, 0.7).error(2.4);
 * }</pre>
 *
 * @param ceiling eps, the error at high loss
 * @param gain k
 * @param rate gamma, above 0
 */
public record DownstreamError(double ceiling, double gain, double rate) {
  private static final double SLOWEST = Math.log(1e-4);
  private static final double FASTEST = Math.log(1e4);

  /** Checks the constants. */
  public DownstreamError {
    Arguments.require(Double.isFinite(ceiling), "ceiling is %s: expected a finite number", ceiling);
    Arguments.require(Double.isFinite(gain), "gain is %s: expected a finite number", gain);
    Arguments.positive("rate", rate);
  }

  /** The error at this loss, above 0. */
  public double error(double loss) {
    return ceiling - gain * Math.exp(-rate * Arguments.positive("loss", loss));
  }

  /** The loss at which the error is this, between {@code eps - k} and eps. */
  public double lossFor(double error) {
    double share = (ceiling - error) / gain;
    Arguments.require(
        share > 0 && share < 1,
        "error is %s: expected one between %s and %s",
        error,
        ceiling - gain,
        ceiling);
    return -Math.log(share) / rate;
  }

  /**
   * The fit to errors at several losses, by least squares of the error: parameters eps, k and ln
   * gamma.
   *
   * @param losses L, length n of at least 4, above 0
   * @param errors Err, length n, finite
   */
  public static FormFit<DownstreamError> fit(double[] losses, double[] errors) {
    Logs.of("losses", losses);
    Arguments.finite("errors", errors, 1);
    Arguments.sameLength("losses", losses, "errors", errors);
    double[] l = losses.clone();
    List<double[]> starts = new ArrayList<>();
    for (double gamma : LogSpaced.of(0.01, 30, 25)) {
      double[] falling = Arrays.stream(l).map(v -> -Math.exp(-gamma * v)).toArray();
      if (Arrays.stream(falling).distinct().count() > 1) {
        double[] line = LeastSquares.polynomial(falling, errors, 1, 0).coefficients();
        starts.add(new double[] {line[0], line[1], Math.log(gamma)});
      }
    }
    return new FormSearch(
            "Err = eps - k e^(-gamma L)",
            List.of("eps", "k", "ln gamma"),
            errors.clone(),
            Logs.ones(l.length),
            (p, i, gradient) -> {
              double rate = Math.exp(p[2]);
              double fall = Math.exp(-rate * l[i]);
              if (gradient != null) {
                gradient[0] = 1;
                gradient[1] = -fall;
                gradient[2] = p[1] * rate * l[i] * fall;
              }
              return p[0] - p[1] * fall;
            },
            new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, SLOWEST},
            new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, FASTEST})
        .from(starts, p -> new DownstreamError(p[0], p[1], Math.exp(p[2])));
  }
}
