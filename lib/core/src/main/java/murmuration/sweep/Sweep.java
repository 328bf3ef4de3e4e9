package murmuration.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import murmuration.math.Rng;
import org.jspecify.annotations.Nullable;

/**
 * A seeded experiment over a grid of parameters.
 *
 * <pre>{@code
 * SweepResult result =
 *     Sweep.of("drift").axis("rate", 0.1, 0.2).replicates(50).seed(42)
 *         .run(cell -> cell.value("rate") + cell.rng().nextGaussian());
 * }</pre>
 *
 * <p>The result is the same bit for bit on any number of threads, on any backend, and after a
 * restart.
 *
 * @param name name of the experiment; give it another when the experiment itself has changed
 * @param axes the parameters, the first varying slowest
 * @param replicates cells for each combination of parameters, 1 or more
 * @param seed seed of all cells; cell i has {@link Rng#seed Rng.seed(seed, i)}
 * @param backend where the cells are run
 * @param file where results are kept, or null
 */
public record Sweep(
    String name,
    List<Parameter> axes,
    int replicates,
    long seed,
    Backend backend,
    @Nullable Path file) {
  private static final int MOST_CELLS = 10_000_000;

  /** Checks the description. */
  public Sweep {
    Arguments.require(
        !Arguments.present("name", name).isBlank(),
        "name is blank: expected the name of the experiment");
    Arguments.require(replicates >= 1, "replicates is %d: expected 1 or more", replicates);
    axes = Arguments.listed("axes", axes);
    Arguments.present("backend", backend);
    long names = axes.stream().map(Parameter::name).distinct().count();
    Arguments.require(names == axes.size(), "%s: expected each axis once", names(axes));
    double size = replicates;
    for (Parameter axis : axes) {
      size *= axis.values().length;
    }
    Arguments.require(
        size <= MOST_CELLS, "the sweep has %.0f cells: expected at most %d", size, MOST_CELLS);
  }

  /** A sweep of one cell with seed 0 on this machine. */
  public static Sweep of(String name) {
    return new Sweep(name, List.of(), 1, 0, Backend.local(), null);
  }

  /** A sweep of several parameters at once; the order of the map is the order of the axes. */
  public static Sweep grid(Map<String, double[]> axes, int replicates, long seed) {
    var list =
        Arguments.present("axes", axes).entrySet().stream()
            .map(e -> new Parameter(e.getKey(), e.getValue()))
            .toList();
    return new Sweep("sweep", list, replicates, seed, Backend.local(), null);
  }

  /** The same under another name. */
  public Sweep name(String name) {
    return new Sweep(name, axes, replicates, seed, backend, file);
  }

  /** The same over one more parameter, which varies faster than those before it. */
  public Sweep axis(String name, double... values) {
    var more = Stream.concat(axes.stream(), Stream.of(new Parameter(name, values))).toList();
    return new Sweep(this.name, more, replicates, seed, backend, file);
  }

  /** The same with so many cells for each combination of parameters. */
  public Sweep replicates(int replicates) {
    return new Sweep(name, axes, replicates, seed, backend, file);
  }

  /** The same with another seed. */
  public Sweep seed(long seed) {
    return new Sweep(name, axes, replicates, seed, backend, file);
  }

  /** The same on another backend. */
  public Sweep on(Backend backend) {
    return new Sweep(name, axes, replicates, seed, backend, file);
  }

  /**
   * The same with its results kept in a CSV file, one row a cell. While it runs, finished cells
   * stand in a journal beside it ({@code FILE.journal}); a run that was killed goes on from there,
   * and the file has the same bytes as if it had never stopped. A cell is taken from the file or
   * journal only if its index and the hash of (name, parameters, seed) are the same; a file or
   * journal of other cells is replaced, a file that is not of a sweep is refused.
   */
  public Sweep file(Path file) {
    return new Sweep(name, axes, replicates, seed, backend, file);
  }

  /** The cells, in their order. */
  public List<Cell> cells() {
    List<Map<String, Double>> points = List.of(Map.of());
    for (Parameter axis : axes) {
      var next = new ArrayList<Map<String, Double>>();
      for (var point : points) {
        for (double value : axis.values()) {
          var longer = new LinkedHashMap<>(point);
          longer.put(axis.name(), value);
          next.add(longer);
        }
      }
      points = next;
    }
    var cells = new ArrayList<Cell>();
    for (var point : points) {
      Interruption.check("a sweep");
      for (int replicate = 0; replicate < replicates; replicate++) {
        cells.add(new Cell(cells.size(), point, replicate, Rng.seed(seed, cells.size())));
      }
    }
    return List.copyOf(cells);
  }

  /**
   * Runs the experiment in every cell that is not finished yet.
   *
   * @throws java.util.concurrent.CancellationException if the caller was interrupted; with a {@link
   *     #file} the finished cells are kept
   * @throws java.io.UncheckedIOException if the file or its journal cannot be read or written, or
   *     is not one of this library
   */
  public SweepResult run(Experiment<?> experiment) {
    Arguments.present("experiment", experiment);
    var cells = cells();
    var finished = new Finished(name, cells);
    if (file == null) {
      finished.runOn(backend, experiment, (cell, outcome) -> {});
    } else {
      try (var kept = SweepFile.open(file, this, cells)) {
        kept.restore(finished);
        finished.runOn(backend, experiment, kept::append);
        kept.finish(finished);
      }
    }
    return new SweepResult(this, finished.columns(), finished.values());
  }

  private static String names(List<Parameter> axes) {
    return axes.stream().map(Parameter::name).collect(Collectors.joining(", "));
  }
}
