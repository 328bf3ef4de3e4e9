package murmuration.warning.spatial;

import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;

/**
 * A lattice model in motion. A cell is one byte, its state and how many of its neighbours are in
 * states 1 and 2, so that a step is one look-up and half a random number a cell; the counts are
 * brought up to date only around cells that change.
 */
final class Automaton implements SpatialWorld {
  private static final double UNIT = 0x1p32;
  private static final double ROUNDING = 1e-9;

  private final LatticeModel model;
  private final int rows;
  private final int columns;
  private final double step;
  private final RandomGenerator random;
  private final int neighbours;
  private final int states;

  /** Codes of one state: {@code code = base * state + ones + (neighbours + 1) * twos}. */
  private final int base;

  private final byte[] codes;
  private final int[] weights;
  private final long[] counts;
  private final int[] changes;
  private final long[] first;
  private final long[] either;
  private final double[] cover;

  Automaton(
      LatticeModel model,
      int rows,
      int columns,
      double start,
      double step,
      RandomGenerator random) {
    Arguments.present("random", random);
    Landscape.checkSize(rows, columns);
    Arguments.require(
        rows >= 3 && columns >= 3, "lattice of %d x %d: expected at least 3 x 3", rows, columns);
    Arguments.within("start", start, 0, 1);
    Arguments.positive("step", step);
    this.model = model;
    this.rows = rows;
    this.columns = columns;
    this.step = step;
    this.random = random;
    states = model.states().size();
    Arguments.require(
        states == 2 || states == 3, "model has %d states: expected two or three", states);
    neighbours = model.neighbourhood().size();
    base = states == 2 ? neighbours + 1 : (neighbours + 1) * (neighbours + 1);
    weights = new int[] {0, 1, neighbours + 1};
    codes = new byte[rows * columns];
    counts = new long[states];
    counts[0] = codes.length;
    changes = new int[codes.length];
    first = new long[base * states];
    either = new long[base * states];
    cover = new double[states];
    for (int i = 0; i < codes.length; i++) {
      if (random.nextDouble() < start) {
        change(i, 1);
      }
    }
  }

  @Override
  public void step() {
    fillTables();
    int changed = 0;
    long bits = 0;
    for (int i = 0; i < codes.length; i++) {
      bits = (i & 1) == 0 ? random.nextLong() : bits << 32;
      long draw = bits >>> 32;
      int code = codes[i] & 0xFF;
      if (draw < either[code]) {
        changes[changed++] = i << 1 | (draw < first[code] ? 0 : 1);
      }
    }
    for (int k = 0; k < changed; k++) {
      int cell = changes[k] >> 1;
      change(cell, target((codes[cell] & 0xFF) / base, changes[k] & 1));
    }
  }

  /** The lower or higher of the states other than this. */
  private static int target(int state, int which) {
    return which < state ? which : which + 1;
  }

  private void change(int cell, int to) {
    int from = (codes[cell] & 0xFF) / base;
    codes[cell] += (byte) ((to - from) * base);
    counts[from]--;
    counts[to]++;
    int more = weights[to] - weights[from];
    int row = cell / columns;
    int column = cell - row * columns;
    int line = cell - column;
    int above = row == 0 ? line + codes.length - columns : line - columns;
    int below = row == rows - 1 ? 0 : line + columns;
    int left = column == 0 ? columns - 1 : column - 1;
    int right = column == columns - 1 ? 0 : column + 1;
    codes[above + column] += (byte) more;
    codes[below + column] += (byte) more;
    codes[line + left] += (byte) more;
    codes[line + right] += (byte) more;
    if (neighbours > 4) {
      codes[above + left] += (byte) more;
      codes[above + right] += (byte) more;
      codes[below + left] += (byte) more;
      codes[below + right] += (byte) more;
    }
  }

  private void fillTables() {
    for (int k = 0; k < states; k++) {
      cover[k] = (double) counts[k] / codes.length;
    }
    double[] near = new double[states];
    int mostTwos = states == 2 ? 0 : neighbours;
    for (int twos = 0; twos <= mostTwos; twos++) {
      for (int ones = 0; ones + twos <= neighbours; ones++) {
        near[0] = (double) (neighbours - ones - twos) / neighbours;
        near[1] = (double) ones / neighbours;
        if (states > 2) {
          near[2] = (double) twos / neighbours;
        }
        for (int state = 0; state < states; state++) {
          fill(state, base * state + ones + (neighbours + 1) * twos, near);
        }
      }
    }
  }

  private void fill(int state, int code, double[] near) {
    double lower = probability(state, target(state, 0), near);
    double higher = states > 2 ? probability(state, target(state, 1), near) : 0;
    Arguments.require(
        lower + higher <= 1 + ROUNDING,
        "a cell leaves state \"%s\" with probability %s in a step of %s: expected a shorter step",
        model.states().get(state),
        lower + higher,
        step);
    first[code] = Math.round(lower * UNIT);
    either[code] = Math.round((lower + higher) * UNIT);
  }

  private double probability(int from, int to, double[] near) {
    double rate = model.rate(from, to, cover, near);
    Arguments.require(
        rate >= 0 && Double.isFinite(rate),
        "rate from \"%s\" to \"%s\" is %s: expected 0 or more",
        model.states().get(from),
        model.states().get(to),
        rate);
    return rate * step;
  }

  @Override
  public double occupied() {
    return (double) counts[1] / codes.length;
  }

  @Override
  public Landscape landscape() {
    double[] values = new double[codes.length];
    for (int i = 0; i < values.length; i++) {
      int state = (codes[i] & 0xFF) / base;
      values[i] = state;
    }
    return new Landscape(
        model.getClass().getSimpleName(), rows, columns, values, 1, Map.of(), null);
  }
}
