package murmuration.warning;

/**
 * Which stretches of a series hold one value only, decided by comparison and not by arithmetic, so
 * that the variance of a constant run is 0 and not rounding noise.
 */
final class Constancy {
  /** since[i]: all values from here to i that are not NaN are equal. */
  private final int[] since;

  Constancy(double[] x) {
    since = new int[x.length];
    int start = 0;
    int last = -1;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i])) {
        if (last >= 0 && x[last] != x[i]) {
          start = last + 1;
        }
        last = i;
      }
      since[i] = start;
    }
  }

  /** Whether samples {@code from .. to-1} hold one value only; true if there are none. */
  boolean of(int from, int to) {
    return to <= from || since[to - 1] <= from;
  }
}
