package murmuration.warning.model;

import static murmuration.math.Arguments.positive;
import static murmuration.warning.model.Parameters.noise;

/**
 * Ricker growth under harvest: {@code x' = x exp(r (1 - x/k) + sigma z) - F x^2/(x^2 + h^2)}. It
 * collapses at a fold as F grows, and without harvest begins to cycle at a flip as r grows (Bury et
 * al. 2020, Detecting and distinguishing tipping points using spectral early warning signals).
 *
 * @param r growth rate, 0.75; the flip without harvest is at 2
 * @param k carrying capacity, 10
 * @param h half-saturation of the harvest, 0.75
 * @param F harvest, the driver, 0; the usual ramp ends at 2.7, the fold is at 2.3636
 * @param sigma noise of the growth rate, 0.02
 */
public record RickerHarvest(double r, double k, double h, double F, double sigma)
    implements StochasticMap {
  /** The usual parameters. */
  public RickerHarvest() {
    this(0.75, 10, 0.75, 0, 0.02);
  }

  /** Checks the ranges. */
  public RickerHarvest {
    Parameters.finite("r", r);
    positive("k", k);
    positive("h", h);
    Parameters.finite("F", F);
    noise("sigma", sigma);
  }

  @Override
  public RickerHarvest with(String parameter, double value) {
    return Parameters.with(this, parameter, value);
  }

  @Override
  public Driver driver() {
    return new Driver("F", 0, 2.7, 0, 3.5);
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
  public Image image() {
    return (p, x, z, next) -> {
      double r = p[0];
      double k = p[1];
      double h = p[2];
      double f = p[3];
      double v = x[0];
      next[0] = v * Math.exp(r * (1 - v / k) + p[4] * z[0]) - f * v * v / (v * v + h * h);
    };
  }
}
