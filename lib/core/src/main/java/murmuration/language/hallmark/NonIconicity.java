package murmuration.language.hallmark;

import java.util.Arrays;
import murmuration.language.Language;
import murmuration.language.Topsim;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * How little single symbols resemble what they mean: {@code 1 - max(0, rho)}, rho the topographic
 * similarity of one symbol with the meanings (Hamming distance of meanings, equal or different
 * symbols, Spearman), averaged over the positions of the messages whose symbol varies. Chance: the
 * messages are given to other meanings, 100 times.
 */
public final class NonIconicity {
  private static final int PERMUTATIONS = 100;
  private static final int MOST = 2000;

  private NonIconicity() {}

  /**
   * Of a language whose messages are of one length.
   *
   * @param language 3 to 2,000 records without weights, with a position where the symbol varies
   * @param seed of the permutations
   */
  public static Hallmark of(Language language, long seed) {
    Arguments.present("language", language);
    int n = language.size();
    Arguments.require(n >= 3 && n <= MOST, "language has %d records: expected 3 to %d", n, MOST);
    int[][] messages = language.messages();
    for (int i = 0; i < n; i++) {
      Arguments.require(
          messages[i].length == messages[0].length,
          "message %d has %d symbols: expected %d",
          i,
          messages[i].length,
          messages[0].length);
    }
    double value = value(language.meanings(), messages);
    Arguments.require(
        Double.isFinite(value), "language has no position where the symbol varies: expected one");
    double[] chance = new double[PERMUTATIONS];
    for (int b = 0; b < PERMUTATIONS; b++) {
      int[] order = Similarity.shuffled(n, Rng.of(seed, b));
      int[][] other = Arrays.stream(order).mapToObj(i -> messages[i]).toArray(int[][]::new);
      chance[b] = value(language.meanings(), other);
    }
    String words = "1 - max(0, topsim of single symbols), mean over positions";
    return Hallmark.of("non-iconicity", value, chance, n, words, seed);
  }

  private static double value(int[][] meanings, int[][] messages) {
    double sum = 0;
    int positions = 0;
    for (int j = 0; j < messages[0].length; j++) {
      int at = j;
      int[][] symbols = Arrays.stream(messages).map(m -> new int[] {m[at]}).toArray(int[][]::new);
      double rho = Topsim.of(Language.of(meanings, symbols)).value();
      if (!Double.isNaN(rho)) {
        sum += 1 - Math.max(0, rho);
        positions++;
      }
    }
    return sum / positions;
  }
}
