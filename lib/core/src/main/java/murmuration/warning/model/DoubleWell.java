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
  public Rates rates() {
    return (p, x, drift, diffusion) -> {
      drift[0] = x[0] - x[0] * x[0] * x[0] + p[0];
      diffusion[0] = p[1];
    };
  }

  /**
   * The rate at which weak noise carries the state out of a well (Kramers 1940): {@code sqrt(U''(a)
   * |U''(b)|)/(2 pi) exp(-2 (U(b) - U(a))/sigma^2)}, a the bottom of the well, b the top of the
   * barrier, {@code U = x^4/4 - x^2/2 - p x}. With no tilt it is {@code sqrt 2/(2 pi) exp(-1/(2
   * sigma^2))}. Correct as sigma goes to 0; at sigma 0.2 it is 3 % high, at 0.3 it is 9 %.
   *
   * @param upper whether it is the well above the barrier
   * @return escapes per unit of time; NaN where the tilt leaves one well only
   */
  public double escapeRate(boolean upper) {
    double third = Math.acos(3 * Math.sqrt(3) / 2 * p) / 3;
    double bottom = upper ? root(third, 0) : root(third, 1);
    double top = root(third, 2);
    double curvature = Math.sqrt(Math.abs((3 * bottom * bottom - 1) * (3 * top * top - 1)));
    double height = potential(top) - potential(bottom);
    return curvature / (2 * Math.PI) * Math.exp(-2 * height / (sigma * sigma));
  }

  /** The roots of {@code x^3 - x - p}: the largest, the least, the one between (Viete). */
  private static double root(double third, int which) {
    double turn = which == 0 ? 0 : which == 1 ? 2 * Math.PI / 3 : 4 * Math.PI / 3;
    return 2 / Math.sqrt(3) * Math.cos(third + turn);
  }

  private double potential(double x) {
    return x * x * x * x / 4 - x * x / 2 - p * x;
  }
}
