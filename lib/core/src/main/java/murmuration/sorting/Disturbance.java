package murmuration.sorting;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Arguments;

/**
 * A perturbation as it happened in a run.
 *
 * @param perturbation what was done
 * @param swaps swaps made before
 * @param activations activations made before
 * @param cells the cell (its start position) at each position after it, length n
 * @param frozen whether each cell, by its start position, was frozen after it, length n
 */
public record Disturbance(
    Perturbation perturbation, int swaps, long activations, int[] cells, boolean[] frozen) {
  /** Checks the lengths and keeps its own copies. */
  public Disturbance {
    Arguments.present("perturbation", perturbation);
    Arguments.present("cells", cells);
    Arguments.present("frozen", frozen);
    Arguments.require(
        cells.length == frozen.length,
        "cells has %d entries, frozen has %d: expected the same number",
        cells.length,
        frozen.length);
    Arguments.require(swaps >= 0, "swaps is %d: expected 0 or more", swaps);
    int[] sorted = cells.clone();
    Arrays.sort(sorted);
    Arguments.require(
        IntStream.range(0, sorted.length).allMatch(i -> sorted[i] == i),
        "cells are not the numbers 0 to %d: expected each once",
        cells.length - 1);
    cells = cells.clone();
    frozen = frozen.clone();
  }

  @Override
  public int[] cells() {
    return cells.clone();
  }

  @Override
  public boolean[] frozen() {
    return frozen.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Disturbance that
        && swaps == that.swaps
        && activations == that.activations
        && perturbation.equals(that.perturbation)
        && Arrays.equals(cells, that.cells)
        && Arrays.equals(frozen, that.frozen);
  }

  @Override
  public int hashCode() {
    return 31 * swaps + Arrays.hashCode(cells);
  }

  @Override
  public String toString() {
    return perturbation.words() + " after " + swaps + " swaps";
  }
}
