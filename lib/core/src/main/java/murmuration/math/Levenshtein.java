package murmuration.math;

/**
 * The edit distance of Levenshtein (1966): the fewest insertions, deletions and substitutions, each
 * of cost 1, that turn one sequence into the other; O(length of a x length of b).
 */
public final class Levenshtein {
  private static final int OFTEN = 1024;

  private Levenshtein() {}

  /** The distance of two sequences of tokens; either may be empty. */
  public static int distance(int[] a, int[] b) {
    Arguments.present("a", a);
    Arguments.present("b", b);
    int[] above = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      above[j] = j;
    }
    int[] row = new int[b.length + 1];
    for (int i = 1; i <= a.length; i++) {
      if (i % OFTEN == 0) {
        Interruption.check("edit distance");
      }
      row[0] = i;
      for (int j = 1; j <= b.length; j++) {
        int substituted = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        row[j] = Math.min(substituted, 1 + Math.min(above[j], row[j - 1]));
      }
      int[] swap = above;
      above = row;
      row = swap;
    }
    return above[b.length];
  }

  /** The distance of two texts by code point, so that a character beyond 16 bits counts once. */
  public static int distance(String a, String b) {
    return distance(
        Arguments.present("a", a).codePoints().toArray(),
        Arguments.present("b", b).codePoints().toArray());
  }

  /** The distance over the longer length, 0 to 1; 0 for two empty sequences. */
  public static double normalised(int[] a, int[] b) {
    int distance = distance(a, b);
    return distance == 0 ? 0 : (double) distance / Math.max(a.length, b.length);
  }

  /** The same for texts by code point. */
  public static double normalised(String a, String b) {
    return normalised(
        Arguments.present("a", a).codePoints().toArray(),
        Arguments.present("b", b).codePoints().toArray());
  }
}
