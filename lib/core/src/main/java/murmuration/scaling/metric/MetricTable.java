package murmuration.scaling.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.BootstrapInterval;
import murmuration.math.Proportion;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The same outputs by several metrics: each as a curve with its band and its emergence scores. What
 * jumps by one metric and grows steadily by another, on the same outputs, is a property of the
 * metric; what it takes to say more is {@code murmuration.scaling.emergence}.
 *
 * <pre>{@code
 * int[] length = {5, 5, 5, 5};
 * List<TokenCounts> counts =
 *     Stream.of(new int[] {0, 1, 0, 2}, new int[] {2, 2, 1, 3}, new int[] {4, 5, 3, 5})
 *         .map(correct -> new TokenCounts(correct, length))
 *         .toList();
 * double[] n = {1e8, 1e9, 1e10};
 * MetricTable table = MetricTable.of(ScaledOutputs.of("parameters", n, counts));
 * double[] exact = table.curve(Metrics.EXACT_MATCH).values();
 * }</pre>
 *
 * @param outputs the outputs
 * @param curves one curve a metric
 * @param draws draws of the items for each band and score
 * @param seed seed of the draws
 */
public record MetricTable(ScaledOutputs outputs, List<MetricCurve> curves, int draws, long seed)
    implements Charted {
  private static final int LINES = 9;
  private static final int PANELS_A_ROW = 3;

  /** Checks that there is a curve. */
  public MetricTable {
    Arguments.present("outputs", outputs);
    curves = Arguments.listed("curves", curves);
    Arguments.require(!curves.isEmpty(), "curves is empty: expected at least one metric");
  }

  /** Every metric that the outputs allow, by 1000 draws with seed 1. */
  public static MetricTable of(ScaledOutputs outputs) {
    return of(outputs, Arguments.present("outputs", outputs).metrics(), 1000, 1);
  }

  /**
   * Chosen metrics.
   *
   * @param outputs the outputs
   * @param metrics at least 1, each known by its name
   * @param draws draws of the items, 2 to 1000000
   * @param seed seed of the draws
   * @throws IllegalArgumentException where the outputs do not allow a metric
   */
  public static MetricTable of(ScaledOutputs outputs, List<Metric> metrics, int draws, long seed) {
    Arguments.present("outputs", outputs);
    List<Metric> list = Arguments.listed("metrics", metrics);
    Arguments.require(!list.isEmpty(), "metrics is empty: expected at least one");
    Arguments.require(draws >= 2, "draws is %d: expected at least 2", draws);
    List<double[][]> means =
        new ItemResampling(outputs, list).draw(EmergenceBootstrap.count(draws), seed);
    List<MetricCurve> curves =
        IntStream.range(0, list.size())
            .mapToObj(
                k ->
                    curve(
                        outputs,
                        outputs.scores(list.get(k)),
                        means.stream().map(drawn -> drawn[k]).toList(),
                        seed))
            .toList();
    return new MetricTable(outputs, curves, draws, seed);
  }

  private static MetricCurve curve(
      ScaledOutputs outputs, List<ItemScores> scores, List<double[]> means, long seed) {
    double[] values = scores.stream().mapToDouble(ItemScores::mean).toArray();
    double[] low = new double[values.length];
    double[] high = new double[values.length];
    boolean binary = scores.stream().allMatch(ItemScores::binary);
    for (int i = 0; i < values.length; i++) {
      int model = i;
      double[] band =
          binary
              ? wilson(values[i], scores.get(i).items())
              : percentiles(means.stream().mapToDouble(m -> m[model]).toArray());
      low[i] = band[0];
      high[i] = band[1];
    }
    return new MetricCurve(
        scores.getFirst().metric(),
        outputs.scaleName(),
        outputs.scales(),
        values,
        low,
        high,
        scores.stream().mapToInt(ItemScores::items).toArray(),
        EmergenceBootstrap.of(
            EmergenceScores.of(values),
            means.stream().map(EmergenceScores::of).toList(),
            "items",
            seed));
  }

  private static double[] wilson(double share, int items) {
    return new Proportion(share * items, items).wilson(0.95);
  }

  private static double[] percentiles(double[] drawn) {
    var interval = BootstrapInterval.percentile(drawn, 0.95);
    return new double[] {interval.low(), interval.high()};
  }

  /**
   * The curve of one metric, which is found by its name.
   *
   * @throws IllegalArgumentException where the table lacks it
   */
  public MetricCurve curve(Metric metric) {
    String name = Arguments.present("metric", metric).name();
    return curves.stream()
        .filter(curve -> curve.metric().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no curve of "
                        + name
                        + ": expected one of "
                        + curves.stream().map(MetricCurve::metric).toList()));
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "the same outputs of %d models by %d metrics (%s; %s)",
            outputs.size(),
            curves.size(),
            items(),
            outputs.matched() ? "the same for all" : "each model its own"));
    curves.stream().limit(LINES).map(MetricCurve::summary).forEach(lines::add);
    if (curves.size() > LINES) {
      lines.add("and " + (curves.size() - LINES) + " more");
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "a straight line over %d models has B = Lin = %d; 95 %% intervals of %d draws, seed %d",
            outputs.size(),
            outputs.size() - 1,
            draws,
            seed));
    return String.join("\n", lines);
  }

  private String items() {
    var items = Arrays.stream(curves.getFirst().items()).summaryStatistics();
    return items.getMin() == items.getMax()
        ? items.getMin() + " items"
        : items.getMin() + " to " + items.getMax() + " items";
  }

  /**
   * A row a metric: its mean at the smallest and the largest scale, breakthroughness and linearity
   * with their 95 % intervals.
   */
  @Override
  public Table table() {
    return Table.create(
        "metrics of the same outputs",
        StringColumn.create("metric", curves.stream().map(c -> c.metric().name())),
        column("first", c -> c.values()[0]),
        column("last", c -> c.values()[c.values().length - 1]),
        column("breakthroughness", c -> c.scores().breakthroughness()),
        column("B low", c -> c.emergence().breakthroughnessInterval(0.95)[0]),
        column("B high", c -> c.emergence().breakthroughnessInterval(0.95)[1]),
        column("linearity", c -> c.scores().linearity()),
        column("Lin low", c -> c.emergence().linearityInterval(0.95)[0]),
        column("Lin high", c -> c.emergence().linearityInterval(0.95)[1]));
  }

  private DoubleColumn column(String name, ToDoubleFunction<MetricCurve> number) {
    return DoubleColumn.create(name, curves.stream().mapToDouble(number).toArray());
  }

  /** A row a model, with the mean score by every metric. */
  public Table scores() {
    Table table =
        Table.create(
            "mean scores",
            StringColumn.create("model", outputs.models()),
            DoubleColumn.create(outputs.scaleName(), outputs.scales()));
    curves.forEach(c -> table.addColumns(DoubleColumn.create(c.metric().column(), c.values())));
    return table;
  }

  /** One panel a metric, three in a row. */
  @Override
  public Figure chart() {
    Panel[] panels = curves.stream().map(MetricCurve::panel).toArray(Panel[]::new);
    return Figure.grid(Math.min(PANELS_A_ROW, panels.length), panels);
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("metrics", curves.stream().map(MetricCurve::metric).toList().toString());
    options.put("models", outputs.models().toString());
    options.put("draws", Integer.toString(draws));
    return Provenance.of(options).seed(seed).data(outputs.source());
  }
}
