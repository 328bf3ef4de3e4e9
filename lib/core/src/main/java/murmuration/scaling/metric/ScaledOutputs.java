package murmuration.scaling.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.data.Datasets;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Present;
import murmuration.math.Ranks;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The outputs of models of increasing scale on one test. Where all have the same number of items
 * these are taken for the same items in the same order, which bootstraps and tests use; else each
 * model is taken to have items of its own.
 *
 * @param scaleName what the scale is, such as {@code parameters}
 * @param models names of the models, in the order of their scale
 * @param scales their scale, above 0, ascending; at least 2 models
 * @param outputs what each put out
 * @param source name and sha256 of the data set, or null where there is none
 */
public record ScaledOutputs(
    String scaleName,
    List<String> models,
    double[] scales,
    List<Outputs> outputs,
    @Nullable String source) {
  /** Checks the models and brings them into the order of their scale. */
  public ScaledOutputs {
    Arguments.present("scaleName", scaleName);
    models = Arguments.listed("models", models);
    outputs = Arguments.listed("outputs", outputs);
    Arguments.finite("scales", scales, 2);
    scales = scales.clone();
    int m = scales.length;
    Arguments.require(
        models.size() == m && outputs.size() == m,
        "%d scales, %d models, %d outputs: expected the same number",
        m,
        models.size(),
        outputs.size());
    for (double scale : scales) {
      Arguments.positive("a scale of " + scaleName, scale);
    }
    int[] order = Ranks.order(scales);
    scales = Present.at(order, scales);
    List<String> names = models;
    List<Outputs> put = outputs;
    models = Arrays.stream(order).mapToObj(names::get).toList();
    outputs = Arrays.stream(order).mapToObj(put::get).toList();
  }

  /**
   * Models that are known by their scale.
   *
   * @param scaleName what the scale is
   * @param scales scale of each model, above 0
   * @param outputs what each put out, in the same order
   */
  public static ScaledOutputs of(
      String scaleName, double[] scales, List<? extends Outputs> outputs) {
    Arguments.present("scales", scales);
    var names = Arrays.stream(scales).mapToObj(n -> Digits.of(n, 4)).toList();
    return new ScaledOutputs(scaleName, names, scales, Arguments.listed("outputs", outputs), null);
  }

  /**
   * Accuracies as papers give them: how many items were right, by exact match.
   *
   * @param scaleName what the scale is
   * @param scales scale of each model, above 0
   * @param right items that were right
   * @param items all items of each model
   */
  public static ScaledOutputs ofTallies(
      String scaleName, double[] scales, int[] right, int[] items) {
    Arguments.present("right", right);
    Arguments.present("items", items);
    Arguments.require(
        right.length == items.length,
        "right has %d values, items has %d: expected the same number",
        right.length,
        items.length);
    return of(
        scaleName,
        scales,
        IntStream.range(0, right.length).mapToObj(i -> new Tally(right[i], items[i])).toList());
  }

  /**
   * A table of graded items, a row a model and item, with a column of scores for each metric, named
   * as {@link Metric#column} says; for each model the items in the same order.
   *
   * @param table the scores
   * @param model column with the name of the model
   * @param scale numeric column with its scale, the same in all rows of a model
   * @param metrics the metrics to read; none for those of {@link Metrics} that have a column
   * @throws IllegalArgumentException where a column is missing or has missing values
   */
  public static ScaledOutputs of(Table table, String model, String scale, Metric... metrics) {
    Arguments.present("table", table);
    var columns = new ScoreColumns(table, Arguments.listed("metrics", metrics));
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    List<String> names = columns.texts("model", model);
    for (int i = 0; i < names.size(); i++) {
      rows.computeIfAbsent(names.get(i), name -> new ArrayList<>()).add(i);
    }
    List<String> models = List.copyOf(rows.keySet());
    List<Outputs> outputs = new ArrayList<>();
    double[] scales = new double[models.size()];
    rows.forEach(
        (name, own) -> {
          scales[outputs.size()] = columns.scale(name, scale, own);
          outputs.add(new ScoredItems(columns.scores(own)));
        });
    return new ScaledOutputs(scale, models, scales, outputs, Datasets.sourceOf(table));
  }

  @Override
  public double[] scales() {
    return scales.clone();
  }

  /** The number of models. */
  public int size() {
    return scales.length;
  }

  /** Whether the models have the same items, so that they can be compared item by item. */
  public boolean matched() {
    int items = outputs.getFirst().items();
    return outputs.stream().allMatch(o -> o.itemized() && o.items() == items);
  }

  /** The metrics that all of these outputs allow. */
  public List<Metric> metrics() {
    return outputs.getFirst().scores().stream()
        .map(ItemScores::metric)
        .filter(metric -> outputs.stream().allMatch(o -> allows(o, metric)))
        .toList();
  }

  private static boolean allows(Outputs outputs, Metric metric) {
    return outputs.scores().stream().anyMatch(s -> s.metric().name().equals(metric.name()));
  }

  /** The scores of every model by one metric, in the order of scale. */
  public List<ItemScores> scores(Metric metric) {
    return outputs.stream().map(o -> o.scores(metric)).toList();
  }
}
