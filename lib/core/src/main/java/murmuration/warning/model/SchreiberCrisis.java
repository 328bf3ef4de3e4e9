package murmuration.warning.model;

import static murmuration.math.Arguments.positive;
import static murmuration.warning.model.Parameters.noise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * A chaotic population with an Allee effect, which dies out at once at a crisis, without slowing
 * down: {@code x' = x exp(r (1 - x) - m/(1 + s x) + sigma z)} (Schreiber 2003, Allee effects,
 * extinctions, and chaotic transients in simple population models). Region II of Boettiger, Ross
 * and Hastings (2013), Figure 2: towards the crisis the standard deviation falls.
 *
 * @param r growth rate, 4.5
 * @param s saturation of the predator, 16
 * @param m predation, the driver, 1; the usual ramp ends at 5, the population persists until 4.508
 * @param sigma noise of the growth rate, 0
 */
public record SchreiberCrisis(double r, double s, double m, double sigma) implements StochasticMap {
  private static final int GRID = 1000;
  private static final double REACH = 3;

  /** The usual parameters. */
  public SchreiberCrisis() {
    this(4.5, 16, 1, 0);
  }

  /** Checks the ranges. */
  public SchreiberCrisis {
    positive("r", r);
    positive("s", s);
    Parameters.finite("m", m);
    noise("sigma", sigma);
  }

  @Override
  public SchreiberCrisis with(String parameter, double value) {
    return Parameters.with(this, parameter, value);
  }

  @Override
  public Driver driver() {
    return new Driver("m", 1, 5, 0.5, 8);
  }

  @Override
  public double[] initial() {
    return new double[] {0.5};
  }

  @Override
  public Timing timing() {
    return new Timing(1000, 1, 200, 1);
  }

  @Override
  public double floor() {
    return 0;
  }

  @Override
  public Image image() {
    return (p, x, z, next) -> {
      next[0] = ahead(p[0], p[1], p[2], p[3] * z[0], x[0]);
    };
  }

  private static double ahead(double r, double s, double m, double noise, double x) {
    return x * Math.exp(r * (1 - x) - m / (1 + s * x) + noise);
  }

  /** The crisis beside what equilibria show. */
  @Override
  public List<CriticalPoint> critical() {
    var points = new ArrayList<>(StochasticMap.super.critical());
    crisis().ifPresent(points::add);
    points.sort(Comparator.comparingDouble(CriticalPoint::value));
    return List.copyOf(points);
  }

  /**
   * The predation at which the population ceases to persist. Above {@code m = r} there is a
   * threshold A, the unstable equilibrium nearest to 0, below which it dies out; chaos leads below
   * it once the second image of the maximum does: {@code F(F(c)) = A} (Schreiber 2003, theorem 1).
   */
  private Optional<CriticalPoint> crisis() {
    double low = r * (1 + 1e-9);
    double high = driver().highest();
    UnivariateFunction margin = m -> secondImage(m) - threshold(m);
    if (!(low < high) || !(margin.value(low) > 0) || !(margin.value(high) < 0)) {
      return Optional.empty();
    }
    double m = new BrentSolver(1e-12, 1e-12).solve(500, margin, low, high);
    return Optional.of(
        new CriticalPoint(CriticalPoint.Kind.CRISIS, "m", m, new double[] {threshold(m)}));
  }

  /** The least x above 0 with F(x) = x: the smaller root of (r (1 - x)) (1 + s x) = m. */
  private double threshold(double m) {
    double b = r * (s - 1);
    double root = Math.sqrt(Math.max(0, b * b - 4 * r * s * (m - r)));
    return 2 * (m - r) / (b + root);
  }

  /** Where the largest value that F takes leads to. */
  private double secondImage(double m) {
    UnivariateFunction image = x -> ahead(r, s, m, 0, x);
    double best = 0;
    for (int i = 1; i <= GRID; i++) {
      double x = i * (REACH / GRID);
      best = image.value(x) > image.value(best) ? x : best;
    }
    double peak =
        new BrentOptimizer(1e-10, 1e-12)
            .optimize(
                new MaxEval(1000),
                new UnivariateObjectiveFunction(image),
                GoalType.MAXIMIZE,
                new SearchInterval(Math.max(0, best - REACH / GRID), best + REACH / GRID))
            .getValue();
    return image.value(peak);
  }
}
