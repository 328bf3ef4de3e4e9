package murmuration.warning;

import murmuration.math.Interruption;
import murmuration.math.Selection;

/** Lempel-Ziv complexity (1976) of which samples of a window lie above its median. */
final class LempelZiv {
  private LempelZiv() {}

  /** {@code c log2(n) / n}, c the number of phrases; near 1 for a random sequence. */
  static double of(double[] x) {
    int n = x.length;
    double median = Selection.median(x);
    boolean[] above = new boolean[n];
    for (int i = 0; i < n; i++) {
      above[i] = x[i] > median;
    }
    return phrases(above) * (Math.log(n) / Math.log(2)) / n;
  }

  /** Phrases of the exhaustive history: each the shortest not seen, overlaps allowed. */
  static int phrases(boolean[] s) {
    int phrases = 0;
    int start = 0;
    while (start < s.length) {
      Interruption.check("Lempel-Ziv complexity");
      int longest = 0;
      for (int from = 0; from < start; from++) {
        int length = 0;
        while (start + length < s.length && s[from + length] == s[start + length]) {
          length++;
        }
        longest = Math.max(longest, length);
      }
      phrases++;
      start += longest + 1;
    }
    return phrases;
  }
}
