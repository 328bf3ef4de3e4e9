package murmuration.language;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * The shortest code there is: with a symbols there are {@code a^l} messages of l symbols, and the
 * k-th most frequent meaning gets the k-th shortest. The empty message is none; EOS is no symbol.
 *
 * <pre>{@code
 * int[] lengths = OptimalCode.lengths(2, 6);     // 1, 1, 2, 2, 2, 2
 * }</pre>
 */
public final class OptimalCode {
  private static final int MOST = 10_000_000;

  private OptimalCode() {}

  /**
   * The lengths of the shortest messages, ascending.
   *
   * @param alphabet symbols without EOS, at least 1
   * @param count messages, 0 to 10 million
   */
  public static int[] lengths(int alphabet, int count) {
    Arguments.require(alphabet >= 1, "alphabet is %d: expected at least 1", alphabet);
    Arguments.require(count >= 0 && count <= MOST, "count is %d: expected 0 to %d", count, MOST);
    int[] lengths = new int[count];
    int from = 0;
    long many = alphabet;
    for (int length = 1; from < count; length++) {
      int to = (int) Math.min(count, from + many);
      Arrays.fill(lengths, from, to, length);
      from = to;
      many = Math.min(MOST, many * alphabet);
    }
    return lengths;
  }

  /**
   * The mean length of a token under the shortest code.
   *
   * @param alphabet symbols without EOS, at least 1
   * @param counts how often each meaning occurs, each at least 1
   */
  public static double meanLength(int alphabet, long... counts) {
    Arguments.present("counts", counts);
    Arguments.require(counts.length > 0, "counts has no values: expected at least 1");
    int[] lengths = lengths(alphabet, counts.length);
    long[] sorted = counts.clone();
    Arrays.sort(sorted);
    Arguments.require(sorted[0] >= 1, "a count is %d: expected at least 1", sorted[0]);
    double sum = 0;
    double tokens = 0;
    for (int k = 0; k < sorted.length; k++) {
      sum += (double) sorted[sorted.length - 1 - k] * lengths[k];
      tokens += sorted[k];
    }
    return sum / tokens;
  }
}
