package murmuration.scaling;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import murmuration.data.Columns;
import murmuration.data.Datasets;
import murmuration.math.Arguments;
import murmuration.math.Present;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Finished training runs: parameters, tokens and loss of each. Values are above 0; NaN where one is
 * missing, which no fit accepts: {@link #dropMissing} leaves such runs out and says how many.
 *
 * <pre>{@code
 * double[] n = {1e8, 1e8, 4e8, 4e8};
 * double[] c = {1e18, 4e18, 4e18, 1.6e19};
 * double[] loss = {3.4, 3.1, 2.9, 2.7};
 * TrainingRuns runs = TrainingRuns.ofCompute(n, c, loss).counting("parameters without embeddings");
 * }</pre>
 *
 * @param parameters N of each run, length n
 * @param tokens D of each run, in tokens or examples
 * @param losses L of each run
 * @param weights weight of each run, 0 or more and not all 0; a whole number counts as so many
 *     equal runs
 * @param counted what is counted as parameters, since exponents depend on it (Kaplan et al. 2020
 *     leave out embeddings, Hoffmann et al. 2022 do not)
 * @param source data set and sha256, or null where the numbers came from the caller
 * @param note what was done to the runs, or {@code ""}
 */
public record TrainingRuns(
    double[] parameters,
    double[] tokens,
    double[] losses,
    double[] weights,
    String counted,
    @Nullable String source,
    String note) {
  /** Compute of one token and one parameter, in FLOP: forward pass 2, backward pass 4. */
  public static final double FLOPS_PER_TOKEN_PARAMETER = 6;

  /** Checks lengths and values and keeps its own copies. */
  public TrainingRuns {
    Arguments.present("parameters", parameters);
    Arguments.require(parameters.length > 0, "parameters has 0 values: expected at least 1");
    Arguments.sameLength("parameters", parameters, "tokens", tokens);
    Arguments.sameLength("parameters", parameters, "losses", losses);
    Arguments.sameLength("parameters", parameters, "weights", weights);
    positive("parameters", parameters);
    positive("tokens", tokens);
    positive("losses", losses);
    double heaviest = 0;
    for (int i = 0; i < weights.length; i++) {
      Arguments.require(
          weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY,
          "weights[%d] is %s: expected a finite number, 0 or more",
          i,
          weights[i]);
      heaviest = Math.max(heaviest, weights[i]);
    }
    Arguments.require(heaviest > 0, "weights are all 0: expected one above 0");
    Arguments.present("counted", counted);
    Arguments.present("note", note);
    parameters = parameters.clone();
    tokens = tokens.clone();
    losses = losses.clone();
    weights = weights.clone();
  }

  /**
   * Runs of equal weight.
   *
   * @param parameters N, length n, above 0
   * @param tokens D, length n, above 0
   * @param losses L, length n, above 0
   */
  public static TrainingRuns of(double[] parameters, double[] tokens, double[] losses) {
    return new TrainingRuns(
        parameters,
        tokens,
        losses,
        ones(Arguments.present("parameters", parameters).length),
        "parameters",
        null,
        "");
  }

  /** Columns of a table: parameters, tokens and loss. */
  public static TrainingRuns of(Table table, String parameters, String tokens, String loss) {
    return of(
            Columns.numbers(table, parameters),
            Columns.numbers(table, tokens),
            Columns.numbers(table, loss))
        .from(Datasets.sourceOf(table));
  }

  /** Runs whose compute is known in place of their tokens: D = C / (6 N). */
  public static TrainingRuns ofCompute(double[] parameters, double[] compute, double[] losses) {
    return ofCompute(parameters, compute, losses, FLOPS_PER_TOKEN_PARAMETER);
  }

  /**
   * Runs whose compute is known in place of their tokens: D = C / (k N).
   *
   * @param parameters N, length n, above 0
   * @param compute C in FLOP, length n, above 0
   * @param losses L, length n, above 0
   * @param flopsPerTokenParameter k, usually 6
   */
  public static TrainingRuns ofCompute(
      double[] parameters, double[] compute, double[] losses, double flopsPerTokenParameter) {
    double k = Arguments.positive("flopsPerTokenParameter", flopsPerTokenParameter);
    Arguments.sameLength("parameters", parameters, "compute", compute);
    positive("parameters", parameters);
    positive("compute", compute);
    double[] tokens = compute.clone();
    Arrays.setAll(tokens, i -> compute[i] / (k * parameters[i]));
    return of(parameters, tokens, losses);
  }

  /** Columns of a table: parameters, compute in FLOP, and loss; D = C / (6 N). */
  public static TrainingRuns ofCompute(
      Table table, String parameters, String compute, String loss) {
    return ofCompute(
            Columns.numbers(table, parameters),
            Columns.numbers(table, compute),
            Columns.numbers(table, loss))
        .from(Datasets.sourceOf(table));
  }

  /** Number of runs. */
  public int size() {
    return parameters.length;
  }

  /** Training compute of each run in FLOP: 6 N D. */
  public double[] compute() {
    double[] compute = parameters.clone();
    Arrays.setAll(compute, i -> FLOPS_PER_TOKEN_PARAMETER * parameters[i] * tokens[i]);
    return compute;
  }

  /** The same with these weights. */
  public TrainingRuns weighted(double[] values) {
    return new TrainingRuns(parameters, tokens, losses, values, counted, source, note);
  }

  /** The same, saying what is counted as parameters, such as "parameters without embeddings". */
  public TrainingRuns counting(String what) {
    return new TrainingRuns(parameters, tokens, losses, weights, what, source, note);
  }

  /** The same without the runs that miss a value; the note says how many there were. */
  public TrainingRuns dropMissing() {
    int[] kept =
        IntStream.range(0, size())
            .filter(i -> !Double.isNaN(parameters[i] + tokens[i] + losses[i]))
            .toArray();
    return kept.length == size() ? this : rows(kept, "left out for a missing value");
  }

  /**
   * The same with only the runs whose loss is strictly below the {@code count}-th largest: at least
   * {@code count} runs fewer. Runs without a loss are kept.
   *
   * @param count how many to drop, 0 or more and fewer than there are losses
   */
  public TrainingRuns dropHighest(int count) {
    double[] sorted = Arrays.stream(losses).filter(v -> !Double.isNaN(v)).sorted().toArray();
    Arguments.require(
        count >= 0 && count < sorted.length,
        "count is %d: expected 0 or more, and fewer than the %d losses",
        count,
        sorted.length);
    if (count == 0) {
      return this;
    }
    double bound = sorted[sorted.length - count];
    return rows(
        IntStream.range(0, size()).filter(i -> !(losses[i] >= bound)).toArray(),
        "left out for a high loss");
  }

  /**
   * The same at these rows, in this order; a row may occur twice.
   *
   * @param rows positions from 0
   */
  public TrainingRuns rows(int... rows) {
    return rows(rows, "");
  }

  /**
   * One run for each pair of size and data, with the mean loss of its runs by their weights: for
   * runs that were repeated with other seeds. The runs that come out have equal weight, and the
   * order in which their pairs first occur; pairs of weight 0 are left out.
   */
  public TrainingRuns means() {
    complete();
    Map<List<Double>, double[]> sums = new LinkedHashMap<>();
    for (int i = 0; i < size(); i++) {
      double[] sum = sums.computeIfAbsent(List.of(parameters[i], tokens[i]), pair -> new double[2]);
      sum[0] += weights[i] * losses[i];
      sum[1] += weights[i];
    }
    sums.values().removeIf(sum -> sum[1] == 0);
    String more = "means of " + size();
    return new TrainingRuns(
        sums.keySet().stream().mapToDouble(List::getFirst).toArray(),
        sums.keySet().stream().mapToDouble(List::getLast).toArray(),
        sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray(),
        ones(sums.size()),
        counted,
        source,
        note.isEmpty() ? more : note + "; " + more);
  }

  /** The same with other parameter counts, such as {@code n -> 2 * n}. */
  public TrainingRuns mapParameters(DoubleUnaryOperator change) {
    return new TrainingRuns(
        map(parameters, change), tokens, losses, weights, counted, source, note);
  }

  /** The same with other losses, in order, such as for losses in another unit. */
  public TrainingRuns losses(double[] values) {
    return new TrainingRuns(parameters, tokens, values, weights, counted, source, note);
  }

  /**
   * Refuses runs that miss a value.
   *
   * @throws IllegalArgumentException naming the first of them
   */
  TrainingRuns complete() {
    present("parameters", parameters);
    present("tokens", tokens);
    present("losses", losses);
    return this;
  }

  @Override
  public double[] parameters() {
    return parameters.clone();
  }

  @Override
  public double[] tokens() {
    return tokens.clone();
  }

  @Override
  public double[] losses() {
    return losses.clone();
  }

  @Override
  public double[] weights() {
    return weights.clone();
  }

  /** One row a run: parameters, tokens, compute, loss, weight. */
  public Table table() {
    return Table.create(
        "training runs",
        DoubleColumn.create("parameters", parameters),
        DoubleColumn.create("tokens", tokens),
        DoubleColumn.create("compute", compute()),
        DoubleColumn.create("loss", losses),
        DoubleColumn.create("weight", weights));
  }

  /** In one line: how many, what was counted, what was left out. */
  @Override
  public String toString() {
    return size() + " training runs, N in " + counted + (note.isEmpty() ? "" : "; " + note);
  }

  private TrainingRuns from(@Nullable String dataSet) {
    return new TrainingRuns(parameters, tokens, losses, weights, counted, dataSet, note);
  }

  private TrainingRuns rows(int[] rows, String why) {
    Arguments.present("rows", rows);
    Arguments.require(rows.length > 0, "no runs are left: expected at least 1");
    for (int i = 0; i < rows.length; i++) {
      Arguments.require(
          rows[i] >= 0 && rows[i] < size(),
          "rows[%d] is %d: expected 0 to %d",
          i,
          rows[i],
          size() - 1);
    }
    String more = why.isEmpty() ? "" : (size() - rows.length) + " " + why;
    return new TrainingRuns(
        Present.at(rows, parameters),
        Present.at(rows, tokens),
        Present.at(rows, losses),
        Present.at(rows, weights),
        counted,
        source,
        note.isEmpty() || more.isEmpty() ? note + more : note + "; " + more);
  }

  private static double[] map(double[] values, DoubleUnaryOperator change) {
    return Arrays.stream(values).map(Arguments.present("change", change)).toArray();
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static void positive(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      Arguments.require(
          Double.isNaN(values[i]) || (values[i] > 0 && values[i] < Double.POSITIVE_INFINITY),
          "%s[%d] is %s: expected a finite number above 0",
          name,
          i,
          values[i]);
    }
  }

  private static void present(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      Arguments.require(
          !Double.isNaN(values[i]),
          "%s[%d] is NaN: expected a finite number above 0 (dropMissing leaves such runs out)",
          name,
          i);
    }
  }
}
