package murmuration.warning.nonlinear;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The number of wells at every time and on every scale: windows of many lengths slide along a
 * record, and colour is the number of wells in each (Livina, Kwasniok and Lenton 2010).
 *
 * @param series the record
 * @param options how wells are found
 * @param windows lengths as shares of the record, ascending
 * @param positions where along the record a window is centred, length m, in its unit of time
 * @param counts {@code [window][position]}: wells; NaN where the window would stick out or has no
 *     variance
 */
public record WellMap(
    TimeSeries series,
    PotentialOptions options,
    double[] windows,
    double[] positions,
    double[][] counts)
    implements Charted {
  private static final int POSITIONS = 100;
  private static final int LEAST = 10;
  private static final int MOST_WINDOWS = 1000;

  /** Checks the shape and keeps its own copies. */
  public WellMap {
    Arguments.present("series", series);
    Arguments.present("options", options);
    Arguments.increasing("windows", windows);
    Arguments.increasing("positions", positions);
    Arguments.present("counts", counts);
    Arguments.require(
        counts.length == windows.length,
        "counts has %d rows: expected one for each of %d windows",
        counts.length,
        windows.length);
    for (double[] row : counts) {
      Arguments.sameLength("a row of counts", row, "positions", positions);
    }
    windows = windows.clone();
    positions = positions.clone();
    counts = copy(counts);
  }

  /** Nineteen windows, from 5 to 95 % of the record, with the usual options. */
  public static WellMap of(TimeSeries series) {
    double[] windows = new double[19];
    Arrays.setAll(windows, i -> 0.05 * (i + 1));
    return of(series, windows, PotentialOptions.defaults());
  }

  /**
   * Windows of one's choice.
   *
   * @param series not constant; missing values are left out
   * @param windows lengths as shares of the record, above 0 and at most 1, ascending; those of
   *     fewer than 10 samples count nothing (NaN)
   * @param options how wells are found
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static WellMap of(TimeSeries series, double[] windows, PotentialOptions options) {
    var complete = Arguments.present("series", series).withoutMissing();
    Arguments.increasing("windows", windows);
    Arguments.require(
        windows.length <= MOST_WINDOWS,
        "windows has %d: expected at most %d",
        windows.length,
        MOST_WINDOWS);
    Arguments.require(
        windows[0] > 0 && windows[windows.length - 1] <= 1,
        "windows run from %s to %s: expected shares above 0 and at most 1",
        windows[0],
        windows[windows.length - 1]);
    Arguments.present("options", options);
    double[] z = Standardised.of("series", complete.values(), LEAST).z();
    int[] at = positions(z.length);
    double[] times = complete.times();
    List<double[]> rows =
        Parallel.map("wells", windows.length, i -> row(z, at, windows[i], options));
    return new WellMap(
        series,
        options,
        windows,
        Arrays.stream(at).mapToDouble(j -> times[j]).toArray(),
        rows.toArray(double[][]::new));
  }

  private static int[] positions(int n) {
    int count = Math.min(POSITIONS, n);
    int[] at = new int[count];
    Arrays.setAll(at, k -> (int) ((2L * k + 1) * n / (2L * count)));
    return at;
  }

  private static double[] row(double[] z, int[] at, double share, PotentialOptions options) {
    int w = (int) Math.floor(share * z.length + 1e-9);
    double[] counts = new double[at.length];
    for (int k = 0; k < counts.length; k++) {
      int from = at[k] - w / 2;
      boolean inside = w >= LEAST && from >= 0 && from + w <= z.length;
      counts[k] =
          inside
              ? PotentialAnalysis.count(Arrays.copyOfRange(z, from, from + w), options)
              : Double.NaN;
    }
    return counts;
  }

  @Override
  public double[] windows() {
    return windows.clone();
  }

  @Override
  public double[] positions() {
    return positions.clone();
  }

  @Override
  public double[][] counts() {
    return copy(counts);
  }

  /** The share of cells with two wells or more, of those that have a count; NaN if none has. */
  public double shareOfSeveral() {
    double[] known =
        Arrays.stream(counts)
            .flatMapToDouble(Arrays::stream)
            .filter(c -> !Double.isNaN(c))
            .toArray();
    return known.length == 0
        ? Double.NaN
        : (double) Arrays.stream(known).filter(c -> c >= 2).count() / known.length;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Wells of %s
        %d windows, %s to %s of the record, at %d places
        two wells or more in %s of the map; cells share samples: this is a description\
        """,
        series,
        windows.length,
        Digits.of(windows[0], 4),
        Digits.of(windows[windows.length - 1], 4),
        positions.length,
        Digits.of(shareOfSeveral(), 4));
  }

  /** One row a cell: window, place, number of wells. */
  @Override
  public Table table() {
    int cells = windows.length * positions.length;
    double[] window = new double[cells];
    double[] place = new double[cells];
    double[] count = new double[cells];
    for (int i = 0; i < cells; i++) {
      window[i] = windows[i / positions.length];
      place[i] = positions[i % positions.length];
      count[i] = counts[i / positions.length][i % positions.length];
    }
    return Table.create(
        "wells of " + series.name(),
        DoubleColumn.create("window", window),
        DoubleColumn.create(series.timeName(), place),
        DoubleColumn.create("wells", count));
  }

  /** The number of wells as colours over time and window. */
  @Override
  public Figure chart() {
    return Figure.of(
        Panel.over(series, "Window (share of the record)")
            .heat("wells", positions, windows, counts, 0, 4));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("series", series.toString());
    choices.put("windows", Arrays.toString(windows));
    choices.put("options", options.toString());
    return Provenance.of(choices).data(series.source());
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
