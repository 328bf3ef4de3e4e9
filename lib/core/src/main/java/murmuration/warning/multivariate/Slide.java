package murmuration.warning.multivariate;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.warning.Window;

/**
 * The windows of one analysis, in order: window q covers samples {@code from[q] .. to[q]-1} and its
 * value is stored at sample {@code at[q]}. Both ends never move back.
 */
record Slide(int n, int[] at, int[] from, int[] to, int minCount) {

  /** The windows that {@code window} lays over n samples. */
  static Slide of(Window window, int n) {
    int w = Arguments.present("window", window).length(n);
    boolean right = window.alignment() == Window.Alignment.RIGHT;
    int first = right ? w - 1 : 0;
    int size = (n - 1 - first) / window.stride() + 1;
    int[] at = new int[size];
    int[] from = new int[size];
    int[] to = new int[size];
    for (int q = 0; q < size; q++) {
      at[q] = first + q * window.stride();
      from[q] = Math.max(0, right ? at[q] - w + 1 : at[q] - w / 2);
      to[q] = Math.min(n, right ? at[q] + 1 : at[q] + w / 2 + 1);
    }
    return new Slide(n, at, from, to, minCount(window, w));
  }

  private static int minCount(Window window, int w) {
    if (window.missing() == Window.Missing.PROPAGATE) {
      return Integer.MAX_VALUE;
    }
    int count = window.minCount() == 0 ? Math.max(3, (w + 1) / 2) : window.minCount();
    Arguments.require(count <= w, "minCount %d is longer than the window (w = %d)", count, w);
    return count;
  }

  int size() {
    return at.length;
  }

  /** Whether so many complete rows are enough for a value of window q. */
  boolean enough(int rows, int q) {
    return rows >= Math.min(minCount, to[q] - from[q]);
  }

  /** The largest number of samples in a window. */
  int longest() {
    int longest = 0;
    for (int q = 0; q < size(); q++) {
      longest = Math.max(longest, to[q] - from[q]);
    }
    return longest;
  }

  /** One value a window, spread over the series with NaN where no window is stored. */
  double[] spread(double[] values) {
    double[] series = new double[n];
    Arrays.fill(series, Double.NaN);
    for (int q = 0; q < at.length; q++) {
      series[at[q]] = values[q];
    }
    return series;
  }
}
