package murmuration.language;

import java.util.Arrays;

/**
 * All suffixes of some messages in lexicographic order, and how many symbols each shares with the
 * one before it. Suffixes end with their message; an end comes before every symbol.
 *
 * <p>The order by prefix doubling (Karp, Miller and Rosenberg 1972; Manber and Myers 1993) with
 * stable counting sorts, {@code O(N log L)} for N symbols in messages of at most L; shared prefixes
 * after Kasai et al. (2001), {@code O(N)}.
 *
 * @param suffixes where each suffix begins in the text of all messages, in order
 * @param shared symbols that suffix i shares with suffix i - 1; 0 for the first
 */
record SuffixOrder(int[] suffixes, int[] shared) {
  /**
   * Sorts them.
   *
   * @param text symbols 0 to {@code symbols - 1} of all messages, one message after the other
   * @param end where the message of each place of the text ends
   * @param symbols number of symbols
   */
  static SuffixOrder of(int[] text, int[] end, int symbols) {
    int n = text.length;
    int[] rank = new int[n];
    int[] next = new int[n];
    int longest = 1;
    for (int i = 0; i < n; i++) {
      rank[i] = text[i] + 1;
      longest = Math.max(longest, end[i] - i);
    }
    int[] order = new int[n];
    int[] half = new int[n];
    for (int i = 0; i < n; i++) {
      half[i] = i;
    }
    int[] counts = new int[Math.max(n, symbols) + 2];
    sort(half, rank, counts, order);
    int classes = ranked(order, rank, end, 0, next);
    int[] swap = rank;
    rank = next;
    next = swap;
    for (int width = 1; width < longest && classes < n; width *= 2) {
      int at = 0;
      for (int i = 0; i < n; i++) {
        if (end[i] - i <= width) {
          half[at++] = i;
        }
      }
      for (int s : order) {
        int before = s - width;
        if (before >= 0 && end[before] == end[s]) {
          half[at++] = before;
        }
      }
      sort(half, rank, counts, order);
      classes = ranked(order, rank, end, width, next);
      swap = rank;
      rank = next;
      next = swap;
    }
    int[] byPlace = half;
    Arrays.setAll(byPlace, i -> i);
    sort(byPlace, rank, counts, order);
    return new SuffixOrder(order, shared(text, end, order));
  }

  /** A stable counting sort of {@code from} by rank. */
  private static void sort(int[] from, int[] rank, int[] counts, int[] to) {
    Arrays.fill(counts, 0);
    for (int s : from) {
      counts[rank[s] + 1]++;
    }
    for (int r = 1; r < counts.length; r++) {
      counts[r] += counts[r - 1];
    }
    for (int s : from) {
      to[counts[rank[s]]++] = s;
    }
  }

  /** The classes 1, 2, ... of equal (rank, rank {@code width} further on); how many there are. */
  private static int ranked(int[] order, int[] rank, int[] end, int width, int[] next) {
    int classes = 0;
    int first = -1;
    int second = -1;
    for (int s : order) {
      int further = width == 0 || s + width >= end[s] ? 0 : rank[s + width];
      if (rank[s] != first || further != second) {
        first = rank[s];
        second = further;
        classes++;
      }
      next[s] = classes;
    }
    return classes;
  }

  private static int[] shared(int[] text, int[] end, int[] order) {
    int n = text.length;
    int[] place = new int[n];
    for (int i = 0; i < n; i++) {
      place[order[i]] = i;
    }
    int[] shared = new int[n];
    int length = 0;
    for (int i = 0; i < n; i++) {
      if (place[i] == 0) {
        length = 0;
        continue;
      }
      int before = order[place[i] - 1];
      int most = Math.min(end[i] - i, end[before] - before);
      length = Math.min(length, most);
      while (length < most && text[i + length] == text[before + length]) {
        length++;
      }
      shared[place[i]] = length;
      length = Math.max(0, length - 1);
    }
    return shared;
  }
}
