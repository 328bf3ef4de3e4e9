package murmuration.warning.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import tech.tablesaw.api.Table;

/**
 * The cups in which the ball lies: the potential {@code U(x) = -int f(x) dx} of a model with one
 * component, 0 at the lowest place. A push of the state moves the ball in the landscape; a change
 * of the driver changes the landscape under it (Boettiger, Ross and Hastings 2013, Figure 4).
 *
 * @param model the model
 * @param x states, length n, equally spaced
 * @param potential U at these states, length n
 * @param cups the stable equilibria among them
 * @param barriers the unstable ones
 */
public record StabilityLandscape(
    DynamicalModel model, double[] x, double[] potential, double[] cups, double[] barriers)
    implements Charted {
  private static final int POINTS = 801;

  /** Checks the lengths and keeps its own copies. */
  public StabilityLandscape {
    Arguments.present("model", model);
    Arguments.increasing("x", x);
    Arguments.finite("potential", potential, 1);
    Arguments.sameLength("x", x, "potential", potential);
    Arguments.finite("cups", cups, 0);
    Arguments.finite("barriers", barriers, 0);
    x = x.clone();
    potential = potential.clone();
    cups = cups.clone();
    barriers = barriers.clone();
  }

  /**
   * The landscape of a model at its parameters, by Simpson's rule on 800 intervals.
   *
   * @param model a model in continuous time with one component
   * @param from lowest state
   * @param to highest state, above {@code from}
   */
  public static StabilityLandscape of(StochasticFlow model, double from, double to) {
    int d = Arguments.present("model", model).initial().length;
    Arguments.require(d == 1, "model has %d components: expected 1", d);
    Arguments.require(
        Double.isFinite(from) && Double.isFinite(to) && from < to,
        "states are %s to %s: expected two finite numbers in increasing order",
        from,
        to);
    double step = (to - from) / (POINTS - 1);
    var drift = new Drift(model);
    double[] x = new double[POINTS];
    Arrays.setAll(x, i -> from + i * step);
    double[] u = new double[POINTS];
    List<Double> cups = new ArrayList<>();
    List<Double> barriers = new ArrayList<>();
    for (int i = 1; i < POINTS; i++) {
      double before = drift.at(x[i - 1]);
      double after = drift.at(x[i]);
      u[i] = u[i - 1] - step / 6 * (before + 4 * drift.at(x[i] - step / 2) + after);
      if (before > 0 && after <= 0 || before < 0 && after >= 0) {
        (before > 0 ? cups : barriers).add(drift.zero(x[i - 1], x[i]));
      }
    }
    double lowest = Arrays.stream(u).min().orElse(0);
    double[] potential = Arrays.stream(u).map(v -> v - lowest).toArray();
    Arguments.require(
        Rest.finite(potential), "states are %s to %s: the drift is not finite there", from, to);
    return new StabilityLandscape(model, x, potential, array(cups), array(barriers));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(v -> v).toArray();
  }

  private static final class Drift {
    private final StochasticFlow.Rates rates;
    private final double[] p;
    private final double[] f = new double[1];
    private final double[] g = new double[1];

    Drift(StochasticFlow model) {
      rates = model.rates();
      p = Parameters.values(model);
    }

    double at(double x) {
      rates.at(p, new double[] {x}, f, g);
      return f[0];
    }

    double zero(double low, double high) {
      return at(high) == 0 ? high : new BrentSolver(1e-14, 1e-14).solve(200, this::at, low, high);
    }
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] potential() {
    return potential.clone();
  }

  @Override
  public double[] cups() {
    return cups.clone();
  }

  @Override
  public double[] barriers() {
    return barriers.clone();
  }

  /** U at a state, between the states of the grid by a straight line; NaN outside. */
  public double at(double state) {
    double place = (state - x[0]) / (x[1] - x[0]);
    if (!(place >= 0) || place > x.length - 1) {
      return Double.NaN;
    }
    int i = Math.min((int) place, x.length - 2);
    return potential[i] + (place - i) * (potential[i + 1] - potential[i]);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "Landscape of %s with %s\n%d cups: %s\n%d barriers: %s",
        model.getClass().getSimpleName(),
        model.parameters(),
        cups.length,
        words(cups),
        barriers.length,
        words(barriers));
  }

  private static String words(double[] states) {
    return String.join(
        ", ", Arrays.stream(states).mapToObj(v -> Digits.of(v, 4)).toArray(String[]::new));
  }

  /** Each cup and barrier: its state, then its height above the lowest place. */
  @Override
  public Table table() {
    var rows = Quantities.of("landscape");
    for (double cup : cups) {
      rows = rows.and("cup", cup).and("height of its bottom", at(cup));
    }
    for (double barrier : barriers) {
      rows = rows.and("barrier", barrier).and("height of its top", at(barrier));
    }
    return rows.table();
  }

  /** The landscape with a ball in each cup. */
  @Override
  public Figure chart() {
    double[] heights = Arrays.stream(cups).map(this::at).toArray();
    return Figure.of(
        Panel.of("State " + model.components().getFirst(), "Potential")
            .line("potential", x, potential)
            .points("ball", cups, heights));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
        Map.of(
            "model", model.getClass().getSimpleName() + " " + model.parameters(),
            "states", x[0] + " to " + x[x.length - 1]));
  }
}
