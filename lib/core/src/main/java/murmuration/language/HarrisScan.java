package murmuration.language;

import java.util.Arrays;
import murmuration.math.Interruption;

/** Harris' scheme along messages: a boundary where it becomes more open what comes next. */
final class HarrisScan {
  private final Substrings substrings;
  private final double[] entropies;
  private final double threshold;
  private final BoundaryRule rule;
  private final double[] along;

  HarrisScan(Substrings substrings, BranchingRule branching, double threshold, BoundaryRule rule) {
    this.substrings = substrings;
    this.threshold = threshold;
    this.rule = rule;
    entropies = substrings.entropies(branching);
    along = new double[substrings.longest() + 1];
  }

  /** The boundaries of every record, ascending. */
  int[][] boundaries(int records) {
    int[][] ofMessage = new int[substrings.messages()][];
    for (int m = 0; m < ofMessage.length; m++) {
      Interruption.check("the search for boundaries");
      ofMessage[m] = ofMessage(m);
    }
    int[][] ofRecord = new int[records][];
    Arrays.setAll(ofRecord, i -> ofMessage[substrings.messageOfRecord(i)]);
    return ofRecord;
  }

  /**
   * From each place contexts grow from two symbols to one short of the end; where the branching
   * entropy rises by more than the threshold with the last symbol, a boundary follows it. Near the
   * end contexts of two symbols are cut short, which puts boundaries at the end and beyond it.
   */
  private int[] ofMessage(int message) {
    int length = substrings.length(message);
    boolean[] marked = new boolean[length + 2];
    for (int from = 0; from < length; from++) {
      substrings.along(message, from, entropies, along);
      int width = 2;
      do {
        int symbols = Math.min(width, length - from);
        if (along[symbols] - along[symbols - 1] > threshold) {
          marked[from + width] = true;
        }
        width++;
      } while (from + width < length);
    }
    int last = rule == BoundaryRule.PEER ? length + 1 : length - 1;
    int[] found = new int[length + 2];
    int many = 0;
    for (int b = 2; b <= last; b++) {
      if (marked[b]) {
        found[many++] = b;
      }
    }
    return Arrays.copyOf(found, many);
  }
}
