package murmuration.math;

import java.util.Arrays;

/**
 * How often each pair of labels stands together in two labellings of the same n items, and each
 * label in either: what measures of agreement are made of. Memory is O(n), whatever the labels.
 *
 * @param n items
 * @param first label in the first labelling of each pair that occurs
 * @param second its label in the second
 * @param counts how often it occurs
 * @param labels every label of either labelling, ascending; others may stand between
 * @param inFirst how often each stands in the first labelling
 * @param inSecond how often each stands in the second
 */
record LabelPairs(
    int n,
    int[] first,
    int[] second,
    long[] counts,
    int[] labels,
    long[] inFirst,
    long[] inSecond) {
  private static final int FEW = 128;

  static LabelPairs of(int[] a, int[] b) {
    Arguments.present("a", a);
    Arguments.present("b", b);
    Arguments.require(
        a.length == b.length,
        "a has %d labels, b has %d: expected the same length",
        a.length,
        b.length);
    Arguments.require(a.length > 0, "a has no labels: expected at least one");
    int low = Math.min(Arrays.stream(a).min().orElseThrow(), Arrays.stream(b).min().orElseThrow());
    int high = Math.max(Arrays.stream(a).max().orElseThrow(), Arrays.stream(b).max().orElseThrow());
    return (long) high - low < FEW ? few(a, b, low, high - low + 1) : many(a, b);
  }

  /** By a table of all pairs. */
  private static LabelPairs few(int[] a, int[] b, int low, int width) {
    long[] table = new long[width * width];
    long[] inFirst = new long[width];
    long[] inSecond = new long[width];
    int pairs = 0;
    for (int i = 0; i < a.length; i++) {
      int x = a[i] - low;
      int y = b[i] - low;
      inFirst[x]++;
      inSecond[y]++;
      if (table[x * width + y]++ == 0) {
        pairs++;
      }
    }
    int[] first = new int[pairs];
    int[] second = new int[pairs];
    long[] counts = new long[pairs];
    int at = 0;
    for (int k = 0; k < table.length; k++) {
      if (table[k] > 0) {
        first[at] = k / width;
        second[at] = k % width;
        counts[at++] = table[k];
      }
    }
    int[] labels = new int[width];
    Arrays.setAll(labels, k -> low + k);
    return new LabelPairs(a.length, first, second, counts, labels, inFirst, inSecond);
  }

  /** By sorting, where labels are far apart. */
  private static LabelPairs many(int[] a, int[] b) {
    int n = a.length;
    int[] all = new int[2 * n];
    System.arraycopy(a, 0, all, 0, n);
    System.arraycopy(b, 0, all, n, n);
    int[] labels = Arrays.stream(all).sorted().distinct().toArray();
    long[] inFirst = new long[labels.length];
    long[] inSecond = new long[labels.length];
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      int x = Arrays.binarySearch(labels, a[i]);
      int y = Arrays.binarySearch(labels, b[i]);
      inFirst[x]++;
      inSecond[y]++;
      keys[i] = ((long) x << 32) | y;
    }
    Arrays.sort(keys);
    int pairs = (int) Arrays.stream(keys).distinct().count();
    int[] first = new int[pairs];
    int[] second = new int[pairs];
    long[] counts = new long[pairs];
    int at = -1;
    for (int i = 0; i < n; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        at++;
        first[at] = (int) (keys[i] >>> 32);
        second[at] = (int) keys[i];
      }
      counts[at]++;
    }
    return new LabelPairs(n, first, second, counts, labels, inFirst, inSecond);
  }
}
