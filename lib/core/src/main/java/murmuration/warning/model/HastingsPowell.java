package murmuration.warning.model;

import static murmuration.math.Arguments.positive;

import java.util.Arrays;

/**
 * A food chain of three species, with cycles, chaos and crises: {@code dx = x (1 - x) - a1 x y/(1 +
 * b1 x)}, {@code dy = a1 x y/(1 + b1 x) - a2 y z/(1 + b2 y) - d1 y}, {@code dz = a2 y z/(1 + b2 y)
 * - d2 z}, each with noise (Hastings and Powell 1991, Chaos in a three-species food chain).
 *
 * @param a1 attack of the consumer, 5
 * @param b1 saturation of the consumer, the driver, 3, where the chain is chaotic; the usual ramp
 *     runs from 2 to 6.2
 * @param a2 attack of the predator, 0.1
 * @param b2 saturation of the predator, 2
 * @param d1 mortality of the consumer, 0.4
 * @param d2 mortality of the predator, 0.01
 * @param noise noise of each species, 0
 */
public record HastingsPowell(
    double a1, double b1, double a2, double b2, double d1, double d2, double noise)
    implements StochasticFlow {
  /** The usual parameters. */
  public HastingsPowell() {
    this(5, 3, 0.1, 2, 0.4, 0.01, 0);
  }

  /** Checks the ranges. */
  public HastingsPowell {
    positive("a1", a1);
    Parameters.finite("b1", b1);
    positive("a2", a2);
    Parameters.finite("b2", b2);
    positive("d1", d1);
    positive("d2", d2);
    Parameters.noise("noise", noise);
  }

  @Override
  public HastingsPowell with(String parameter, double value) {
    return Parameters.with(this, parameter, value);
  }

  @Override
  public Driver driver() {
    return new Driver("b1", 2, 6.2, 0.5, 7);
  }

  @Override
  public double[] initial() {
    return new double[] {0.75, 0.15, 10};
  }

  @Override
  public Timing timing() {
    return new Timing(5000, 0.05, 2000, 1);
  }

  @Override
  public double floor() {
    return 0;
  }

  @Override
  public Method method() {
    return Method.RUNGE_KUTTA_4;
  }

  @Override
  public Rates rates() {
    return (p, x, drift, diffusion) -> {
      double eaten = p[0] * x[0] * x[1] / (1 + p[1] * x[0]);
      double caught = p[2] * x[1] * x[2] / (1 + p[3] * x[1]);
      drift[0] = x[0] * (1 - x[0]) - eaten;
      drift[1] = eaten - caught - p[4] * x[1];
      drift[2] = caught - p[5] * x[2];
      Arrays.fill(diffusion, p[6]);
    };
  }
}
