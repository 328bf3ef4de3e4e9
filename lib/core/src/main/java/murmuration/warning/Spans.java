package murmuration.warning;

import java.util.Arrays;

/**
 * The windows of one analysis, in order: window k covers samples {@code from[k] .. to[k]-1} and its
 * value is stored at sample {@code at[k]}. Both ends never move back.
 *
 * @param n length of the series
 * @param at where the value of each window is stored
 * @param from first sample of each window
 * @param to sample after the last of each window
 * @param omit whether NaN are dropped inside a window; else a window that holds one gives NaN
 * @param minCount values that must remain in a window after NaN were dropped
 */
record Spans(int n, int[] at, int[] from, int[] to, boolean omit, int minCount) {

  /** The windows that {@code window} lays over a series of n. */
  static Spans of(Window window, int n) {
    int w = window.length(n);
    int first = window.start(w);
    int size = (n - 1 - first) / window.stride() + 1;
    int[] at = new int[size];
    int[] from = new int[size];
    int[] to = new int[size];
    for (int k = 0; k < size; k++) {
      at[k] = first + k * window.stride();
      from[k] = window.from(at[k], w);
      to[k] = window.to(at[k], w, n);
    }
    return new Spans(n, at, from, to, window.missing() == Window.Missing.OMIT, window.required(w));
  }

  int size() {
    return at.length;
  }

  int length(int k) {
    return to[k] - from[k];
  }

  /** Whether {@code count} values that are not NaN are enough for a value of window k. */
  boolean enough(int count, int k) {
    return omit ? count >= minCount : count == length(k);
  }

  /** Whether window k shares so little with window k-1 that it is cheaper to start again. */
  boolean afresh(int k) {
    return k == 0 || (to[k] - to[k - 1]) + (from[k] - from[k - 1]) >= length(k);
  }

  /** One value a window, spread over the series with NaN where no window is stored. */
  double[] spread(double[] values) {
    double[] series = new double[n];
    Arrays.fill(series, Double.NaN);
    for (int k = 0; k < at.length; k++) {
      series[at[k]] = values[k];
    }
    return series;
  }
}
