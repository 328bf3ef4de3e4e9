package murmuration.warning.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import murmuration.math.Arguments;

/**
 * A system with a state, parameters and noise, and one parameter that is usually the slow driver.
 * Every model is a record of its parameters, with the values of the literature as defaults, and all
 * are used with the same words:
 *
 * <pre>{@code
 * var run = new MayHarvest().with("sigma", 0.02).forced(Forcing.linear(0.15, 0.27)).simulate(1);
 * var null1000 = new MayHarvest().with("h", 0.24).unforced().simulate(1000, 1);
 * }</pre>
 *
 * <p>A model of one's own is a record of numbers that implements {@link StochasticFlow} or {@link
 * StochasticMap}; it then simulates, and its equilibria and critical points are found, as those of
 * the models here. Parameters reach the equations as an array in the order of the record's
 * components, because any of them may be forced.
 */
public sealed interface DynamicalModel permits StochasticFlow, StochasticMap {
  /**
   * The parameter that usually drives the system.
   *
   * @param name name of the parameter
   * @param from its value at the start of the usual ramp
   * @param to its value at the end of the usual ramp
   * @param lowest lower end of the range in which critical points are looked for
   * @param highest upper end of that range
   */
  record Driver(String name, double from, double to, double lowest, double highest) {
    /** Checks that the range holds the ramp. */
    public Driver {
      Arguments.present("name", name);
      Arguments.require(
          Double.isFinite(lowest) && Double.isFinite(highest) && lowest < highest,
          "range of %s is %s to %s: expected two finite numbers in increasing order",
          name,
          lowest,
          highest);
      Arguments.within("from", from, lowest, highest);
      Arguments.within("to", to, lowest, highest);
    }
  }

  /**
   * How long a model is usually simulated, in its unit of time.
   *
   * @param duration length of a run
   * @param step step of integration; 1 for maps
   * @param burnIn time before the run, at the first value of the driver
   * @param every interval of the samples
   */
  record Timing(double duration, double step, double burnIn, double every) {
    /** Checks the ranges. */
    public Timing {
      Arguments.positive("duration", duration);
      Arguments.positive("step", step);
      Arguments.within("burnIn", burnIn, 0, Double.MAX_VALUE);
      Arguments.positive("every", every);
    }
  }

  /** The parameter that usually drives the system. */
  Driver driver();

  /** The state that runs start from, before burn-in; length d. */
  double[] initial();

  /** The same with another value of one parameter. */
  DynamicalModel with(String parameter, double value);

  /** Usual lengths of time. */
  Timing timing();

  /** The unit of time, for axes; "time" where the model has none. */
  default String timeName() {
    return "time";
  }

  /** Names of the components of the state, length d; x, y, z unless the model says otherwise. */
  default List<String> components() {
    return switch (initial().length) {
      case 1 -> List.of("x");
      case 2 -> List.of("x", "y");
      case 3 -> List.of("x", "y", "z");
      default -> {
        var names = new ArrayList<String>();
        for (int i = 1; i <= initial().length; i++) {
          names.add("x" + i);
        }
        yield names;
      }
    };
  }

  /**
   * The least value that components may have, to which they are set after each step: 0 for
   * populations, {@code -Infinity} where there is none.
   */
  default double floor() {
    return Double.NEGATIVE_INFINITY;
  }

  /** Parameters by name, in the order of the record. */
  default Map<String, Double> parameters() {
    return Parameters.of(this);
  }

  /** Driven along the usual ramp. */
  default Scenario forced() {
    return forced(Forcing.linear(driver().from(), driver().to()));
  }

  /** Driven by the usual parameter. */
  default Scenario forced(Forcing forcing) {
    return forced(driver().name(), forcing);
  }

  /** Driven by any parameter, such as {@code sigma} for noise that grows. */
  default Scenario forced(String parameter, Forcing forcing) {
    return Scenario.of(this, parameter, forcing);
  }

  /** Not driven: all parameters stay as they are. */
  default Scenario unforced() {
    Double value = parameters().get(driver().name());
    return forced(Forcing.constant(value == null ? Double.NaN : value));
  }

  /**
   * Derivatives of the drift of a flow, or of {@code F(x) - x} of a map, by the state, row by row:
   * by central differences of sixth order unless the model knows better.
   *
   * @param p parameters, in the order of the record
   * @param x state, length d
   */
  default double[][] derivatives(double[] p, double[] x) {
    return new Linearisation(this).differences(p, x);
  }

  /**
   * The stable equilibrium that a run without noise from {@link #initial} comes to.
   *
   * @throws IllegalArgumentException where it comes to none, as in a cycle or chaos
   */
  default Equilibrium equilibrium() {
    return equilibrium(new Rest(this).from(Parameters.values(this), initial()), initial());
  }

  /**
   * The equilibrium, stable or not, that Newton's method comes to.
   *
   * @param state where it starts, length d
   * @throws IllegalArgumentException where it comes to none
   */
  default Equilibrium equilibriumNear(double... state) {
    Arguments.finite("state", state, 1);
    int d = initial().length;
    Arguments.require(state.length == d, "state has %d values: expected %d", state.length, d);
    return equilibrium(new Rest(this).near(Parameters.values(this), state), state);
  }

  private Equilibrium equilibrium(Optional<double[]> found, double[] start) {
    double[] x =
        found.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "start is %s: no equilibrium of %s is reached from it; expected another start"
                        .formatted(Arrays.toString(start), this)));
    return Equilibrium.of(this, Parameters.values(this), x);
  }

  /** Equilibria along the usual driver, over its range. */
  default BifurcationDiagram diagram() {
    return diagram(driver().name(), driver().lowest(), driver().highest());
  }

  /** Equilibria along any parameter, as {@link BifurcationDiagram#of} follows them. */
  default BifurcationDiagram diagram(String parameter, double low, double high) {
    return BifurcationDiagram.of(this, parameter, low, high);
  }

  /**
   * Critical values of the usual driver in its range, in their order: those of {@link #diagram},
   * and those that the model adds because no equilibrium shows them.
   */
  default List<CriticalPoint> critical() {
    return diagram().critical();
  }

  /**
   * Critical values of a parameter that end the regime which a run begins in: the ends of the
   * stable part of the curve of equilibria that it comes to without noise. Where it comes to none
   * (a cycle, chaos) and the parameter is the usual driver: the crises of {@link #critical}, or all
   * its points if there are no crises.
   *
   * @param parameter the parameter that is driven
   * @param value its first value
   * @param low the least value it takes
   * @param high the greatest, above {@code low}
   * @param start state before burn-in, length d
   */
  default List<CriticalPoint> ends(
      String parameter, double value, double low, double high, double[] start) {
    Optional<double[]> rest = new Rest(this).from(Parameters.values(with(parameter, value)), start);
    if (rest.isPresent()) {
      var curve = new Continuation(this, parameter, low, high, rest.get());
      return Stream.of(true, false)
          .flatMap(up -> curve.from(rest.get(), value, up).critical().stream().limit(1))
          .toList();
    }
    List<CriticalPoint> all = parameter.equals(driver().name()) ? critical() : List.of();
    List<CriticalPoint> crises =
        all.stream().filter(point -> point.kind() == CriticalPoint.Kind.CRISIS).toList();
    return crises.isEmpty() ? all : crises;
  }
}
