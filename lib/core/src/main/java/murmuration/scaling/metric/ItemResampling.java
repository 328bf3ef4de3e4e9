package murmuration.scaling.metric;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.math.Binomial;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * Means over items that are drawn again with replacement: the same items for all models and metrics
 * where models have the same items, else items of its own for each model.
 */
final class ItemResampling {
  private final double[][][] values; // [model][metric][item]
  private final boolean matched;

  ItemResampling(ScaledOutputs outputs, List<Metric> metrics) {
    matched = outputs.matched();
    values =
        outputs.outputs().stream()
            .map(o -> metrics.stream().map(m -> o.scores(m).values()).toArray(double[][]::new))
            .toArray(double[][][]::new);
  }

  /** Means of each draw, {@code [metric][model]}. */
  List<double[][]> draw(int draws, long seed) {
    Binomial[] tallies = matched ? new Binomial[0] : tallies();
    return Parallel.map(
        "items", draws, i -> matched ? together(Rng.of(seed, i)) : apart(Rng.of(seed, i), tallies));
  }

  private double[][] together(RandomGenerator rng) {
    int[] weights = weights(values[0][0].length, rng);
    double[][] means = new double[values[0].length][values.length];
    for (int model = 0; model < values.length; model++) {
      for (int metric = 0; metric < means.length; metric++) {
        means[metric][model] = mean(values[model][metric], weights);
      }
    }
    return means;
  }

  private double[][] apart(RandomGenerator rng, Binomial[] tallies) {
    double[][] means = new double[values[0].length][values.length];
    for (int model = 0; model < values.length; model++) {
      int items = values[model][0].length;
      if (tallies.length > 0) {
        means[0][model] = tallies[model].next(rng) / (double) items;
      } else {
        int[] weights = weights(items, rng);
        for (int metric = 0; metric < means.length; metric++) {
          means[metric][model] = mean(values[model][metric], weights);
        }
      }
    }
    return means;
  }

  /** The laws of counts of right items where that is all there is; empty where there is more. */
  private Binomial[] tallies() {
    boolean counts =
        values[0].length == 1
            && IntStream.range(0, values.length)
                .allMatch(m -> new ItemScores(Metrics.EXACT_MATCH, values[m][0]).binary());
    return counts
        ? IntStream.range(0, values.length)
            .mapToObj(
                m ->
                    Binomial.of(
                        values[m][0].length,
                        new ItemScores(Metrics.EXACT_MATCH, values[m][0]).mean()))
            .toArray(Binomial[]::new)
        : new Binomial[0];
  }

  private static int[] weights(int items, RandomGenerator rng) {
    int[] weights = new int[items];
    for (int i = 0; i < items; i++) {
      weights[rng.nextInt(items)]++;
    }
    return weights;
  }

  private static double mean(double[] values, int[] weights) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum / values.length;
  }
}
