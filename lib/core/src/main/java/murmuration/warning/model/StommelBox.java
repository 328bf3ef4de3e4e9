package murmuration.warning.model;

import static murmuration.math.Arguments.positive;
import static murmuration.warning.model.Parameters.noise;

import java.util.List;
import murmuration.math.Arguments;

/**
 * The overturning of an ocean of two boxes, which collapses at a fold as the freshwater flux grows:
 * {@code dT = (eta1 - T (1 + q)) dt + sigma dW1}, {@code dS = (eta2 - S (eta3 + q)) dt + sigma
 * dW2}, {@code q = |T - S|} (Stommel 1961; scaled as in Dijkstra 2013, Nonlinear climate dynamics).
 * The state x is the temperature difference T, y the salinity difference S; the flow is T - S.
 *
 * @param eta1 thermal forcing, 3
 * @param eta2 freshwater forcing, the driver, 0.8; the usual ramp ends at 1.3, the fold is at
 *     1.2201, the way back at the kink T = S, 0.9
 * @param eta3 ratio of the relaxation times, 0.3
 * @param sigma noise of both, 0.01
 */
public record StommelBox(double eta1, double eta2, double eta3, double sigma)
    implements StochasticFlow {
  /** The usual parameters. */
  public StommelBox() {
    this(3, 0.8, 0.3, 0.01);
  }

  /** Checks the ranges. */
  public StommelBox {
    positive("eta1", eta1);
    Parameters.finite("eta2", eta2);
    positive("eta3", eta3);
    noise("sigma", sigma);
  }

  @Override
  public StommelBox with(String parameter, double value) {
    return Parameters.with(this, parameter, value);
  }

  @Override
  public Driver driver() {
    return new Driver("eta2", 0.8, 1.3, 0.6, 1.5);
  }

  @Override
  public double[] initial() {
    return new double[] {2.5, 1.5};
  }

  @Override
  public List<String> components() {
    return List.of("T", "S");
  }

  @Override
  public Rates rates() {
    return (p, x, drift, diffusion) -> {
      double q = Math.abs(x[0] - x[1]);
      drift[0] = p[0] - x[0] * (1 + q);
      drift[1] = p[1] - x[1] * (p[2] + q);
      diffusion[0] = p[3];
      diffusion[1] = p[3];
    };
  }

  /** In closed form, because differences would reach across the kink at T = S. */
  @Override
  public double[][] derivatives(double[] p, double[] x) {
    Arguments.finite("p", p, 4);
    Arguments.series("x", x, 2);
    double q = Math.abs(x[0] - x[1]);
    double side = x[0] >= x[1] ? 1 : -1;
    return new double[][] {
      {-(1 + q) - side * x[0], side * x[0]}, {-side * x[1], -(p[2] + q) + side * x[1]}
    };
  }
}
