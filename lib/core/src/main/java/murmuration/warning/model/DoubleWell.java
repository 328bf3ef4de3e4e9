package murmuration.warning.model;

import static murmuration.warning.model.Parameters.noise;

/**
 * Overdamped motion in two wells: {@code dx = (x - x^3 + p) dt + sigma dW}. With p = 0 noise alone
 * carries it from one to the other, without any approach of a bifurcation: region V of Boettiger,
 * Ross and Hastings (2013). With p driven it is the normal form of two folds, at {@code p = +-2/(3
 * sqrt 3)}.
 *
 * @param p tilt, the driver, 0; the usual ramp from -0.3 to 0.5 passes the upper fold at 0.3849
 * @param sigma noise, 0.3
 */
public record DoubleWell(double p, double sigma) implements StochasticFlow {
  /** No tilt, noise 0.3. */
  public DoubleWell() {
    this(0, 0.3);
  }

  /** Checks the ranges. */
  public DoubleWell {
    Parameters.finite("p", p);
    noise("sigma", sigma);
  }

  @Override
  public DoubleWell with(String parameter, double value) {
    return Parameters.with(this, parameter, value);
  }

  @Override
  public Driver driver() {
    return new Driver("p", -0.3, 0.5, -0.8, 0.8);
  }

  @Override
  public double[] initial() {
    return new double[] {-1};
  }

  @Override
  public void rates(double[] p, double[] x, double[] drift, double[] diffusion) {
    drift[0] = x[0] - x[0] * x[0] * x[0] + p[0];
    diffusion[0] = p[1];
  }
}
