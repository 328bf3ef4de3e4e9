package murmuration.language;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import murmuration.math.Arguments;

/** How often each type occurs. */
final class TypeCounts {
  private static final int MOST = 1_000_000;

  private TypeCounts() {}

  /** Counts of at least two types, from the most frequent to the rarest. */
  static long[] ranked(long[] counts) {
    Arguments.present("counts", counts);
    Arguments.require(
        counts.length >= 2 && counts.length <= MOST,
        "counts has %d values: expected 2 to %d types",
        counts.length,
        MOST);
    long[] sorted = counts.clone();
    Arrays.sort(sorted);
    Arguments.require(sorted[0] >= 1, "a count is %d: expected at least 1", sorted[0]);
    for (int i = 0, j = sorted.length - 1; i < j; i++, j--) {
      long swap = sorted[i];
      sorted[i] = sorted[j];
      sorted[j] = swap;
    }
    sum(sorted);
    return sorted;
  }

  static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      Arguments.require(
          count <= Long.MAX_VALUE - sum, "counts add up to more than %d", Long.MAX_VALUE);
      sum += count;
    }
    return sum;
  }

  /** Rows by weight, in the order of their first occurrence. */
  static Map<Sequence, Long> of(Language language, int[][] rows) {
    var counts = new LinkedHashMap<Sequence, Long>();
    for (int i = 0; i < rows.length; i++) {
      counts.merge(new Sequence(rows[i]), language.weight(i), Math::addExact);
    }
    return counts;
  }

  static long[] values(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).toArray();
  }
}
