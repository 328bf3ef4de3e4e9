package murmuration.warning;

/** Shannon entropy of the histogram of a window. */
final class HistogramEntropy {
  private HistogramEntropy() {}

  /** In nats, of equal bins from the smallest to the largest value; 0 for a constant. */
  static double of(double[] x, int bins) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double v : x) {
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
    int[] counts = new int[bins];
    for (double v : x) {
      counts[high == low ? 0 : Math.min(bins - 1, (int) ((v - low) / (high - low) * bins))]++;
    }
    return RollingPermutationEntropy.entropy(counts);
  }
}
