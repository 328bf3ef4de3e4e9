package murmuration.warning.irregular;

import murmuration.data.TimeSeries;
import murmuration.math.Arguments;

/**
 * A window that slides along a record with times of its own: so long in time, or so many
 * observations. Each ends at an observation, where its value is stored.
 *
 * <p>A window of a duration d that ends at {@code t_i} holds the observations in {@code [t_i - d,
 * t_i]}; the first full one ends at the first {@code t_i >= t_0 + d}. How many observations it
 * holds changes along the record, which changes how much an estimate wanders and, for short
 * windows, its bias. A window of k observations keeps that number and changes in length instead.
 *
 * @param unit what the size counts
 * @param size the length, in that unit
 */
public record TimeWindow(Unit unit, double size) {
  /** The least number of observations that an indicator is computed from. */
  static final int LEAST = 8;

  private static final double ROUNDING = 1e-9;

  /** What the size of a window counts. */
  public enum Unit {
    /** The unit of the record's times. */
    DURATION,
    /** The time from the first observation to the last. */
    SHARE,
    /** Observations. */
    POINTS
  }

  /** Checks the size. */
  public TimeWindow {
    switch (Arguments.present("unit", unit)) {
      case DURATION -> Arguments.positive("window duration", size);
      case SHARE ->
          Arguments.require(
              size > 0 && size <= 1, "window share is %s: expected above 0 and at most 1", size);
      case POINTS ->
          Arguments.require(
              size >= LEAST && size == Math.rint(size) && size <= Integer.MAX_VALUE,
              "window is %s observations: expected a whole number, at least %d",
              size,
              LEAST);
    }
  }

  /** A time, in the unit of the record. */
  public static TimeWindow duration(double time) {
    return new TimeWindow(Unit.DURATION, time);
  }

  /** A share of the record's duration, above 0 and at most 1. */
  public static TimeWindow share(double share) {
    return new TimeWindow(Unit.SHARE, share);
  }

  /** A number of observations, at least 8. */
  public static TimeWindow points(int k) {
    return new TimeWindow(Unit.POINTS, k);
  }

  /**
   * The length of a window as a share of the record: of its duration, or of its observations.
   *
   * @throws IllegalArgumentException if the window is longer than the record
   */
  double shareOf(TimeSeries record) {
    double share =
        switch (unit) {
          case DURATION -> size / (record.step() * (record.size() - 1));
          case SHARE -> size;
          case POINTS -> size / record.size();
        };
    Arguments.require(
        share <= 1 + ROUNDING, "window %s is longer than the record (%s)", this, record);
    return Math.min(1, share);
  }

  /**
   * The first observation of the window that ends at each one; -1 before the first full window and
   * where it holds fewer than 8.
   *
   * @throws IllegalArgumentException if the window is longer than the record, or none holds 8
   */
  int[] starts(TimeSeries record) {
    double[] t = record.times();
    double duration = shareOf(record) * (t[t.length - 1] - t[0]) * (1 + ROUNDING);
    double first = t[0] + duration * (1 - 2 * ROUNDING);
    int[] starts = new int[t.length];
    int present = 0;
    for (int i = 0, from = 0; i < t.length; i++) {
      while (unit != Unit.POINTS && t[from] < t[i] - duration) {
        from++;
      }
      int start = unit == Unit.POINTS ? i + 1 - (int) size : t[i] < first ? -1 : from;
      starts[i] = start >= 0 && i - start + 1 >= LEAST ? start : -1;
      present += starts[i] >= 0 ? 1 : 0;
    }
    Arguments.require(
        present > 0,
        "window %s holds under %d observations everywhere: expected more",
        this,
        LEAST);
    return starts;
  }

  /** The size and its unit, in words. */
  @Override
  public String toString() {
    return switch (unit) {
      case DURATION -> size + " units of time";
      case SHARE -> size + " of the record";
      case POINTS -> (long) size + " observations";
    };
  }
}
