package murmuration.warning.detection;

import java.util.Arrays;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * A record under watch: the statistic of a {@link QuickestDetection} along it, and when it rang.
 *
 * @param watch threshold and what it promises
 * @param series the record
 * @param statistic W or {@code ln R} at each sample, length n; NaN at the first, and where a sample
 *     or the one before it is missing
 * @param alarm the first sample at or above the threshold; -1 for none
 */
public record QuickestAlarm(
    QuickestThreshold watch, TimeSeries series, double[] statistic, int alarm) implements Charted {
  /** Checks the lengths and keeps its own copy. */
  public QuickestAlarm {
    Arguments.present("watch", watch);
    Arguments.present("series", series);
    Arguments.present("statistic", statistic);
    Arguments.require(
        statistic.length == series.size(),
        "statistic has %d values: expected one for each of %d samples",
        statistic.length,
        series.size());
    Arguments.require(
        alarm >= -1 && alarm < statistic.length,
        "alarm is %d: expected -1 to %d",
        alarm,
        statistic.length - 1);
    statistic = statistic.clone();
  }

  @Override
  public double[] statistic() {
    return statistic.clone();
  }

  /** Whether it rang. */
  public boolean rang() {
    return alarm >= 0;
  }

  /** The time of the alarm; NaN for none. */
  public double time() {
    return rang() ? series.times()[alarm] : Double.NaN;
  }

  /**
   * The probability of a false alarm up to the alarm, or in the whole record if it did not ring.
   */
  public double falseAlarm() {
    return watch.falseAlarmWithin(rang() ? alarm : series.size() - 1);
  }

  @Override
  public String summary() {
    String outcome =
        rang()
            ? "alarm at " + Digits.of(time(), 6)
            : "no alarm; the highest value was " + Digits.of(highest(), 4);
    return String.format(
        Locale.ROOT,
        """
        Watch over %s, n = %d, %s
        %s, threshold %s
        without a change it rings this early with probability %s, once in %s samples on average
        a change is seen %s samples late on average\
        """,
        series.name(),
        series.size(),
        watch.study().rule(),
        outcome,
        Digits.of(watch.threshold(), 4),
        Digits.of(falseAlarm(), 4),
        Digits.of(watch.averageRunLength(), 4),
        Digits.of(watch.expectedDelay(), 4));
  }

  private double highest() {
    return Arrays.stream(statistic)
        .filter(v -> !Double.isNaN(v))
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  @Override
  public Table table() {
    return Quantities.of("watch over " + series.name())
        .and("alarm at " + series.timeName(), time())
        .and("threshold", watch.threshold())
        .and("highest value", highest())
        .and("probability of a false alarm this early", falseAlarm())
        .and("average run length", watch.averageRunLength())
        .and("expected delay", watch.expectedDelay())
        .table();
  }

  /** The record above the statistic, with the threshold and the alarm; far above it is cut off. */
  @Override
  public Figure chart() {
    double[] t = series.times();
    String label =
        watch.study().rule() == QuickestDetection.Rule.CUSUM
            ? "CUSUM W (nats)"
            : "Shiryaev-Roberts ln R";
    var record = Panel.over(series, series.name()).line("record", t, series.values());
    var below =
        Panel.over(series, label).line("statistic", t, statistic).horizontal(watch.threshold());
    if (!rang()) {
      return Figure.column(record, below);
    }
    double low = Arrays.stream(statistic).filter(Double::isFinite).min().orElse(0);
    double top = watch.threshold() + Math.max(1, watch.threshold() - low);
    return Figure.column(
        record.vertical(time()), below.vertical(time()).yRange(Math.min(low, top - 1), top));
  }

  @Override
  public Provenance provenance() {
    return watch.provenance().data(series.source());
  }
}
