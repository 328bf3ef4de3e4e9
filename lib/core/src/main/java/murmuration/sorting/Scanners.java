package murmuration.sorting;

/**
 * Where the insertion cells of one goal stand: what they read on an idle turn is the prefix up to
 * themselves, or up to where the order breaks before them.
 */
final class Scanners {
  /** How many more numbers of reads there are than cells. */
  static final int MARGIN = 3;

  private final ArrayState state;
  private final int goal;

  /** 1 where such a cell stands, at position + 1, which is what it reads in the ordered prefix. */
  private final double[] here;

  /** The same as bits, by position. */
  private final long[] places;

  Scanners(ArrayState state, int goal) {
    this.state = state;
    this.goal = goal;
    here = new double[state.n + MARGIN];
    places = new long[state.n / Long.SIZE + 2];
    for (int p = 0; p < state.n; p++) {
      if (state.kind[state.at[p]] == ArrayState.INSERTION && state.goal[state.at[p]] == goal) {
        here[p + 1] = 1;
        places[p / Long.SIZE] |= 1L << p;
      }
    }
  }

  /** The cells at two positions have changed places. */
  void swapped(int p, int q) {
    double held = here[p + 1];
    here[p + 1] = here[q + 1];
    here[q + 1] = held;
    long differ = (places[p / Long.SIZE] >>> p ^ places[q / Long.SIZE] >>> q) & 1;
    places[p / Long.SIZE] ^= differ << p;
    places[q / Long.SIZE] ^= differ << q;
  }

  /** Adds a span of time to the exposure of each number of reads, but for the cells that act. */
  void pass(double span, InsertionFront front, double[] exposure) {
    for (int i = 0; i < front.count(); i++) {
      here[state.pos[front.acting(i)] + 1] = 0;
    }
    int breach = state.breach(goal, state.n);
    for (int reads = 1; reads <= breach + 1; reads++) {
      exposure[reads] += span * here[reads];
    }
    exposure[breach + 2] += span * beyond(breach);
    for (int i = 0; i < front.count(); i++) {
      int x = front.acting(i);
      here[state.pos[x] + 1] = state.goal[x] == goal ? 1 : 0;
    }
  }

  /** How many stand right of a position; none of these acts where the order breaks there. */
  private int beyond(int position) {
    int w = (position + 1) / Long.SIZE;
    int count = Long.bitCount(places[w] >>> (position + 1));
    while (++w < places.length) {
      count += Long.bitCount(places[w]);
    }
    return count;
  }
}
