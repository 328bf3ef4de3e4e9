package murmuration.warning.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * One run: the state at the samples, and the driver beside it.
 *
 * @param scenario what was simulated
 * @param values the state, sample by sample: component j of sample k is number {@code k d + j}
 * @param provenance model, parameters, seed
 */
public record Simulation(Scenario scenario, double[] values, Provenance provenance)
    implements Charted {
  /** Keeps its own copy. */
  public Simulation {
    Arguments.present("scenario", scenario);
    Arguments.present("provenance", provenance);
    int d = scenario.start().length;
    Arguments.finite("values", values, d);
    Arguments.require(
        values.length == scenario.samples() * d,
        "values has %d numbers: expected %d",
        values.length,
        scenario.samples() * d);
    values = values.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /** The number of samples. */
  public int size() {
    return scenario.samples();
  }

  /** Names of the components of the state. */
  public List<String> components() {
    return scenario.model().components();
  }

  /** Times of the samples, from 0. */
  public double[] times() {
    return scenario.times();
  }

  /** The driven parameter at the samples. */
  public double[] drive() {
    return scenario.drive();
  }

  /** One component of the state at the samples. */
  public double[] state(String component) {
    int j = components().indexOf(Arguments.present("component", component));
    Arguments.require(
        j >= 0, "component '%s' is unknown: expected one of %s", component, components());
    int d = components().size();
    double[] state = new double[size()];
    Arrays.setAll(state, k -> values[k * d + j]);
    return state;
  }

  /** The first component of the state at the samples. */
  public double[] state() {
    return state(components().getFirst());
  }

  /** The whole state at the samples, one row a sample, one column a component. */
  public double[][] states() {
    int d = components().size();
    double[][] states = new double[size()][];
    Arrays.setAll(states, k -> Arrays.copyOfRange(values, k * d, (k + 1) * d));
    return states;
  }

  /** The first component as a record to analyse. */
  public TimeSeries series() {
    return series(components().getFirst());
  }

  /** One component as a record to analyse. */
  public TimeSeries series(String component) {
    return new TimeSeries(
        times(),
        state(component),
        component,
        scenario.model().timeName(),
        null,
        "simulated: " + scenario.words());
  }

  /** When the driver passes the critical point; see {@link Scenario#transition}. */
  public double transition() {
    return scenario.transition();
  }

  /**
   * When the first component is first at or beyond a level, seen from where it starts; NaN if it
   * never is.
   */
  public double firstPassage(double level) {
    double[] state = state();
    boolean above = state[0] > level;
    for (int k = 0; k < state.length; k++) {
      if (above ? state[k] <= level : state[k] >= level) {
        return times()[k];
      }
    }
    return Double.NaN;
  }

  @Override
  public String summary() {
    var lines = new ArrayList<String>();
    lines.add("Simulation of " + scenario.words());
    lines.add(
        String.format(
            Locale.ROOT,
            "%d samples every %s; step %s, burn-in %s",
            size(),
            Digits.of(scenario.timing().every(), 4),
            Digits.of(scenario.timing().step(), 4),
            Digits.of(scenario.timing().burnIn(), 4)));
    for (String component : components().subList(0, Math.min(6, components().size()))) {
      double[] state = state(component);
      lines.add(
          String.format(
              Locale.ROOT,
              "%s from %s to %s, mean %s, lowest %s, highest %s",
              component,
              Digits.of(state[0], 4),
              Digits.of(state[state.length - 1], 4),
              Digits.of(Arrays.stream(state).average().orElse(Double.NaN), 4),
              Digits.of(Arrays.stream(state).min().orElse(Double.NaN), 4),
              Digits.of(Arrays.stream(state).max().orElse(Double.NaN), 4)));
    }
    return String.join("\n", lines);
  }

  /** One row a sample: time, the driven parameter, each component of the state. */
  @Override
  public Table table() {
    Table table =
        Table.create(
            "simulation",
            DoubleColumn.create(scenario.model().timeName(), times()),
            DoubleColumn.create(scenario.parameter(), drive()));
    for (String component : components()) {
      table.addColumns(DoubleColumn.create(component, state(component)));
    }
    return table;
  }

  /**
   * The driver, and below it each component of the state, along time; a dashed line where the
   * driver passes the critical point.
   */
  @Override
  public Figure chart() {
    double[] t = times();
    String time = scenario.model().timeName();
    double transition = transition();
    var panels = new ArrayList<Panel>();
    panels.add(Panel.of(time, scenario.parameter()).line(scenario.parameter(), t, drive()));
    for (String component : components()) {
      panels.add(Panel.of(time, component).line(component, t, state(component)));
    }
    if (!Double.isNaN(transition)) {
      panels.replaceAll(panel -> panel.vertical(transition));
    }
    return Figure.column(panels.toArray(Panel[]::new));
  }
}
