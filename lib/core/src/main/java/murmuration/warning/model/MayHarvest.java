package murmuration.warning.model;

import static murmuration.math.Arguments.positive;
import static murmuration.warning.model.Parameters.noise;

/**
 * Logistic growth under harvest by a predator that saturates, which collapses at a fold: {@code dx
 * = (r x (1 - x/k) - h x^2/(s^2 + x^2)) dt + sigma dW} (May 1977, Thresholds and breakpoints in
 * ecosystems with a multiplicity of stable states).
 *
 * @param r growth rate, 1
 * @param k carrying capacity, 1
 * @param s half-saturation of the harvest, 0.1
 * @param h harvest rate, the driver, 0.15; the usual ramp ends at 0.27, the fold is at 0.2604
 * @param sigma noise, 0.01
 */
public record MayHarvest(double r, double k, double s, double h, double sigma)
    implements StochasticFlow {
  /** The usual parameters. */
  public MayHarvest() {
    this(1, 1, 0.1, 0.15, 0.01);
  }

  /** Checks the ranges. */
  public MayHarvest {
    positive("r", r);
    positive("k", k);
    positive("s", s);
    Parameters.finite("h", h);
    noise("sigma", sigma);
  }

  @Override
  public MayHarvest with(String parameter, double value) {
    return Parameters.with(this, parameter, value);
  }

  @Override
  public Driver driver() {
    return new Driver("h", 0.15, 0.27, 0.05, 0.35);
  }

  @Override
  public double[] initial() {
    return new double[] {0.8};
  }

  @Override
  public double floor() {
    return 0;
  }

  @Override
  public Rates rates() {
    return (p, x, drift, diffusion) -> {
      drift[0] = harvested(p[0], p[1], p[2], p[3], x[0]);
      diffusion[0] = p[4];
    };
  }

  /** {@code r x (1 - x/k) - h x^2/(s^2 + x^2)}. */
  static double harvested(double r, double k, double s, double h, double x) {
    return r * x * (1 - x / k) - h * (x * x / (s * s + x * x));
  }
}
