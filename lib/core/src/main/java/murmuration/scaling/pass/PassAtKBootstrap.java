package murmuration.scaling.pass;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.BootstrapInterval;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * How sure pass@k and its power law in k are: both on draws of the items with replacement. Values
 * at different k rise and fall together in a draw, as they do in the data, so the interval of the
 * exponent is not the one that a regression of independent points would give.
 *
 * @param curve the values
 * @param draws the mean pass@k of each draw: one row a draw, one column a k
 * @param prefactors A of the power law of each draw; NaN where fewer than two k are usable
 * @param exponents B of the power law of each draw; NaN likewise
 * @param seed seed of the draws
 */
public record PassAtKBootstrap(
    PassAtK curve, double[][] draws, double[] prefactors, double[] exponents, long seed)
    implements Charted {
  private static final double LEVEL = 0.95;

  /** Checks the shapes and keeps its own copies. */
  public PassAtKBootstrap {
    Arguments.present("curve", curve);
    Arguments.present("draws", draws);
    Arguments.series("prefactors", prefactors, 1);
    Arguments.sameLength("prefactors", prefactors, "exponents", exponents);
    Arguments.require(
        draws.length == prefactors.length,
        "draws has %d rows, prefactors has %d values: expected the same length",
        draws.length,
        prefactors.length);
    int columns = curve.k().length;
    for (double[] row : draws) {
      Arguments.finite("a row of draws", row, columns);
    }
    draws = copy(draws);
    prefactors = prefactors.clone();
    exponents = exponents.clone();
  }

  static PassAtKBootstrap of(PassAtK curve, int resamples, long seed) {
    int[] k = curve.k();
    double[][] items =
        Arrays.stream(k).mapToObj(v -> PassAtKItems.of(curve.counts(), v)).toArray(double[][]::new);
    double[] attempts = curve.attempts();
    double[][] rows =
        ItemDraws.of(curve.counts().items(), resamples, seed)
            .rows("pass@k", counts -> row(counts, items, attempts));
    return new PassAtKBootstrap(
        curve,
        Arrays.stream(rows).map(row -> Arrays.copyOf(row, k.length)).toArray(double[][]::new),
        Arrays.stream(rows).mapToDouble(row -> row[k.length]).toArray(),
        Arrays.stream(rows).mapToDouble(row -> row[k.length + 1]).toArray(),
        seed);
  }

  /** The means of a draw, then A and B. */
  private static double[] row(int[] counts, double[][] items, double[] k) {
    double[] row = new double[k.length + 2];
    for (int j = 0; j < k.length; j++) {
      row[j] = ItemDraws.mean(counts, items[j]);
    }
    double[] law = PassPowerLaw.line(k, row);
    row[k.length] = law[0];
    row[k.length + 1] = law[1];
    return row;
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[][] draws() {
    return copy(draws);
  }

  @Override
  public double[] prefactors() {
    return prefactors.clone();
  }

  @Override
  public double[] exponents() {
    return exponents.clone();
  }

  /**
   * The percentile interval of pass@k at the j-th k.
   *
   * @param j place among the k, from 0
   * @param level coverage, above 0 and below 1
   * @return low and high
   */
  public double[] interval(int j, double level) {
    int columns = curve.k().length;
    Arguments.require(j >= 0 && j < columns, "j is %d: expected 0 to %d", j, columns - 1);
    return interval(Arrays.stream(draws).mapToDouble(row -> row[j]).toArray(), level);
  }

  /** The percentile interval of the exponent B of the power law, over draws that have one. */
  public double[] exponentInterval(double level) {
    return interval(exponents, level);
  }

  /** The percentile interval of its prefactor A. */
  public double[] prefactorInterval(double level) {
    return interval(prefactors, level);
  }

  private static double[] interval(double[] values, double level) {
    Arguments.level(level);
    double[] there = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    if (there.length < 2) {
      return new double[] {Double.NaN, Double.NaN};
    }
    var interval = BootstrapInterval.percentile(there, level);
    return new double[] {interval.low(), interval.high()};
  }

  private double[] ends(int side) {
    double[] ends = new double[curve.k().length];
    Arrays.setAll(ends, j -> interval(j, LEVEL)[side]);
    return ends;
  }

  @Override
  public String summary() {
    int[] k = curve.k();
    double[] values = curve.values();
    int last = k.length - 1;
    double[] first = interval(0, LEVEL);
    double[] end = interval(last, LEVEL);
    double[] exponent = exponentInterval(LEVEL);
    return String.format(
        Locale.ROOT,
        """
        pass@k of %s, %d draws of %d items, seed %d
        pass@%d %s (95 %% %s to %s), pass@%d %s (%s to %s)
        exponent of the power law over k = %d to %d: 95 %% %s to %s\
        """,
        curve.counts().name(),
        draws.length,
        curve.counts().items(),
        seed,
        k[0],
        Digits.of(values[0], 4),
        Digits.of(first[0], 4),
        Digits.of(first[1], 4),
        k[last],
        Digits.of(values[last], 4),
        Digits.of(end[0], 4),
        Digits.of(end[1], 4),
        k[0],
        k[last],
        Digits.of(exponent[0], 4),
        Digits.of(exponent[1], 4));
  }

  /** One row for each k: {@code k}, {@code pass@k}, {@code low}, {@code high} (95 %). */
  @Override
  public Table table() {
    return Table.create(
        "pass@k of " + curve.counts().name(),
        IntColumn.create("k", curve.k()),
        DoubleColumn.create("pass@k", curve.values()),
        DoubleColumn.create("low", ends(0)),
        DoubleColumn.create("high", ends(1)));
  }

  /** The mean over items against k, with its band. */
  @Override
  public Figure chart() {
    double[] k = curve.attempts();
    String name = curve.counts().name();
    return Figure.of(
        Panel.of("Attempts k", "Mean pass@k")
            .logX()
            .band("95 %, items drawn again", k, ends(0), ends(1))
            .line(name, k, curve.values()));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("resamples", Integer.toString(draws.length))).seed(seed);
  }
}
