package murmuration.data;

import static murmuration.math.Arguments.require;

import java.util.Arrays;
import java.util.regex.Pattern;
import murmuration.math.Present;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Observations on their way to a {@link TimeSeries}: not yet in order, times perhaps occurring
 * twice.
 */
record Observations(
    String timeColumn,
    double[] times,
    String valueName,
    double[] values,
    boolean ages,
    String note) {
  private static final Pattern AGE = Pattern.compile("(?i)(?<![a-z])(ages?|bp)(?![a-z])");

  Observations(String timeColumn, double[] times, String valueName, double[] values) {
    this(timeColumn, times, valueName, values, false, "");
  }

  static Observations of(Table table, String time, String value) {
    double[] t = Columns.numbers(table, time);
    double[] x = Columns.numbers(table, value);
    int[] kept = Present.in(t, x);
    require(kept.length > 0, "columns %s and %s have no row without a missing value", time, value);
    int dropped = t.length - kept.length;
    var rows =
        new Observations(
            Datasets.label(table, time),
            Present.at(kept, t),
            Datasets.label(table, value),
            Present.at(kept, x),
            false,
            dropped == 0 ? "" : "rows left out for a missing value: " + dropped);
    return AGE.matcher(time).find() ? rows.turnedRound() : rows;
  }

  /** Ages become times, {@code t = -age}, in increasing order if they were in order at all. */
  Observations turnedRound() {
    boolean reverse = times.length > 1 && times[0] < times[times.length - 1];
    int n = times.length;
    double[] t = new double[n];
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      int from = reverse ? n - 1 - i : i;
      t[i] = 0 - times[from];
      x[i] = values[from];
    }
    return new Observations(
        timeColumn, t, valueName, x, true, join("ages turned round, t = -age", note));
  }

  /** One observation, the mean, in place of neighbours that have the same time. */
  Observations averaged() {
    double[] t = new double[times.length];
    double[] x = new double[times.length];
    int n = 0;
    for (int i = 0; i < times.length; ) {
      int end = i;
      double sum = 0;
      while (end < times.length && times[end] == times[i]) {
        sum += values[end++];
      }
      t[n] = times[i];
      x[n++] = sum / (end - i);
      i = end;
    }
    String averaging = "rows averaged into one of the same time: " + (times.length - n);
    return new Observations(
        timeColumn,
        Arrays.copyOf(t, n),
        valueName,
        Arrays.copyOf(x, n),
        ages,
        n == times.length ? note : join(note, averaging));
  }

  TimeSeries series(@Nullable String source) {
    for (int i = 1; i < times.length; i++) {
      require(
          times[i] != times[i - 1],
          "%s %s occurs more than once: expected distinct ones"
              + " (TimeSeries.averageDuplicates takes their mean)",
          timeColumn,
          ages ? -times[i] : times[i]);
      require(
          times[i] > times[i - 1],
          "%s is not in order: %s and %s are neighbours; expected %s",
          timeColumn,
          ages ? -times[i] : times[i - 1],
          ages ? -times[i - 1] : times[i],
          ages ? "ages that only fall or only rise" : "increasing times");
    }
    return new TimeSeries(
        times, values, valueName, ages ? "-" + timeColumn : timeColumn, source, note);
  }

  static String join(String note, String more) {
    return note.isEmpty() ? more : more.isEmpty() ? note : note + "; " + more;
  }
}
