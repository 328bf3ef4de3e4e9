package murmuration.warning.spatial;

import murmuration.math.Arguments;

/**
 * The pairs of neighbours of a landscape, each counted once by its directions down and to the
 * right.
 */
record Pairs(int rows, int columns, Neighbourhood neighbourhood, boolean wrap) {
  private static final int[][] DIRECTIONS = {{0, 1}, {1, 0}, {1, 1}, {1, -1}};

  static Pairs of(Landscape landscape, Neighbourhood neighbourhood, boolean wrap) {
    Arguments.require(
        !wrap || Math.min(landscape.rows(), landscape.columns()) >= 3,
        "landscape of %d x %d: expected at least 3 x 3 for a torus",
        landscape.rows(),
        landscape.columns());
    return new Pairs(landscape.rows(), landscape.columns(), neighbourhood, wrap);
  }

  private int directions() {
    return neighbourhood.size() / 2;
  }

  /** Ordered pairs, W. */
  double count() {
    double pairs = 0;
    for (int d = 0; d < directions(); d++) {
      pairs += (double) down(d) * across(d);
    }
    return 2 * pairs;
  }

  private int down(int direction) {
    return wrap ? rows : rows - DIRECTIONS[direction][0];
  }

  private int across(int direction) {
    return wrap ? columns : columns - Math.abs(DIRECTIONS[direction][1]);
  }

  /** {@code sum_i (w_i. + w_.i)^2}. */
  double s2() {
    if (wrap) {
      return 4.0 * neighbourhood.size() * neighbourhood.size() * rows * columns;
    }
    double sum = 0;
    for (int rowEnds = 0; rowEnds <= 2; rowEnds++) {
      for (int columnEnds = 0; columnEnds <= 2; columnEnds++) {
        double degree = degree(rowEnds, columnEnds);
        sum += share(rows, rowEnds) * share(columns, columnEnds) * 4 * degree * degree;
      }
    }
    return sum;
  }

  /** How many of {@code length} places in a line have this many neighbours missing. */
  private static double share(int length, int ends) {
    return switch (ends) {
      case 0 -> Math.max(0, length - 2);
      case 1 -> length >= 2 ? 2 : 0;
      default -> length == 1 ? 1 : 0;
    };
  }

  private double degree(int rowEnds, int columnEnds) {
    int down = 3 - rowEnds;
    int across = 3 - columnEnds;
    return neighbourhood == Neighbourhood.FOUR ? down + across - 2 : down * across - 1;
  }

  /** Moran's I of standardised cells; NaN where they are equal or have no neighbours. */
  double correlation(Moments moments) {
    if (moments.isConstant() || count() == 0) {
      return Double.NaN;
    }
    double[] z = moments.deviations();
    double products = 0;
    for (int d = 0; d < directions(); d++) {
      int di = DIRECTIONS[d][0];
      int dj = DIRECTIONS[d][1];
      int last = down(d);
      for (int i = 0; i < last; i++) {
        int other = (i + di) % rows * columns;
        products += along(z, i * columns, other, dj);
      }
    }
    return z.length / count() * (2 * products) / (moments.central(2) * z.length);
  }

  private double along(double[] z, int row, int other, int dj) {
    double sum = 0;
    int from = dj < 0 ? 1 : 0;
    int to = dj > 0 ? columns - 1 : columns;
    for (int j = from; j < to; j++) {
      sum += z[row + j] * z[other + j + dj];
    }
    if (wrap && dj != 0) {
      int edge = dj > 0 ? columns - 1 : 0;
      sum += z[row + edge] * z[other + columns - 1 - edge];
    }
    return sum;
  }
}
