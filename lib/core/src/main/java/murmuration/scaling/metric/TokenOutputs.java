package murmuration.scaling.metric;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.math.Levenshtein;

/**
 * Token sequences beside what they should be: exact match, token accuracy (positions that agree
 * over the longer length), Levenshtein's edit distance and the same over the longer length.
 *
 * @param produced what the model wrote, {@code [item][token]}; a sequence may be empty
 * @param targets what it should have written, as many
 */
public record TokenOutputs(int[][] produced, int[][] targets) implements Outputs {
  /** Keeps its own copies. */
  public TokenOutputs {
    produced = copy("produced", produced);
    targets = copy("targets", targets);
    Arguments.require(produced.length > 0, "produced is empty: expected at least 1 item");
    Arguments.require(
        produced.length == targets.length,
        "produced has %d items, targets has %d: expected the same number",
        produced.length,
        targets.length);
  }

  @Override
  public int[][] produced() {
    return copy("produced", produced);
  }

  @Override
  public int[][] targets() {
    return copy("targets", targets);
  }

  @Override
  public int items() {
    return produced.length;
  }

  @Override
  public List<ItemScores> scores() {
    double[] distance = each(i -> Levenshtein.distance(produced[i], targets[i]));
    double[] longer = each(i -> Math.max(produced[i].length, targets[i].length));
    double mean = Math.max(1, Arrays.stream(longer).average().orElseThrow());
    return List.of(
        new ItemScores(Metrics.EXACT_MATCH, each(i -> distance[i] == 0 ? 1 : 0)),
        new ItemScores(Metrics.TOKEN_ACCURACY, each(i -> agreement(produced[i], targets[i]))),
        new ItemScores(Metrics.EDIT_DISTANCE.worst(mean), distance),
        new ItemScores(
            Metrics.NORMALISED_EDIT_DISTANCE,
            each(i -> distance[i] == 0 ? 0 : distance[i] / longer[i])));
  }

  private double[] each(IntToDoubleFunction score) {
    return IntStream.range(0, produced.length).mapToDouble(score).toArray();
  }

  private static double agreement(int[] a, int[] b) {
    int longer = Math.max(a.length, b.length);
    long equal = IntStream.range(0, Math.min(a.length, b.length)).filter(i -> a[i] == b[i]).count();
    return longer == 0 ? 1 : (double) equal / longer;
  }

  private static int[][] copy(String name, int[][] sequences) {
    int[][] copy = Arguments.present(name, sequences).clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = Arguments.present(name + "[" + i + "]", copy[i]).clone();
    }
    return copy;
  }
}
