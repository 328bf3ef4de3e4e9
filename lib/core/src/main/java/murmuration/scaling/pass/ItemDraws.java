package murmuration.scaling.pass;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * Items drawn with replacement, as if the data set were drawn again.
 *
 * @param items how many there are
 * @param resamples how often all are drawn
 * @param seed seed of the draws; draw i uses stream i
 */
record ItemDraws(int items, int resamples, long seed) {
  private static final int MOST = 1_000_000;

  static ItemDraws of(int items, int resamples, long seed) {
    Arguments.require(
        resamples >= 2 && resamples <= MOST, "resamples is %d: expected 2 to %d", resamples, MOST);
    return new ItemDraws(items, resamples, seed);
  }

  /** What {@code statistic} says of each draw, given how often each item came. */
  double[] statistics(String name, ToDoubleFunction<int[]> statistic) {
    return Parallel.doubles(name + " bootstrap", resamples, i -> statistic.applyAsDouble(draw(i)));
  }

  /** The same for several statistics at once: one row a draw. */
  double[][] rows(String name, Function<int[], double[]> statistics) {
    return Parallel.map(name + " bootstrap", resamples, i -> statistics.apply(draw(i)))
        .toArray(double[][]::new);
  }

  double[] means(String name, double[] values) {
    return statistics(name, counts -> mean(counts, values));
  }

  /** The mean of values of which each counts so often. */
  static double mean(int[] counts, double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += counts[i] * values[i];
    }
    return sum / values.length;
  }

  private int[] draw(int index) {
    return draw(items, Rng.of(seed, index));
  }

  /** How often each item comes when all are drawn with replacement. */
  static int[] draw(int items, RandomGenerator random) {
    int[] counts = new int[items];
    for (int i = 0; i < items; i++) {
      counts[random.nextInt(items)]++;
    }
    return counts;
  }
}
