package murmuration.warning.detection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.BrokenLine;
import murmuration.math.Digits;
import murmuration.math.Quantile;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.Table;

/**
 * When a record, or an indicator, begins to rise: two straight lines that meet, {@code x = v + b (t
 * - c)} before the change c and {@code x = v + d (t - c)} after it, by least squares (Mudelsee
 * 2000, Ramp function regression; TransitionsInTimeseries.jl, {@code SlopeChange}). The change need
 * not lie on a sample: between any two samples the optimum is a pair of free lines, and the best of
 * all is found exactly (Hudson 1966, Fitting segmented curves whose join points have to be
 * estimated).
 *
 * <p>Intervals are percentiles over resamples of blocks of residuals (Mudelsee 2000, section 3),
 * each fitted again; blocks keep the memory that overlapping windows give an indicator. Two lines
 * fit every record better than one: believe in a change where the interval of {@link #bend}, the
 * difference of the slopes, is far from 0.
 *
 * @param series the record
 * @param line the fit
 * @param resamples fits of the resamples; may be empty
 * @param block samples in a block
 * @param seed seed of the random numbers
 */
public record SlopeChange(
    TimeSeries series, BrokenLine line, BrokenLine[] resamples, int block, long seed)
    implements Charted {
  private static final int FEWEST = 6;
  private static final int RESAMPLES = 400;
  private static final int MOST = 100_000;

  /** Keeps its own copy. */
  public SlopeChange {
    Arguments.present("series", series);
    Arguments.present("line", line);
    resamples = Arguments.listed("resamples", resamples).toArray(BrokenLine[]::new);
  }

  /**
   * A record at equal steps, with 400 resamples in blocks of {@code ceil(n^(1/3))} and seed 1.
   *
   * @param x observations, length n of at least 6, finite, not constant
   */
  public static SlopeChange of(double[] x) {
    Arguments.finite("x", x, FEWEST);
    return of(TimeSeries.of(x));
  }

  /** The same for a record with times. */
  public static SlopeChange of(TimeSeries series) {
    int n = Arguments.present("series", series).size();
    return of(series, (int) Math.ceil(Math.cbrt(n)), RESAMPLES, 1);
  }

  /**
   * The same with blocks and resamples of one's own.
   *
   * @param series at least 6 observations, finite, not constant
   * @param block samples in a block, 1 to n; for an indicator, about the length of its window
   * @param count resamples, 0 (no intervals) to 100,000
   * @param seed seed of the random numbers
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static SlopeChange of(TimeSeries series, int block, int count, long seed) {
    double[] x = Arguments.present("series", series).values();
    Arguments.finite("series", x, FEWEST);
    int n = x.length;
    Arguments.require(block >= 1 && block <= n, "block is %d: expected 1 to %d", block, n);
    Arguments.require(count >= 0 && count <= MOST, "count is %d: expected 0 to %d", count, MOST);
    double[] t = series.times();
    BrokenLine line = BrokenLine.fit(t, x);
    double[] fitted = line.at(t);
    BrokenLine[] resamples =
        Parallel.map(
                "slope change",
                count,
                i -> BrokenLine.fit(t, resample(Rng.of(seed, i), fitted, x, block)))
            .toArray(BrokenLine[]::new);
    return new SlopeChange(series, line, resamples, block, seed);
  }

  private static double[] resample(RandomGenerator random, double[] fitted, double[] x, int block) {
    int n = x.length;
    double[] drawn = new double[n];
    for (int i = 0; i < n; ) {
      int from = random.nextInt(n - block + 1);
      for (int j = 0; j < block && i < n; j++, i++) {
        drawn[i] = fitted[i] + x[from + j] - fitted[from + j];
      }
    }
    return drawn;
  }

  @Override
  public BrokenLine[] resamples() {
    return resamples.clone();
  }

  /** The time c at which the slope changes. */
  public double time() {
    return line.change();
  }

  /** The slope after the change less the slope before it, units of x a unit of time. */
  public double bend() {
    return line.after() - line.before();
  }

  /** The percentile interval of {@link #time}, low and high; NaN without resamples. */
  public double[] timeInterval(double level) {
    return interval(level, BrokenLine::change);
  }

  /** The percentile interval of {@link #bend}, low and high; NaN without resamples. */
  public double[] bendInterval(double level) {
    return interval(level, l -> l.after() - l.before());
  }

  private double[] interval(double level, ToDoubleFunction<BrokenLine> number) {
    double tail = (1 - Arguments.level(level)) / 2;
    double[] sorted = Arrays.stream(resamples).mapToDouble(number).sorted().toArray();
    return new double[] {
      Quantile.ofSorted(sorted, sorted.length, tail),
      Quantile.ofSorted(sorted, sorted.length, 1 - tail)
    };
  }

  @Override
  public String summary() {
    double[] time = timeInterval(0.95);
    double[] bend = bendInterval(0.95);
    return String.format(
        Locale.ROOT,
        """
        Change of slope of %s, n = %d
        at %s (95 %% %s to %s)
        slope %s before, %s after; difference %s (95 %% %s to %s)
        residual sd %s; %d resamples in blocks of %d, seed %d\
        """,
        series.name(),
        series.size(),
        Digits.of(time(), 6),
        Digits.of(time[0], 6),
        Digits.of(time[1], 6),
        Digits.of(line.before(), 4),
        Digits.of(line.after(), 4),
        Digits.of(bend(), 4),
        Digits.of(bend[0], 4),
        Digits.of(bend[1], 4),
        Digits.of(Math.sqrt(line.squares() / series.size()), 4),
        resamples.length,
        block,
        seed);
  }

  @Override
  public Table table() {
    double[] time = timeInterval(0.95);
    double[] bend = bendInterval(0.95);
    double[] before = interval(0.95, BrokenLine::before);
    double[] after = interval(0.95, BrokenLine::after);
    return Quantities.of("change of slope of " + series.name())
        .and("change at " + series.timeName(), time(), time[0], time[1])
        .and("slope before", line.before(), before[0], before[1])
        .and("slope after", line.after(), after[0], after[1])
        .and("difference of slopes", bend(), bend[0], bend[1])
        .table();
  }

  /** The record with the two lines; grey where 95 % of the resamples change. */
  @Override
  public Figure chart() {
    double[] t = series.times();
    double[] ends = {t[0], line.change(), t[t.length - 1]};
    double[] time = timeInterval(0.95);
    var panel = Panel.over(series, series.name());
    if (time[0] < time[1]) {
      panel = panel.shade(time[0], time[1]);
    }
    return Figure.of(
        panel.line("record", t, series.values()).line("two lines", ends, line.at(ends)));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("resamples", Integer.toString(resamples.length));
    options.put("block", Integer.toString(block));
    return Provenance.of(options).seed(seed).data(series.source());
  }
}
