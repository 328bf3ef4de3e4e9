package murmuration.math;

import java.util.Arrays;

/**
 * Robust locally weighted regression (Cleveland 1979, Robust Locally Weighted Regression and
 * Smoothing Scatterplots), as statsmodels' {@code lowess} and R's {@code lowess}.
 *
 * <p>At each time a line is fitted to the k nearest observations, itself among them, with tricube
 * weights {@code (1 - (d/h)^3)^3}, h the distance of the k-th. After that first fit, {@code
 * iterations} passes multiply the weights by the bisquare {@code (1 - (r/(6 M))^2)^2} of the
 * residuals r, zero beyond {@code 6 M}, M the median of their moduli.
 *
 * <p>Where fewer than two weights exceed 1e-12 the smooth is the observation itself. Residuals
 * below 1e-13 of the largest deviation from the median count as 0, and where M is 0 only
 * observations with residual 0 keep their weight. R takes a weighted mean in place of the line
 * where the neighbours' standard deviation is below 0.001 of the range of all times; neither
 * statsmodels nor this does.
 *
 * <p>Neighbourhoods slide along the sorted times. Inside them the tricube is a polynomial of degree
 * 9 on either side, so the sums of a fit follow from power sums, and a fit costs the same for any
 * k. The result equals direct summation to 1e-10 of the spread of y.
 */
public final class Lowess implements Smoother {
  private static final double ROUNDING = 1e-13;

  private final double[] t;
  private final Neighbourhoods near;
  private final int iterations;
  private final double delta;

  private Lowess(double[] t, Neighbourhoods near, int iterations, double delta) {
    this.t = t;
    this.near = near;
    this.iterations = iterations;
    this.delta = delta;
  }

  /** The smoother with three robustness passes and a fit at every time. */
  public static Lowess of(double[] t, int neighbours) {
    return of(t, neighbours, 3, 0);
  }

  /**
   * The smoother at times t.
   *
   * @param t times, length n, strictly increasing, at any spacing
   * @param neighbours k, 2 to n
   * @param iterations robustness passes after the first fit, at least 0
   * @param delta within this distance of the last fit, in the unit of t, times are passed over and
   *     filled by straight lines; 0 fits at every time. The last time is always fitted, as in R;
   *     statsmodels may fit the last but one as well
   */
  public static Lowess of(double[] t, int neighbours, int iterations, double delta) {
    Arguments.increasing("t", t);
    Arguments.require(
        neighbours >= 2 && neighbours <= t.length,
        "neighbours is %d: expected 2 to %d (n)",
        neighbours,
        t.length);
    Arguments.require(iterations >= 0, "iterations is %d: expected at least 0", iterations);
    Arguments.require(
        delta >= 0 && !Double.isInfinite(delta),
        "delta is %s: expected a finite number, at least 0",
        delta);
    double[] times = t.clone();
    return new Lowess(times, Neighbourhoods.of(times, neighbours), iterations, delta);
  }

  @Override
  public double[] smooth(double[] y) {
    return smooth(y, true);
  }

  /** With {@code powerSums} false, by direct summation throughout: for tests. */
  double[] smooth(double[] y, boolean powerSums) {
    Arguments.finite("y", y, 1);
    Arguments.require(
        y.length == t.length,
        "y has %d values: expected %d, one for each time",
        y.length,
        t.length);
    double centre = median(y.clone());
    double[] z = Arrays.stream(y).map(v -> v - centre).toArray();
    double largest = Arrays.stream(z).map(Math::abs).max().orElseThrow();
    double[] robustness = new double[z.length];
    Arrays.fill(robustness, 1);
    var lines = new LocalLines(t, near, powerSums && LocalLines.evenly(z, largest));
    double[] fit = pass(lines, z, robustness);
    for (int pass = 0; pass < iterations; pass++) {
      bisquare(z, fit, ROUNDING * largest, robustness);
      fit = pass(lines, z, robustness);
    }
    for (int i = 0; i < fit.length; i++) {
      fit[i] += centre;
    }
    return fit;
  }

  private double[] pass(LocalLines lines, double[] z, double[] robustness) {
    int n = z.length;
    double[] fit = new double[n];
    lines.start(z, robustness);
    int last = 0;
    fit[0] = lines.at(0);
    while (last < n - 1) {
      Interruption.check("Lowess");
      int next = last + 1;
      while (next + 1 < n && t[next + 1] <= t[last] + delta) {
        next++;
      }
      fit[next] = lines.at(next);
      for (int i = last + 1; i < next; i++) {
        double a = (t[i] - t[last]) / (t[next] - t[last]);
        fit[i] = a * fit[next] + (1 - a) * fit[last];
      }
      last = next;
    }
    return fit;
  }

  private static void bisquare(double[] z, double[] fit, double rounding, double[] weights) {
    for (int i = 0; i < z.length; i++) {
      double r = Math.abs(z[i] - fit[i]);
      weights[i] = r <= rounding ? 0 : r;
    }
    double scale = 6 * median(weights.clone());
    for (int i = 0; i < z.length; i++) {
      double u = scale > 0 ? weights[i] / scale : weights[i] > 0 ? 1 : 0;
      double v = Math.max(0, 1 - u * u);
      weights[i] = v * v;
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }
}
