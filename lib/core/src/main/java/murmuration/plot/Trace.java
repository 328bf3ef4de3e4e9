package murmuration.plot;

import java.util.Arrays;
import java.util.HashSet;

/**
 * Points of a line as places in the plot, in pixels from its lower left corner; NaN is a gap.
 *
 * @param x pixels to the right, length n
 * @param y pixels up, length n
 */
record Trace(double[] x, double[] y) {
  private static final double FAR = 1000;

  /** The places of data points; far outside the plot they stop at a thousand times its size. */
  static Trace of(double[] x, double[] y, Scale across, Scale up, double width, double height) {
    var trace = new Trace(new double[x.length], new double[y.length]);
    for (int i = 0; i < x.length; i++) {
      boolean gap = Double.isNaN(x[i]) || Double.isNaN(y[i]);
      trace.x[i] = gap ? Double.NaN : place(across, x[i]) * width;
      trace.y[i] = gap ? Double.NaN : place(up, y[i]) * height;
    }
    return trace;
  }

  private static double place(Scale scale, double value) {
    return Math.clamp(scale.log() && value <= 0 ? -FAR : scale.place(value), -FAR, FAR);
  }

  /**
   * The same line to the eye with no more than two points in a row in one column of pixels: the
   * lowest and the highest of them, in their order; of more than two, in the middle of the column,
   * so that columns side by side leave no slits. A point alone between gaps becomes two, so that a
   * line of no length marks it.
   */
  Trace thinned() {
    var thin = new Trace(new double[2 * x.length], new double[2 * x.length]);
    int n = 0;
    for (int from = 0, to; from < x.length; from = to) {
      to = from + 1;
      int low = from;
      int high = from;
      while (to < x.length && Math.floor(x[to]) == Math.floor(x[from])) {
        low = y[to] < y[low] ? to : low;
        high = y[to] > y[high] ? to : high;
        to++;
      }
      boolean alone = to == from + 1 && gap(from - 1) && gap(to);
      int kept = low != high || alone ? 2 : 1;
      thin.set(n, this, Math.min(low, high));
      thin.set(n + kept - 1, this, Math.max(low, high));
      if (to - from > 2) {
        thin.x[n] = thin.x[n + kept - 1] = Math.floor(x[from]) + 0.5;
      }
      n += kept;
    }
    return thin.first(n);
  }

  /** The points but those within a quarter of a pixel of one before. */
  Trace distinct() {
    var seen = new HashSet<Long>();
    var kept = new Trace(new double[x.length], new double[x.length]);
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      long cell = Math.round(4 * x[i]) << 32 ^ (Math.round(4 * y[i]) & 0xffffffffL);
      if (!gap(i) && seen.add(cell)) {
        kept.set(n++, this, i);
      }
    }
    return kept.first(n);
  }

  /** Whether there is a point at all. */
  boolean any() {
    for (double value : y) {
      if (!Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }

  private Trace first(int n) {
    return new Trace(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
  }

  private boolean gap(int i) {
    return i < 0 || i >= x.length || Double.isNaN(y[i]);
  }

  private void set(int i, Trace from, int at) {
    x[i] = from.x[at];
    y[i] = from.y[at];
  }
}
