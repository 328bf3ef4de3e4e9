package murmuration.math;

import java.util.Arrays;

/**
 * How many values fall into each of several bins of equal width; a value on an edge belongs to the
 * bin above it, the largest to the last bin.
 *
 * @param low lower edge of the first bin
 * @param high upper edge of the last bin, above {@code low}
 * @param counts values in each bin
 */
public record Histogram(double low, double high, int[] counts) {
  /** Checks the edges and keeps its own copy. */
  public Histogram {
    Arguments.require(low < high, "edges are %s and %s: expected low < high", low, high);
    counts = counts.clone();
  }

  /**
   * Counts values; those outside the edges fall into the first or the last bin.
   *
   * @param values values without NaN
   * @param bins at least 1
   */
  public static Histogram of(double[] values, double low, double high, int bins) {
    Arguments.require(bins >= 1, "bins is %d: expected at least 1", bins);
    int[] counts = new int[bins];
    for (double v : values) {
      counts[Math.clamp((int) ((v - low) / (high - low) * bins), 0, bins - 1)]++;
    }
    return new Histogram(low, high, counts);
  }

  @Override
  public int[] counts() {
    return counts.clone();
  }

  /** The middle of each bin. */
  public double[] centres() {
    double[] centres = new double[counts.length];
    Arrays.setAll(centres, i -> low + (i + 0.5) * (high - low) / counts.length);
    return centres;
  }

  /** The counts as heights of bars. */
  public double[] heights() {
    return Arrays.stream(counts).asDoubleStream().toArray();
  }

  /** Shannon entropy in nats of the shares of the bins. */
  public double entropy() {
    return entropy(counts);
  }

  /** Shannon entropy {@code -sum p ln p} in nats of the shares of counts; NaN if all are 0. */
  public static double entropy(int[] counts) {
    return Entropy.nats(
        Arrays.stream(Arguments.present("counts", counts)).asLongStream().toArray());
  }
}
