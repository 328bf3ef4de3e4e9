package murmuration.scaling.metric;

import java.util.List;
import murmuration.math.Arguments;

/** What one model put out on the items of a test, which several metrics can grade. */
public sealed interface Outputs
    permits TokenOutputs, TokenCounts, TokenProbabilities, ChoiceProbabilities, ScoredItems, Tally {
  /** The number of items. */
  int items();

  /** The scores by every metric that these outputs allow. */
  List<ItemScores> scores();

  /**
   * Whether it is known which item got which score, so that models can be compared item by item.
   */
  default boolean itemized() {
    return true;
  }

  /**
   * The scores by one metric, which is found by its name.
   *
   * @throws IllegalArgumentException where these outputs do not allow it
   */
  default ItemScores scores(Metric metric) {
    String name = Arguments.present("metric", metric).name();
    List<ItemScores> all = scores();
    return all.stream()
        .filter(scores -> scores.metric().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        "no %s of these outputs: expected one of %s",
                        name, all.stream().map(ItemScores::metric).toList())));
  }
}
