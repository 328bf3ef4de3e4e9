package murmuration.neural.game;

import java.util.Arrays;
import java.util.HashMap;
import java.util.random.RandomGenerator;

/**
 * Beginnings of messages of one length: each is a shorter one and a symbol after it, and stands for
 * all plays that share it.
 *
 * @param parent for each the place of the shorter one
 * @param symbol for each its last symbol, from 0
 * @param count for each how many plays have it
 */
record Prefixes(int[] parent, int[] symbol, int[] count) {
  int size() {
    return parent.length;
  }

  /** No symbol yet: one beginning for each of so many meanings, of so many plays. */
  static Prefixes roots(int meanings, int plays) {
    int[] counts = new int[meanings];
    Arrays.fill(counts, plays);
    return new Prefixes(new int[meanings], new int[meanings], counts);
  }

  /**
   * One symbol more: every play draws its own.
   *
   * @param chances row by row the chances of the symbols after each beginning here
   * @param symbols how many there are
   */
  Prefixes draw(float[] chances, int symbols, RandomGenerator random) {
    int most = Math.toIntExact(Math.min(total(), (long) size() * symbols));
    int[] from = new int[most];
    int[] last = new int[most];
    int[] counts = new int[most];
    int[] tally = new int[symbols];
    int found = 0;
    for (int i = 0; i < size(); i++) {
      Arrays.fill(tally, 0);
      for (int play = 0; play < count[i]; play++) {
        tally[drawn(chances, i * symbols, symbols, random.nextDouble())]++;
      }
      for (int s = 0; s < symbols; s++) {
        if (tally[s] > 0) {
          from[found] = i;
          last[found] = s;
          counts[found] = tally[s];
          found++;
        }
      }
    }
    return new Prefixes(
        Arrays.copyOf(from, found), Arrays.copyOf(last, found), Arrays.copyOf(counts, found));
  }

  private static int drawn(float[] chances, int row, int width, double u) {
    double rest = u;
    int i = 0;
    while (i < width - 1) {
      rest -= chances[row + i];
      if (rest < 0) {
        break;
      }
      i++;
    }
    return i;
  }

  private long total() {
    return Arrays.stream(count).asLongStream().sum();
  }

  /**
   * What is heard of these: the same beginning of several meanings is one.
   *
   * @param shorter for each parent its place among what is heard of the parents
   * @param place to hold for each of these its place in the result
   */
  Prefixes heard(int[] shorter, int[] place) {
    var places = new HashMap<Long, Integer>();
    int[] from = new int[size()];
    int[] last = new int[size()];
    int[] counts = new int[size()];
    for (int i = 0; i < size(); i++) {
      long key = (long) shorter[parent[i]] << Integer.SIZE | symbol[i];
      int at = places.computeIfAbsent(key, missing -> places.size());
      from[at] = shorter[parent[i]];
      last[at] = symbol[i];
      counts[at] += count[i];
      place[i] = at;
    }
    int found = places.size();
    return new Prefixes(
        Arrays.copyOf(from, found), Arrays.copyOf(last, found), Arrays.copyOf(counts, found));
  }
}
