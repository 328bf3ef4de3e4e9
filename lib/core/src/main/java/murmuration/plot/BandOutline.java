package murmuration.plot;

import java.util.Arrays;

/** The closed outline of a band: its upper edge forwards, its lower edge backwards. */
final class BandOutline {
  private BandOutline() {}

  /**
   * The outline of the points {@code from} to {@code to - 1}, none of them a gap; of the points in
   * one column of pixels the lowest low and the highest high remain.
   */
  static Trace of(Trace low, Trace high, int from, int to) {
    int n = to - from;
    var x = new double[n];
    var bottom = new double[n];
    var top = new double[n];
    int m = 0;
    for (int i = from; i < to; i++) {
      boolean sameColumn = m > 1 && i < to - 1 && Math.floor(low.x()[i]) == Math.floor(x[m - 1]);
      if (sameColumn) {
        bottom[m - 1] = Math.min(bottom[m - 1], low.y()[i]);
        top[m - 1] = Math.max(top[m - 1], high.y()[i]);
      } else {
        x[m] = low.x()[i];
        bottom[m] = low.y()[i];
        top[m] = high.y()[i];
        m++;
      }
    }
    return closed(Arrays.copyOf(x, m), bottom, top);
  }

  private static Trace closed(double[] x, double[] bottom, double[] top) {
    int m = x.length;
    var outline = new Trace(new double[2 * m], new double[2 * m]);
    for (int i = 0; i < m; i++) {
      outline.x()[i] = outline.x()[2 * m - 1 - i] = x[i];
      outline.y()[i] = top[i];
      outline.y()[2 * m - 1 - i] = bottom[i];
    }
    return outline;
  }
}
