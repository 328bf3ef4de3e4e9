package murmuration.warning.irregular;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Kendall;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import murmuration.warning.process.Estimate;
import murmuration.warning.process.OrnsteinUhlenbeckFit;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The time scale of return along a record with times of its own: an {@link OrnsteinUhlenbeckFit} in
 * every window, each with its 95 % interval by profile likelihood.
 *
 * <p>Intervals of neighbouring windows share nearly all their data: that they part is no test of a
 * trend. {@link IrregularWarning} makes that test.
 *
 * @param record the record without missing values, detrended or not
 * @param window the window that slides
 * @param times the times at which full windows end, length k
 * @param estimates the time scale of each, in the unit of time; NaN where the window is constant or
 *     without noise
 */
public record RollingTimeScale(
    TimeSeries record, TimeWindow window, double[] times, List<Estimate> estimates)
    implements Charted {
  /** Checks the lengths and keeps its own copies. */
  public RollingTimeScale {
    Arguments.present("record", record);
    Arguments.present("window", window);
    Arguments.increasing("times", times);
    estimates = Arguments.listed("estimates", estimates);
    Arguments.require(
        times.length == estimates.size(),
        "times has %d values, there are %d estimates: expected one for each",
        times.length,
        estimates.size());
    times = times.clone();
  }

  /**
   * Fits every window, on all cores.
   *
   * @param record the residual of a record, at least 8 values that are not missing
   * @param window the window that slides
   * @throws IllegalArgumentException if the window is longer than the record
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static RollingTimeScale of(TimeSeries record, TimeWindow window) {
    var complete = IrregularRecord.checked(record, TimeWindow.LEAST);
    int[] starts = Arguments.present("window", window).starts(complete);
    int[] ends = IntStream.range(0, starts.length).filter(i -> starts[i] >= 0).toArray();
    double[] t = complete.times();
    double[] x = complete.values();
    List<Estimate> estimates =
        Parallel.map(
            "time scales",
            ends.length,
            k -> {
              int from = starts[ends[k]];
              int to = ends[k] + 1;
              return fit(Arrays.copyOfRange(t, from, to), Arrays.copyOfRange(x, from, to));
            });
    return new RollingTimeScale(
        complete, window, Arrays.stream(ends).mapToDouble(i -> t[i]).toArray(), estimates);
  }

  private static Estimate fit(double[] t, double[] x) {
    try {
      return OrnsteinUhlenbeckFit.of(TimeSeries.of(t, x)).timeScale();
    } catch (IllegalArgumentException e) {
      return new Estimate(Double.NaN, Double.NaN, Double.NaN);
    }
  }

  @Override
  public double[] times() {
    return times.clone();
  }

  /** The time scales, length k. */
  public double[] values() {
    return estimates.stream().mapToDouble(Estimate::value).toArray();
  }

  /** Kendall's tau of the time scale with time. */
  public double tau() {
    return Kendall.tau(values());
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Time scale of return of %s
        windows of %s: %d
        first window %s
        last window  %s
        Kendall's tau of the time scale %s; intervals: 95 %%, profile likelihood\
        """,
        record,
        window,
        times.length,
        estimates.getFirst(),
        estimates.getLast(),
        Digits.of(tau(), 4));
  }

  /** The first, the middle and the last window. */
  @Override
  public Table table() {
    var rows = Quantities.of("time scale of return");
    for (int k : new int[] {0, times.length / 2, times.length - 1}) {
      Estimate e = estimates.get(k);
      rows = rows.and("window to " + Digits.of(times[k], 6), e.value(), e.low(), e.high());
    }
    return rows.and("Kendall's tau", tau()).table();
  }

  /** One row a window: its last time, time scale and interval. */
  public Table series() {
    return Table.create(
        "time scale of return",
        DoubleColumn.create("time", times),
        DoubleColumn.create("time scale", values()),
        DoubleColumn.create("low", estimates.stream().mapToDouble(Estimate::low).toArray()),
        DoubleColumn.create("high", estimates.stream().mapToDouble(Estimate::high).toArray()));
  }

  /** The time scale and its interval on a logarithmic axis; open ends are drawn as gaps. */
  @Override
  public Figure chart() {
    double[] low = new double[times.length];
    double[] high = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      Estimate e = estimates.get(i);
      boolean closed = e.low() > 0 && e.high() < Double.POSITIVE_INFINITY;
      low[i] = closed ? e.low() : Double.NaN;
      high[i] = closed ? e.high() : Double.NaN;
    }
    return Figure.of(
        Panel.over(record, "Time scale (unit of time)")
            .band("95 % interval", times, low, high)
            .line("time scale", times, values())
            .logY());
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("window", window.toString());
    options.put("method", "exact maximum likelihood, Ornstein-Uhlenbeck");
    return Provenance.of(options).data(record.source());
  }
}
