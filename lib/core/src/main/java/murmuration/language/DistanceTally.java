package murmuration.language;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * How many pairs of records are at each pair of distances, of meanings and of messages: all that
 * any of the correlations needs. Counts are longs; cells lie in an open-addressing table by the
 * bits of the two distances.
 */
final class DistanceTally {
  /** Cells beyond which a tally is refused: the distances are as good as all different. */
  static final int MOST_CELLS = 1 << 23;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private double[] x = new double[64];
  private double[] y = new double[64];
  private long[] counts = new long[64];
  private int cells;

  /** Adds pairs at these distances; a count of 0 adds nothing. */
  void add(double meaning, double message, long pairs) {
    if (pairs == 0) {
      return;
    }
    int slot = slot(meaning + 0.0, message + 0.0); // makes -0.0 and 0.0 one value
    if (counts[slot] == 0) {
      x[slot] = meaning + 0.0;
      y[slot] = message + 0.0;
      cells++;
    }
    counts[slot] += pairs;
    if (2 * cells > counts.length) {
      grow();
    }
  }

  /** Adds all pairs of another tally. */
  void add(DistanceTally other) {
    for (int i = 0; i < other.counts.length; i++) {
      add(other.x[i], other.y[i], other.counts[i]);
    }
  }

  /** The pairs at these distances. */
  long count(double meaning, double message) {
    return counts[slot(meaning, message)];
  }

  /** The number of different pairs of distances. */
  int cells() {
    return cells;
  }

  /** The different distances of meanings, ascending. */
  double[] meanings() {
    return distinct(x);
  }

  /** The different distances of messages, ascending. */
  double[] messages() {
    return distinct(y);
  }

  /**
   * Where each cell is: its meaning's class times {@code columns} plus its message's, ascending.
   */
  long[] places(double[] meanings, double[] messages) {
    long[] places = new long[cells];
    int at = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        long row = Arrays.binarySearch(meanings, x[i]);
        places[at++] = row * messages.length + Arrays.binarySearch(messages, y[i]);
      }
    }
    Arrays.sort(places);
    return places;
  }

  private double[] distinct(double[] values) {
    double[] used = new double[cells];
    int at = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        used[at++] = values[i];
      }
    }
    Arrays.sort(used);
    return Arrays.stream(used).distinct().toArray();
  }

  private int slot(double meaning, double message) {
    long bits = Double.doubleToRawLongBits(meaning) * SPREAD;
    bits = ((bits ^ bits >>> 32) + Double.doubleToRawLongBits(message)) * SPREAD;
    int mask = counts.length - 1;
    int slot = (int) (bits >>> 35) & mask;
    while (counts[slot] != 0 && (x[slot] != meaning || y[slot] != message)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    Arguments.require(
        cells <= MOST_CELLS,
        "the pairs have more than %d different pairs of distances: expected fewer; take distances"
            + " with fewer values, or a part of the records",
        MOST_CELLS);
    double[] oldX = x;
    double[] oldY = y;
    long[] old = counts;
    x = new double[2 * old.length];
    y = new double[2 * old.length];
    counts = new long[2 * old.length];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != 0) {
        int slot = slot(oldX[i], oldY[i]);
        x[slot] = oldX[i];
        y[slot] = oldY[i];
        counts[slot] = old[i];
      }
    }
  }
}
