package murmuration.math;

/**
 * A linear smoother whose value at each time is a weighted sum over a run of neighbours. The
 * weights are kept where they fit in 32 MB, else worked out again each time.
 */
final class LocalWeights implements Smoother {
  /** Writes the weights of {@code y[from]..y[to-1]} in the smooth at i to {@code weights[0..]}. */
  interface Row {
    void fill(int i, int from, int to, double[] weights);
  }

  private static final long KEPT = 1 << 22;

  private final int[] from;
  private final int[] to;
  private final Row row;
  private final double[][] kept;
  private final int widest;

  LocalWeights(int[] from, int[] to, Row row) {
    this.from = from;
    this.to = to;
    this.row = row;
    long total = 0;
    int most = 0;
    for (int i = 0; i < from.length; i++) {
      total += to[i] - from[i];
      most = Math.max(most, to[i] - from[i]);
    }
    widest = most;
    kept = new double[total <= KEPT ? from.length : 0][];
    for (int i = 0; i < kept.length; i++) {
      Interruption.check("smoothing");
      kept[i] = new double[to[i] - from[i]];
      row.fill(i, from[i], to[i], kept[i]);
    }
  }

  @Override
  public double[] smooth(double[] y) {
    Arguments.finite("y", y, 1);
    Arguments.require(
        y.length == from.length,
        "y has %d values: expected %d, one for each time",
        y.length,
        from.length);
    double[] smooth = new double[y.length];
    double[] buffer = new double[kept.length > 0 ? 0 : widest];
    for (int i = 0; i < y.length; i++) {
      Interruption.check("smoothing");
      double[] weights = buffer;
      if (kept.length > 0) {
        weights = kept[i];
      } else {
        row.fill(i, from[i], to[i], weights);
      }
      // Weights add up to 1: summing about y[i] saves the digits of a large offset.
      double sum = 0;
      for (int j = from[i], k = 0; j < to[i]; j++, k++) {
        sum += weights[k] * (y[j] - y[i]);
      }
      smooth[i] = y[i] + sum;
    }
    return smooth;
  }
}
