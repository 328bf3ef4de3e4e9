package murmuration.scaling.metric;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import murmuration.math.Arguments;

/**
 * The probabilities that a model gives to the options of multiple-choice items.
 *
 * <p>The <i>multiple choice grade</i> of an item is 1 where the correct option has the largest
 * probability, {@code 1/t} where it is one of t options that share it; the <i>Brier score</i> is
 * the sum over options of {@code (p - y)^2}, 0 to 2, and the half of it 0 to 1 (BIG-bench gives the
 * one, other programs the other, under one name); its worst is what these options could give at
 * most, sharing the rest as they do. The <i>log loss</i>, {@code -ln} of the probability of the
 * correct option, is left out where a correct option has probability 0.
 *
 * @param probabilities {@code [item][option]}, each row at least 2 options that sum to 1 within
 *     1e-6
 * @param correct the correct option of each item, from 0
 */
public record ChoiceProbabilities(double[][] probabilities, int[] correct) implements Outputs {
  private static final double SUM = 1e-6;

  /** Keeps its own copies. */
  public ChoiceProbabilities {
    probabilities = copy(probabilities);
    correct = Arguments.present("correct", correct).clone();
    Arguments.require(probabilities.length > 0, "probabilities is empty: expected at least 1 item");
    Arguments.require(
        probabilities.length == correct.length,
        "probabilities has %d items, correct has %d: expected the same number",
        probabilities.length,
        correct.length);
    for (int i = 0; i < correct.length; i++) {
      check(i, probabilities[i], correct[i]);
    }
  }

  private static void check(int i, double[] row, int right) {
    double sum = Arrays.stream(row).sum();
    Arguments.require(
        Arrays.stream(row).allMatch(p -> p >= 0 && p <= 1) && Math.abs(sum - 1) <= SUM,
        "probabilities[%d] is %s: expected numbers from 0 to 1 that sum to 1",
        i,
        Arrays.toString(row));
    Arguments.require(
        row.length >= 2, "probabilities[%d] has 1 option: expected at least 2 options", i);
    Arguments.require(
        right >= 0 && right < row.length,
        "correct[%d] is %d: expected 0 to %d",
        i,
        right,
        row.length - 1);
  }

  private static double[][] copy(double[][] rows) {
    double[][] copy = Arguments.present("probabilities", rows).clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = Arguments.present("probabilities[" + i + "]", copy[i]).clone();
    }
    return copy;
  }

  @Override
  public double[][] probabilities() {
    return copy(probabilities);
  }

  @Override
  public int[] correct() {
    return correct.clone();
  }

  @Override
  public int items() {
    return correct.length;
  }

  @Override
  public List<ItemScores> scores() {
    double guessed = Arrays.stream(probabilities).mapToDouble(row -> 1.0 / row.length).sum();
    double worst = worstBrier();
    ItemScores brier = scores(Metrics.BRIER.worst(worst), this::brier);
    ItemScores right = scores(Metrics.P_CORRECT, i -> probabilities[i][correct[i]]);
    var scores =
        List.of(
            scores(Metrics.MULTIPLE_CHOICE_GRADE.chance(guessed / items()), this::grade),
            brier,
            scores(Metrics.BRIER_HALF.worst(worst / 2), i -> brier(i) / 2),
            right);
    if (Arrays.stream(right.values()).anyMatch(p -> p == 0)) {
      return scores;
    }
    var loss = scores(Metrics.LOG_LOSS, i -> -Math.log(probabilities[i][correct[i]]));
    return Stream.concat(scores.stream(), Stream.of(loss)).toList();
  }

  private double grade(int i) {
    double own = probabilities[i][correct[i]];
    boolean beaten = Arrays.stream(probabilities[i]).anyMatch(p -> p > own);
    long tied = Arrays.stream(probabilities[i]).filter(p -> p == own).count();
    return beaten ? 0 : 1.0 / tied;
  }

  private double brier(int i) {
    double sum = 0;
    for (int k = 0; k < probabilities[i].length; k++) {
      double error = probabilities[i][k] - (k == correct[i] ? 1 : 0);
      sum += error * error;
    }
    return sum;
  }

  /**
   * The mean Brier score if the correct options had probability 0 and the others shared all as they
   * share the rest: {@code 1 + sum of squared shares}, which makes the score of an item {@code (1 -
   * p)^2} of its worst.
   */
  private double worstBrier() {
    double sum = 0;
    int counted = 0;
    for (int i = 0; i < correct.length; i++) {
      double rest = 1 - probabilities[i][correct[i]];
      if (rest > SUM) {
        sum += brier(i) / (rest * rest);
        counted++;
      }
    }
    return counted == 0 ? 2 : sum / counted;
  }

  private ItemScores scores(Metric metric, IntToDoubleFunction score) {
    return new ItemScores(metric, IntStream.range(0, items()).mapToDouble(score).toArray());
  }
}
