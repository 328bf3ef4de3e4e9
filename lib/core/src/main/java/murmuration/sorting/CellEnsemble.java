package murmuration.sorting;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.math.SplitMix64;
import murmuration.sorting.measure.GratificationMeter;
import murmuration.sorting.measure.ProfileGrid;
import murmuration.sweep.Parallel;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Many runs of one {@link CellArray}, on all cores. Run i is the one of {@link CellArray#simulate}
 * with the seed {@code Rng.seed(seed, i)}. What is kept does not grow with the number of runs, and
 * has the same bits for any number of threads.
 *
 * <pre>{@code
 * var many = CellArray.of(100).frozen(3, FrozenMode.IMMOVABLE).ensemble(1000).seed(1).run();
 * double errors = many.mean(RunQuantity.FINAL_ERRORS);
 * }</pre>
 *
 * @param array what is run
 * @param runs how many times, 1 to 100,000,000
 * @param seed the seed of all chance; 1 by default
 * @param grid where along the runs profiles are read; {@link ProfileGrid#STANDARD} by default
 * @param checkpoint the file that the work so far is kept in, or null
 */
public record CellEnsemble(
    CellArray array, int runs, long seed, ProfileGrid grid, @Nullable Path checkpoint) {
  private static final int MOST_RUNS = 100_000_000;
  private static final int MOST_ROWS = 1_000_000;
  private static final int MOST_COUNTS = 10_000_000;
  private static final int BLOCK = 64;

  /** Checks the number of runs. */
  public CellEnsemble {
    Arguments.present("array", array);
    Arguments.present("grid", grid);
    Arguments.require(
        runs >= 1 && runs <= MOST_RUNS, "runs is %d: expected 1 to %d", runs, MOST_RUNS);
  }

  /** Runs with the defaults. */
  public static CellEnsemble of(CellArray array, int runs) {
    return new CellEnsemble(array, runs, 1, ProfileGrid.STANDARD, null);
  }

  /** The same from another seed. */
  public CellEnsemble seed(long value) {
    return new CellEnsemble(array, runs, value, grid, checkpoint);
  }

  /** The same with profiles read elsewhere along the runs. */
  public CellEnsemble grid(ProfileGrid value) {
    return new CellEnsemble(array, runs, seed, value, checkpoint);
  }

  /**
   * The same with the work so far kept in a file, which is written whole every few seconds and when
   * the work is stopped: run again, it goes on from there, to the same bits.
   */
  public CellEnsemble checkpoint(Path file) {
    return new CellEnsemble(array, runs, seed, grid, Arguments.present("file", file));
  }

  /**
   * Runs all.
   *
   * @throws java.util.concurrent.CancellationException if interrupted; with a {@link #checkpoint}
   *     the runs so far are kept
   * @throws java.io.UncheckedIOException if the checkpoint cannot be read or written
   * @throws IllegalArgumentException if the checkpoint is of something else, or a run is too long
   */
  public EnsembleRun run() {
    int blocks = Math.ceilDiv(runs, BLOCK);
    var sums = new BlockSums();
    var kept =
        checkpoint == null ? null : new Checkpoint(checkpoint, provenance().toString(), grid);
    if (kept != null) {
      kept.restore(sums);
    }
    int[] missing = missing(sums, blocks);
    try {
      Parallel.forEach(
          "ensemble of " + runs + " arrays",
          missing.length,
          i -> {
            var block = block(missing[i]);
            synchronized (sums) {
              sums.add(new BlockSums.Node(0, missing[i]), block);
              if (kept != null) {
                kept.writeNowAndThen(sums);
              }
            }
          });
    } finally {
      if (kept != null && missing.length > 0) {
        kept.write(sums);
      }
    }
    return EnsembleRun.of(this, sums.total());
  }

  private static int[] missing(BlockSums sums, int blocks) {
    int[] missing = new int[blocks];
    int count = 0;
    for (int b = 0; b < blocks; b++) {
      if (!sums.holds(b)) {
        missing[count++] = b;
      }
    }
    return Arrays.copyOf(missing, count);
  }

  private EnsembleSums block(int block) {
    var sums = new EnsembleSums(grid);
    var trail = new Trail(false);
    var meter = new GratificationMeter();
    int last = (int) Math.min(runs, (block + 1L) * BLOCK);
    for (int i = block * BLOCK; i < last; i++) {
      sums.add(MeasuredRun.of(array, Rng.seed(seed, i), trail, meter), trail);
    }
    return sums;
  }

  /**
   * Every run by itself: one row a run, one column each {@link RunQuantity}.
   *
   * @throws IllegalArgumentException if there are more than a million runs
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public Table each() {
    Arguments.require(
        runs <= MOST_ROWS, "runs is %d: expected at most %d to keep each", runs, MOST_ROWS);
    var columns = new EnumMap<RunQuantity, double[]>(RunQuantity.class);
    for (RunQuantity quantity : RunQuantity.values()) {
      columns.put(quantity, new double[runs]);
    }
    Parallel.forEach(
        runs + " arrays",
        Math.ceilDiv(runs, BLOCK),
        block -> {
          var trail = new Trail(false);
          var meter = new GratificationMeter();
          for (int i = block * BLOCK; i < Math.min(runs, (block + 1L) * BLOCK); i++) {
            int row = i;
            var run = MeasuredRun.of(array, Rng.seed(seed, i), trail, meter);
            columns.forEach((quantity, column) -> column[row] = run.number(quantity));
          }
        });
    var table = Table.create(runs + " runs");
    columns.forEach(
        (quantity, column) -> table.addColumns(DoubleColumn.create(quantity.toString(), column)));
    return table;
  }

  /**
   * The way of every run by itself, to draw a map of ways or to feed another analysis.
   *
   * @param profile what is followed
   * @return one row a run, one column each point of the grid
   * @throws IllegalArgumentException if that is more than 10 million numbers, or a lone cell has no
   *     pairs
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public double[][] trajectories(RunProfile profile) {
    int n = array.n();
    Arguments.require(
        n > 1 || Arguments.present("profile", profile) != RunProfile.PAIR_AGGREGATION,
        "a lone cell has no pairs: expected another profile");
    Arguments.present("profile", profile);
    Arguments.require(
        (long) runs * grid.points() <= MOST_COUNTS,
        "runs times points are %d: expected at most %d",
        (long) runs * grid.points(),
        MOST_COUNTS);
    double[][] ways = new double[runs][grid.points()];
    Parallel.forEach(
        "ways of " + runs + " arrays",
        Math.ceilDiv(runs, BLOCK),
        block -> {
          var trail = new Trail(false);
          var meter = new GratificationMeter();
          for (int i = block * BLOCK; i < Math.min(runs, (block + 1L) * BLOCK); i++) {
            var run = MeasuredRun.of(array, Rng.seed(seed, i), trail, meter);
            for (int k = 0; k < grid.points(); k++) {
              int at = trail.size() == 0 ? -1 : grid.index(k, trail.size());
              int errors = at < 0 ? run.startErrors() : trail.error(at);
              int pairs = at < 0 ? run.startPairs() : trail.samePairs(at);
              ways[i][k] = profile.value(errors, pairs, n);
            }
          }
        });
    return ways;
  }

  /**
   * Sortedness against time, to see how arrays recover from {@linkplain CellArray#perturb
   * perturbations}. A run stands still once it has ended. The checkpoint and the grid are not used.
   *
   * @param until last time in sweeps, activations over n, above 0 to 10^8
   * @param points times from 0 to there, 2 to 10,001
   * @throws IllegalArgumentException for the rejection-free engine, which skips time
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public RecoveryCurve recovery(double until, int points) {
    Arguments.require(
        until > 0 && until <= 1e8, "until is %s: expected above 0 to 10^8 sweeps", until);
    Arguments.require(points >= 2 && points <= 10_001, "points is %d: expected 2 to 10001", points);
    Arguments.require(
        array.engine() == EngineKind.EXACT, "the engine is %s: expected EXACT", array.engine());
    int n = array.n();
    Arguments.require(
        (long) n * points <= MOST_COUNTS,
        "points times cells are %d: expected at most %d",
        (long) n * points,
        MOST_COUNTS);
    double[] sweeps = new double[points];
    Arrays.setAll(sweeps, i -> until * i / (points - 1));
    long[] times = Arrays.stream(sweeps).mapToLong(t -> (long) Math.ceil(t * n)).toArray();
    var s = array.stopping();
    long cap = Math.min(s.maxActivations(), times[points - 1]);
    var capped = array.maxActivations(cap);
    long[][] counts = new long[points][n];
    Parallel.forEach(
        "recovery of " + runs + " arrays",
        Math.ceilDiv(runs, BLOCK),
        block -> {
          var trail = new Trail(false);
          for (int i = block * BLOCK; i < Math.min(runs, (block + 1L) * BLOCK); i++) {
            var sampler = new Sampler(times);
            var rng = new SplitMix64(Rng.seed(seed, i));
            var state = capped.state(capped.population().draw(rng));
            trail.clear();
            new Engine(capped, state, rng, trail).run(sampler);
            synchronized (counts) {
              for (int t = 0; t < points; t++) {
                counts[t][sampler.error(t)]++;
              }
            }
          }
        });
    return RecoveryCurve.of(this, sweeps, counts);
  }

  /** What is needed to run it again. */
  Provenance provenance() {
    var options = new LinkedHashMap<>(array.options());
    options.put("runs", Integer.toString(runs));
    options.put("grid", grid.toString());
    return Provenance.of(options).seed(seed);
  }
}
