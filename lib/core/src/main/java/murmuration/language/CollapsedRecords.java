package murmuration.language;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The records of a language with equal ones (the same meaning and the same message) as one, its
 * weights added, in the order of the length of the message, then the message, then the meaning. So
 * messages that follow one another begin alike, and the order of the records does not matter.
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

  static CollapsedRecords of(Language language) {
    int[][] meanings = language.meaningRows();
    int[][] messages = language.messageRows();
    Integer[] order = new Integer[meanings.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.comparingInt((Integer i) -> messages[i].length)
            .thenComparing(i -> messages[i], Arrays::compare)
            .thenComparing(i -> meanings[i], Arrays::compare));
    int[][] distinctMeanings = new int[order.length][];
    int[][] distinctMessages = new int[order.length][];
    long[] weights = new long[order.length];
    int n = 0;
    for (int i : order) {
      if (n == 0
          || !Arrays.equals(messages[i], distinctMessages[n - 1])
          || !Arrays.equals(meanings[i], distinctMeanings[n - 1])) {
        distinctMeanings[n] = meanings[i];
        distinctMessages[n++] = messages[i];
      }
      weights[n - 1] += language.weight(i);
    }
    return new CollapsedRecords(
        Arrays.copyOf(distinctMeanings, n),
        Arrays.copyOf(distinctMessages, n),
        Arrays.copyOf(weights, n));
  }

  int size() {
    return weights.length;
  }

  /** Length of the longest message. */
  int longest() {
    return messages[messages.length - 1].length;
  }

  /** Pairs of equal records, which are at distance 0 in both. */
  long equalPairs() {
    long sum = 0;
    for (long w : weights) {
      sum += w % 2 == 0 ? w / 2 * (w - 1) : (w - 1) / 2 * w;
    }
    return sum;
  }
}
