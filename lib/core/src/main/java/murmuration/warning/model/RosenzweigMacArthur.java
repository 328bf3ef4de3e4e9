package murmuration.warning.model;

import static murmuration.math.Arguments.positive;
import static murmuration.warning.model.Parameters.noise;

/**
 * Predator y and prey x with a saturating attack, which begin to oscillate at a Hopf bifurcation:
 * {@code dx = (r x (1 - x/k) - a x y/(1 + a h x)) dt + sigma dW1}, {@code dy = (e a x y/(1 + a h x)
 * - m y) dt + sigma dW2} (Rosenzweig and MacArthur 1963).
 *
 * @param r growth rate of the prey, 4
 * @param k carrying capacity, 1.7
 * @param h handling time, 0.15
 * @param e conversion, 0.5
 * @param m mortality of the predator, 2
 * @param a attack rate, the driver, 12; the usual ramp ends at 16. The predator persists above the
 *     transcritical point 5.8824; the Hopf point is at 15.6863
 * @param sigma noise of both, 0.01
 */
public record RosenzweigMacArthur(
    double r, double k, double h, double e, double m, double a, double sigma)
    implements StochasticFlow {
  /** The usual parameters. */
  public RosenzweigMacArthur() {
    this(4, 1.7, 0.15, 0.5, 2, 12, 0.01);
  }

  /** Checks the ranges. */
  public RosenzweigMacArthur {
    positive("r", r);
    positive("k", k);
    positive("h", h);
    positive("e", e);
    positive("m", m);
    Parameters.finite("a", a);
    noise("sigma", sigma);
  }

  @Override
  public RosenzweigMacArthur with(String parameter, double value) {
    return Parameters.with(this, parameter, value);
  }

  @Override
  public Driver driver() {
    return new Driver("a", 12, 16, 4, 18);
  }

  @Override
  public double[] initial() {
    return new double[] {1, 0.4};
  }

  @Override
  public double floor() {
    return 0;
  }

  @Override
  public Rates rates() {
    return (p, x, drift, diffusion) -> {
      double a = p[5];
      double eaten = a * x[0] * x[1] / (1 + a * p[2] * x[0]);
      drift[0] = p[0] * x[0] * (1 - x[0] / p[1]) - eaten;
      drift[1] = p[3] * eaten - p[4] * x[1];
      diffusion[0] = p[6];
      diffusion[1] = p[6];
    };
  }
}
