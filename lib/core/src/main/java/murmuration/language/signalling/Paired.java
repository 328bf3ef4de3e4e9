package murmuration.language.signalling;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.Entropy;
import murmuration.math.RandomOrder;

/**
 * Two sequences of the same length as class numbers, and how often classes meet.
 *
 * @param aValues the values of the first that occur, ascending
 * @param bValues the values of the second that occur, ascending
 * @param a class of each place in the first
 * @param b class of each place in the second
 */
record Paired(int[] aValues, int[] bValues, int[] a, int[] b) {
  private static final long MOST_CELLS = 10_000_000;

  static Paired of(String aName, int[] a, String bName, int[] b) {
    Arguments.present(aName, a);
    Arguments.present(bName, b);
    Arguments.require(
        a.length == b.length && a.length > 0,
        "%s has %d values, %s has %d: expected as many, at least 1",
        aName,
        a.length,
        bName,
        b.length);
    int[] aValues = Arrays.stream(a).distinct().sorted().toArray();
    int[] bValues = Arrays.stream(b).distinct().sorted().toArray();
    Arguments.require(
        (long) aValues.length * bValues.length <= MOST_CELLS,
        "%s has %d different values, %s %d: expected at most %d pairs of them",
        aName,
        aValues.length,
        bName,
        bValues.length,
        MOST_CELLS);
    return new Paired(aValues, bValues, codes(a, aValues), codes(b, bValues));
  }

  private static int[] codes(int[] values, int[] known) {
    return Arrays.stream(values).map(v -> Arrays.binarySearch(known, v)).toArray();
  }

  int size() {
    return a.length;
  }

  long[][] table() {
    long[][] table = new long[aValues.length][bValues.length];
    for (int i = 0; i < a.length; i++) {
      table[a[i]][b[i]]++;
    }
    return table;
  }

  long[] aCounts() {
    return counts(a, aValues.length);
  }

  long[] bCounts() {
    return counts(b, bValues.length);
  }

  private static long[] counts(int[] codes, int classes) {
    long[] counts = new long[classes];
    for (int code : codes) {
      counts[code]++;
    }
    return counts;
  }

  /** The second sequence in another order. */
  Paired shuffled(RandomGenerator random) {
    int[] other = b.clone();
    RandomOrder.shuffle(other, random);
    return new Paired(aValues, bValues, a, other);
  }

  /** Plug-in information in nats, never below 0. */
  double information() {
    long[] joint = Arrays.stream(table()).flatMapToLong(Arrays::stream).toArray();
    return Math.max(0, Entropy.nats(aCounts()) + Entropy.nats(bCounts()) - Entropy.nats(joint));
  }
}
