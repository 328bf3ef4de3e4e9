package murmuration.warning.model;

import static murmuration.math.Arguments.positive;
import static murmuration.warning.model.Parameters.noise;

import java.util.List;

/**
 * The Earth's temperature under a sun that weakens, with ice that reflects: {@code C dT/dt = 342 mu
 * (1 - a(T)) - 0.61 s T^4}, {@code a = 0.5 - 0.2 tanh((T - 265)/10)}, s the Stefan-Boltzmann
 * constant 5.670374419e-8 W/m2/K4 (Budyko 1969; Sellers 1969). Time is in years of 31,557,600 s, T
 * in kelvin.
 *
 * @param mu strength of the sun, the driver, 1; the usual ramp ends at 0.86, the warm climate ends
 *     at the fold 0.8861, the cold one at 1.2448
 * @param heatCapacity C in J/m2/K, 2.08e8
 * @param sigma noise in K per root of a year, 0.2
 */
public record IceAlbedo(double mu, double heatCapacity, double sigma) implements StochasticFlow {
  /** Seconds of a year. */
  private static final double YEAR = 31_557_600;

  private static final double STEFAN_BOLTZMANN = 5.670374419e-8;

  /** The usual parameters. */
  public IceAlbedo() {
    this(1, 2.08e8, 0.2);
  }

  /** Checks the ranges. */
  public IceAlbedo {
    Parameters.finite("mu", mu);
    positive("heatCapacity", heatCapacity);
    noise("sigma", sigma);
  }

  @Override
  public IceAlbedo with(String parameter, double value) {
    return Parameters.with(this, parameter, value);
  }

  @Override
  public Driver driver() {
    return new Driver("mu", 1, 0.86, 0.7, 1.4);
  }

  @Override
  public double[] initial() {
    return new double[] {288};
  }

  @Override
  public List<String> components() {
    return List.of("T");
  }

  @Override
  public String timeName() {
    return "time (years)";
  }

  @Override
  public Rates rates() {
    return (p, x, drift, diffusion) -> {
      double t = x[0];
      double albedo = 0.5 - 0.2 * Math.tanh((t - 265) / 10);
      double balance = 342 * p[0] * (1 - albedo) - 0.61 * STEFAN_BOLTZMANN * t * t * t * t;
      drift[0] = balance * (YEAR / p[1]);
      diffusion[0] = p[2];
    };
  }
}
