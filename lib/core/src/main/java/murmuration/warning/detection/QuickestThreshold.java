package murmuration.warning.detection;

import java.util.Arrays;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Histogram;
import murmuration.math.Normal;
import murmuration.math.Quantile;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.Table;

/**
 * The threshold of a {@link QuickestDetection} with the false alarms that it promises and the delay
 * that it costs.
 *
 * @param study the description
 * @param threshold the value of the statistic (W, or {@code ln R}) from which it rings
 * @param runLengths samples to the first alarm in simulated records without a change; a record that
 *     never rang in 20 wanted run lengths counts as so long
 * @param delays samples to the alarm in simulated records that change at the start, likewise
 */
public record QuickestThreshold(
    QuickestDetection study, double threshold, double[] runLengths, double[] delays)
    implements Charted {
  private static final double Z95 = Normal.quantile(0.975);
  private static final int BINS = 30;

  /** Keeps its own copies. */
  public QuickestThreshold {
    Arguments.present("study", study);
    Arguments.require(
        Double.isFinite(threshold), "threshold is %s: expected a finite number", threshold);
    Arguments.finite("runLengths", runLengths, 2);
    Arguments.finite("delays", delays, 2);
    runLengths = runLengths.clone();
    delays = delays.clone();
  }

  @Override
  public double[] runLengths() {
    return runLengths.clone();
  }

  @Override
  public double[] delays() {
    return delays.clone();
  }

  /** Mean samples to a false alarm. */
  public double averageRunLength() {
    return StatUtils.mean(runLengths);
  }

  /** Mean samples from the change to the alarm. */
  public double expectedDelay() {
    return StatUtils.mean(delays);
  }

  /**
   * The probability of a false alarm within so many samples.
   *
   * @param samples 0 or more
   */
  public double falseAlarmWithin(int samples) {
    Arguments.require(samples >= 0, "samples is %d: expected 0 or more", samples);
    return Arrays.stream(runLengths).filter(t -> t <= samples).count() / (double) runLengths.length;
  }

  /**
   * The statistic along a record and its first alarm.
   *
   * @param x observations at equal steps, at least 2; a missing one (NaN) leaves the statistic as
   *     it is
   */
  public QuickestAlarm over(double[] x) {
    Arguments.series("x", x, 2);
    return over(TimeSeries.of(x));
  }

  /** The same for a record with times, at equal steps. */
  public QuickestAlarm over(TimeSeries series) {
    Arguments.present("series", series);
    Arguments.require(series.size() >= 2, "series has one value: expected at least 2");
    Arguments.equalSteps("series", series.times());
    double[] statistic = study.along(series);
    int at = 0;
    while (at < statistic.length && !(statistic[at] >= threshold)) {
      at++;
    }
    return new QuickestAlarm(this, series, statistic, at < statistic.length ? at : -1);
  }

  private static double width(double[] values) {
    return Z95 * Math.sqrt(StatUtils.variance(values) / values.length);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Quantile.ofSorted(sorted, sorted.length, 0.5);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Quickest detection (%s)
        from %s
        to %s
        threshold %s
        a false alarm in %s samples on average (95 %% %s to %s)
        delay %s samples on average (95 %% %s to %s), median %s; n = %d paths, seed %d\
        """,
        study.rule(),
        study.before(),
        study.after(),
        Digits.of(threshold, 4),
        Digits.of(averageRunLength(), 4),
        Digits.of(averageRunLength() - width(runLengths), 4),
        Digits.of(averageRunLength() + width(runLengths), 4),
        Digits.of(expectedDelay(), 4),
        Digits.of(expectedDelay() - width(delays), 4),
        Digits.of(expectedDelay() + width(delays), 4),
        Digits.of(median(delays), 4),
        runLengths.length,
        study.seed());
  }

  @Override
  public Table table() {
    double arl = averageRunLength();
    double delay = expectedDelay();
    return Quantities.of("quickest detection")
        .and("threshold", threshold)
        .and("average run length", arl, arl - width(runLengths), arl + width(runLengths))
        .and("expected delay", delay, delay - width(delays), delay + width(delays))
        .and("median delay", median(delays))
        .table();
  }

  /** How long records run to a false alarm, and how long a change stays unseen. */
  @Override
  public Figure chart() {
    return Figure.grid(
        2,
        panel("Samples to a false alarm", runLengths),
        panel("Samples from change to alarm", delays));
  }

  private static Panel panel(String label, double[] lengths) {
    double longest = Arrays.stream(lengths).max().orElse(1);
    var histogram = Histogram.of(lengths, 0, longest, BINS);
    return Panel.of(label, "Simulated records")
        .bars("records", histogram.centres(), histogram.heights())
        .vertical(StatUtils.mean(lengths));
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }
}
