package murmuration.warning;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Rng;
import murmuration.math.Selection;
import murmuration.sweep.Progress;

/**
 * Order statistics of the slopes of all pairs of points, exactly. Few pairs are listed; of many, a
 * sample says between which bounds the answer lies, one pass counts the slopes below them and lists
 * those between (Floyd and Rivest 1975, Expected time bounds for selection).
 */
final class PairSlopes {
  private static final long LISTED = 2_000_000;
  private static final int SAMPLE = 100_000;

  private final double[] t;
  private final double[] y;
  private final double[] sample;
  private final long count;

  /** Points without NaN. */
  PairSlopes(double[] t, double[] y) {
    this.t = t;
    this.y = y;
    long pairs = (long) t.length * (t.length - 1) / 2;
    if (pairs <= LISTED) {
      sample = collect(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, new long[1]);
      count = sample.length;
    } else {
      sample = draw();
      long[] below = new long[1];
      collect(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, below);
      count = below[0];
    }
    Arrays.sort(sample);
  }

  /** The number of pairs at different times. */
  long count() {
    return count;
  }

  double median() {
    return (smallest((count - 1) / 2) + smallest(count / 2)) / 2;
  }

  /** The k-th smallest slope, from 0. */
  double smallest(long k) {
    if (count == sample.length) {
      return sample[(int) k];
    }
    double at = (double) k / count * sample.length;
    for (double margin = 4 * Math.sqrt(sample.length); ; margin *= 2) {
      int first = (int) Math.floor(at - margin);
      int last = (int) Math.ceil(at + margin);
      double low = first < 0 ? Double.NEGATIVE_INFINITY : sample[first];
      double high = last < sample.length ? sample[last] : Double.POSITIVE_INFINITY;
      long[] below = new long[1];
      double[] between = collect(low, high, below);
      long rank = k - below[0];
      if (rank >= 0 && rank < between.length) {
        return Selection.smallest(between, (int) rank);
      }
    }
  }

  private double[] draw() {
    RandomGenerator random = Rng.of(1);
    double[] drawn = new double[SAMPLE];
    for (int filled = 0; filled < SAMPLE; ) {
      int i = random.nextInt(t.length);
      int j = random.nextInt(t.length);
      if (t[i] != t[j]) {
        drawn[filled++] = (y[j] - y[i]) / (t[j] - t[i]);
      }
    }
    return drawn;
  }

  /** The slopes in [low, high]; the number of those below low is added to below. */
  private double[] collect(double low, double high, long[] below) {
    double[] between = new double[1024];
    int found = 0;
    try (var progress = Progress.of("slopes of pairs", t.length)) {
      for (int i = 0; i < t.length; i++) {
        for (int j = i + 1; j < t.length; j++) {
          if (t[j] != t[i]) {
            double slope = (y[j] - y[i]) / (t[j] - t[i]);
            if (slope < low) {
              below[0]++;
            } else if (slope <= high) {
              if (found == between.length) {
                between = Arrays.copyOf(between, 2 * found);
              }
              between[found++] = slope;
            }
          }
        }
        progress.tick();
      }
    }
    return Arrays.copyOf(between, found);
  }
}
