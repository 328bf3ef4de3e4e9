package murmuration.warning.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Convection: {@code dx = sigma (y - x)}, {@code dy = x (rho - z) - y}, {@code dz = x y - beta z},
 * each with noise (Lorenz 1963, Deterministic nonperiodic flow).
 *
 * @param sigma Prandtl number, 10
 * @param rho Rayleigh number over its critical value, the driver, 20; the usual ramp ends at 28.
 *     Pitchfork at 1, homoclinic orbit at 13.926, Hopf point at 24.7368
 * @param beta 8/3
 * @param noise noise of each component, 0
 */
public record Lorenz63(double sigma, double rho, double beta, double noise)
    implements StochasticFlow {
  /** The usual parameters. */
  public Lorenz63() {
    this(10, 20, 8.0 / 3, 0);
  }

  /** Checks the ranges. */
  public Lorenz63 {
    Parameters.finite("sigma", sigma);
    Parameters.finite("rho", rho);
    Parameters.finite("beta", beta);
    Parameters.noise("noise", noise);
  }

  @Override
  public Lorenz63 with(String parameter, double value) {
    return Parameters.with(this, parameter, value);
  }

  @Override
  public Driver driver() {
    return new Driver("rho", 20, 28, 0.5, 30);
  }

  @Override
  public double[] initial() {
    return new double[] {5, 5, 15};
  }

  @Override
  public Timing timing() {
    return new Timing(100, 0.005, 20, 0.05);
  }

  @Override
  public Method method() {
    return Method.RUNGE_KUTTA_4;
  }

  @Override
  public Rates rates() {
    return (p, x, drift, diffusion) -> {
      drift[0] = p[0] * (x[1] - x[0]);
      drift[1] = x[0] * (p[1] - x[2]) - x[1];
      drift[2] = x[0] * x[1] - p[2] * x[2];
      Arrays.fill(diffusion, p[3]);
    };
  }

  /**
   * Also the homoclinic point, where the path that leaves the origin on one side returns to it: by
   * bisection on the side that it comes to rest on.
   */
  @Override
  public List<CriticalPoint> critical() {
    var points = new ArrayList<>(StochasticFlow.super.critical());
    double low = 1.5;
    double high = 0.9 * hopf(points);
    if (settlesBeside(low) && !settlesBeside(high)) {
      while (high - low > 1e-8) {
        double middle = (low + high) / 2;
        if (settlesBeside(middle)) {
          low = middle;
        } else {
          high = middle;
        }
      }
      points.add(new CriticalPoint(CriticalPoint.Kind.HOMOCLINIC, "rho", low, new double[3]));
      points.sort(Comparator.comparingDouble(CriticalPoint::value));
    }
    return List.copyOf(points);
  }

  private static double hopf(List<CriticalPoint> points) {
    return points.stream()
        .filter(point -> point.kind() == CriticalPoint.Kind.HOPF)
        .mapToDouble(CriticalPoint::value)
        .findFirst()
        .orElse(1);
  }

  /** Whether the path from the origin comes to rest on the side that it leaves to. */
  private boolean settlesBeside(double rayleigh) {
    double trace = -(sigma + 1);
    double growth = (trace + Math.sqrt(trace * trace + 4 * sigma * (rayleigh - 1))) / 2;
    double[] p = {sigma, rayleigh, beta, 0};
    double[] x = {1e-6, 1e-6 * (1 + growth / sigma), 0};
    var stepper = Stepper.of(this, 0.005, Method.RUNGE_KUTTA_4);
    double[] z = new double[3];
    for (int i = 0; i < 12_000; i++) {
      stepper.step(p, x, z);
    }
    return x[0] > 0;
  }
}
