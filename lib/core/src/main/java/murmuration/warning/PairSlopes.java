package murmuration.warning;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Rng;
import murmuration.math.Selection;
import murmuration.sweep.Progress;

/**
 * Order statistics of the slopes of all pairs of points, exactly. Few pairs are listed; of many, a
 * sample says between which bounds the answer lies, and one pass counts the slopes below them and
 * lists those between (Floyd and Rivest 1975, Expected time bounds for selection).
 */
final class PairSlopes {
  private static final long LISTED = 50_000;
  private static final int SAMPLE = 20_000;

  private final double[] t;
  private final double[] y;
  private final double[] sample;
  private final long count;
  private long below;

  /** Points without NaN, not all at one time. */
  PairSlopes(double[] t, double[] y) {
    this.t = t;
    this.y = y;
    count = pairs(t);
    sample = count <= LISTED ? new double[0] : draw();
  }

  private static long pairs(double[] t) {
    double[] sorted = t.clone();
    Arrays.sort(sorted);
    long pairs = 0;
    for (int i = 1, sameBefore = 0; i < sorted.length; i++) {
      sameBefore = sorted[i] == sorted[i - 1] ? sameBefore + 1 : 0;
      pairs += i - sameBefore;
    }
    return pairs;
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
    Arrays.sort(drawn);
    return drawn;
  }

  /** The number of pairs at different times. */
  long count() {
    return count;
  }

  double median() {
    double[] middle = smallest((count - 1) / 2, count / 2);
    return (middle[0] + middle[1]) / 2;
  }

  /** The slopes at these places of the ascending order, from 0; places ascend. */
  double[] smallest(long... places) {
    long last = places[places.length - 1];
    for (double margin = 4 * Math.sqrt(sample.length); ; margin *= 2) {
      int first = (int) Math.floor(share(places[0]) - margin);
      int beyond = (int) Math.ceil(share(last) + margin);
      boolean all = sample.length == 0;
      double low = all || first < 0 ? Double.NEGATIVE_INFINITY : sample[first];
      double high = all || beyond >= sample.length ? Double.POSITIVE_INFINITY : sample[beyond];
      double[] between = collect(low, high);
      if (places[0] >= below && last - below < between.length) {
        return Arrays.stream(places)
            .mapToDouble(k -> Selection.smallest(between, (int) (k - below)))
            .toArray();
      }
    }
  }

  private double share(long place) {
    return (double) place / count * sample.length;
  }

  /** The slopes in [low, high]; counts those below low. */
  private double[] collect(double low, double high) {
    double[] between = new double[1024];
    int found = 0;
    below = 0;
    try (var progress = Progress.of("slopes of pairs", t.length)) {
      for (int i = 0; i < t.length; i++) {
        for (int j = i + 1; j < t.length; j++) {
          if (t[j] != t[i]) {
            double slope = (y[j] - y[i]) / (t[j] - t[i]);
            if (slope < low) {
              below++;
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
