package murmuration.warning.model;

import static murmuration.math.Arguments.positive;
import static murmuration.warning.model.Parameters.noise;

/**
 * Grazed vegetation that declines without any bifurcation, yet slows down on the way: {@code dV =
 * (V (1 - V/k) - c V^2/(V^2 + 1)) dt + sigma dW} with k = 3 (Kéfi et al. 2013, Early warning
 * signals also precede non-catastrophic transitions). Slowest at c = 1.2, where the eigenvalue is
 * -0.2890. Region IV of Boettiger, Ross and Hastings (2013), Figures 1 and 3.
 *
 * @param k carrying capacity, 3; below {@code 3 sqrt 3} there is no fold for any c
 * @param c grazing, the driver, 0.1; the usual ramp ends at 2.5
 * @param sigma noise, 0.1
 */
public record SmoothGrazing(double k, double c, double sigma) implements StochasticFlow {
  /** The usual parameters. */
  public SmoothGrazing() {
    this(3, 0.1, 0.1);
  }

  /** Checks the ranges. */
  public SmoothGrazing {
    positive("k", k);
    Parameters.finite("c", c);
    noise("sigma", sigma);
  }

  @Override
  public SmoothGrazing with(String parameter, double value) {
    return Parameters.with(this, parameter, value);
  }

  @Override
  public Driver driver() {
    return new Driver("c", 0.1, 2.5, 0, 3);
  }

  @Override
  public double[] initial() {
    return new double[] {1};
  }

  @Override
  public double floor() {
    return 0;
  }

  @Override
  public Rates rates() {
    return (p, x, drift, diffusion) -> {
      drift[0] = MayHarvest.harvested(1, p[0], 1, p[1], x[0]);
      diffusion[0] = p[2];
    };
  }
}
