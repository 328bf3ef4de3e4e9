package murmuration.warning.spatial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * A spatial model, the lattice it runs on, and for how long: an immutable description whose last
 * verb simulates.
 *
 * <pre>{@code
 * var lattice = new LocalFacilitation().on(100, 100).duration(1000).seed(1);
 * LatticeRun one = lattice.run();
 * LatticeGradient many = lattice.along("b", 0.5, 0.4, 0.3, 0.2);    // on all cores
 * CollapsePoint point = lattice.collapse("b", 0.5, 0.1);
 * }</pre>
 *
 * @param model the model with its parameters
 * @param rows rows of the lattice, at least 3
 * @param columns columns of the lattice, at least 3
 * @param start share of occupied cells, or level, at the start
 * @param duration length of a run, in the unit of time of the rates
 * @param step length of a step, in the same unit
 * @param seed seed of the random numbers
 */
public record LatticeSimulation(
    SpatialModel model,
    int rows,
    int columns,
    double start,
    double duration,
    double step,
    long seed) {
  private static final int SIZE = 100;
  private static final double DURATION = 1000;
  private static final double MOST_UPDATES = 1e13;
  private static final int SAMPLES = 1000;
  private static final int CELLS_BETWEEN_CHECKS = 4_000_000;

  /** Checks the ranges. */
  public LatticeSimulation {
    Arguments.present("model", model);
    Landscape.checkSize(rows, columns);
    Arguments.require(
        rows >= 3 && columns >= 3, "lattice of %d x %d: expected at least 3 x 3", rows, columns);
    Arguments.within("start", start, 0, Double.MAX_VALUE);
    Arguments.positive("duration", duration);
    Arguments.positive("step", step);
    double updates = duration / step * rows * columns;
    Arguments.require(
        duration >= step && updates <= MOST_UPDATES,
        "duration %s in steps of %s on %d x %d cells: expected 1 step to %s updates of cells",
        duration,
        step,
        rows,
        columns,
        MOST_UPDATES);
  }

  /** The model on 100 x 100 cells for 1000 units of time, from its usual start, with seed 0. */
  public static LatticeSimulation of(SpatialModel model) {
    Arguments.present("model", model);
    return new LatticeSimulation(model, SIZE, SIZE, model.start(), DURATION, model.step(), 0);
  }

  /** The same on a lattice of another size. */
  public LatticeSimulation size(int newRows, int newColumns) {
    return new LatticeSimulation(model, newRows, newColumns, start, duration, step, seed);
  }

  /** The same from another share of occupied cells, or another level. */
  public LatticeSimulation start(double value) {
    return new LatticeSimulation(model, rows, columns, value, duration, step, seed);
  }

  /** The same for another length of time. */
  public LatticeSimulation duration(double time) {
    return new LatticeSimulation(model, rows, columns, start, time, step, seed);
  }

  /** The same with another length of a step. */
  public LatticeSimulation step(double time) {
    return new LatticeSimulation(model, rows, columns, start, duration, time, seed);
  }

  /** The same with another seed. */
  public LatticeSimulation seed(long value) {
    return new LatticeSimulation(model, rows, columns, start, duration, step, value);
  }

  /** The same with another value of one parameter of the model. */
  public LatticeSimulation with(String parameter, double value) {
    return new LatticeSimulation(
        model.with(parameter, value), rows, columns, start, duration, step, seed);
  }

  /**
   * One run.
   *
   * @throws IllegalArgumentException where the step is too long for the rates of the model
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public LatticeRun run() {
    long steps = Math.round(duration / step);
    long every = Math.max(1, (steps + SAMPLES - 1) / SAMPLES);
    long check = Math.max(1, CELLS_BETWEEN_CHECKS / ((long) rows * columns));
    var world = model.begin(rows, columns, start, step, Rng.of(seed));
    List<double[]> samples = new ArrayList<>();
    samples.add(new double[] {0, world.occupied()});
    for (long i = 1; i <= steps; i++) {
      world.step();
      if (i % every == 0 || i == steps) {
        samples.add(new double[] {i * step, world.occupied()});
      }
      if (i % check == 0) {
        Interruption.check("simulation");
      }
    }
    return new LatticeRun(
        this,
        samples.stream().mapToDouble(s -> s[0]).toArray(),
        samples.stream().mapToDouble(s -> s[1]).toArray(),
        world.landscape());
  }

  /**
   * Runs with these values of a parameter, each from the start and with random numbers of its own,
   * on all cores; the same for any number of threads. A value may stand several times.
   *
   * @param parameter name of a parameter of the model
   * @param values its values, at least 1
   */
  public LatticeGradient along(String parameter, double... values) {
    Arguments.finite("values", values, 1);
    List<LatticeSimulation> studies = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      studies.add(with(parameter, values[i]).seed(Rng.seed(seed, i)));
    }
    var runs = Parallel.map("lattices", values.length, i -> studies.get(i).run());
    return new LatticeGradient(this, parameter, values, runs);
  }

  /**
   * Where the occupied state is lost, by bisection with four runs a value and to 1/256 of the
   * interval; see {@link CollapsePoint}.
   *
   * @param parameter name of a parameter of the model
   * @param persists a value where occupied cells last
   * @param collapses a value where they vanish, above or below the other
   */
  public CollapsePoint collapse(String parameter, double persists, double collapses) {
    return CollapsePoint.of(this, parameter, persists, collapses);
  }

  Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("model", model.getClass().getSimpleName() + " " + model.parameters());
    options.put("lattice", rows + " x " + columns);
    options.put("start", Double.toString(start));
    options.put("duration", Double.toString(duration));
    options.put("step", Double.toString(step));
    return Provenance.of(options).seed(seed);
  }

  /** The mean over the last quarter of the samples. */
  static double late(double[] occupied) {
    return Arrays.stream(occupied, occupied.length * 3 / 4, occupied.length)
        .average()
        .orElse(Double.NaN);
  }
}
