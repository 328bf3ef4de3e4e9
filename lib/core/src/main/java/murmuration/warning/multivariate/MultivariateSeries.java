package murmuration.warning.multivariate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Present;
import murmuration.warning.Detrend;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Several variables observed at the same increasing times; an immutable description that each verb
 * copies.
 *
 * @param times times, length n, strictly increasing
 * @param values observations, {@code [observation][variable]}, n rows of k; NaN where one is
 *     missing; otherwise between -1e150 and 1e150, so that products stay finite
 * @param names what was observed, k different names
 * @param timeName label of the time axis; begins with "-" for ages that were turned round
 * @param source name and sha256 of the data set, or null
 * @param note what was done to the observations on the way here, in words; empty for nothing
 */
public record MultivariateSeries(
    double[] times,
    double[][] values,
    List<String> names,
    String timeName,
    @Nullable String source,
    String note) {
  private static final double LARGEST = 1e150;
  private static final double EQUAL_STEPS = 1e-6;

  /** Checks the numbers and keeps its own copies. */
  public MultivariateSeries {
    Arguments.increasing("times", times);
    Arguments.present("values", values);
    Arguments.present("timeName", timeName);
    Arguments.present("note", note);
    names = Arguments.listed("names", names);
    Arguments.require(!names.isEmpty(), "names is empty: expected at least 1 variable");
    Arguments.require(
        names.stream().distinct().count() == names.size(),
        "names are %s: expected each once",
        names);
    Matrices.shaped("values", values, times.length, names.size());
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values[i].length; j++) {
        Arguments.require(
            Double.isNaN(values[i][j]) || Math.abs(values[i][j]) <= LARGEST,
            "values[%d][%d] is %s: expected NaN or a number from -1e150 to 1e150",
            i,
            j,
            values[i][j]);
      }
    }
    times = times.clone();
    values = Matrices.copy(values);
  }

  /**
   * Observations at the times 0, 1, 2, ... of variables x1, x2, ...
   *
   * @param values {@code [observation][variable]}; NaN where one is missing
   */
  public static MultivariateSeries of(double[][] values) {
    double[] times = new double[Arguments.present("values", values).length];
    Arrays.setAll(times, i -> i);
    return of(times, values);
  }

  /**
   * Observations at given times of variables x1, x2, ...
   *
   * @param times times, length n, strictly increasing
   * @param values {@code [observation][variable]}, n rows; NaN where one is missing
   */
  public static MultivariateSeries of(double[] times, double[][] values) {
    Arguments.require(
        Arguments.present("values", values).length > 0, "values is empty: expected observations");
    int k = Arguments.present("a row of values", values[0]).length;
    List<String> names = IntStream.rangeClosed(1, k).mapToObj(j -> "x" + j).toList();
    return new MultivariateSeries(times, values, names, "time", null, "");
  }

  /**
   * Series side by side, at every time at which one of them was observed; NaN where another was
   * not.
   *
   * @param columns at least one, of different names, all of ages or none
   */
  public static MultivariateSeries of(TimeSeries... columns) {
    List<TimeSeries> list = Arguments.listed("columns", columns);
    Arguments.require(!list.isEmpty(), "columns is empty: expected at least 1 series");
    TimeSeries first = list.getFirst();
    var rows = new TreeMap<Double, double[]>();
    for (int j = 0; j < list.size(); j++) {
      TimeSeries column = list.get(j);
      Arguments.require(
          column.isAge() == first.isAge(),
          "columns %s and %s: expected ages in both or in neither",
          first.name(),
          column.name());
      double[] t = column.times();
      double[] x = column.values();
      for (int i = 0; i < t.length; i++) {
        rows.computeIfAbsent(t[i] + 0.0, time -> Matrices.filled(list.size(), Double.NaN))[j] =
            x[i];
      }
    }
    return new MultivariateSeries(
        rows.keySet().stream().mapToDouble(t -> t).toArray(),
        rows.values().toArray(double[][]::new),
        list.stream().map(TimeSeries::name).toList(),
        first.timeName(),
        first.source(),
        first.isAge() ? "ages turned round, t = -age" : "");
  }

  /**
   * Columns of a table, read as {@link TimeSeries#of(Table, String, String)} reads one; a value
   * that is missing is NaN in its column.
   *
   * @param table the table
   * @param time name of a numeric column: times in increasing order, or ages in either order
   * @param columns names of numeric columns, at least one
   */
  public static MultivariateSeries of(Table table, String time, String... columns) {
    List<String> names = Arguments.listed("columns", columns);
    Arguments.present("table", table);
    Arguments.present("time", time);
    return of(names.stream().map(c -> TimeSeries.of(table, time, c)).toArray(TimeSeries[]::new));
  }

  @Override
  public double[] times() {
    return times.clone();
  }

  @Override
  public double[][] values() {
    return Matrices.copy(values);
  }

  /** The number of observations n. */
  public int size() {
    return times.length;
  }

  /** The number of variables k. */
  public int width() {
    return names.size();
  }

  /** The mean distance of neighbouring times; NaN for a single observation. */
  public double step() {
    return (times[size() - 1] - times[0]) / (size() - 1);
  }

  /**
   * One variable.
   *
   * @param j its position, from 0
   */
  public TimeSeries column(int j) {
    Arguments.require(j >= 0 && j < width(), "column is %d: expected 0 to %d", j, width() - 1);
    double[] column = new double[size()];
    Arrays.setAll(column, i -> values[i][j]);
    return new TimeSeries(times, column, names.get(j), timeName, source, note);
  }

  /** The same with these variables only, in this order. */
  public MultivariateSeries columns(String... kept) {
    List<String> list = Arguments.listed("columns", kept);
    int[] at = list.stream().mapToInt(names::indexOf).toArray();
    for (int j = 0; j < at.length; j++) {
      Arguments.require(
          at[j] >= 0, "there is no column %s: expected some of %s", list.get(j), names);
    }
    double[][] some =
        Arrays.stream(values)
            .map(row -> Arrays.stream(at).mapToDouble(j -> row[j]).toArray())
            .toArray(double[][]::new);
    return new MultivariateSeries(times, some, list, timeName, source, note);
  }

  /** The same values under other names, k of them. */
  public MultivariateSeries names(String... others) {
    return new MultivariateSeries(
        times, values, Arguments.listed("names", others), timeName, source, note);
  }

  /** Other values at the same times, such as residuals: n rows of k. */
  public MultivariateSeries values(double[][] others) {
    return new MultivariateSeries(times, others, names, timeName, source, note);
  }

  /**
   * The part from one time to another, both included; see {@link TimeSeries#between}.
   *
   * @param from first time; or, greater than {@code to}, the older age
   * @param to last time; or the younger age
   */
  public MultivariateSeries between(double from, double to) {
    double[] kept = TimeSeries.of(times, times).between(from, to).times();
    int start = Arrays.binarySearch(times, kept[0]);
    return new MultivariateSeries(
        kept,
        Arrays.copyOfRange(values, start, start + kept.length),
        names,
        timeName,
        source,
        note);
  }

  /** The part up to a time, included: a record cut before a transition. */
  public MultivariateSeries until(double last) {
    return between(Double.NEGATIVE_INFINITY, last);
  }

  /**
   * Linear interpolation to equal steps; see {@link TimeSeries#interpolate}. A time whose
   * neighbours are missing in a variable stays missing there.
   */
  public MultivariateSeries every(double step) {
    return resampled(series -> series.interpolate(step));
  }

  /**
   * What is left of each column after its slow part was taken out; a column with fewer than 3
   * values is NaN throughout.
   */
  public MultivariateSeries detrend(Detrend method) {
    Arguments.require(size() >= 3, "series has %d samples: expected at least 3", size());
    var plan = Arguments.present("method", method).plan(times);
    double[] flat = Residuals.of(flat(), width(), plan);
    return new MultivariateSeries(
        Arrays.copyOfRange(times, plan.lost(), times.length),
        Matrices.rows(flat, size() - plan.lost(), width()),
        names,
        timeName,
        source,
        note);
  }

  /** Each column less its mean, over its standard deviation (divisor n - 1); 0 where constant. */
  public MultivariateSeries standardised() {
    double[][] rows = new double[size()][width()];
    for (int j = 0; j < width(); j++) {
      double[] column = Residuals.standardised(column(j).values());
      for (int i = 0; i < column.length; i++) {
        rows[i][j] = column[i];
      }
    }
    return values(rows);
  }

  /** This where its steps are equal to 1e-6, else interpolated to as many equal steps. */
  MultivariateSeries equallySpaced() {
    double step = step();
    boolean equal =
        IntStream.range(1, size())
            .allMatch(i -> Math.abs(times[i] - times[i - 1] - step) <= EQUAL_STEPS * step);
    return equal ? this : resampled(series -> series.interpolatePoints(size()));
  }

  private MultivariateSeries resampled(UnaryOperator<TimeSeries> grid) {
    TimeSeries on = grid.apply(TimeSeries.of(times, times));
    double[][] rows = new double[on.size()][width()];
    for (int j = 0; j < width(); j++) {
      double[] x = column(j).values();
      double[] gaps = Arrays.stream(x).map(v -> Double.isNaN(v) ? 1 : 0).toArray();
      double[] held = Arrays.stream(x).map(v -> Double.isNaN(v) ? 0 : v).toArray();
      double[] y = grid.apply(TimeSeries.of(times, held)).values();
      double[] missing = grid.apply(TimeSeries.of(times, gaps)).values();
      for (int i = 0; i < y.length; i++) {
        rows[i][j] = missing[i] > 0 ? Double.NaN : y[i];
      }
    }
    String how = note.isEmpty() ? on.note() : note + "; " + on.note();
    return new MultivariateSeries(on.times(), rows, names, timeName, source, how);
  }

  /** Row-major, gaps filled by straight lines, and by the nearest value at both ends. */
  double[] filled() {
    int k = width();
    double[] flat = new double[size() * k];
    for (int j = 0; j < k; j++) {
      double[] x = column(j).values();
      int[] present = Present.in(x);
      int next = 0;
      for (int i = 0; i < size() && present.length > 0; i++) {
        while (next < present.length && present[next] < i) {
          next++;
        }
        int to = present[Math.min(next, present.length - 1)];
        int from = present[Math.max(0, to >= i ? next - 1 : present.length - 1)];
        double share =
            from < i && i < to ? (times[i] - times[from]) / (times[to] - times[from]) : 1;
        flat[i * k + j] = (1 - share) * x[from] + share * x[to];
      }
    }
    return flat;
  }

  /** Row-major values, as they are. */
  double[] flat() {
    int k = width();
    double[] flat = new double[size() * k];
    for (int i = 0; i < size(); i++) {
      System.arraycopy(values[i], 0, flat, i * k, k);
    }
    return flat;
  }

  /** The number of values that are missing. */
  public int missing() {
    return (int)
        Arrays.stream(values).flatMapToDouble(Arrays::stream).filter(Double::isNaN).count();
  }

  /** One line: names, n, span of time, and what is to be known. */
  @Override
  public String toString() {
    var parts = new ArrayList<String>();
    parts.add(
        String.format(
            Locale.ROOT,
            "%d variable%s (%s): n = %d, %s from %s to %s",
            width(),
            width() == 1 ? "" : "s",
            width() <= 6
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 5)) + ", ...",
            size(),
            timeName,
            Digits.of(times[0], 6),
            Digits.of(times[size() - 1], 6)));
    if (missing() > 0) {
      parts.add(missing() + " values missing");
    }
    if (!note.isEmpty()) {
      parts.add(note);
    }
    return String.join("; ", parts);
  }
}
