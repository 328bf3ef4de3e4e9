package murmuration.scaling.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Proportion;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Accuracy against scale, each point with its interval: Wilson's where one number must do, and the
 * exact one of Clopper and Pearson ({@link Proportion}).
 *
 * <pre>{@code
 * double[] n = {1e8, 1e9, 1e10};
 * int[] right = {0, 3, 90};
 * int[] items = {200, 200, 200};
 * double[][] interval = new AccuracyCurve("parameters", n, right, items).wilson(0.95);
 * }</pre>
 *
 * @param scaleName what the scale is
 * @param scales scale of each point, above 0, in the order given
 * @param right items that were right
 * @param items all items of each point, at least 1
 */
public record AccuracyCurve(String scaleName, double[] scales, int[] right, int[] items)
    implements Charted {
  private static final double LEVEL = 0.95;
  private static final int LINES = 9;

  /** Checks the counts and keeps its own copies. */
  public AccuracyCurve {
    Arguments.present("scaleName", scaleName);
    Arguments.finite("scales", scales, 1);
    tallies(right, items);
    Arguments.require(
        scales.length == right.length,
        "scales has %d values, right has %d: expected the same number",
        scales.length,
        right.length);
    for (double scale : scales) {
      Arguments.positive("a scale", scale);
    }
    scales = scales.clone();
    right = right.clone();
    items = items.clone();
  }

  static List<Tally> tallies(int[] right, int[] items) {
    Arguments.present("right", right);
    Arguments.present("items", items);
    Arguments.require(
        right.length == items.length,
        "right has %d values, items has %d: expected the same number",
        right.length,
        items.length);
    return IntStream.range(0, right.length).mapToObj(i -> new Tally(right[i], items[i])).toList();
  }

  @Override
  public double[] scales() {
    return scales.clone();
  }

  @Override
  public int[] right() {
    return right.clone();
  }

  @Override
  public int[] items() {
    return items.clone();
  }

  /** The accuracies, right over items. */
  public double[] accuracies() {
    return each(Proportion::share);
  }

  /** Wilson's interval of each point: the low ends, then the high ones. */
  public double[][] wilson(double level) {
    return new double[][] {each(p -> p.wilson(level)[0]), each(p -> p.wilson(level)[1])};
  }

  /** The exact interval of each point: the low ends, then the high ones. */
  public double[][] clopperPearson(double level) {
    return new double[][] {
      each(p -> p.clopperPearson(level)[0]), each(p -> p.clopperPearson(level)[1])
    };
  }

  private double[] each(ToDoubleFunction<Proportion> number) {
    return IntStream.range(0, right.length)
        .mapToDouble(i -> number.applyAsDouble(new Proportion(right[i], items[i])))
        .toArray();
  }

  /** The emergence scores with what binomial error does to them; at least 2 points. */
  public EmergenceBootstrap emergence(int draws, long seed) {
    return EmergenceBootstrap.of(right, items, draws, seed);
  }

  @Override
  public String summary() {
    double[][] exact = clopperPearson(LEVEL);
    List<String> lines = new ArrayList<>();
    lines.add("accuracy against " + scaleName + " (95 % exact intervals)");
    for (int i = 0; i < Math.min(LINES, right.length); i++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-10s %8.4g (%.4g to %.4g), %d of %d",
              Digits.of(scales[i], 4),
              (double) right[i] / items[i],
              exact[0][i],
              exact[1][i],
              right[i],
              items[i]));
    }
    if (right.length > LINES) {
      lines.add("and " + (right.length - LINES) + " more");
    }
    return String.join("\n", lines);
  }

  /** A row a point: the accuracy with Wilson's interval, then the exact one, and the step 1/n. */
  @Override
  public Table table() {
    double[][] wilson = wilson(LEVEL);
    double[][] exact = clopperPearson(LEVEL);
    var rows = Quantities.of("accuracy");
    for (int i = 0; i < right.length; i++) {
      rows =
          rows.and(
              "accuracy at " + Digits.of(scales[i], 4),
              (double) right[i] / items[i],
              wilson[0][i],
              wilson[1][i]);
    }
    return rows.table()
        .addColumns(
            DoubleColumn.create("exact low", exact[0]),
            DoubleColumn.create("exact high", exact[1]),
            DoubleColumn.create(
                "step 1/n", Arrays.stream(items).mapToDouble(n -> 1.0 / n).toArray()));
  }

  /** Accuracy with Wilson's 95 % intervals as a band. */
  @Override
  public Figure chart() {
    double[][] wilson = wilson(LEVEL);
    return Figure.of(
        Panel.of(scaleName, "Accuracy")
            .logX()
            .band("95 % interval", scales, wilson[0], wilson[1])
            .points("accuracy", scales, accuracies()));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("points", Integer.toString(right.length)));
  }
}
