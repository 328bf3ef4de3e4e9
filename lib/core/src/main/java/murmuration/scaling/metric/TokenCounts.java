package murmuration.scaling.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Arguments;

/**
 * How many tokens of each target were right. Wrong tokens count as substitutions, so that the edit
 * distance is the number of wrong ones; where outputs can be shifted, {@link TokenOutputs} measures
 * less.
 *
 * @param correct right tokens of each item, 0 to its length
 * @param lengths tokens of each target, at least 1
 */
public record TokenCounts(int[] correct, int[] lengths) implements Outputs {
  /** Keeps its own copies. */
  public TokenCounts {
    correct = Arguments.present("correct", correct).clone();
    lengths = Arguments.present("lengths", lengths).clone();
    checkLengths(correct.length, lengths);
    for (int i = 0; i < correct.length; i++) {
      Arguments.require(
          correct[i] >= 0 && correct[i] <= lengths[i],
          "correct[%d] is %d: expected 0 to %d tokens",
          i,
          correct[i],
          lengths[i]);
    }
  }

  static void checkLengths(int items, int[] lengths) {
    Arguments.require(items > 0, "no items: expected at least 1");
    Arguments.require(
        lengths.length == items, "lengths has %d items: expected %d", lengths.length, items);
    for (int i = 0; i < items; i++) {
      Arguments.require(lengths[i] >= 1, "lengths[%d] is %d: expected 1 or more", i, lengths[i]);
    }
  }

  @Override
  public int[] correct() {
    return correct.clone();
  }

  @Override
  public int[] lengths() {
    return lengths.clone();
  }

  @Override
  public int items() {
    return correct.length;
  }

  @Override
  public List<ItemScores> scores() {
    double[] wrong = new double[correct.length];
    double[] share = new double[correct.length];
    for (int i = 0; i < correct.length; i++) {
      wrong[i] = lengths[i] - correct[i];
      share[i] = (double) correct[i] / lengths[i];
    }
    double mean = Arrays.stream(lengths).average().orElseThrow();
    return List.of(
        new ItemScores(
            Metrics.EXACT_MATCH,
            IntStream.range(0, wrong.length).mapToDouble(i -> wrong[i] == 0 ? 1 : 0).toArray()),
        new ItemScores(Metrics.TOKEN_ACCURACY, share),
        new ItemScores(Metrics.EDIT_DISTANCE.worst(mean), wrong),
        new ItemScores(
            Metrics.NORMALISED_EDIT_DISTANCE, Arrays.stream(share).map(p -> 1 - p).toArray()));
  }
}
