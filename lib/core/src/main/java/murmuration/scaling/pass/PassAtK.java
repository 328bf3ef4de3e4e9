package murmuration.scaling.pass;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * The chance that at least one of k attempts passes, estimated from more than k samples: the mean
 * over items of {@code 1 - C(n-c, k)/C(n, k)}, which is unbiased (Chen et al. 2021, Evaluating
 * large language models trained on code, eq. 1).
 *
 * <pre>{@code
 * var counts = PassCounts.of(200, new int[] {0, 1, 12, 57});
 * PassAtK curve = counts.passAt(1, 2, 5, 10, 20, 50, 100);
 * double one = PassAtK.estimate(200, 57, 10);       // a single item
 * PassAtKBootstrap bands = curve.bootstrap(2000, 1);
 * }</pre>
 *
 * <p>The standard error is that of a mean over items drawn at random, sd/sqrt(m); it contains what
 * sampling adds. Values at different k come from the same samples and are not independent.
 *
 * @param counts the items
 * @param k numbers of attempts
 * @param values the mean over items for each k
 * @param standardErrors the standard error of each; NaN for a single item
 */
public record PassAtK(PassCounts counts, int[] k, double[] values, double[] standardErrors)
    implements Charted {
  /** Checks the lengths and keeps its own copies. */
  public PassAtK {
    Arguments.present("counts", counts);
    Arguments.present("k", k);
    Arguments.finite("values", values, 1);
    Arguments.series("standardErrors", standardErrors, 1);
    Arguments.sameLength("values", values, "standardErrors", standardErrors);
    Arguments.require(
        k.length == values.length,
        "k has %d values, values has %d: expected the same length",
        k.length,
        values.length);
    check(counts, k);
    k = k.clone();
    values = values.clone();
    standardErrors = standardErrors.clone();
  }

  /**
   * The mean over items.
   *
   * @param counts the items
   * @param k numbers of attempts, at least one, each from 1 to the fewest samples of an item
   */
  public static PassAtK of(PassCounts counts, int... k) {
    Arguments.present("counts", counts);
    Arguments.present("k", k);
    check(counts, k);
    double[] values = new double[k.length];
    double[] errors = new double[k.length];
    for (int j = 0; j < k.length; j++) {
      double[] items = PassAtKItems.of(counts, k[j]);
      values[j] = Moments.mean(items);
      errors[j] = Moments.standardError(items);
    }
    return new PassAtK(counts, k, values, errors);
  }

  private static void check(PassCounts counts, int[] k) {
    Arguments.require(k.length >= 1, "k has 0 values: expected at least 1");
    int most = counts.fewestSamples();
    for (int i = 0; i < k.length; i++) {
      Arguments.require(
          k[i] >= 1 && k[i] <= most,
          "k[%d] is %d: expected 1 to %d, the fewest samples of an item",
          i,
          k[i],
          most);
    }
  }

  /**
   * The unbiased estimate for one item, {@code 1 - C(n-c, k)/C(n, k)}: exactly 1 where fewer than k
   * samples failed; else within 1e-12.
   *
   * @param n samples, 1 or more
   * @param c passes, 0 to n
   * @param k attempts, 1 to n
   */
  public static double estimate(int n, int c, int k) {
    Arguments.require(n >= 1, "n is %d: expected at least 1 sample", n);
    Arguments.require(c >= 0 && c <= n, "c is %d: expected 0 to n = %d passes", c, n);
    Arguments.require(k >= 1 && k <= n, "k is %d: expected 1 to n = %d attempts", k, n);
    return PassAtKItems.estimate(n, c, k);
  }

  @Override
  public int[] k() {
    return k.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public double[] standardErrors() {
    return standardErrors.clone();
  }

  /**
   * Intervals of all values, and of the power law in k, when items are drawn again.
   *
   * @param resamples draws of the items with replacement, 2 to 1,000,000
   * @param seed seed of the draws
   */
  public PassAtKBootstrap bootstrap(int resamples, long seed) {
    return PassAtKBootstrap.of(this, resamples, seed);
  }

  /** The power law {@code -ln(pass@k) = A k^-B} through these values. */
  public PassPowerLaw powerLaw() {
    return PassPowerLaw.of(attempts(), values);
  }

  double[] attempts() {
    return Arrays.stream(k).asDoubleStream().toArray();
  }

  @Override
  public String summary() {
    int last = k.length - 1;
    return String.format(
        Locale.ROOT,
        """
        pass@k of %s: %d items, %d of them solved at least once
        pass@%d %s ± %s, pass@%d %s ± %s (standard error over items)\
        """,
        counts.name(),
        counts.items(),
        counts.solved(),
        k[0],
        Digits.of(values[0], 4),
        Digits.of(standardErrors[0], 2),
        k[last],
        Digits.of(values[last], 4),
        Digits.of(standardErrors[last], 2));
  }

  /** One row for each k: {@code k}, {@code pass@k}, {@code standard error}. */
  @Override
  public Table table() {
    return Table.create(
        "pass@k of " + counts.name(),
        IntColumn.create("k", k),
        DoubleColumn.create("pass@k", values),
        DoubleColumn.create("standard error", standardErrors));
  }

  /** The mean over items against k, with bars of one standard error. */
  @Override
  public Figure chart() {
    return Figure.of(
        Panel.of("Attempts k", "Mean pass@k")
            .logX()
            .points(counts.name(), attempts(), values, standardErrors));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("estimator", "1 - C(n-c,k)/C(n,k)", "k", Arrays.toString(k)));
  }
}
