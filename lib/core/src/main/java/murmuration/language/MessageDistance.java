package murmuration.language;

import java.util.function.ToDoubleBiFunction;
import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * How far two messages are apart, for {@link Topsim}: one of the constants, or a function of one's
 * own. The edit distance is that of Levenshtein (1966): insertions, deletions and substitutions of
 * cost 1. Two empty messages are at distance 0 under all of them. Equal ratios (1/2 and 2/4) are
 * one distance.
 */
public final class MessageDistance {
  /** The edit distance d as it is; the default. */
  public static final MessageDistance EDIT = new MessageDistance(Kind.EDIT, "edit distance", null);

  /** d over the mean of the two lengths; EGG's core. */
  public static final MessageDistance EDIT_OVER_MEAN_LENGTH =
      new MessageDistance(Kind.OVER_MEAN, "edit distance over mean length", null);

  /** d over the longer length. */
  public static final MessageDistance EDIT_OVER_MAX_LENGTH =
      new MessageDistance(Kind.OVER_MAX, "edit distance over longer length", null);

  /**
   * d over the length of the first message, as EGG's compositionality study has it; only where all
   * messages are equally long, since otherwise it would depend on the order of the records.
   */
  public static final MessageDistance EDIT_OVER_FIRST_LENGTH =
      new MessageDistance(Kind.OVER_FIRST, "edit distance over first length", null);

  /**
   * d over the length of the longest message, which is the length of the rows where they are
   * padded: a constant, so the correlations are those of {@link #EDIT}.
   */
  public static final MessageDistance EDIT_OVER_PADDED_LENGTH =
      new MessageDistance(Kind.OVER_PADDED, "edit distance over padded length", null);

  /** The share of positions that differ; only where all messages are equally long. */
  public static final MessageDistance HAMMING = new MessageDistance(Kind.HAMMING, "Hamming", null);

  /** What the engine tells apart. */
  enum Kind {
    EDIT,
    OVER_MEAN,
    OVER_MAX,
    OVER_FIRST,
    OVER_PADDED,
    HAMMING,
    OWN
  }

  private final Kind kind;
  private final String name;
  private final ToDoubleBiFunction<int[], int[]> own;

  private MessageDistance(Kind kind, String name, @Nullable ToDoubleBiFunction<int[], int[]> own) {
    this.kind = kind;
    this.name = name;
    this.own = own == null ? (a, b) -> 0 : own;
  }

  /**
   * A distance of one's own.
   *
   * @param name what it is called
   * @param distance from two messages to a finite number: the same for either order, 0 for equal
   *     messages; called from several threads
   */
  public static MessageDistance of(String name, ToDoubleBiFunction<int[], int[]> distance) {
    return new MessageDistance(
        Kind.OWN, Arguments.present("name", name), Arguments.present("distance", distance));
  }

  Kind kind() {
    return kind;
  }

  /** Whether all messages must be equally long. */
  boolean needsOneLength() {
    return kind == Kind.HAMMING || kind == Kind.OVER_FIRST;
  }

  /**
   * The distance of messages of these lengths that are this many edits (or positions) apart.
   *
   * @param d edits, or positions that differ
   * @param longest length of the longest message of the language
   */
  double ofCount(int d, int lengthA, int lengthB, int longest) {
    if (d == 0) {
      return 0;
    }
    return switch (kind) {
      case EDIT, OWN -> d;
      case OVER_MEAN -> 2.0 * d / ((double) lengthA + lengthB);
      case OVER_MAX -> (double) d / Math.max(lengthA, lengthB);
      case OVER_FIRST, OVER_PADDED, HAMMING -> (double) d / longest;
    };
  }

  ToDoubleBiFunction<int[], int[]> own() {
    return own;
  }

  /** Its name in words. */
  @Override
  public String toString() {
    return name;
  }
}
