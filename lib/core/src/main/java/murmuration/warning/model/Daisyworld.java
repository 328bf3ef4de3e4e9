package murmuration.warning.model;

import static murmuration.warning.model.Parameters.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import murmuration.math.Arguments;
import murmuration.warning.model.CriticalPoint.Kind;

/**
 * A planet whose white and black daisies hold its temperature while the sun grows stronger, until
 * they cannot: {@code da_i = a_i (x beta(T_i) - 0.3) dt + sigma dW_i}, {@code x = 1 - a_w - a_b}
 * bare ground, {@code beta = max(0, 1 - 0.003265 (22.5 - T)^2)}, {@code T_i = 20 (A - A_i) + Te},
 * {@code Te = (917 L (1 - A)/5.67e-8)^(1/4) - 273}, albedo of the ground 0.5, white 0.75, black
 * 0.25, A their mean (Watson and Lovelock 1983, Biological homeostasis of the global environment).
 * Areas do not fall below 0.01: seeds are always there.
 *
 * @param L strength of the sun, the driver, 1; the usual ramp runs from 0.6 to 1.7
 * @param sigma noise of the areas, 0
 */
public record Daisyworld(double L, double sigma) implements StochasticFlow {
  private static final double SEEDS = 0.01;
  private static final double DEATH_RATE = 0.3;
  private static final double[] ALBEDO = {0.75, 0.25};
  private static final double GROUND = 0.5;
  private static final double ALIVE = 0.1;
  private static final double SWEEP = 0.01;
  private static final double ACCURACY = 1e-6;
  private static final int STEPS_OF_REST = 20_000;
  private static final double STEP = 0.1;

  /** The sun of today, no noise. */
  public Daisyworld() {
    this(1, 0);
  }

  /** Checks the ranges. */
  public Daisyworld {
    Arguments.within("L", L, 0, 100);
    noise("sigma", sigma);
  }

  @Override
  public Daisyworld with(String parameter, double value) {
    return Parameters.with(this, parameter, value);
  }

  @Override
  public Driver driver() {
    return new Driver("L", 0.6, 1.7, 0.5, 1.8);
  }

  @Override
  public double[] initial() {
    return new double[] {SEEDS, SEEDS};
  }

  @Override
  public List<String> components() {
    return List.of("white", "black");
  }

  @Override
  public double floor() {
    return SEEDS;
  }

  @Override
  public Timing timing() {
    return new Timing(2000, STEP, 200, 1);
  }

  @Override
  public Method method() {
    return Method.RUNGE_KUTTA_4;
  }

  @Override
  public Rates rates() {
    return (p, x, drift, diffusion) -> {
      double bare = 1 - x[0] - x[1];
      double albedo = albedo(x);
      double emission = emission(p[0], albedo);
      for (int i = 0; i < 2; i++) {
        double off = 22.5 - (20 * (albedo - ALBEDO[i]) + emission);
        double growth = Math.max(0, 1 - 0.003265 * off * off);
        drift[i] = x[i] * (bare * growth - DEATH_RATE);
        diffusion[i] = p[1];
      }
    };
  }

  private static double albedo(double[] x) {
    return x[0] * ALBEDO[0] + x[1] * ALBEDO[1] + (1 - x[0] - x[1]) * GROUND;
  }

  private static double emission(double sun, double albedo) {
    return Math.sqrt(Math.sqrt(917 * sun * (1 - albedo) / 5.67e-8)) - 273;
  }

  /**
   * The temperature of the planet, in degrees Celsius.
   *
   * @param white area of white daisies, 0 to 1
   * @param black area of black daisies, 0 to 1, with the white ones at most 1
   */
  public double temperature(double white, double black) {
    Arguments.within("white", white, 0, 1);
    Arguments.within("black", black, 0, 1 - white);
    return emission(L, albedo(new double[] {white, black}));
  }

  /**
   * Where, under a sun that grows ever so slowly, daisies first cover more than a tenth of the
   * planet, and where they last do: by steps of the sun, each until rest, and bisection. The
   * planet's other curves of equilibria are in {@link #diagram}; seeds hide their ends.
   */
  @Override
  public List<CriticalPoint> critical() {
    var points = new ArrayList<CriticalPoint>();
    double[] x = atRest(driver().lowest(), initial());
    boolean alive = isAlive(x);
    for (int i = 1; driver().lowest() + i * SWEEP <= driver().highest(); i++) {
      double sun = driver().lowest() + i * SWEEP;
      double[] next = atRest(sun, x);
      if (isAlive(next) != alive) {
        double at = bisect(sun - SWEEP, sun, x, alive);
        points.add(
            new CriticalPoint(alive ? Kind.FOLD : Kind.TRANSCRITICAL, "L", at, atRest(at, x)));
        alive = !alive;
      }
      x = next;
    }
    return List.copyOf(points);
  }

  /** Birth and death of the planet, not the loss of one kind of daisy, which seeds make gradual. */
  @Override
  public List<CriticalPoint> ends(
      String parameter, double value, double low, double high, double[] start) {
    return critical();
  }

  private double bisect(double from, double to, double[] x, boolean alive) {
    double low = from;
    double high = to;
    while (high - low > ACCURACY) {
      double middle = (low + high) / 2;
      if (isAlive(atRest(middle, x)) == alive) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isAlive(double[] x) {
    return x[0] + x[1] > ALIVE;
  }

  private double[] atRest(double sun, double[] start) {
    double[] p = {sun, 0};
    double[] x = start.clone();
    double[] z = new double[2];
    var stepper = Stepper.of(this, STEP, Method.RUNGE_KUTTA_4);
    for (int i = 0; i < STEPS_OF_REST; i++) {
      double[] before = x.clone();
      stepper.step(p, x, z);
      if (Arrays.equals(before, x)) {
        break;
      }
    }
    return x;
  }
}
