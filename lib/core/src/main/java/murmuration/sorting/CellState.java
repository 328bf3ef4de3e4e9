package murmuration.sorting;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * An array at one moment of a run, position by position.
 *
 * @param swap how many swaps were made before
 * @param cells the number of the cell (its start position) at each position, length n
 * @param values the value at each position, length n
 * @param types the type of the cell at each position: the first entry of its label in the mix
 */
public record CellState(int swap, int[] cells, int[] values, int[] types) {
  /** Checks the lengths and keeps its own copies. */
  public CellState {
    Arguments.present("cells", cells);
    Arguments.present("values", values);
    Arguments.present("types", types);
    Arguments.require(swap >= 0, "swap is %d: expected 0 or more", swap);
    Arguments.require(
        cells.length == values.length && cells.length == types.length,
        "cells, values and types have %d, %d and %d entries: expected the same number",
        cells.length,
        values.length,
        types.length);
    cells = cells.clone();
    values = values.clone();
    types = types.clone();
  }

  @Override
  public int[] cells() {
    return cells.clone();
  }

  @Override
  public int[] values() {
    return values.clone();
  }

  @Override
  public int[] types() {
    return types.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CellState that
        && swap == that.swap
        && Arrays.equals(cells, that.cells)
        && Arrays.equals(values, that.values)
        && Arrays.equals(types, that.types);
  }

  @Override
  public int hashCode() {
    return 31 * swap + Arrays.hashCode(cells);
  }

  @Override
  public String toString() {
    return "after " + swap + " swaps: " + Arrays.toString(values);
  }
}
