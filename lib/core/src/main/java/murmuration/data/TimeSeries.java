package murmuration.data;

import static murmuration.math.Arguments.require;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.math.Present;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A scalar observed at increasing times; an immutable description that each verb copies.
 *
 * <p>Ages before present run backwards. They are turned round, {@code t = -age}, so that time
 * always runs forward; {@link #note} says so, and {@link #between} takes ages as they are written.
 *
 * @param times times, length n, strictly increasing, in the unit of {@code timeName}
 * @param values observations, length n; NaN where one is missing, never infinite
 * @param name what was observed, with its unit where it has one; the label of its axis
 * @param timeName label of the time axis, with its unit
 * @param source name and sha256 of the data set, or null
 * @param note what was done to the observations on the way here, in words; empty for nothing
 */
public record TimeSeries(
    double[] times,
    double[] values,
    String name,
    String timeName,
    @Nullable String source,
    String note) {
  private static final int MOST_POINTS = 100_000_000;

  /** Checks the numbers and keeps its own copies. */
  public TimeSeries {
    Arguments.sameLength("times", times, "values", values);
    Arguments.increasing("times", times);
    Arguments.series("values", values, 1);
    times = times.clone();
    values = values.clone();
  }

  /** A series with nothing to note. */
  public TimeSeries(
      double[] times, double[] values, String name, String timeName, @Nullable String source) {
    this(times, values, name, timeName, source, "");
  }

  /** Observations at the times 0, 1, 2, ... */
  public static TimeSeries of(double[] values) {
    Arguments.series("values", values, 1);
    double[] times = new double[values.length];
    Arrays.setAll(times, i -> i);
    return of(times, values);
  }

  /**
   * Observations at given times.
   *
   * @param times times, length n, strictly increasing
   * @param values observations, length n; NaN where one is missing
   * @throws IllegalArgumentException for times that are not increasing, lengths that differ and
   *     infinite numbers
   */
  public static TimeSeries of(double[] times, double[] values) {
    return new TimeSeries(times, values, "value", "time", null);
  }

  /**
   * Observations at ages before present, turned round to {@code t = -age}.
   *
   * @param ages ages, length n, strictly decreasing or strictly increasing
   * @param values observations, length n; NaN where one is missing
   */
  public static TimeSeries ofAges(double[] ages, double[] values) {
    Arguments.sameLength("ages", ages, "values", values);
    return new Observations("age", ages, "value", values).turnedRound().series(null);
  }

  /**
   * Two columns of a table. Rows in which either is missing are left out. Where the name of the
   * time column has the word "age" or "BP" in it, the times are ages and are turned round to {@code
   * t = -age}. For a table of {@link Datasets}, the axes are labelled and the source is kept.
   *
   * @param table the table
   * @param time name of a numeric column: times in increasing order, or ages in either order
   * @param value name of a numeric column
   * @throws IllegalArgumentException for a column that is absent or not numeric, times that are not
   *     in order, and times that occur twice (see {@link #averageDuplicates})
   */
  public static TimeSeries of(Table table, String time, String value) {
    return Observations.of(table, time, value).series(Datasets.sourceOf(table));
  }

  /**
   * The same as {@link #of(Table, String, String)}, with one observation in place of several that
   * have the same time: their mean.
   */
  public static TimeSeries averageDuplicates(Table table, String time, String value) {
    return Observations.of(table, time, value).averaged().series(Datasets.sourceOf(table));
  }

  /** Whether the times are ages that were turned round, {@code t = -age}. */
  public boolean isAge() {
    return timeName.startsWith("-");
  }

  /** The number of observations n. */
  public int size() {
    return values.length;
  }

  /** The mean distance of neighbouring times; NaN for a single observation. */
  public double step() {
    return (times[size() - 1] - times[0]) / (size() - 1);
  }

  /**
   * The part from one time to another, both included.
   *
   * @param from first time; or, greater than {@code to}, the older age: {@code t >= -from}
   * @param to last time; or the younger age: {@code t <= -to}
   * @throws IllegalArgumentException when no observation lies there
   */
  public TimeSeries between(double from, double to) {
    boolean ages = from > to;
    double first = ages ? -from : from;
    double last = ages ? -to : to;
    int[] kept =
        IntStream.range(0, size()).filter(i -> times[i] >= first && times[i] <= last).toArray();
    require(
        kept.length > 0,
        "no observation lies between %s and %s: times run from %s to %s"
            + " (for ages, t = -age, name the older one first)",
        from,
        to,
        times[0],
        times[size() - 1]);
    return with(Present.at(kept, times), Present.at(kept, values), note);
  }

  /**
   * The part up to a time, included: a record cut before a transition. Zero and negative times are
   * times like any other; for ages give {@code -age}.
   *
   * @throws IllegalArgumentException when no observation lies there
   */
  public TimeSeries until(double last) {
    return between(Double.NEGATIVE_INFINITY, last);
  }

  /** The same without the observations that are missing. */
  public TimeSeries withoutMissing() {
    int[] kept = Present.in(values);
    require(kept.length > 0, "all %d values are missing: expected at least one", size());
    return kept.length == size()
        ? this
        : with(
            Present.at(kept, times),
            Present.at(kept, values),
            Observations.join(note, (size() - kept.length) + " missing values left out"));
  }

  /**
   * Linear interpolation on the grid {@code t_0 + j step}, {@code j = 0 .. n-1}, with {@code n =
   * floor((t_last - t_0) / step + 1e-9) + 1}.
   *
   * @param step distance of the grid's times, above 0; for a number of points instead, see {@link
   *     #interpolatePoints}
   * @throws IllegalArgumentException for a value that is missing and a step longer than the series
   */
  public TimeSeries interpolate(double step) {
    Arguments.positive("step", step);
    double steps = Math.floor((times[size() - 1] - times[0]) / step + 1e-9);
    require(
        steps >= 1, "step %s is longer than the series (%s)", step, times[size() - 1] - times[0]);
    require(
        steps < MOST_POINTS,
        "step %s makes %s points: expected at most %d",
        step,
        steps,
        MOST_POINTS);
    double[] grid = new double[(int) steps + 1];
    Arrays.setAll(grid, j -> times[0] + j * step);
    return onGrid(grid, "interpolated to a step of " + number(step));
  }

  /**
   * Linear interpolation on n equally spaced times, the first and the last being the series' own.
   *
   * @param n number of points, at least 2
   * @throws IllegalArgumentException for a value that is missing
   */
  public TimeSeries interpolatePoints(int n) {
    require(n >= 2 && n <= MOST_POINTS, "n is %d: expected 2 to %d", n, MOST_POINTS);
    require(size() >= 2, "the series has %d values: expected at least 2", size());
    double first = times[0];
    double last = times[size() - 1];
    double[] grid = new double[n];
    Arrays.setAll(grid, j -> first + j * ((last - first) / (n - 1)));
    grid[n - 1] = last;
    return onGrid(grid, "interpolated to " + n + " equally spaced points");
  }

  /** The same with times in another unit: {@code factor t}; the label of the axis goes with it. */
  public TimeSeries scaleTime(double factor, String newTimeName) {
    Arguments.positive("factor", factor);
    double[] scaled = Arrays.stream(times).map(t -> t * factor).toArray();
    return new TimeSeries(scaled, values, name, newTimeName, source, note);
  }

  /** The same under another name, the label of its axis. */
  public TimeSeries name(String newName) {
    return new TimeSeries(times, values, newName, timeName, source, note);
  }

  /** Other values at the same times, such as residuals, length n. */
  public TimeSeries values(double[] newValues) {
    return with(times, newValues, note);
  }

  @Override
  public double[] times() {
    return times.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /** One line: name, n, span of time, and the note. */
  @Override
  public String toString() {
    String line =
        "%s: n = %d, %s from %s to %s"
            .formatted(name, size(), timeName, number(times[0]), number(times[size() - 1]));
    return note.isEmpty() ? line : line + " (" + note + ")";
  }

  private TimeSeries onGrid(double[] grid, String how) {
    Arguments.finite("values", values, 2);
    double[] on = new double[grid.length];
    int i = 0;
    for (int j = 0; j < grid.length; j++) {
      while (i < size() - 2 && times[i + 1] <= grid[j]) {
        i++;
      }
      double slope = (values[i + 1] - values[i]) / (times[i + 1] - times[i]);
      on[j] = grid[j] >= times[i + 1] ? values[i + 1] : values[i] + slope * (grid[j] - times[i]);
    }
    return with(grid, on, Observations.join(note, how));
  }

  private TimeSeries with(double[] newTimes, double[] newValues, String newNote) {
    return new TimeSeries(newTimes, newValues, name, timeName, source, newNote);
  }

  /** Up to twelve digits, without the {@code .0} of a whole number. */
  private static String number(double x) {
    return new BigDecimal(x).round(new MathContext(12)).stripTrailingZeros().toPlainString();
  }
}
