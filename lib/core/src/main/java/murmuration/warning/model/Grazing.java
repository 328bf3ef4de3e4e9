package murmuration.warning.model;

import static murmuration.math.Arguments.positive;
import static murmuration.warning.model.Parameters.noise;

/**
 * Overgrazing as simulated by Dakos et al. (2012, Methods for detecting early warnings of critical
 * transitions in time series): {@link MayHarvest} with half-saturation 1 and carrying capacity 10,
 * {@code dx = (r x (1 - x/k) - c x^2/(1 + x^2)) dt + sigma dW}.
 *
 * @param r growth rate, 1
 * @param k carrying capacity, 10
 * @param c grazing, the driver, 1; the usual ramp ends at 2.7, the fold is at 2.6044
 * @param sigma noise, 0.12
 */
public record Grazing(double r, double k, double c, double sigma) implements StochasticFlow {
  /** The usual parameters. */
  public Grazing() {
    this(1, 10, 1, 0.12);
  }

  /** Checks the ranges. */
  public Grazing {
    positive("r", r);
    positive("k", k);
    Parameters.finite("c", c);
    noise("sigma", sigma);
  }

  @Override
  public Grazing with(String parameter, double value) {
    return Parameters.with(this, parameter, value);
  }

  @Override
  public Driver driver() {
    return new Driver("c", 1, 2.7, 0.5, 3.5);
  }

  @Override
  public double[] initial() {
    return new double[] {8};
  }

  @Override
  public double floor() {
    return 0;
  }

  @Override
  public Rates rates() {
    return (p, x, drift, diffusion) -> {
      drift[0] = MayHarvest.harvested(p[0], p[1], 1, p[2], x[0]);
      diffusion[0] = p[3];
    };
  }
}
