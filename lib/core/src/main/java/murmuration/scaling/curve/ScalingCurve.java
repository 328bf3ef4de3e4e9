package murmuration.scaling.curve;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.data.Columns;
import murmuration.data.Datasets;
import murmuration.math.Arguments;
import murmuration.math.Present;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A loss, or an error, along one scale: parameters, tokens, examples, compute or time. The points
 * may stand in any order. Values are above 0; NaN where one is missing, which no fit accepts:
 * {@link #dropMissing} leaves such points out and says how many.
 *
 * <pre>{@code
 * double[] x = {1e3, 2e3, 4e3, 8e3, 1.6e4, 3.2e4};
 * double[] y = {2.1, 1.7, 1.4, 1.2, 1.05, 0.96};
 * ScalingCurve curve = ScalingCurve.of(x, y).named("examples", "loss").until(1e4);
 * }</pre>
 *
 * @param x the scale, length n
 * @param y loss or error at each x, length n
 * @param weights weight of each point, 0 or more and not all 0; a whole number counts as so many
 *     equal points
 * @param training whether forms are fitted to the point; the others are held back, and tell how
 *     well a form extrapolates
 * @param xName what x is, with its unit
 * @param yName what y is, with its unit
 * @param source data set and sha256, or null where the numbers came from the caller
 * @param note what was done to the points, or {@code ""}
 */
public record ScalingCurve(
    double[] x,
    double[] y,
    double[] weights,
    boolean[] training,
    String xName,
    String yName,
    @Nullable String source,
    String note) {
  /** Checks lengths and values and keeps its own copies. */
  public ScalingCurve {
    Arguments.sameLength("x", x, "y", y);
    Arguments.sameLength("x", x, "weights", weights);
    Arguments.require(x.length > 0, "x has 0 values: expected at least 1");
    Arguments.require(
        Arguments.present("training", training).length == x.length,
        "training has %d values, x has %d: expected the same length",
        training.length,
        x.length);
    positive("x", x);
    positive("y", y);
    boolean some = false;
    for (int i = 0; i < weights.length; i++) {
      Arguments.require(
          weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY,
          "weights[%d] is %s: expected a finite number, 0 or more",
          i,
          weights[i]);
      some |= weights[i] > 0;
    }
    Arguments.require(some, "weights are all 0: expected one above 0");
    Arguments.present("xName", xName);
    Arguments.present("yName", yName);
    Arguments.present("note", note);
    x = x.clone();
    y = y.clone();
    weights = weights.clone();
    training = training.clone();
  }

  /**
   * Points of equal weight, all of them for training.
   *
   * @param x the scale, length n, finite and above 0
   * @param y loss or error, length n, finite and above 0
   */
  public static ScalingCurve of(double[] x, double[] y) {
    double[] weights = new double[Arguments.present("x", x).length];
    boolean[] training = new boolean[x.length];
    Arrays.fill(weights, 1);
    Arrays.fill(training, true);
    return new ScalingCurve(x, y, weights, training, "x", "y", null, "");
  }

  /** Two columns of a table: the scale and the loss. */
  public static ScalingCurve of(Table table, String x, String y) {
    return of(Columns.numbers(table, x), Columns.numbers(table, y))
        .named(x, y)
        .from(Datasets.sourceOf(table));
  }

  /** The same with these names on its axes. */
  public ScalingCurve named(String newX, String newY) {
    return new ScalingCurve(x, y, weights, training, newX, newY, source, note);
  }

  /** The same with these weights. */
  public ScalingCurve weighted(double[] values) {
    return new ScalingCurve(x, y, values, training, xName, yName, source, note);
  }

  /** The same with the points beyond x = cut held back. */
  public ScalingCurve until(double cut) {
    Arguments.positive("cut", cut);
    boolean[] flags = new boolean[x.length];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = x[i] <= cut;
    }
    return trainedOn(flags);
  }

  /** The same with the points that are not marked held back. */
  public ScalingCurve trainedOn(boolean[] flags) {
    return new ScalingCurve(x, y, weights, flags, xName, yName, source, note);
  }

  /** The same without the points that miss a value; the note says how many there were. */
  public ScalingCurve dropMissing() {
    int[] kept = IntStream.range(0, size()).filter(i -> !Double.isNaN(x[i] + y[i])).toArray();
    int dropped = size() - kept.length;
    String more = dropped == 0 ? "" : dropped + " points left out for a missing value";
    String both = note.isEmpty() || more.isEmpty() ? note + more : note + "; " + more;
    return rows(kept, both);
  }

  /** The training points, by themselves. */
  public ScalingCurve train() {
    return rows(IntStream.range(0, size()).filter(i -> training[i]).toArray(), note);
  }

  /**
   * The points that were held back, by themselves and all for training.
   *
   * @throws IllegalArgumentException where none were
   */
  public ScalingCurve heldOut() {
    boolean[] flags = new boolean[size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = !training[i];
    }
    return trainedOn(flags).train();
  }

  /** How many points are held back. */
  public int heldBack() {
    return (int) IntStream.range(0, size()).filter(i -> !training[i]).count();
  }

  /** The same in order of x; equal x keep their order. */
  public ScalingCurve sorted() {
    int[] order =
        IntStream.range(0, size())
            .boxed()
            .sorted((a, b) -> Double.compare(x[a], x[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    return rows(order, note);
  }

  /** The points at these positions, in this order; a point may occur twice. */
  public ScalingCurve rows(int... rows) {
    return rows(Arguments.present("rows", rows), note);
  }

  private ScalingCurve rows(int[] rows, String why) {
    Arguments.require(rows.length > 0, "no points are left: expected at least 1");
    boolean[] flags = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Arguments.require(
          rows[i] >= 0 && rows[i] < size(),
          "rows[%d] is %d: expected 0 to %d",
          i,
          rows[i],
          size() - 1);
      flags[i] = training[rows[i]];
    }
    return new ScalingCurve(
        Present.at(rows, x),
        Present.at(rows, y),
        Present.at(rows, weights),
        flags,
        xName,
        yName,
        source,
        why);
  }

  private ScalingCurve from(@Nullable String dataSet) {
    return new ScalingCurve(x, y, weights, training, xName, yName, dataSet, note);
  }

  /** Number of points. */
  public int size() {
    return x.length;
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] y() {
    return y.clone();
  }

  @Override
  public double[] weights() {
    return weights.clone();
  }

  @Override
  public boolean[] training() {
    return training.clone();
  }

  /** In one line: what, how many, how many held back. */
  @Override
  public String toString() {
    int held = heldBack();
    return yName
        + " against "
        + xName
        + ", n = "
        + (size() - held)
        + (held == 0 ? "" : " and " + held + " held back")
        + (note.isEmpty() ? "" : "; " + note);
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
}
