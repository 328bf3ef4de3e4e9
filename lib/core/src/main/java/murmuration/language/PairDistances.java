package murmuration.language;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import murmuration.math.Arguments;
import murmuration.math.EditPattern;

/** The distances of a convention as functions of two meanings, and of two messages. */
final class PairDistances {
  private static final double LARGEST_EXACT = 1 << 26;

  private PairDistances() {}

  /**
   * The distance of meanings whose order is right.
   *
   * @param meanings the meanings it will be asked for, which are checked
   */
  static ToDoubleBiFunction<int[], int[]> ofMeanings(MeaningDistance distance, int[][] meanings) {
    return switch (distance.kind()) {
      case HAMMING, JACCARD -> (a, b) -> distance.ofCount(differing(a, b), a.length);
      case EUCLIDEAN -> PairDistances::euclidean;
      case COSINE -> {
        largestSquare(meanings);
        yield (a, b) -> 1 - dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
      }
      case COSINE_EXACT -> {
        double largest = largestSquare(meanings);
        Arguments.require(
            largest * largest <= LARGEST_EXACT,
            "a meaning's sum of squares is %s: expected at most 8192 for COSINE_EXACT; take COSINE",
            largest);
        yield PairDistances::signedSquare;
      }
      case OWN -> checked(distance.toString(), distance.own());
    };
  }

  /** The distance of one message to others, made ready for the one. */
  interface FromMessage {
    ToDoubleFunction<int[]> from(int[] message);
  }

  /**
   * The distance of messages.
   *
   * @param messages the messages it will be asked for, which are checked
   */
  static FromMessage ofMessages(MessageDistance distance, int[][] messages) {
    int longest = Arrays.stream(messages).mapToInt(m -> m.length).max().orElse(0);
    if (distance.needsOneLength()) {
      oneLength(distance, messages);
    }
    return switch (distance.kind()) {
      case OWN -> {
        var own = checked(distance.toString(), distance.own());
        yield a -> b -> own.applyAsDouble(a, b);
      }
      case HAMMING -> a -> b -> distance.ofCount(differing(a, b), a.length, b.length, longest);
      default ->
          a -> {
            var pattern = EditPattern.of(a);
            return b -> distance.ofCount(pattern.distance(b), a.length, b.length, longest);
          };
    };
  }

  /** Refuses messages of several lengths. */
  static void oneLength(MessageDistance distance, int[][] messages) {
    var lengths = Arrays.stream(messages).mapToInt(m -> m.length).summaryStatistics();
    Arguments.require(
        lengths.getMin() == lengths.getMax(),
        "messages have %d to %d symbols: expected one length for %s; take EosPolicy.PADDED, or"
            + " another distance",
        lengths.getMin(),
        lengths.getMax(),
        distance);
  }

  /** The distance itself where {@link #ofMeanings} gave something of the same order. */
  static double value(MeaningDistance distance, double ordered) {
    return distance.kind() == MeaningDistance.Kind.COSINE_EXACT
        ? 1 + Math.signum(ordered) * Math.sqrt(Math.abs(ordered))
        : ordered;
  }

  /** What {@link #ofMeanings} gives for equal meanings. */
  static double zero(MeaningDistance distance) {
    return distance.kind() == MeaningDistance.Kind.COSINE_EXACT ? -1 : 0;
  }

  static int differing(int[] a, int[] b) {
    int count = 0;
    for (int i = 0; i < a.length; i++) {
      count += a[i] == b[i] ? 0 : 1;
    }
    return count;
  }

  private static double euclidean(int[] a, int[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double d = (double) a[i] - b[i];
      sum += d * d;
    }
    return Math.sqrt(sum);
  }

  /** Less the squared cosine with the cosine's sign: one rounding of a fraction. */
  private static double signedSquare(int[] a, int[] b) {
    double dot = dot(a, b);
    return -(dot * Math.abs(dot)) / (dot(a, a) * dot(b, b));
  }

  private static double dot(int[] a, int[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static double largestSquare(int[][] meanings) {
    double largest = 0;
    for (int i = 0; i < meanings.length; i++) {
      double square = dot(meanings[i], meanings[i]);
      Arguments.require(
          square > 0,
          "meaning %s is of zeros alone: expected a cosine; add 1 to all attributes, or take"
              + " another distance",
          Arrays.toString(meanings[i]));
      largest = Math.max(largest, square);
    }
    return largest;
  }

  private static ToDoubleBiFunction<int[], int[]> checked(
      String name, ToDoubleBiFunction<int[], int[]> own) {
    return (a, b) -> {
      double d = own.applyAsDouble(a.clone(), b.clone());
      Arguments.require(
          Double.isFinite(d),
          "%s of %s and %s is %s: expected a finite number",
          name,
          Arrays.toString(a),
          Arrays.toString(b),
          d);
      return d;
    };
  }
}
