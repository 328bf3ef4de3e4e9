package murmuration.math;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Checks of what callers hand in. Each failure is an {@link IllegalArgumentException} whose message
 * names the argument, the value found and what was expected, such as {@code "window 500 is longer
 * than the series (n = 300)"}.
 */
public final class Arguments {
  private static final double EQUAL_STEPS = 1e-6;

  private Arguments() {}

  /** Fails with this message (a {@link String#format} pattern in the root locale) unless true. */
  public static void require(boolean condition, String message, @Nullable Object... values) {
    if (!condition) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
    }
  }

  /** Refuses null. */
  public static <T> T present(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is null: expected a value");
    }
    return value;
  }

  /** A copy of a list; refuses null, as the list or in it. */
  public static <T> List<T> listed(String name, @Nullable List<? extends T> values) {
    for (T value : present(name, values)) {
      present("a value of " + name, value);
    }
    return List.copyOf(present(name, values));
  }

  /** A list of an array's values; refuses null, as the array or in it. */
  @SafeVarargs
  public static <T> List<T> listed(String name, T... values) {
    return listed(name, Arrays.asList(present(name, values)));
  }

  /** Refuses null, arrays shorter than {@code atLeast} and infinite values; NaN is allowed. */
  public static void series(String name, double[] x, int atLeast) {
    present(name, x);
    require(x.length >= atLeast, "%s has %d values: expected at least %d", name, x.length, atLeast);
    for (int i = 0; i < x.length; i++) {
      require(!Double.isInfinite(x[i]), "%s[%d] is %s: expected a finite number", name, i, x[i]);
    }
  }

  /** Refuses what {@link #series} refuses, and NaN. */
  public static void finite(String name, double[] x, int atLeast) {
    series(name, x, atLeast);
    for (int i = 0; i < x.length; i++) {
      require(!Double.isNaN(x[i]), "%s[%d] is NaN: expected a finite number", name, i);
    }
  }

  /** Refuses null, an empty array, and values that are not finite and strictly increasing. */
  public static void increasing(String name, double[] t) {
    finite(name, t, 1);
    for (int i = 1; i < t.length; i++) {
      require(
          t[i] > t[i - 1],
          "%s[%d] = %s follows %s: expected strictly increasing values",
          name,
          i,
          t[i],
          t[i - 1]);
    }
  }

  /**
   * Refuses times whose steps differ from their mean by more than a millionth of it.
   *
   * @param name what has these times
   * @param t times, ascending
   */
  public static void equalSteps(String name, double[] t) {
    present(name, t);
    double step = t.length < 2 ? 0 : (t[t.length - 1] - t[0]) / (t.length - 1);
    for (int i = 1; i < t.length; i++) {
      require(
          Math.abs(t[i] - t[i - 1] - step) <= EQUAL_STEPS * step,
          "%s has a step of %s at time %s, %s on average: expected equal steps (interpolate)",
          name,
          t[i] - t[i - 1],
          t[i],
          step);
    }
  }

  /** Refuses arrays of different lengths. */
  public static void sameLength(String nameA, double[] a, String nameB, double[] b) {
    present(nameA, a);
    present(nameB, b);
    require(
        a.length == b.length,
        "%s has %d values, %s has %d: expected the same length",
        nameA,
        a.length,
        nameB,
        b.length);
  }

  /** Refuses values outside {@code [low, high]} and NaN. */
  public static double within(String name, double value, double low, double high) {
    require(value >= low && value <= high, "%s is %s: expected %s to %s", name, value, low, high);
    return value;
  }

  /** Refuses a coverage, as of an interval, that is not above 0 and below 1. */
  public static double level(double level) {
    require(level > 0 && level < 1, "level is %s: expected above 0, below 1, as 0.95", level);
    return level;
  }

  /** Refuses values that are not finite and above zero. */
  public static double positive(String name, double value) {
    require(
        value > 0 && !Double.isInfinite(value),
        "%s is %s: expected a finite number above 0",
        name,
        value);
    return value;
  }
}
