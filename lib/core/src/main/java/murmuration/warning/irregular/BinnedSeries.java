package murmuration.warning.irregular;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
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
 * A record averaged in bins of equal width: equal steps without the autocorrelation that
 * interpolation makes up. Empty bins are missing, which the windows of {@code murmuration.warning}
 * can leave out. Bins with more observations vary less: where sampling grows denser, binning lowers
 * the variance by itself.
 *
 * @param series the means at the middle of each bin; NaN for an empty one
 * @param counts observations in each bin
 * @param width width of a bin, in the unit of time
 */
public record BinnedSeries(TimeSeries series, int[] counts, double width) implements Charted {
  private static final int MOST = 10_000_000;

  /** Keeps its own copy. */
  public BinnedSeries {
    Arguments.present("series", series);
    Arguments.require(
        Arguments.present("counts", counts).length == series.size(),
        "counts has %d values: expected %d, one for each bin",
        counts.length,
        series.size());
    Arguments.positive("width", width);
    counts = counts.clone();
  }

  /**
   * Bins {@code [t_0 + j width, t_0 + (j+1) width)}.
   *
   * @param record the record; missing values count for nothing
   * @param width width of a bin, above 0, in the unit of time
   * @throws IllegalArgumentException for more than 10 million bins
   */
  public static BinnedSeries of(TimeSeries record, double width) {
    var complete = Arguments.present("record", record).withoutMissing();
    Arguments.positive("width", width);
    double[] t = complete.times();
    double[] x = complete.values();
    double bins = Math.floor((t[t.length - 1] - t[0]) / width) + 1;
    Arguments.require(
        bins <= MOST, "width %s makes %s bins: expected at most %d", width, bins, MOST);
    double[] middles = new double[(int) bins];
    double[] means = new double[(int) bins];
    int[] counts = new int[(int) bins];
    Arrays.setAll(middles, j -> t[0] + (j + 0.5) * width);
    for (int i = 0; i < t.length; i++) {
      int j = (int) ((t[i] - t[0]) / width);
      counts[j]++;
      means[j] += (x[i] - means[j]) / counts[j];
    }
    Arrays.setAll(means, j -> counts[j] == 0 ? Double.NaN : means[j]);
    String how = "averaged in bins of " + width;
    String note = complete.note().isEmpty() ? how : complete.note() + "; " + how;
    return new BinnedSeries(
        new TimeSeries(
            middles, means, complete.name(), complete.timeName(), complete.source(), note),
        counts,
        width);
  }

  @Override
  public int[] counts() {
    return counts.clone();
  }

  /** The number of bins without an observation. */
  public int empty() {
    return (int) Arrays.stream(counts).filter(c -> c == 0).count();
  }

  @Override
  public String summary() {
    var count = Arrays.stream(counts).summaryStatistics();
    return String.format(
        Locale.ROOT,
        """
        %s
        %d bins of width %s, %d of them empty
        observations in a bin: mean %s, at most %d\
        """,
        series,
        counts.length,
        Digits.of(width, 4),
        empty(),
        Digits.of(count.getAverage(), 4),
        count.getMax());
  }

  @Override
  public Table table() {
    var count = Arrays.stream(counts).summaryStatistics();
    return Quantities.of("bins")
        .and("bins", counts.length)
        .and("empty bins", empty())
        .and("observations in a bin", count.getAverage(), count.getMin(), count.getMax())
        .table();
  }

  @Override
  public Figure chart() {
    return Figure.of(
        Panel.over(series, series.name()).points("means", series.times(), series.values()));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("bin width", Double.toString(width))).data(series.source());
  }
}
