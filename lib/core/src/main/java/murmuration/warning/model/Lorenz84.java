package murmuration.warning.model;

import java.util.Arrays;

/**
 * A westerly current x with a wave y, z that it feeds: {@code dx = -y^2 - z^2 - a x + a F}, {@code
 * dy = x y - b x z - y + G}, {@code dz = b x y + x z - z}, each with noise (Lorenz 1984,
 * Irregularity: a fundamental property of the atmosphere).
 *
 * @param a damping of the current, 0.25
 * @param b advection of the wave, 4
 * @param F contrast of temperature, the driver, 8, as in winter; the usual ramp begins at 6, as in
 *     summer
 * @param G contrast of land and sea, 1
 * @param noise noise of each component, 0
 */
public record Lorenz84(double a, double b, double F, double G, double noise)
    implements StochasticFlow {
  /** The usual parameters. */
  public Lorenz84() {
    this(0.25, 4, 8, 1, 0);
  }

  /** Checks the ranges. */
  public Lorenz84 {
    Parameters.finite("a", a);
    Parameters.finite("b", b);
    Parameters.finite("F", F);
    Parameters.finite("G", G);
    Parameters.noise("noise", noise);
  }

  @Override
  public Lorenz84 with(String parameter, double value) {
    return Parameters.with(this, parameter, value);
  }

  @Override
  public Driver driver() {
    return new Driver("F", 6, 8, 0, 10);
  }

  @Override
  public double[] initial() {
    return new double[] {1, 0.5, 0.5};
  }

  @Override
  public Timing timing() {
    return new Timing(200, 0.01, 50, 0.1);
  }

  @Override
  public Method method() {
    return Method.RUNGE_KUTTA_4;
  }

  @Override
  public Rates rates() {
    return (p, x, drift, diffusion) -> {
      drift[0] = -x[1] * x[1] - x[2] * x[2] - p[0] * x[0] + p[0] * p[2];
      drift[1] = x[0] * x[1] - p[1] * x[0] * x[2] - x[1] + p[3];
      drift[2] = p[1] * x[0] * x[1] + x[0] * x[2] - x[2];
      Arrays.fill(diffusion, p[4]);
    };
  }
}
