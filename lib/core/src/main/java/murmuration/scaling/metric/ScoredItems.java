package murmuration.scaling.metric;

import java.util.List;
import murmuration.math.Arguments;

/**
 * Items that others have graded: their scores by one metric or several.
 *
 * @param scores one entry a metric, all of the same items
 */
public record ScoredItems(List<ItemScores> scores) implements Outputs {
  /** Checks that all grade the same items and that no metric comes twice. */
  public ScoredItems {
    scores = Arguments.listed("scores", scores);
    Arguments.require(!scores.isEmpty(), "scores is empty: expected at least one metric");
    int items = scores.getFirst().items();
    for (ItemScores each : scores) {
      Arguments.require(
          each.items() == items,
          "%s has %d items, %s has %d: expected the same number",
          each.metric(),
          each.items(),
          scores.getFirst().metric(),
          items);
    }
    long names = scores.stream().map(s -> s.metric().name()).distinct().count();
    Arguments.require(names == scores.size(), "scores has a metric twice: expected distinct names");
  }

  @Override
  public int items() {
    return scores.getFirst().items();
  }
}
