package murmuration.scaling.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import murmuration.math.Arguments;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * How often each item of a benchmark was sampled from one model, and how often it passed.
 *
 * <pre>{@code
 * var counts = PassCounts.of(new int[] {100, 100, 100}, new int[] {0, 3, 41}).named("small model");
 * double pass = counts.meanRate();                    // pass@1
 * PassAtK curve = counts.passAt(1, 10, 100);
 * }</pre>
 *
 * @param name the model, for tables and pictures
 * @param samples samples n of each item, 1 or more
 * @param passes passes c of each item, 0 to n
 */
public record PassCounts(String name, int[] samples, int[] passes) {
  /** A pair (n, c) and how many items have it. */
  record Group(int samples, int passes, int items) {}

  /** Checks the counts and keeps its own copies. */
  public PassCounts {
    Arguments.present("name", name);
    Arguments.present("samples", samples);
    Arguments.present("passes", passes);
    Arguments.require(
        samples.length == passes.length,
        "samples has %d values, passes has %d: expected the same length",
        samples.length,
        passes.length);
    Arguments.require(samples.length >= 1, "samples has 0 values: expected at least 1 item");
    for (int i = 0; i < samples.length; i++) {
      Arguments.require(samples[i] >= 1, "samples[%d] is %d: expected at least 1", i, samples[i]);
      Arguments.require(
          passes[i] >= 0 && passes[i] <= samples[i],
          "passes[%d] is %d: expected 0 to the %d samples",
          i,
          passes[i],
          samples[i]);
    }
    samples = samples.clone();
    passes = passes.clone();
  }

  /** Counts of items. */
  public static PassCounts of(int[] samples, int[] passes) {
    return new PassCounts("pass counts", samples, passes);
  }

  /** Counts of items that were all sampled n times. */
  public static PassCounts of(int n, int[] passes) {
    Arguments.present("passes", passes);
    int[] samples = new int[passes.length];
    Arrays.fill(samples, n);
    return of(samples, passes);
  }

  /**
   * The models of a table with one row for each model and item, in the order in which they first
   * appear; the items of a model keep their order.
   *
   * @param table the table
   * @param model the column that names the model
   * @param samples the column of sample counts
   * @param passes the column of pass counts
   */
  public static List<PassCounts> read(Table table, String model, String samples, String passes) {
    Arguments.present("table", table);
    int[] n = whole(table, samples);
    int[] c = whole(table, passes);
    column(table, model);
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < n.length; i++) {
      rows.computeIfAbsent(table.getString(i, model), name -> new ArrayList<>()).add(i);
    }
    return rows.entrySet().stream()
        .map(e -> new PassCounts(e.getKey(), at(n, e.getValue()), at(c, e.getValue())))
        .toList();
  }

  private static int[] at(int[] values, List<Integer> rows) {
    return rows.stream().mapToInt(row -> values[row]).toArray();
  }

  private static void column(Table table, String column) {
    Arguments.require(
        table.containsColumn(Arguments.present("column", column)),
        "there is no column %s: the table has %s",
        column,
        table.columnNames());
  }

  private static int[] whole(Table table, String column) {
    column(table, column);
    Arguments.require(
        table.column(column) instanceof NumericColumn<?>,
        "column %s holds %s: expected whole numbers",
        column,
        table.column(column).type());
    double[] numbers = table.numberColumn(column).asDoubleArray();
    int[] whole = new int[numbers.length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (int) numbers[i];
      Arguments.require(
          whole[i] == numbers[i], "%s[%d] is %s: expected a whole number", column, i, numbers[i]);
    }
    return whole;
  }

  /** The same under another name. */
  public PassCounts named(String newName) {
    return new PassCounts(newName, samples, passes);
  }

  @Override
  public int[] samples() {
    return samples.clone();
  }

  @Override
  public int[] passes() {
    return passes.clone();
  }

  /** How many items there are. */
  public int items() {
    return samples.length;
  }

  /** The fewest samples of any item: the largest k of {@link #passAt}. */
  public int fewestSamples() {
    return Arrays.stream(samples).min().orElseThrow();
  }

  /** The share of passes of each item, c/n. */
  public double[] rates() {
    double[] rates = new double[samples.length];
    Arrays.setAll(rates, i -> (double) passes[i] / samples[i]);
    return rates;
  }

  /** The mean over items of c/n, which is pass@1. */
  public double meanRate() {
    return Moments.mean(rates());
  }

  /** How many items passed at least once. */
  public int solved() {
    return (int) Arrays.stream(passes).filter(c -> c > 0).count();
  }

  /**
   * The mean over items of pass@k.
   *
   * @param k numbers of attempts, each from 1 to {@link #fewestSamples}
   */
  public PassAtK passAt(int... k) {
    return PassAtK.of(this, k);
  }

  /** The distinct pairs (n, c), in increasing order. */
  List<Group> groups() {
    long[] keys = new long[samples.length];
    Arrays.setAll(keys, i -> ((long) samples[i] << 32) | passes[i]);
    Arrays.sort(keys);
    List<Group> groups = new ArrayList<>();
    for (int from = 0; from < keys.length; ) {
      int to = from;
      while (to < keys.length && keys[to] == keys[from]) {
        to++;
      }
      groups.add(new Group((int) (keys[from] >>> 32), (int) keys[from], to - from));
      from = to;
    }
    return groups;
  }
}
