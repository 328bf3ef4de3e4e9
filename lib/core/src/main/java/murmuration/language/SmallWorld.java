package murmuration.language;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The rewiring of a ring; whether two agents are neighbours is read from a hash set of edges. */
final class SmallWorld {
  private static final long EMPTY = -1;
  private static final long GONE = -2;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final EdgeList edges;
  private final int[] degrees;
  private final long[] set;
  private final int shift;

  /** The set is at least four times as long as there are edges, so half is free at the end. */
  private SmallWorld(EdgeList edges, int degree) {
    this.edges = edges;
    this.degrees = new int[edges.agents()];
    Arrays.fill(degrees, degree);
    int bits = 34 - Integer.numberOfLeadingZeros(edges.count());
    this.shift = 64 - bits;
    this.set = new long[1 << bits];
    Arrays.fill(set, EMPTY);
    for (int e = 0; e < edges.count(); e++) {
      add(key(edges.from(e), edges.to(e)));
    }
  }

  /** Leads each edge of a ring elsewhere with a chance; the edges are in the order of the laps. */
  static void rewire(EdgeList ring, int degree, double chance, RandomGenerator random) {
    var world = new SmallWorld(ring, degree);
    for (int e = 0; e < ring.count(); e++) {
      if (random.nextDouble() < chance) {
        world.lead(e, random);
      }
    }
  }

  private void lead(int edge, RandomGenerator random) {
    int i = edges.from(edge);
    int old = edges.to(edge);
    if (degrees[i] == edges.agents() - 1) {
      return;
    }
    int j;
    do {
      j = random.nextInt(edges.agents());
    } while (j == i || set[place(key(i, j))] != EMPTY);
    set[place(key(i, old))] = GONE;
    add(key(i, j));
    degrees[old]--;
    degrees[j]++;
    edges.lead(edge, j);
  }

  private static long key(int i, int j) {
    return (long) Math.min(i, j) << 32 | Math.max(i, j);
  }

  private void add(long key) {
    set[place(key)] = key;
  }

  /** Where a key is, or else the free place where it belongs. */
  private int place(long key) {
    int at = (int) ((key * MIX) >>> shift);
    while (set[at] != EMPTY && set[at] != key) {
      at = at + 1 & set.length - 1;
    }
    return at;
  }
}
