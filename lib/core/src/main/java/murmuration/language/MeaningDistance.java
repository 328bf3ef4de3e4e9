package murmuration.language;

import java.util.function.ToDoubleBiFunction;
import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * How far two meanings are apart, for {@link Topsim}: one of the constants, or a function of one's
 * own. Distances that follow from the number of attributes that differ are kept as that number, so
 * that equal distances are equal and not apart by rounding.
 */
public final class MeaningDistance {
  /** The share of attributes that differ, h/A; the default. */
  public static final MeaningDistance HAMMING = new MeaningDistance(Kind.HAMMING, "Hamming", null);

  /**
   * 1 less the cosine of the attributes as they are, {@code 1 - u.v / sqrt((u.u)(v.v))}, evaluated
   * in double in this order, as EGG does: equal cosines of different vectors may come out apart in
   * the last bit, which splits ties. A meaning of zeros alone is refused.
   */
  public static final MeaningDistance COSINE = new MeaningDistance(Kind.COSINE, "cosine", null);

  /**
   * The same with equal cosines equal: ranked by the fractions {@code (u.v)^2 / ((u.u)(v.v))} with
   * the sign of u.v. Refused where the denominator may pass 2^26, beyond which different fractions
   * might meet in one double.
   */
  public static final MeaningDistance COSINE_EXACT =
      new MeaningDistance(Kind.COSINE_EXACT, "exact cosine", null);

  /**
   * 1 less the cosine of one-hot attributes, which is {@link #HAMMING} and taken as such: no
   * rounding splits a tie.
   */
  public static final MeaningDistance ONE_HOT_COSINE =
      new MeaningDistance(Kind.HAMMING, "one-hot cosine", null);

  /** The length of the difference of the attributes as they are. */
  public static final MeaningDistance EUCLIDEAN =
      new MeaningDistance(Kind.EUCLIDEAN, "Euclidean", null);

  /** Jaccard's distance of one-hot attributes: 2h/(A + h) for h attributes that differ. */
  public static final MeaningDistance JACCARD = new MeaningDistance(Kind.JACCARD, "Jaccard", null);

  /** What the engine tells apart. */
  enum Kind {
    HAMMING,
    COSINE,
    COSINE_EXACT,
    EUCLIDEAN,
    JACCARD,
    OWN
  }

  private final Kind kind;
  private final String name;
  private final ToDoubleBiFunction<int[], int[]> own;

  private MeaningDistance(Kind kind, String name, @Nullable ToDoubleBiFunction<int[], int[]> own) {
    this.kind = kind;
    this.name = name;
    this.own = own == null ? (a, b) -> 0 : own;
  }

  /**
   * A distance of one's own.
   *
   * @param name what it is called
   * @param distance from two meanings to a finite number: the same for either order, 0 for equal
   *     meanings; called from several threads
   */
  public static MeaningDistance of(String name, ToDoubleBiFunction<int[], int[]> distance) {
    return new MeaningDistance(
        Kind.OWN, Arguments.present("name", name), Arguments.present("distance", distance));
  }

  Kind kind() {
    return kind;
  }

  /** Whether it follows from the number of attributes that differ. */
  boolean counted() {
    return kind == Kind.HAMMING || kind == Kind.JACCARD;
  }

  /** The distance of meanings with this many attributes that differ, of this many. */
  double ofCount(int differing, int attributes) {
    return kind == Kind.JACCARD
        ? 2.0 * differing / (attributes + differing)
        : (double) differing / attributes;
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
