package murmuration.warning.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
}
