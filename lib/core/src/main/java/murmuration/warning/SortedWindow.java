package murmuration.warning;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import murmuration.math.Interruption;
import murmuration.math.Quantile;

/** The values of a rolling window in ascending order; a value enters or leaves in one move. */
final class SortedWindow {
  private final double[] sorted;
  private int size;

  private SortedWindow(int capacity) {
    sorted = new double[capacity];
  }

  /** A statistic of the sorted values of each window, NaN left out, spread over the series. */
  static double[] along(RollingPass pass, ToDoubleFunction<SortedWindow> statistic) {
    Spans spans = pass.spans;
    double[] x = pass.x;
    var window = new SortedWindow(x.length);
    double[] values = new double[spans.size()];
    for (int k = 0; k < values.length; k++) {
      Interruption.check("a rolling indicator");
      int from = spans.from()[k];
      int to = spans.to()[k];
      if (spans.afresh(k)) {
        window.fill(x, from, to);
      } else {
        for (int i = spans.to()[k - 1]; i < to; i++) {
          window.enter(x[i]);
        }
        for (int i = spans.from()[k - 1]; i < from; i++) {
          window.leave(x[i]);
        }
      }
      values[k] = spans.enough(window.size, k) ? statistic.applyAsDouble(window) : Double.NaN;
    }
    return spans.spread(values);
  }

  private void fill(double[] x, int from, int to) {
    size = 0;
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(x[i])) {
        sorted[size++] = x[i];
      }
    }
    Arrays.sort(sorted, 0, size);
  }

  private void enter(double v) {
    if (!Double.isNaN(v)) {
      int found = Arrays.binarySearch(sorted, 0, size, v);
      int place = found < 0 ? -found - 1 : found;
      System.arraycopy(sorted, place, sorted, place + 1, size - place);
      sorted[place] = v;
      size++;
    }
  }

  private void leave(double v) {
    if (!Double.isNaN(v)) {
      int place = Arrays.binarySearch(sorted, 0, size, v);
      System.arraycopy(sorted, place + 1, sorted, place, size - place - 1);
      size--;
    }
  }

  double largest() {
    return sorted[size - 1];
  }

  /** From one {@link Quantile} to another. */
  double range(double low, double high) {
    return Quantile.ofSorted(sorted, size, high) - Quantile.ofSorted(sorted, size, low);
  }

  /** {@code sum_i (2i - n - 1) x_(i) / (n sum x)}, i from 1; NaN if the sum is 0. */
  double gini() {
    double sum = 0;
    double ranked = 0;
    for (int i = 0; i < size; i++) {
      sum += sorted[i];
      ranked += (2.0 * i + 1 - size) * sorted[i];
    }
    return sum == 0 ? Double.NaN : ranked / (size * sum);
  }
}
