package murmuration.scaling.metric;

import java.util.Arrays;
import java.util.List;
import murmuration.math.Arguments;

/**
 * How many items were right, and nothing of which: an accuracy as papers give it.
 *
 * @param right items that were right, 0 to n
 * @param items all items n, 1 to 10 million
 */
public record Tally(int right, int items) implements Outputs {
  private static final int MOST = 10_000_000;

  /** Checks the counts. */
  public Tally {
    Arguments.require(items >= 1 && items <= MOST, "items is %d: expected 1 to %d", items, MOST);
    Arguments.require(
        right >= 0 && right <= items, "right is %d: expected 0 to %d items", right, items);
  }

  @Override
  public boolean itemized() {
    return false;
  }

  @Override
  public List<ItemScores> scores() {
    double[] values = new double[items];
    Arrays.fill(values, 0, right, 1);
    return List.of(new ItemScores(Metrics.EXACT_MATCH, values));
  }
}
