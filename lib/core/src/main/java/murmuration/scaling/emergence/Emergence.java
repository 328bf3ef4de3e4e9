package murmuration.scaling.emergence;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.scaling.emergence.SmoothLawTest.LocalExponent;
import murmuration.scaling.metric.ItemScores;
import murmuration.scaling.metric.Metric;
import murmuration.scaling.metric.MetricTable;
import murmuration.scaling.metric.ScaledOutputs;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.Table;

/**
 * Is it emergent? The outputs of models of increasing scale, graded by several metrics, each
 * compared with what a smooth law would give.
 *
 * <pre>{@code
 * var outputs = MirageSimulator.of(new MirageModel(2e7, -0.25)).length(10).simulate();
 * EmergenceReport report = Emergence.of(outputs)
 *     .metrics(Metrics.EXACT_MATCH, Metrics.EDIT_DISTANCE)
 *     .draws(199)
 *     .seed(1)
 *     .test();
 * EmergenceVerdict verdict = report.verdict();
 * }</pre>
 *
 * <p>Defaults: every metric that the outputs allow, 999 draws, seed 1; where models have the same
 * items, the spread of their difficulty is estimated. What the test asks is said in {@link
 * SmoothLawTest}, how the answers combine in {@link EmergenceReport}.
 *
 * @param outputs outputs of models of at least 4 different scales
 * @param metrics what they are graded by, at least 1
 * @param draws draws of chance, 19 to 100000
 * @param seed seed of the draws
 * @param equalItems whether all items are taken to be equally difficult, without a look at them
 */
public record Emergence(
    ScaledOutputs outputs, List<Metric> metrics, int draws, long seed, boolean equalItems) {
  private static final int FEWEST_SCALES = 4;
  private static final int FEWEST_DRAWS = 19;
  private static final int MOST_DRAWS = 100_000;
  private static final double NORMAL_95 = 1.959963984540054;

  /** Checks the choices. */
  public Emergence {
    Arguments.present("outputs", outputs);
    metrics = Arguments.listed("metrics", metrics);
    Arguments.require(!metrics.isEmpty(), "metrics is empty: expected at least one");
    Arguments.require(
        metrics.stream().map(Metric::name).distinct().count() == metrics.size(),
        "metrics %s has one twice: expected distinct names",
        metrics);
    Arguments.require(
        draws >= FEWEST_DRAWS && draws <= MOST_DRAWS,
        "draws is %d: expected %d to %d",
        draws,
        FEWEST_DRAWS,
        MOST_DRAWS);
    long different = Arrays.stream(outputs.scales()).distinct().count();
    Arguments.require(
        different >= FEWEST_SCALES,
        "%d different scales: expected at least %d, on fewer nothing can be said",
        different,
        FEWEST_SCALES);
  }

  /** Outputs with the defaults. */
  public static Emergence of(ScaledOutputs outputs) {
    return new Emergence(outputs, Arguments.present("outputs", outputs).metrics(), 999, 1, false);
  }

  /**
   * A table of graded items, a row a model and item, with a column for each metric; see {@link
   * ScaledOutputs#of(Table, String, String, Metric...)}.
   *
   * @param scores the scores
   * @param model column with the name of the model
   * @param scale numeric column with its scale
   * @param metrics the metrics to read; none for those with a column of a known name
   */
  public static Emergence of(Table scores, String model, String scale, Metric... metrics) {
    return of(ScaledOutputs.of(scores, model, scale, metrics));
  }

  /** The same by these metrics only, each found by its name. */
  public Emergence metrics(Metric... values) {
    return new Emergence(outputs, Arguments.listed("metrics", values), draws, seed, equalItems);
  }

  /** The same with so many draws of chance. */
  public Emergence draws(int count) {
    return new Emergence(outputs, metrics, count, seed, equalItems);
  }

  /** The same with another seed. */
  public Emergence seed(long value) {
    return new Emergence(outputs, metrics, draws, value, equalItems);
  }

  /**
   * The same taking all items to be equally difficult. Where they are not, an average over them
   * bends as an acceleration does, and the test rings by that alone.
   */
  public Emergence withEqualItems() {
    return new Emergence(outputs, metrics, draws, seed, true);
  }

  /**
   * Runs the tests.
   *
   * @throws IllegalArgumentException where the outputs do not allow a metric
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public EmergenceReport test() {
    var table = MetricTable.of(outputs, metrics, draws, seed);
    List<List<ItemScores>> scores = metrics.stream().map(outputs::scores).toList();
    double[] logScale = Arrays.stream(outputs.scales()).map(Math::log).toArray();
    List<SmoothNull> nulls =
        scores.stream().map(s -> new SmoothNull(QualityCurve.of(s, spread(s)), logScale)).toList();
    var chance = SharedChance.of(scores.stream().map(Emergence::values).toList());
    long own = Rng.seed(seed, -1);
    List<double[][]> drawn =
        Parallel.map(
            "smooth laws",
            draws,
            i -> {
              double[][] z = chance.next(Rng.of(own, i));
              return IntStream.range(0, z.length)
                  .mapToObj(k -> nulls.get(k).draw(z[k]))
                  .toArray(double[][]::new);
            });
    List<SmoothLawTest> tests =
        IntStream.range(0, metrics.size())
            .mapToObj(k -> test(nulls.get(k), drawn.stream().map(d -> d[k]).toList()))
            .toList();
    double[] scales = outputs.scales();
    List<CurveShape> shapes =
        nulls.stream().map(n -> CurveShape.of(n.observed(), scales, draws, seed)).toList();
    return new EmergenceReport(this, table, tests, shapes);
  }

  private double spread(List<ItemScores> scores) {
    return !equalItems && outputs.matched() ? ItemSpread.of(scores) : 0;
  }

  private SmoothLawTest test(SmoothNull smooth, List<double[]> drawn) {
    return new SmoothLawTest(
        smooth.observed().metric(),
        outputs.scales(),
        smooth.observed().values(),
        smooth.expectedScores(),
        smooth.spread(),
        smooth.dispersion(),
        smooth.exponent(),
        exponent(smooth.exponent(false)),
        exponent(smooth.exponent(true)),
        smooth.breakthroughness(),
        drawn.stream().mapToDouble(d -> d[0]).toArray(),
        smooth.acceleration(),
        drawn.stream().mapToDouble(d -> d[1]).toArray(),
        seed);
  }

  private static LocalExponent exponent(double[] valueAndError) {
    double half = NORMAL_95 * valueAndError[1];
    double width = Double.isNaN(half) ? Double.POSITIVE_INFINITY : half;
    return new LocalExponent(valueAndError[0], valueAndError[0] - width, valueAndError[0] + width);
  }

  private static double[][] values(List<ItemScores> scores) {
    return scores.stream().map(ItemScores::values).toArray(double[][]::new);
  }

  Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("models", outputs.models().toString());
    options.put("metrics", metrics.toString());
    options.put("draws", Integer.toString(draws));
    options.put("items", equalItems ? "taken as equal" : "spread estimated where matched");
    return Provenance.of(options).seed(seed).data(outputs.source());
  }
}
