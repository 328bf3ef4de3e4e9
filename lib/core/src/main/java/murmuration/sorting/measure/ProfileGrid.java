package murmuration.sorting.measure;

import java.util.stream.IntStream;
import murmuration.math.Arguments;

/**
 * Where along a run a profile is read: at {@code points} fractions f from 0 to 1 in equal steps,
 * the series of a run with m swaps at index {@code floor((m-1) min(1, stretch f))}.
 *
 * @param points fractions, 2 to 100,001
 * @param stretch how much faster than f the run is read, 1 to 1000; the paper's figures of
 *     conflicts use 1.25, so that their last fifth stands still
 */
public record ProfileGrid(int points, double stretch) {
  private static final double ROUNDING = 1e-9;

  /** f = 0, 0.01, ..., 1. */
  public static final ProfileGrid STANDARD = new ProfileGrid(101, 1);

  /** The same with a stretch of 1.25. */
  public static final ProfileGrid CONFLICT = new ProfileGrid(101, 1.25);

  /** Checks the ranges. */
  public ProfileGrid {
    Arguments.within("points", points, 2, 100_001);
    Arguments.within("stretch", stretch, 1, 1000);
  }

  /** The fraction f of a point, counted from 0. */
  public double fraction(int point) {
    Arguments.within("point", point, 0, points - 1);
    return (double) point / (points - 1);
  }

  /** All fractions. */
  public double[] fractions() {
    return IntStream.range(0, points).mapToDouble(this::fraction).toArray();
  }

  /**
   * The index of a series that a point reads.
   *
   * @param point 0 to points - 1
   * @param swaps length of the series, 1 or more
   */
  public int index(int point, int swaps) {
    if (swaps < 1 || point < 0 || point >= points) {
      throw new IllegalArgumentException(
          "point %d of %d swaps: expected 0 to %d, 1 or more".formatted(point, swaps, points - 1));
    }
    double f = Math.min(1, stretch * point / (points - 1));
    return (int) Math.floor((swaps - 1) * f + ROUNDING);
  }

  /** The profile of a series, one value a swap, at least one. */
  public double[] of(double[] series) {
    Arguments.present("series", series);
    return IntStream.range(0, points).mapToDouble(k -> series[index(k, series.length)]).toArray();
  }
}
