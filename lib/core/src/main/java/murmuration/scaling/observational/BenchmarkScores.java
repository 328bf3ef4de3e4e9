package murmuration.scaling.observational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.data.Columns;
import murmuration.data.Datasets;
import murmuration.math.Arguments;
import murmuration.math.Present;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What published models score on benchmarks: one row a model, one column a benchmark.
 *
 * <pre>{@code
 * var scores = SimulatedModels.of(6, 5).seed(1).simulate().scores();
 * CapabilityAxes axes = CapabilityAxes.of(scores);
 * }</pre>
 *
 * @param models name of each model, n different ones
 * @param families family of each model, length n
 * @param compute training compute of each in FLOP, length n; NaN where it is not known
 * @param benchmarks names of the p benchmarks
 * @param scores n rows of p scores, 0 to 1; NaN where one is missing
 * @param source data set and sha256, or null where the numbers came from the caller
 */
public record BenchmarkScores(
    List<String> models,
    List<String> families,
    double[] compute,
    List<String> benchmarks,
    double[][] scores,
    @Nullable String source) {
  /** The 77 base models of 21 families that Ruan et al. 2024 analyse: their choice, not a rule. */
  public static final List<String> RUAN_MODELS = RuanModels.NAMES;

  private static final double DATA_SET_UNIT = 1e21;
  private static final int MOST = 100_000;

  /** Checks lengths, names and values and keeps its own copies. */
  public BenchmarkScores {
    models = Arguments.listed("models", models);
    families = Arguments.listed("families", families);
    benchmarks = Arguments.listed("benchmarks", benchmarks);
    int n = models.size();
    Arguments.require(n >= 1 && n <= MOST, "models has %d names: expected 1 to %d", n, MOST);
    Arguments.require(
        new HashSet<>(models).size() == n, "models names one twice: expected different names");
    Arguments.require(
        families.size() == n,
        "families has %d names, models has %d: expected the same number",
        families.size(),
        n);
    Arguments.series("compute", compute, n);
    Arguments.require(
        compute.length == n,
        "compute has %d values, models has %d names: expected the same number",
        compute.length,
        n);
    for (int i = 0; i < n; i++) {
      Arguments.require(
          !(compute[i] <= 0),
          "compute[%d] is %s: expected a finite number above 0, or NaN where it is not known",
          i,
          compute[i]);
    }
    compute = compute.clone();
    scores = TaskScores.checked(scores, n, benchmarks.size());
  }

  /**
   * Columns of a table; empty cells are missing scores.
   *
   * @param table one row a model
   * @param model column of names
   * @param family column of families
   * @param compute column of training compute in FLOP
   * @param benchmarks columns of scores, 0 to 1
   */
  public static BenchmarkScores of(
      Table table, String model, String family, String compute, String... benchmarks) {
    return read(table, model, family, compute, 1, Arguments.listed("benchmarks", benchmarks));
  }

  /**
   * The table of Ruan, Maddison and Hashimoto 2024 (arXiv 2405.10938), data set {@code
   * obs-base-llm-benchmarks}: MMLU, ARC-C, HellaSwag, Winograd, TruthfulQA, GSM8K, XWinograd and
   * HumanEval, in this order.
   */
  public static BenchmarkScores ruan(Table table) {
    return read(
        table,
        "model",
        "family",
        "flops_1e21",
        DATA_SET_UNIT,
        List.of(
            "mmlu",
            "arc_c",
            "hellaswag",
            "winograd",
            "truthfulqa",
            "gsm8k",
            "xwinograd",
            "humaneval"));
  }

  private static BenchmarkScores read(
      Table table,
      String model,
      String family,
      String compute,
      double unit,
      List<String> benchmarks) {
    double[] flop =
        Arrays.stream(Columns.numbers(table, compute)).map(value -> value * unit).toArray();
    return new BenchmarkScores(
        TaskScores.texts(table, model),
        TaskScores.texts(table, family),
        flop,
        benchmarks,
        TaskScores.matrix(table, benchmarks),
        Datasets.sourceOf(table));
  }

  /** Number of models. */
  public int size() {
    return models.size();
  }

  /** Number of scores that are missing. */
  public int missing() {
    return (int)
        Arrays.stream(scores).flatMapToDouble(Arrays::stream).filter(Double::isNaN).count();
  }

  /** The scores of one benchmark, by model. */
  public double[] benchmark(String name) {
    int j = benchmarks.indexOf(name);
    Arguments.require(j >= 0, "there is no benchmark %s: expected one of %s", name, benchmarks);
    return Arrays.stream(scores).mapToDouble(row -> row[j]).toArray();
  }

  /**
   * The same with only these models, in the order they have here.
   *
   * @throws IllegalArgumentException naming the first that is not here
   */
  public BenchmarkScores keep(Collection<String> names) {
    var wanted = new HashSet<>(Arguments.listed("names", List.copyOf(known(names))));
    int[] rows = IntStream.range(0, size()).filter(i -> wanted.contains(models.get(i))).toArray();
    return rows(rows);
  }

  private Collection<String> known(@Nullable Collection<String> names) {
    var here = new HashSet<>(models);
    var checked = new ArrayList<String>();
    for (String name : Arguments.present("names", names)) {
      Arguments.require(here.contains(Arguments.present("name", name)), "no model is %s", name);
      checked.add(name);
    }
    Arguments.require(!checked.isEmpty(), "names is empty: expected at least one model");
    return checked;
  }

  /** The same at these rows, in this order; positions from 0, each at most once. */
  public BenchmarkScores rows(int... rows) {
    Arguments.present("rows", rows);
    for (int i = 0; i < rows.length; i++) {
      Arguments.require(
          rows[i] >= 0 && rows[i] < size(),
          "rows[%d] is %d: expected 0 to %d",
          i,
          rows[i],
          size() - 1);
    }
    return new BenchmarkScores(
        Arrays.stream(rows).mapToObj(models::get).toList(),
        Arrays.stream(rows).mapToObj(families::get).toList(),
        Present.at(rows, compute),
        benchmarks,
        Arrays.stream(rows).mapToObj(i -> scores[i]).toArray(double[][]::new),
        source);
  }

  /** The log10 of compute in units of 1e21 FLOP; NaN where it is not known. */
  double[] logCompute() {
    return Arrays.stream(compute).map(c -> Math.log10(c / DATA_SET_UNIT)).toArray();
  }

  @Override
  public double[] compute() {
    return compute.clone();
  }

  @Override
  public double[][] scores() {
    return TaskScores.copy(scores);
  }

  /** One row a model: model, family, compute, and the benchmarks. */
  public Table table() {
    var table =
        Table.create(
            "benchmark scores",
            StringColumn.create("model", models),
            StringColumn.create("family", families),
            DoubleColumn.create("compute", compute));
    for (String benchmark : benchmarks) {
      table.addColumns(DoubleColumn.create(benchmark, benchmark(benchmark)));
    }
    return table;
  }

  /** In one line: how many models, families and benchmarks, and what is missing. */
  @Override
  public String toString() {
    return String.format(
        "%d models of %d families on %d benchmarks, %d scores missing, %d without compute",
        size(),
        new HashSet<>(families).size(),
        benchmarks.size(),
        missing(),
        Arrays.stream(compute).filter(Double::isNaN).count());
  }
}
