package murmuration.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The records of a language with equal ones (the same meaning and the same message) as one, its
 * weights added.
 */
final class CollapsedRecords {
  final int[][] meanings;
  final int[][] messages;
  final long[] weights;

  private CollapsedRecords(int[][] meanings, int[][] messages, long[] weights) {
    this.meanings = meanings;
    this.messages = messages;
    this.weights = weights;
  }

  /** A meaning and a message, equal by their values. */
  private record Entry(int[] meaning, int[] message) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Entry e
          && Arrays.equals(meaning, e.meaning)
          && Arrays.equals(message, e.message);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(meaning) + Arrays.hashCode(message);
    }
  }

  /** In the order of the first of each. */
  static CollapsedRecords of(Language language) {
    int[][] meanings = language.meaningRows();
    int[][] messages = language.messageRows();
    Map<Entry, Integer> places = HashMap.newHashMap(meanings.length);
    int[] first = new int[meanings.length];
    long[] weights = new long[meanings.length];
    int n = 0;
    for (int i = 0; i < meanings.length; i++) {
      Integer seen = places.putIfAbsent(new Entry(meanings[i], messages[i]), n);
      int at = seen == null ? n : seen;
      if (seen == null) {
        first[n++] = i;
      }
      weights[at] += language.weight(i);
    }
    int[] kept = Arrays.copyOf(first, n);
    return new CollapsedRecords(
        Arrays.stream(kept).mapToObj(i -> meanings[i]).toArray(int[][]::new),
        Arrays.stream(kept).mapToObj(i -> messages[i]).toArray(int[][]::new),
        Arrays.copyOf(weights, n));
  }

  int size() {
    return weights.length;
  }

  /** Pairs of equal records, which are at distance 0 in both. */
  long equalPairs() {
    long sum = 0;
    for (long w : weights) {
      sum += w % 2 == 0 ? w / 2 * (w - 1) : (w - 1) / 2 * w;
    }
    return sum;
  }

  /** Whether every record stands for itself alone. */
  boolean unweighted() {
    return Arrays.stream(weights).allMatch(w -> w == 1);
  }
}
