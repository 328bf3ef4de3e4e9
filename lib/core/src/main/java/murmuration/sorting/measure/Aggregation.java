package murmuration.sorting.measure;

import murmuration.math.Arguments;

/**
 * How much like cells stand beside like: four conventions of the same idea, from the types by
 * position. Type codes may be any whole numbers.
 */
public enum Aggregation {
  /** Pairs of equal neighbours over cells: what the published code computes; below 1 always. */
  PEER,
  /** Pairs of equal neighbours over pairs of neighbours (the paper's Fig. 8C: 2 of 5 is 0.4). */
  PAIRS,
  /** Share of the cells with at least one equal neighbour. */
  EITHER,
  /** Share of the cells all of whose neighbours (one at an end, two elsewhere) are equal. */
  BOTH;

  /**
   * The aggregation of an array.
   *
   * @param types by position, at least 1
   * @return 0 to 1; for a lone cell 0 as PEER and NaN otherwise, as there is nothing to compare
   */
  public double of(int[] types) {
    int n = checked(types).length;
    return switch (this) {
      case PEER -> (double) samePairs(types) / n;
      case PAIRS -> n == 1 ? Double.NaN : (double) samePairs(types) / (n - 1);
      case EITHER -> share(types, 1, 1);
      case BOTH -> share(types, 1, 2);
    };
  }

  /** Pairs of neighbours of equal type, {@code #{i < n-1 : type[i] == type[i+1]}}. */
  public static int samePairs(int[] types) {
    int pairs = 0;
    for (int i = 1; i < checked(types).length; i++) {
      pairs += types[i] == types[i - 1] ? 1 : 0;
    }
    return pairs;
  }

  private static double share(int[] types, int needAtEnds, int needInside) {
    int n = types.length;
    if (n == 1) {
      return Double.NaN;
    }
    int cells = 0;
    for (int i = 0; i < n; i++) {
      int left = i > 0 && types[i - 1] == types[i] ? 1 : 0;
      int right = i < n - 1 && types[i + 1] == types[i] ? 1 : 0;
      cells += left + right >= (i == 0 || i == n - 1 ? needAtEnds : needInside) ? 1 : 0;
    }
    return (double) cells / n;
  }

  private static int[] checked(int[] types) {
    Arguments.present("types", types);
    Arguments.require(types.length > 0, "types is empty: expected at least 1 cell");
    return types;
  }
}
