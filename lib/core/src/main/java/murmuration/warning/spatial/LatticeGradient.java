package murmuration.warning.spatial;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Runs of a spatial model along a parameter, independent of one another.
 *
 * @param simulation what was run
 * @param parameter the parameter that was changed
 * @param values its values
 * @param runs a run for each
 */
public record LatticeGradient(
    LatticeSimulation simulation, String parameter, double[] values, List<LatticeRun> runs)
    implements Charted {
  private static final int GRID = 60;

  /** Checks that there is a run for each value, and keeps its own copies. */
  public LatticeGradient {
    Arguments.present("simulation", simulation);
    Arguments.present("parameter", parameter);
    Arguments.finite("values", values, 1);
    runs = Arguments.listed("runs", runs);
    Arguments.require(
        runs.size() == values.length,
        "runs has %d entries, values %d: expected one for each",
        runs.size(),
        values.length);
    values = values.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /** The share of occupied cells, or mean level, of each run, over its last quarter. */
  public double[] occupied() {
    return runs.stream().mapToDouble(LatticeRun::late).toArray();
  }

  /** The landscapes at the end, which know the value of the parameter. */
  public List<Landscape> landscapes() {
    return IntStream.range(0, values.length)
        .mapToObj(
            i ->
                runs.get(i)
                    .landscape()
                    .with(parameter, values[i])
                    .named(parameter + " = " + Digits.of(values[i], 4)))
        .toList();
  }

  /** The spatial indicators of these landscapes. */
  public SpatialWarning warning() {
    return SpatialWarning.of(landscapes(), parameter);
  }

  @Override
  public String summary() {
    double[] occupied = occupied();
    return String.format(
        Locale.ROOT,
        """
        %s along %s, %d runs on %d x %d cells
        %s: %s at %s = %s, %s at %s = %s\
        """,
        simulation.model().getClass().getSimpleName(),
        parameter,
        values.length,
        simulation.rows(),
        simulation.columns(),
        simulation.model().occupied(),
        Digits.of(occupied[0], 4),
        parameter,
        Digits.of(values[0], 4),
        Digits.of(occupied[occupied.length - 1], 4),
        parameter,
        Digits.of(values[values.length - 1], 4));
  }

  /** One row a run: the parameter and {@code occupied}, over the last quarter. */
  @Override
  public Table table() {
    return Table.create(
        simulation.model().getClass().getSimpleName() + " along " + parameter,
        DoubleColumn.create(parameter, values),
        DoubleColumn.create("occupied", occupied()));
  }

  @Override
  public Provenance provenance() {
    return simulation.provenance();
  }

  /** Each run as a dot; for a model with states, a line where the stirred model would be. */
  @Override
  public Figure chart() {
    var panel =
        Panel.of(parameter, simulation.model().occupied()).points("lattice", values, occupied());
    if (simulation.model() instanceof LatticeModel model) {
      double from = Arrays.stream(values).min().orElseThrow();
      double to = Arrays.stream(values).max().orElseThrow();
      double[] x =
          IntStream.rangeClosed(0, GRID).mapToDouble(i -> from + (to - from) * i / GRID).toArray();
      double[] mixed =
          Parallel.doubles(
              "mean field",
              x.length,
              i -> stirred(model.with(parameter, x[i]), simulation.start()));
      panel = panel.line("stirred (mean field)", x, mixed);
    }
    return Figure.of(panel);
  }

  private static double stirred(SpatialModel model, double start) {
    return model instanceof LatticeModel states ? states.meanField(start)[1] : Double.NaN;
  }
}
