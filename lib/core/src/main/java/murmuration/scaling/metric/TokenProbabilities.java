package murmuration.scaling.metric;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.math.Arguments;

/**
 * The probability of the correct token in each item, the same for all of its L tokens: what metrics
 * are expected to be (Schaeffer, Miranda and Koyejo 2023, section 2). Exact match is {@code p^L},
 * the edit distance {@code L(1-p)}, the log loss a token {@code -ln p}.
 *
 * @param probabilities p of each item, above 0 and at most 1
 * @param lengths tokens L of each target, at least 1
 */
public record TokenProbabilities(double[] probabilities, int[] lengths) implements Outputs {
  /** Keeps its own copies. */
  public TokenProbabilities {
    Arguments.finite("probabilities", probabilities, 1);
    probabilities = probabilities.clone();
    lengths = Arguments.present("lengths", lengths).clone();
    TokenCounts.checkLengths(probabilities.length, lengths);
    for (int i = 0; i < probabilities.length; i++) {
      double p = probabilities[i];
      Arguments.require(
          p > 0 && p <= 1, "probabilities[%d] is %s: expected above 0, at most 1", i, p);
    }
  }

  @Override
  public double[] probabilities() {
    return probabilities.clone();
  }

  @Override
  public int[] lengths() {
    return lengths.clone();
  }

  @Override
  public int items() {
    return probabilities.length;
  }

  @Override
  public List<ItemScores> scores() {
    double mean = Arrays.stream(lengths).average().orElseThrow();
    return List.of(
        scores(Metrics.EXACT_MATCH, i -> Math.exp(lengths[i] * Math.log(probabilities[i]))),
        scores(Metrics.TOKEN_ACCURACY, i -> probabilities[i]),
        scores(Metrics.EDIT_DISTANCE.worst(mean), i -> lengths[i] * (1 - probabilities[i])),
        scores(Metrics.NORMALISED_EDIT_DISTANCE, i -> 1 - probabilities[i]),
        scores(Metrics.LOG_LOSS, i -> -Math.log(probabilities[i])));
  }

  private ItemScores scores(Metric metric, IntToDoubleFunction score) {
    return new ItemScores(
        metric, IntStream.range(0, probabilities.length).mapToDouble(score).toArray());
  }
}
