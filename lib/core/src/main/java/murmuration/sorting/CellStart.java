package murmuration.sorting;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * The exact start of a run: what each cell is, by its number, which is its start position.
 *
 * @param values the value of each cell, length n; repeats are allowed
 * @param types which entry of the array's algotypes each cell follows, length n
 * @param descending whether each cell wants descending order, length n
 * @param frozen whether each cell is frozen, length n
 */
public record CellStart(int[] values, int[] types, boolean[] descending, boolean[] frozen) {
  /** Checks the lengths and keeps its own copies. */
  public CellStart {
    Arguments.present("values", values);
    CellArray.size(values.length);
    length("types", Arguments.present("types", types).length, values.length);
    length("descending", Arguments.present("descending", descending).length, values.length);
    length("frozen", Arguments.present("frozen", frozen).length, values.length);
    for (int i = 0; i < types.length; i++) {
      Arguments.require(types[i] >= 0, "types[%d] is %d: expected 0 or more", i, types[i]);
    }
    values = values.clone();
    types = types.clone();
    descending = descending.clone();
    frozen = frozen.clone();
  }

  /** Cells of one type, ascending, none frozen, in the order given. */
  public static CellStart of(int... values) {
    int n = Arguments.present("values", values).length;
    return new CellStart(values, new int[n], new boolean[n], new boolean[n]);
  }

  private static void length(String name, int found, int n) {
    Arguments.require(
        found == n, "%s has %d entries, values has %d: expected the same number", name, found, n);
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
  public boolean[] descending() {
    return descending.clone();
  }

  @Override
  public boolean[] frozen() {
    return frozen.clone();
  }

  /** Cells, n. */
  public int n() {
    return values.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CellStart that
        && Arrays.equals(values, that.values)
        && Arrays.equals(types, that.types)
        && Arrays.equals(descending, that.descending)
        && Arrays.equals(frozen, that.frozen);
  }

  @Override
  public int hashCode() {
    int hash = 31 * Arrays.hashCode(values) + Arrays.hashCode(types);
    return 31 * (31 * hash + Arrays.hashCode(descending)) + Arrays.hashCode(frozen);
  }

  @Override
  public String toString() {
    return n() + " given cells, " + Integer.toHexString(hashCode());
  }
}
