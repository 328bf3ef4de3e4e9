package murmuration.language;

import java.util.Arrays;

/**
 * Collapsed records made ready for {@link SlicedBlock}: symbols and attribute values as small
 * numbers, how many symbols each message shares with the one before it, and which pairs of lengths
 * divide by the same number.
 */
final class SlicedRecords {
  /** Words of 8 bytes that a block may take for any one of its tables. */
  private static final long MOST_WORDS = 1 << 20;

  final int size;
  final int longest;
  final int attributes;
  final int[][] messages;
  final int[][] meanings;
  final long[] weights;
  final int[] shared;
  final int symbols;
  final int values;

  private final MessageDistance distance;

  private SlicedRecords(CollapsedRecords records, MessageDistance distance) {
    this.distance = distance;
    this.size = records.size();
    this.longest = records.longest();
    this.attributes = records.meanings[0].length;
    this.weights = records.weights;
    var symbolIds = DenseIds.of(records.messages);
    this.symbols = symbolIds.size();
    this.messages = symbolIds.renamed(records.messages);
    var valueIds = DenseIds.ofColumns(records.meanings);
    this.values = valueIds.size();
    this.meanings = valueIds.renamedColumns(records.meanings);
    this.shared = new int[size];
    for (int i = 1; i < size; i++) {
      int differs = Arrays.mismatch(messages[i - 1], messages[i]);
      shared[i] = differs < 0 ? messages[i].length : differs;
    }
  }

  /** Whether a convention can be tallied in this way. */
  static boolean fits(CollapsedRecords records, TopsimConvention convention) {
    if (!convention.meanings().counted()
        || convention.messages().kind() == MessageDistance.Kind.OWN) {
      return false;
    }
    long longest = Math.max(1, records.longest());
    long attributes = records.meanings[0].length;
    long cells = divisors(convention.messages(), records.longest()) * (attributes + 1);
    return cells * (longest + 1) <= MOST_WORDS
        && 64 * longest * longest <= 8 * MOST_WORDS
        && 64 * attributes <= MOST_WORDS;
  }

  static SlicedRecords of(CollapsedRecords records, MessageDistance distance) {
    if (distance.needsOneLength()) {
      PairDistances.oneLength(distance, records.messages);
    }
    return new SlicedRecords(records, distance);
  }

  boolean positionsOnly() {
    return distance.kind() == MessageDistance.Kind.HAMMING;
  }

  /** Into how many tables the pairs are divided by what their distance is divided by. */
  int divisors() {
    return (int) divisors(distance, longest);
  }

  private static long divisors(MessageDistance distance, int longest) {
    return switch (distance.kind()) {
      case OVER_MEAN -> 2L * longest + 1;
      case OVER_MAX -> longest + 1L;
      default -> 1;
    };
  }

  /** The table of pairs of messages of these lengths. */
  int divisor(int lengthA, int lengthB) {
    return switch (distance.kind()) {
      case OVER_MEAN -> lengthA + lengthB;
      case OVER_MAX -> Math.max(lengthA, lengthB);
      default -> 0;
    };
  }

  /** The distance of messages that are d edits apart, in the table of this divisor. */
  double distance(int d, int divisor) {
    return switch (distance.kind()) {
      case OVER_MEAN -> distance.ofCount(d, divisor, 0, longest);
      default -> distance.ofCount(d, divisor, divisor, longest);
    };
  }
}
