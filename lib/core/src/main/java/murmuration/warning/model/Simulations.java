package murmuration.warning.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Quantile;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Independent runs of one scenario.
 *
 * @param scenario what was simulated
 * @param seed seed of the random numbers
 * @param runs the runs, in the order of their index
 */
public record Simulations(Scenario scenario, long seed, List<Simulation> runs) implements Charted {
  /** Keeps its own copy. */
  public Simulations {
    Arguments.present("scenario", scenario);
    runs = Arguments.listed("runs", runs);
    Arguments.require(!runs.isEmpty(), "runs is empty: expected at least one");
  }

  /** The number of runs. */
  public int size() {
    return runs.size();
  }

  /** Run number {@code index}, from 0. */
  public Simulation run(int index) {
    Arguments.require(
        index >= 0 && index < size(), "index is %d: expected 0 to %d", index, size() - 1);
    return runs.get(index);
  }

  /** The runs for which something holds, in their order; perhaps none. */
  public List<Simulation> where(Predicate<Simulation> holds) {
    Arguments.present("holds", holds);
    return runs.stream().filter(holds).toList();
  }

  /** The first component of the state: one row a run, one column a sample. */
  public double[][] states() {
    return runs.stream().map(Simulation::state).toArray(double[][]::new);
  }

  /** For each run, when it first passes a level; NaN for those that never do. */
  public double[] firstPassages(double level) {
    return runs.stream().mapToDouble(run -> run.firstPassage(level)).toArray();
  }

  /** The share of runs that pass a level of the first component. */
  public double sharePassing(double level) {
    long passed = Arrays.stream(firstPassages(level)).filter(t -> !Double.isNaN(t)).count();
    return (double) passed / size();
  }

  @Override
  public String summary() {
    Table table = table();
    int last = table.rowCount() - 1;
    return String.format(
        Locale.ROOT,
        """
        %d runs of %s
        %d samples each, seed %d
        %s at the first sample: mean %.4g, sd %.4g
        %s at the last sample: mean %.4g, sd %.4g\
        """,
        size(),
        scenario.words(),
        scenario.samples(),
        seed,
        scenario.model().components().getFirst(),
        table.doubleColumn("mean").get(0),
        table.doubleColumn("sd").get(0),
        scenario.model().components().getFirst(),
        table.doubleColumn("mean").get(last),
        table.doubleColumn("sd").get(last));
  }

  /**
   * One row a sample: time, the driven parameter, and of the first component across the runs the
   * mean, the sd (NaN for one run) and the quantiles at 5, 50 and 95 %.
   */
  @Override
  public Table table() {
    double[][] across = across();
    return Table.create(
        "simulations",
        DoubleColumn.create(scenario.model().timeName(), scenario.times()),
        DoubleColumn.create(scenario.parameter(), scenario.drive()),
        DoubleColumn.create("mean", Arrays.stream(across).mapToDouble(StatUtils::mean).toArray()),
        DoubleColumn.create("sd", Arrays.stream(across).mapToDouble(Simulations::sd).toArray()),
        DoubleColumn.create("q05", quantiles(across, 0.05)),
        DoubleColumn.create("q50", quantiles(across, 0.5)),
        DoubleColumn.create("q95", quantiles(across, 0.95)));
  }

  private static double sd(double[] values) {
    return values.length < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(values));
  }

  /** One row a sample, its values in increasing order. */
  private double[][] across() {
    double[][] states = states();
    return IntStream.range(0, scenario.samples())
        .mapToObj(k -> Arrays.stream(states).mapToDouble(run -> run[k]).sorted().toArray())
        .toArray(double[][]::new);
  }

  private static double[] quantiles(double[][] across, double q) {
    return Arrays.stream(across)
        .mapToDouble(sorted -> Quantile.ofSorted(sorted, sorted.length, q))
        .toArray();
  }

  /**
   * The driver, and the first component: 5 to 95 % of the runs, their median, and run 0; a dashed
   * line where the driver passes the critical point.
   */
  @Override
  public Figure chart() {
    double[][] across = across();
    double[] t = scenario.times();
    String time = scenario.model().timeName();
    String component = scenario.model().components().getFirst();
    Panel driver =
        Panel.of(time, scenario.parameter()).line(scenario.parameter(), t, scenario.drive());
    Panel state =
        Panel.of(time, component)
            .band("5 to 95 %", t, quantiles(across, 0.05), quantiles(across, 0.95))
            .line("median", t, quantiles(across, 0.5))
            .line("run 0", t, runs.getFirst().state());
    double transition = scenario.transition();
    return Double.isNaN(transition)
        ? Figure.column(driver, state)
        : Figure.column(driver.vertical(transition), state.vertical(transition));
  }

  @Override
  public Provenance provenance() {
    return scenario.provenance().seed(seed);
  }
}
