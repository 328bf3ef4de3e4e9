package murmuration.sorting.lattice;

/**
 * What a cell of a plane of cells does on its turn. Every cell wants higher values to its right and
 * below it, lower ones to its left and above it.
 */
public enum LatticeAlgotype {
  /** Looks at one of its four neighbours at random, and swaps if that stands on the wrong side. */
  BUBBLE,
  /** Looks at all four, and swaps with the one on the wrong side whose value differs most. */
  STEEPEST,
  /** Looks left or right at random; above or below only where its row is in order beside it. */
  ROW_FIRST
}
