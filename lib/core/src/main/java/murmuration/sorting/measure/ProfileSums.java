package murmuration.sorting.measure;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * Adds up the profiles of an ensemble's runs, whose series are counts (descents, pairs of equal
 * neighbours), without keeping any. The sums are whole numbers, so they are exact and come out the
 * same whatever the order in which runs are added and sums are merged. Not for several threads at
 * once: give each its own and merge.
 */
public final class ProfileSums {
  private static final int LARGEST = 100_000;

  private final ProfileGrid grid;
  private final long[] sums;
  private final long[] squares;
  private int runs;
  private final long[] extremes = new long[4];

  /** Sums over no run. */
  public ProfileSums(ProfileGrid grid) {
    this.grid = Arguments.present("grid", grid);
    sums = new long[grid.points()];
    squares = new long[grid.points()];
  }

  /**
   * Adds a run.
   *
   * @param start the count (up to 100,000) before the first swap, which stands for the whole of a
   *     run without swaps
   * @param series the count after every swap, from index 0
   * @param swaps how many of the series count
   */
  public void add(int start, int[] series, int swaps) {
    Arguments.present("series", series);
    Arguments.require(
        swaps >= 0 && swaps <= series.length,
        "swaps is %d: expected 0 to the series' %d",
        swaps,
        series.length);
    int low = swaps == 0 ? start : Integer.MAX_VALUE;
    int high = swaps == 0 ? start : Integer.MIN_VALUE;
    for (int i = 0; i < swaps; i++) {
      low = Math.min(low, series[i]);
      high = Math.max(high, series[i]);
    }
    Arguments.require(
        low >= -LARGEST && high <= LARGEST,
        "counts are %d to %d: expected %d at most, either way",
        low,
        high,
        LARGEST);
    for (int k = 0; k < sums.length; k++) {
      long count = swaps == 0 ? start : series[grid.index(k, swaps)];
      sums[k] += count;
      squares[k] += count * count;
    }
    extremes[0] += low;
    extremes[1] += (long) low * low;
    extremes[2] += high;
    extremes[3] += (long) high * high;
    runs = Math.addExact(runs, 1);
  }

  /** Adds the runs of other sums on the same grid. */
  public void merge(ProfileSums other) {
    Arguments.present("other", other);
    Arguments.require(other.grid.equals(grid), "the sums are on %s: expected %s", other.grid, grid);
    Arrays.setAll(sums, k -> sums[k] + other.sums[k]);
    Arrays.setAll(squares, k -> squares[k] + other.squares[k]);
    Arrays.setAll(extremes, k -> extremes[k] + other.extremes[k]);
    runs = Math.addExact(runs, other.runs);
  }

  /**
   * All sums, to go on from later: {@link #of(ProfileGrid, long[])} takes them up again.
   *
   * @return the number of runs, then 4 and twice as many numbers as the grid has points
   */
  public long[] state() {
    long[] state = new long[1 + extremes.length + 2 * sums.length];
    state[0] = runs;
    System.arraycopy(extremes, 0, state, 1, extremes.length);
    System.arraycopy(sums, 0, state, 1 + extremes.length, sums.length);
    System.arraycopy(squares, 0, state, 1 + extremes.length + sums.length, sums.length);
    return state;
  }

  /** Sums that go on from a {@link #state()} on the same grid. */
  public static ProfileSums of(ProfileGrid grid, long[] state) {
    var taken = new ProfileSums(grid);
    int points = taken.sums.length;
    int first = 1 + taken.extremes.length;
    Arguments.present("state", state);
    Arguments.require(
        state.length == first + 2 * points && state[0] >= 0 && state[0] <= Integer.MAX_VALUE,
        "state has %d numbers: expected the %d of sums on %s",
        state.length,
        first + 2 * points,
        grid);
    taken.runs = (int) state[0];
    System.arraycopy(state, 1, taken.extremes, 0, taken.extremes.length);
    System.arraycopy(state, first, taken.sums, 0, points);
    System.arraycopy(state, first + points, taken.squares, 0, points);
    return taken;
  }

  /** Runs added. */
  public int runs() {
    return runs;
  }

  /**
   * The profile of {@code offset + scale count}.
   *
   * @param name what that is, with its unit where it has one
   * @param scale not 0; where it is below 0, as of ascents from descents, the highest value is that
   *     of the lowest count
   * @throws IllegalArgumentException if no run was added
   */
  public EnsembleProfile profile(String name, double offset, double scale) {
    Arguments.require(runs > 0, "no run was added: expected one or more");
    Arguments.require(
        Double.isFinite(scale) && scale != 0, "scale is %s: expected a number but 0", scale);
    int peak = scale > 0 ? 2 : 0;
    double[] mean = Arrays.stream(sums).mapToDouble(s -> offset + scale * s / runs).toArray();
    double[] sd = new double[sums.length];
    Arrays.setAll(sd, k -> Math.abs(scale) * sd(sums[k], squares[k]));
    return new EnsembleProfile(
        name,
        grid,
        runs,
        mean,
        sd,
        offset + scale * extremes[peak] / runs,
        Math.abs(scale) * sd(extremes[peak], extremes[peak + 1]));
  }

  private double sd(long sum, long square) {
    if (runs < 2) {
      return Double.NaN;
    }
    long whole = Math.floorDiv(sum, runs);
    double rest = (double) (sum - whole * runs) / runs;
    double about = square - 2 * whole * sum + whole * whole * runs;
    return Math.sqrt(Math.max(0, (about - runs * rest * rest) / (runs - 1)));
  }
}
