package murmuration.warning;

import java.util.Arrays;

/** The straight line through the samples of a window. */
final class Lines {
  private static final double ROUNDING = 8;

  private Lines() {}

  /**
   * {@code x} less its least-squares line on 0, 1, 2, ...; NaN stay and do not count. What is no
   * more than the rounding of x is 0: a line leaves nothing.
   */
  static double[] removed(double[] x) {
    int count = 0;
    double position = 0;
    double mean = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i])) {
        count++;
        position += i;
        mean += x[i];
      }
    }
    position /= count;
    mean /= count;
    double product = 0;
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i])) {
        product += (i - position) * (x[i] - mean);
        square += (i - position) * (i - position);
      }
    }
    double slope = product / square;
    double[] rest = new double[x.length];
    double largest = 0;
    double largestRest = 0;
    for (int i = 0; i < x.length; i++) {
      rest[i] = x[i] - mean - slope * (i - position);
      if (!Double.isNaN(x[i])) {
        largest = Math.max(largest, Math.abs(x[i]));
        largestRest = Math.max(largestRest, Math.abs(rest[i]));
      }
    }
    return largestRest <= ROUNDING * Math.ulp(largest) ? flat(x) : rest;
  }

  private static double[] flat(double[] x) {
    return Arrays.stream(x).map(v -> Double.isNaN(v) ? v : 0).toArray();
  }

  /** An indicator of every window of {@code pass} after the window's own line was taken out. */
  static double[] along(RollingPass pass, Indicator indicator) {
    Spans spans = pass.spans;
    double[] values = new double[spans.size()];
    for (int k = 0; k < values.length; k++) {
      int from = spans.from()[k];
      int to = spans.to()[k];
      int n = to - from;
      var whole =
          new Spans(
              n, new int[] {n - 1}, new int[] {0}, new int[] {n}, spans.omit(), spans.minCount());
      double[] rest = removed(Arrays.copyOfRange(pass.x, from, to));
      double[] state = Arrays.copyOfRange(pass.state, from, to);
      values[k] = indicator.along(new RollingPass(rest, state, pass.dt, whole))[n - 1];
    }
    return spans.spread(values);
  }
}
