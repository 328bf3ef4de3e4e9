package murmuration.sorting.lattice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.math.SplitMix64;
import murmuration.sorting.FrozenMode;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * A plane of cells that sort themselves in two directions at once: values should rise along every
 * row and down every column. One random cell acts at a time, by its four neighbours.
 *
 * <pre>{@code
 * SortedLattice run = LatticeSort.of(12, 12).algotypes(LatticeAlgotype.STEEPEST).simulate(1);
 * int wrong = run.errors();
 * }</pre>
 *
 * <p>Unlike in one dimension the sorted arrangement is not unique: any array whose rows and columns
 * all rise is at rest, and which of them comes out depends on chance. Every swap raises the sum of
 * value times (row + column), so that a run always ends.
 *
 * @param rows rows, 1 to 1000
 * @param columns columns, 1 to 1000; at most 10,000 cells in all
 * @param algotypes shared out in equal parts, at random
 * @param frozen cells that never act, 0 to all
 * @param mode whether others may move these
 * @param maxSwaps cap on swaps, 0 or more
 */
public record LatticeSort(
    int rows,
    int columns,
    List<LatticeAlgotype> algotypes,
    int frozen,
    FrozenMode mode,
    long maxSwaps) {
  private static final int LONGEST = 1000;
  private static final int MOST_CELLS = 10_000;
  private static final int MOST_RUNS = 1_000_000;

  /** Checks the sizes and keeps its own copy. */
  public LatticeSort {
    Arguments.within("rows", rows, 1, LONGEST);
    Arguments.within("columns", columns, 1, LONGEST);
    Arguments.require(
        rows * columns <= MOST_CELLS,
        "cells are %d: expected at most %d",
        rows * columns,
        MOST_CELLS);
    algotypes = Arguments.listed("algotypes", algotypes);
    Arguments.require(
        !algotypes.isEmpty() && algotypes.size() <= LONGEST,
        "algotypes are %d: expected 1 to %d",
        algotypes.size(),
        LONGEST);
    Arguments.within("frozen", frozen, 0, rows * columns);
    Arguments.present("mode", mode);
    Arguments.require(maxSwaps >= 0, "maxSwaps is %d: expected 0 or more", maxSwaps);
  }

  /** Bubble cells, none frozen, values 0 to rows times columns - 1 in random order. */
  public static LatticeSort of(int rows, int columns) {
    return new LatticeSort(
        rows, columns, List.of(LatticeAlgotype.BUBBLE), 0, FrozenMode.MOVABLE, Long.MAX_VALUE);
  }

  /** The same with these algotypes in equal shares. */
  public LatticeSort algotypes(LatticeAlgotype... values) {
    return new LatticeSort(
        rows, columns, Arguments.listed("algotypes", values), frozen, mode, maxSwaps);
  }

  /** The same with this many random cells frozen. */
  public LatticeSort frozen(int count, FrozenMode frozenMode) {
    return new LatticeSort(rows, columns, algotypes, count, frozenMode, maxSwaps);
  }

  /** The same with a cap on swaps. */
  public LatticeSort maxSwaps(long swaps) {
    return new LatticeSort(rows, columns, algotypes, frozen, mode, swaps);
  }

  /** Cells in all. */
  public int cells() {
    return rows * columns;
  }

  /**
   * One run, until no cell can act.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public SortedLattice simulate(long seed) {
    var model = new LatticeModel(this, new SplitMix64(seed));
    int[][] start = model.values();
    model.run();
    return new SortedLattice(
        this,
        seed,
        start,
        model.values(),
        model.types(),
        model.swaps(),
        model.activations(),
        model.samples());
  }

  /**
   * Many runs, on all cores: one row a run with its swaps, activations, pairs out of order at the
   * end and share of like neighbours at the start and the end. Run i has the seed {@code
   * Rng.seed(seed, i)}.
   *
   * @param runs 1 to 1,000,000
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public Table runs(int runs, long seed) {
    Arguments.within("runs", runs, 1, MOST_RUNS);
    double[][] columnsOfRuns = new double[NUMBERS.size()][runs];
    Parallel.forEach(
        runs + " lattices",
        runs,
        i -> {
          var model = new LatticeModel(this, new SplitMix64(Rng.seed(seed, i)));
          columnsOfRuns[3][i] = model.likeNeighbours();
          model.run();
          columnsOfRuns[0][i] = model.swaps();
          columnsOfRuns[1][i] = model.activations();
          columnsOfRuns[2][i] = model.errors();
          columnsOfRuns[4][i] = model.likeNeighbours();
        });
    var table = Table.create(runs + " lattices");
    for (int c = 0; c < columnsOfRuns.length; c++) {
      table.addColumns(DoubleColumn.create(NUMBERS.get(c), columnsOfRuns[c]));
    }
    return table;
  }

  private static final List<String> NUMBERS =
      List.of("swaps", "activations", "errors", "like at the start", "like at the end");

  /** The choices, for provenance. */
  Map<String, String> options() {
    var options = new LinkedHashMap<String, String>();
    options.put("lattice", rows + " x " + columns);
    options.put(
        "algotypes",
        algotypes.stream().map(LatticeAlgotype::name).collect(Collectors.joining(" + ")));
    options.put("frozen", frozen + " " + mode);
    options.put("maxSwaps", Long.toString(maxSwaps));
    return options;
  }
}
