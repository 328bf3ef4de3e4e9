package murmuration.language;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One thing that messages have and that may tell of the meaning: the symbol at a position, or how
 * often a symbol occurs. Records that are not listed are all of one more class.
 *
 * @param label what it is called
 * @param records the records listed, or null for all
 * @param code class of each listed record
 * @param counts total weight of each class, each above 0
 * @param others total weight of the records that are not listed
 */
record MessageUnit(String label, int @Nullable [] records, int[] code, long[] counts, long others) {

  int record(int i) {
    return records == null ? i : records[i];
  }

  int classes() {
    return counts.length + (others > 0 ? 1 : 0);
  }

  /** The weight of every class. */
  long[] margin() {
    long[] margin = Arrays.copyOf(counts, classes());
    if (others > 0) {
      margin[counts.length] = others;
    }
    return margin;
  }

  boolean constant() {
    return classes() == 1;
  }
}
