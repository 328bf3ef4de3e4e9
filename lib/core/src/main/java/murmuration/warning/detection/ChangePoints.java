package murmuration.warning.detection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.SegmentCost;
import murmuration.math.Segmentation;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Where a record changes: its division into segments of least cost.
 *
 * <pre>{@code
 * ChangePoints steps = ChangePoints.pelt(x, SegmentCost.L2, SegmentCost.L2.bic(x));
 * ChangePoints two = ChangePoints.fixed(x, SegmentCost.NORMAL, 2);
 * }</pre>
 *
 * <p>Segments have at least 2 samples. {@link #pelt} and {@link #fixed} find the optimum, {@link
 * #binary} cuts greedily and can miss it. A change point tells that the past was not one regime; it
 * is no warning of what is to come. The costs take noise for white: in red noise slow wandering is
 * cut into steps, so compare with surrogates before a cut is believed. The chosen division is the
 * best of many, so no interval or p comes with it; {@link CusumTest} tests for one change of mean.
 *
 * @param series the record
 * @param cost what a segment costs
 * @param method how the division was searched, in words
 * @param changes first sample of each segment but the first, ascending
 * @param segmentCosts cost of each segment, one more than changes
 */
public record ChangePoints(
    TimeSeries series, SegmentCost cost, String method, int[] changes, double[] segmentCosts)
    implements Charted {
  private static final int SHORTEST = Segmentation.SHORTEST;
  private static final int MOST_SHOWN = 8;

  /** Checks the changes and keeps its own copies. */
  public ChangePoints {
    Arguments.present("series", series);
    Arguments.present("cost", cost);
    Arguments.present("method", method);
    Arguments.present("changes", changes);
    Arguments.present("segmentCosts", segmentCosts);
    Arguments.require(
        segmentCosts.length == changes.length + 1,
        "segmentCosts has %d values: expected one more than %d changes",
        segmentCosts.length,
        changes.length);
    for (int i = 0; i < changes.length; i++) {
      int before = i == 0 ? 0 : changes[i - 1];
      Arguments.require(
          changes[i] > before && changes[i] < series.size(),
          "changes[%d] is %d: expected above %d and below %d",
          i,
          changes[i],
          before,
          series.size());
    }
    changes = changes.clone();
    segmentCosts = segmentCosts.clone();
  }

  /**
   * The division of least cost plus penalty a change, number of changes free (PELT; Killick,
   * Fearnhead and Eckley 2012).
   *
   * @param x observations, length n of at least 4, finite
   * @param cost what a segment costs
   * @param penalty what a change costs, above 0; see {@link SegmentCost#bic}
   */
  public static ChangePoints pelt(double[] x, SegmentCost cost, double penalty) {
    return pelt(series(x), cost, penalty);
  }

  /** The same for a record with times. */
  public static ChangePoints pelt(TimeSeries series, SegmentCost cost, double penalty) {
    var costs = costs(series, cost);
    int[] changes = Segmentation.pelt(costs, penalty);
    return of(series, cost, "PELT, penalty " + Digits.of(penalty, 4), changes);
  }

  /**
   * The division of least cost with this many changes, by dynamic programming in O(count n^2).
   *
   * @param x observations, length n of at least 4, finite
   * @param cost what a segment costs
   * @param count changes, at least 1 and at most n/2 - 1
   */
  public static ChangePoints fixed(double[] x, SegmentCost cost, int count) {
    return fixed(series(x), cost, count);
  }

  /** The same for a record with times. */
  public static ChangePoints fixed(TimeSeries series, SegmentCost cost, int count) {
    var costs = costs(series, cost);
    return of(series, cost, "dynamic programming", Segmentation.fixed(costs, count));
  }

  /**
   * Cuts the record in two where that lowers the cost most, then one of the parts, and so on.
   *
   * @param x observations, length n of at least 4, finite
   * @param cost what a segment costs
   * @param count changes, at least 1 and at most n/2 - 1; fewer are found where no segment is long
   *     enough to be cut
   */
  public static ChangePoints binary(double[] x, SegmentCost cost, int count) {
    return binary(series(x), cost, count);
  }

  /** The same for a record with times. */
  public static ChangePoints binary(TimeSeries series, SegmentCost cost, int count) {
    var costs = costs(series, cost);
    return of(series, cost, "binary segmentation", Segmentation.binary(costs, count));
  }

  private static TimeSeries series(double[] x) {
    Arguments.finite("x", x, 2 * SHORTEST);
    return TimeSeries.of(x);
  }

  private static SegmentCost.Segments costs(TimeSeries series, SegmentCost cost) {
    Arguments.present("cost", cost);
    double[] x = Arguments.present("series", series).values();
    Arguments.finite("series", x, 2 * SHORTEST);
    return cost.over(x);
  }

  private static ChangePoints of(
      TimeSeries series, SegmentCost cost, String method, int[] changes) {
    var costs = cost.over(series.values());
    int[] edges = edges(changes, series.size());
    double[] each =
        IntStream.range(0, edges.length - 1)
            .mapToDouble(i -> costs.of(edges[i], edges[i + 1]))
            .toArray();
    return new ChangePoints(series, cost, method, changes, each);
  }

  private static int[] edges(int[] changes, int n) {
    int[] edges = new int[changes.length + 2];
    System.arraycopy(changes, 0, edges, 1, changes.length);
    edges[edges.length - 1] = n;
    return edges;
  }

  @Override
  public int[] changes() {
    return changes.clone();
  }

  @Override
  public double[] segmentCosts() {
    return segmentCosts.clone();
  }

  /** The sum of the segments' costs, without penalties. */
  public double totalCost() {
    return Arrays.stream(segmentCosts).sum();
  }

  /** The number of changes. */
  public int count() {
    return changes.length;
  }

  /** Where each segment ends, exclusive, the last being n: as other programs list them. */
  public int[] ends() {
    return Segmentation.ends(changes, series.size());
  }

  /** The time of the first sample after each change. */
  public double[] times() {
    double[] t = series.times();
    return Arrays.stream(changes).mapToDouble(i -> t[i]).toArray();
  }

  /** The mean of each segment. */
  public double[] means() {
    return each(StatUtils::mean);
  }

  private double[] each(ToDoubleFunction<double[]> statistic) {
    int[] edges = edges(changes, series.size());
    double[] x = series.values();
    return IntStream.range(0, edges.length - 1)
        .mapToDouble(i -> statistic.applyAsDouble(Arrays.copyOfRange(x, edges[i], edges[i + 1])))
        .toArray();
  }

  @Override
  public String summary() {
    String at =
        Arrays.stream(times())
            .limit(MOST_SHOWN)
            .mapToObj(t -> Digits.of(t, 6))
            .collect(Collectors.joining(", "));
    String more = count() > MOST_SHOWN ? " and " + (count() - MOST_SHOWN) + " more" : "";
    return String.format(
        Locale.ROOT,
        """
        %d changes of %s, n = %d (%s, cost %s)
        segments begin at %s%s
        total cost %s\
        """,
        count(),
        series.name(),
        series.size(),
        method,
        cost,
        count() == 0 ? "no other place than the first sample" : at,
        more,
        Digits.of(totalCost(), 4));
  }

  /** One row a segment: its first sample and time, samples, mean, sd and cost. */
  @Override
  public Table table() {
    int[] edges = edges(changes, series.size());
    int[] from = Arrays.copyOf(edges, edges.length - 1);
    double[] t = series.times();
    int[] samples = IntStream.range(0, from.length).map(i -> edges[i + 1] - edges[i]).toArray();
    return Table.create(
        "segments of " + series.name(),
        IntColumn.create("first sample", from),
        DoubleColumn.create(
            "from " + series.timeName(), Arrays.stream(from).mapToDouble(i -> t[i]).toArray()),
        IntColumn.create("samples", samples),
        DoubleColumn.create("mean", means()),
        DoubleColumn.create("sd", each(v -> Math.sqrt(StatUtils.variance(v)))),
        DoubleColumn.create("cost", segmentCosts));
  }

  /** The record with the mean of each segment and a line at each change. */
  @Override
  public Figure chart() {
    int[] edges = edges(changes, series.size());
    double[] means = means();
    double[] level = new double[series.size()];
    for (int i = 0; i < means.length; i++) {
      Arrays.fill(level, edges[i], edges[i + 1], means[i]);
    }
    var panel =
        Panel.over(series, series.name())
            .line("record", series.times(), series.values())
            .line("segment mean", series.times(), level);
    for (double t : times()) {
      panel = panel.vertical(t);
    }
    return Figure.of(panel);
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("cost", cost.toString());
    options.put("method", method);
    return Provenance.of(options).data(series.source());
  }
}
