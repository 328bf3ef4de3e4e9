package murmuration.sorting;

import java.util.Arrays;
import murmuration.math.Arguments;

/** What is kept of a run after each swap, in arrays that grow and can be used again. */
final class Trail {
  private static final int MOST = 50_000_000;
  private static final int FIRST = 4096;
  private static final int[] NOTHING = new int[0];

  private final boolean withSeries;
  private final boolean withMoves;
  private int size;
  private int[] errors;
  private int[] samePairs;
  private int[] froms;
  private int[] tos;

  /** Keeps the errors and pairs after each swap, and the swaps too where that is asked for. */
  Trail(boolean withMoves) {
    this(true, withMoves);
  }

  /** Keeps nothing. */
  static Trail none() {
    return new Trail(false, false);
  }

  private Trail(boolean withSeries, boolean withMoves) {
    this.withSeries = withSeries;
    this.withMoves = withMoves;
    errors = withSeries ? new int[FIRST] : NOTHING;
    samePairs = withSeries ? new int[FIRST] : NOTHING;
    froms = withMoves ? new int[FIRST] : NOTHING;
    tos = withMoves ? new int[FIRST] : NOTHING;
  }

  void clear() {
    size = 0;
  }

  void add(int from, int to, int error, int same) {
    if (!withSeries) {
      return;
    }
    if (size == errors.length) {
      grow();
    }
    errors[size] = error;
    samePairs[size] = same;
    if (withMoves) {
      froms[size] = from;
      tos[size] = to;
    }
    size++;
  }

  private void grow() {
    Arguments.require(
        size < MOST,
        "the run makes more than %d swaps, too many to keep: expected fewer cells or maxSwaps",
        MOST);
    int longer = Math.min(MOST, 2 * size);
    errors = Arrays.copyOf(errors, longer);
    samePairs = Arrays.copyOf(samePairs, longer);
    if (withMoves) {
      froms = Arrays.copyOf(froms, longer);
      tos = Arrays.copyOf(tos, longer);
    }
  }

  int size() {
    return size;
  }

  int error(int i) {
    return errors[i];
  }

  int samePairs(int i) {
    return samePairs[i];
  }

  /** The array that errors are kept in; only the first {@link #size} count. */
  int[] keptErrors() {
    return errors;
  }

  /** The array that pairs are kept in; only the first {@link #size} count. */
  int[] keptSamePairs() {
    return samePairs;
  }

  int[] errors() {
    return Arrays.copyOf(errors, size);
  }

  int[] samePairs() {
    return Arrays.copyOf(samePairs, size);
  }

  int[] froms() {
    return Arrays.copyOf(froms, size);
  }

  int[] tos() {
    return Arrays.copyOf(tos, size);
  }
}
