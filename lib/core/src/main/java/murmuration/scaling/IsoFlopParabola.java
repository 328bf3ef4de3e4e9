package murmuration.scaling;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.LeastSquares;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The parabola through the runs of one compute: {@code L = c0 + c1 u + c2 u^2}, {@code u = ln N -
 * centre}, by weighted least squares; its lowest point is the best size (Hoffmann et al. 2022,
 * Section 3.2).
 *
 * <p>The standard error of ln N there is that of {@code -c1 / (2 c2)} by the delta method: it is
 * large where the valley is flat. The test of a cubic term asks whether a parabola is the right
 * shape; where it is not, the lowest point is biased toward the shallow side, and a window of runs
 * about the lowest is safer. A run of weight w counts as w equal runs.
 *
 * @param budget compute of the group
 * @param label what the group is called
 * @param parameters N of the runs that were fitted, length n
 * @param losses L of the same runs
 * @param flopsPerTokenParameter k
 * @param status whether there is a lowest point among them
 * @param centre mean of ln N
 * @param coefficients c0, c1, c2; NaN where there were too few runs
 * @param standardError of ln N at the lowest point; NaN where there is none
 * @param cubicP two-sided p of a cubic term by Student's t; NaN with fewer than 5 runs or 4 sizes
 */
public record IsoFlopParabola(
    double budget,
    String label,
    double[] parameters,
    double[] losses,
    double flopsPerTokenParameter,
    IsoFlopStatus status,
    double centre,
    double[] coefficients,
    double standardError,
    double cubicP) {
  private static final int FEWEST = 4;
  private static final int FEWEST_SIZES = 3;
  private static final double SAME_SIZE = 1e-9;

  /** Checks the shapes and keeps its own copies. */
  public IsoFlopParabola {
    Arguments.positive("budget", budget);
    Arguments.present("label", label);
    Arguments.finite("parameters", parameters, 1);
    Arguments.finite("losses", losses, 1);
    Arguments.sameLength("parameters", parameters, "losses", losses);
    for (double n : parameters) {
      Arguments.positive("a value of parameters", n);
    }
    Arguments.positive("flopsPerTokenParameter", flopsPerTokenParameter);
    Arguments.present("status", status);
    Arguments.require(
        Arguments.present("coefficients", coefficients).length == 3,
        "coefficients has %d values: expected 3",
        coefficients.length);
    parameters = parameters.clone();
    losses = losses.clone();
    coefficients = coefficients.clone();
  }

  /** The parabola through these runs; fewest sizes is 3, or 4 for a window. */
  static IsoFlopParabola of(
      double budget,
      String label,
      double[] parameters,
      double[] losses,
      double[] weights,
      double k,
      int fewestSizes) {
    double[] logN = Arrays.stream(parameters).map(Math::log).toArray();
    int sizes = sizes(logN);
    double n = Arrays.stream(weights).sum();
    double runs = Arrays.stream(weights).map(w -> w > 0 ? Math.max(1, w) : 0).sum();
    double[] none = {Double.NaN, Double.NaN, Double.NaN};
    double centre = Arrays.stream(logN).average().orElseThrow();
    if (runs < FEWEST || sizes < fewestSizes) {
      return new IsoFlopParabola(
          budget,
          label,
          parameters,
          losses,
          k,
          IsoFlopStatus.TOO_FEW_POINTS,
          centre,
          none,
          Double.NaN,
          Double.NaN);
    }
    LeastSquares fit = LeastSquares.polynomial(logN, losses, weights, 2, centre);
    double[] c = fit.coefficients();
    double lowest = centre - c[1] / (2 * c[2]);
    boolean inside =
        c[2] > 0
            && lowest >= Arrays.stream(logN).min().orElseThrow()
            && lowest <= Arrays.stream(logN).max().orElseThrow();
    double cubicP =
        runs > FEWEST && sizes >= FEWEST
            ? p(LeastSquares.polynomial(logN, losses, weights, 3, centre), n - 4)
            : Double.NaN;
    return new IsoFlopParabola(
        budget,
        label,
        parameters,
        losses,
        k,
        inside ? IsoFlopStatus.OK : IsoFlopStatus.NO_INTERIOR_MINIMUM,
        centre,
        c,
        inside ? standardError(fit) * scale(fit, n - 3) : Double.NaN,
        cubicP);
  }

  private static double standardError(LeastSquares fit) {
    double[] c = fit.coefficients();
    double[][] covariance = fit.covariance();
    double d1 = -1 / (2 * c[2]);
    double d2 = c[1] / (2 * c[2] * c[2]);
    return Math.sqrt(
        d1 * d1 * covariance[1][1] + 2 * d1 * d2 * covariance[1][2] + d2 * d2 * covariance[2][2]);
  }

  /** From standard errors of so many points to those of runs, where a weight counts as runs. */
  private static double scale(LeastSquares fit, double df) {
    return df > 0 ? Math.sqrt(fit.df() / df) : Double.NaN;
  }

  /** The two-sided p of the cubic term by Student's t. */
  private static double p(LeastSquares fit, double df) {
    double t = Math.abs(fit.coefficients()[3] / (fit.standardError(3) * scale(fit, df)));
    return Double.isNaN(t) ? Double.NaN : 2 * new TDistribution(null, df).cumulativeProbability(-t);
  }

  /** Distinct sizes: those that differ by more than a relative 1e-9. */
  private static int sizes(double[] logN) {
    double[] sorted = Arrays.stream(logN).sorted().toArray();
    int sizes = 1;
    for (int i = 1; i < sorted.length; i++) {
      sizes += sorted[i] - sorted[i - 1] > SAME_SIZE ? 1 : 0;
    }
    return sizes;
  }

  static int fewestSizes(boolean window) {
    return window ? FEWEST : FEWEST_SIZES;
  }

  /** ln N at the lowest point; NaN unless the status is OK. */
  public double logOptimum() {
    return status == IsoFlopStatus.OK
        ? centre - coefficients[1] / (2 * coefficients[2])
        : Double.NaN;
  }

  /** N at the lowest point; NaN unless the status is OK. */
  public double bestParameters() {
    return Math.exp(logOptimum());
  }

  /** D = C / (k N) at the lowest point; NaN unless the status is OK. */
  public double bestTokens() {
    return budget / (flopsPerTokenParameter * bestParameters());
  }

  /** The loss of the parabola at its lowest point; NaN unless the status is OK. */
  public double leastLoss() {
    return status == IsoFlopStatus.OK
        ? coefficients[0] - coefficients[1] * coefficients[1] / (4 * coefficients[2])
        : Double.NaN;
  }

  /** The loss of the parabola at N, above 0; NaN where there were too few runs. */
  public double loss(double n) {
    double u = Math.log(Arguments.positive("n", n)) - centre;
    return coefficients[0] + u * (coefficients[1] + u * coefficients[2]);
  }

  @Override
  public double[] parameters() {
    return parameters.clone();
  }

  @Override
  public double[] losses() {
    return losses.clone();
  }

  @Override
  public double[] coefficients() {
    return coefficients.clone();
  }
}
