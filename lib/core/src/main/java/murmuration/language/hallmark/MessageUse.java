package murmuration.language.hallmark;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import murmuration.math.Arguments;

/**
 * What one agent said: how often it used each message for each meaning. Meanings and messages are
 * codes, any whole numbers, as long as agents that are compared use the same ones. Immutable.
 */
public final class MessageUse {
  private static final int MOST = 100_000_000;

  private final SortedMap<Integer, SortedMap<Integer, Integer>> counts;
  private final int total;

  private MessageUse(SortedMap<Integer, SortedMap<Integer, Integer>> counts, int total) {
    this.counts = counts;
    this.total = total;
  }

  /**
   * Counts uses.
   *
   * @param meanings the meaning of each use
   * @param messages the message of each, as many
   */
  public static MessageUse of(int[] meanings, int[] messages) {
    Arguments.present("meanings", meanings);
    Arguments.present("messages", messages);
    Arguments.require(
        meanings.length == messages.length,
        "meanings has %d values, messages %d: expected as many",
        meanings.length,
        messages.length);
    Arguments.require(
        meanings.length > 0 && meanings.length <= MOST,
        "meanings has %d values: expected 1 to %d",
        meanings.length,
        MOST);
    var counts = new TreeMap<Integer, SortedMap<Integer, Integer>>();
    for (int i = 0; i < meanings.length; i++) {
      counts.computeIfAbsent(meanings[i], x -> new TreeMap<>()).merge(messages[i], 1, Integer::sum);
    }
    return new MessageUse(counts, meanings.length);
  }

  /** All uses. */
  public int total() {
    return total;
  }

  /** The meanings that were spoken of, ascending. */
  public int[] meanings() {
    return counts.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  /** Uses for one meaning; 0 where it was never spoken of. */
  public int uses(int meaning) {
    return of(meaning).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Uses of one message for one meaning. */
  public int uses(int meaning, int message) {
    return of(meaning).getOrDefault(message, 0);
  }

  /** The messages that were used, ascending. */
  public int[] messages() {
    return counts.values().stream()
        .flatMap(row -> row.keySet().stream())
        .mapToInt(Integer::intValue)
        .distinct()
        .sorted()
        .toArray();
  }

  /** The uses of these messages for a meaning, others left out. */
  double[] row(int meaning, int[] messages) {
    var row = of(meaning);
    return Arrays.stream(messages).mapToDouble(m -> row.getOrDefault(m, 0)).toArray();
  }

  private Map<Integer, Integer> of(int meaning) {
    return counts.getOrDefault(meaning, new TreeMap<>());
  }

  @Override
  public String toString() {
    return total + " uses of " + counts.size() + " meanings";
  }
}
