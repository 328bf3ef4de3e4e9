package murmuration.warning;

import murmuration.math.Arguments;

/**
 * The window that slides along a series: how long it is, where its value is stored, how far it
 * moves, and what a missing value inside it means.
 *
 * <p>Start from {@link #fraction}, {@link #points} or {@link #percentRound}; the default is
 * right-aligned, moves one sample at a time and propagates NaN.
 *
 * @param unit what {@code size} counts
 * @param size the length, in {@code unit}
 * @param alignment the sample at which a window's value is stored
 * @param stride samples from one window to the next, at least 1
 * @param missing what a NaN inside a window means
 * @param minCount under {@link Missing#OMIT}, the least number of values that must remain; 0 for
 *     the default {@code max(3, ceil(w/2))}
 */
public record Window(
    Unit unit, double size, Alignment alignment, int stride, Missing missing, int minCount) {

  /** What the size of a window counts. */
  public enum Unit {
    /** A share of the series: {@code floor(size * n)}. */
    FRACTION,
    /** Samples. */
    POINTS,
    /** Per cent of the series, rounded half to even: {@code rint(n * size / 100)}. */
    PERCENT_ROUND
  }

  /** The sample at which a window's value is stored. */
  public enum Alignment {
    /** The last one: the window at i covers {@code i-w+1..i}; earlier values are NaN. */
    RIGHT,
    /**
     * The middle one: the window at i covers {@code i-floor(w/2)..i+floor(w/2)}, so {@code w+1}
     * samples for even w, and is shortened at both ends of the series (Boers 2021).
     */
    CENTRED
  }

  /** What a NaN inside a window means. */
  public enum Missing {
    /** The window's value is NaN. */
    PROPAGATE,
    /** The NaN is left out, if enough values remain. */
    OMIT
  }

  /** Checks size, stride and count. */
  public Window {
    Arguments.present("unit", unit);
    Arguments.present("alignment", alignment);
    Arguments.present("missing", missing);
    switch (unit) {
      case FRACTION ->
          Arguments.require(
              size > 0 && size <= 1, "window fraction is %s: expected above 0 and at most 1", size);
      case POINTS ->
          Arguments.require(
              size >= 3 && size == Math.rint(size) && size <= Integer.MAX_VALUE,
              "window is %s points: expected a whole number, at least 3",
              Math.rint(size) == size ? (Object) (long) size : (Object) size);
      case PERCENT_ROUND ->
          Arguments.require(
              size > 0 && size <= 100, "window is %s %%: expected above 0 and at most 100", size);
    }
    Arguments.require(stride >= 1, "stride is %d: expected at least 1", stride);
    Arguments.require(minCount >= 0, "minCount is %d: expected at least 1", minCount);
  }

  /**
   * A share of the series: {@code w = floor(f*n)} with n counted after the cut at the transition,
   * as ewstools does; exactly 1 is the whole series.
   *
   * @param f share, above 0 and at most 1
   */
  public static Window fraction(double f) {
    return of(Unit.FRACTION, f);
  }

  /**
   * A number of samples.
   *
   * @param k samples, at least 3
   */
  public static Window points(int k) {
    return of(Unit.POINTS, k);
  }

  /**
   * Per cent of the series as R's earlywarnings has it: {@code w = round(n*p/100)}, halves to even.
   *
   * @param p per cent, above 0 and at most 100
   */
  public static Window percentRound(double p) {
    return of(Unit.PERCENT_ROUND, p);
  }

  private static Window of(Unit unit, double size) {
    return new Window(unit, size, Alignment.RIGHT, 1, Missing.PROPAGATE, 0);
  }

  /** The same with its value stored at another sample. */
  public Window align(Alignment value) {
    return new Window(unit, size, value, stride, missing, minCount);
  }

  /** The same, moving k samples at a time: values are computed at the first full window + j k. */
  public Window stride(int k) {
    return new Window(unit, size, alignment, k, missing, minCount);
  }

  /** The same with another rule for NaN and the default count. */
  public Window nan(Missing policy) {
    return new Window(unit, size, alignment, stride, policy, 0);
  }

  /** The same with another rule for NaN; at least {@code count} values must remain in a window. */
  public Window nan(Missing policy, int count) {
    Arguments.require(count >= 1, "minCount is %d: expected at least 1", count);
    return new Window(unit, size, alignment, stride, policy, count);
  }

  /**
   * The length w in samples on a series of n.
   *
   * @throws IllegalArgumentException if w is below 3 or above n
   */
  public int length(int n) {
    long w =
        (long)
            switch (unit) {
              case FRACTION -> size * n;
              case POINTS -> size;
              case PERCENT_ROUND -> Math.rint(n * size / 100);
            };
    Arguments.require(w <= n, "window %d is longer than the series (n = %d)", w, n);
    Arguments.require(
        w >= 3, "window %s has %d points (n = %d): expected at least 3", describe(), w, n);
    return (int) w;
  }

  /** The least number of values a window of w samples must hold: w, unless NaN are left out. */
  int required(int w) {
    if (missing == Missing.PROPAGATE) {
      return w;
    }
    int count = minCount == 0 ? Math.max(3, (w + 1) / 2) : minCount;
    Arguments.require(count <= w, "minCount %d is longer than the window (w = %d)", count, w);
    return count;
  }

  /** The first sample at which a value is stored. */
  int start(int w) {
    return alignment == Alignment.RIGHT ? w - 1 : 0;
  }

  /** The first sample of the window whose value is stored at i. */
  int from(int i, int w) {
    return Math.max(0, alignment == Alignment.RIGHT ? i - w + 1 : i - w / 2);
  }

  /** One past the last sample of the window whose value is stored at i. */
  int to(int i, int w, int n) {
    return Math.min(n, alignment == Alignment.RIGHT ? i + 1 : i + w / 2 + 1);
  }

  private String describe() {
    return switch (unit) {
      case FRACTION -> size + " of the series";
      case POINTS -> "of points";
      case PERCENT_ROUND -> size + " % of the series";
    };
  }
}
