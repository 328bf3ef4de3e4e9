package murmuration.scaling.pass;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.BootstrapInterval;
import murmuration.math.Digits;
import murmuration.math.Quantile;
import murmuration.scaling.curve.ConcavityTest;
import tech.tablesaw.api.Table;

/**
 * A task scaling law for each item, and the mean of what they predict (Hu et al. 2024, section 5,
 * fit at the level of items). Items differ in c and alpha, and a mean of exponentials of lines is
 * no such exponential, so this can predict better than one law through the means.
 *
 * <pre>{@code
 * double[] sizes = {1e8, 4e8, 1.6e9, 6.4e9};
 * double[][] rates = {{0.01, 0.05, 0.15, 0.3}, {0, 0, 0.002, 0.01}};   // [item][size]
 * double[][] losses = {{1.9, 1.4, 1.0, 0.8}, {3.4, 3.0, 2.5, 2.1}};    // of the right answer
 * ItemScaling laws = ItemScaling.borrowing(sizes, rates, losses);
 * TaskPrediction next = laws.predict(2.6e10, 2000, 1);
 * }</pre>
 *
 * <p>A pass rate of 0 has no F. Where the loss of the right answer is given, it borrows one: a
 * monotone curve of F against that loss is fitted to all measured pairs (isotonic regression) and
 * read at the item's loss. The curve is made from pairs with a pass, so what is borrowed is rather
 * too high than too low. An item with fewer than two usable sizes has no law: its last pass rate
 * stands for the future, and {@link #withoutLaw} counts it.
 *
 * @param sizes sizes N of the models, in increasing order, length m
 * @param rates pass rates, {@code [item][size]}
 * @param intercepts ln c of each item; NaN where it has no law
 * @param exponents alpha of each item; NaN where it has no law
 * @param borrowed pass rates of 0 that borrowed from a loss
 */
public record ItemScaling(
    double[] sizes, double[][] rates, double[] intercepts, double[] exponents, int borrowed)
    implements Result {
  private static final double LEVEL = 0.95;

  /** Checks the shapes and keeps its own copies. */
  public ItemScaling {
    check(sizes, rates);
    Arguments.series("intercepts", intercepts, 1);
    Arguments.sameLength("intercepts", intercepts, "exponents", exponents);
    Arguments.require(
        intercepts.length == rates.length,
        "intercepts has %d values, rates has %d rows: expected the same length",
        intercepts.length,
        rates.length);
    sizes = sizes.clone();
    rates = copy(rates);
    intercepts = intercepts.clone();
    exponents = exponents.clone();
  }

  private static void check(double[] sizes, double[][] rates) {
    Arguments.increasing("sizes", sizes);
    Arguments.require(sizes.length >= 2, "sizes has %d values: expected at least 2", sizes.length);
    Arguments.positive("sizes[0]", sizes[0]);
    Arguments.present("rates", rates);
    Arguments.require(rates.length >= 1, "rates has 0 rows: expected at least 1 item");
    for (int i = 0; i < rates.length; i++) {
      Arguments.finite("rates[" + i + "]", rates[i], 1);
      Arguments.sameLength("sizes", sizes, "rates[" + i + "]", rates[i]);
      for (double rate : rates[i]) {
        Arguments.within("a value of rates[" + i + "]", rate, 0, 1);
      }
    }
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * Laws from pass rates alone; zeros are left out.
   *
   * @param sizes sizes N, increasing, above 0, length m of at least 2
   * @param rates pass rates, {@code [item][size]}
   */
  public static ItemScaling of(double[] sizes, double[][] rates) {
    check(sizes, rates);
    return fit(sizes, rates, Arrays.stream(rates).map(TaskScaling::f).toArray(double[][]::new), 0);
  }

  /**
   * Laws from the counts of models of increasing size on the same items in the same order.
   *
   * @param sizes sizes N, increasing, above 0, length m of at least 2
   * @param models the counts of each model, m of them
   */
  public static ItemScaling of(double[] sizes, List<PassCounts> models) {
    return of(sizes, ItemRates.of(sizes, models));
  }

  /**
   * Laws in which a pass rate of 0 borrows its F from the loss of the right answer.
   *
   * @param sizes sizes N, increasing, above 0, length m of at least 2
   * @param rates pass rates, {@code [item][size]}, at least one above 0 and below 1
   * @param losses loss of the right answer, {@code [item][size]}, finite
   */
  public static ItemScaling borrowing(double[] sizes, double[][] rates, double[][] losses) {
    check(sizes, rates);
    Arguments.present("losses", losses);
    Arguments.require(
        losses.length == rates.length,
        "losses has %d rows, rates has %d: expected the same number of items",
        losses.length,
        rates.length);
    for (int i = 0; i < losses.length; i++) {
      Arguments.finite("losses[" + i + "]", losses[i], 1);
      Arguments.sameLength("sizes", sizes, "losses[" + i + "]", losses[i]);
    }
    double[][] f = Arrays.stream(rates).map(TaskScaling::f).toArray(double[][]::new);
    return fit(sizes, rates, f, ItemRates.borrow(rates, losses, f));
  }

  private static ItemScaling fit(double[] sizes, double[][] rates, double[][] f, int borrowed) {
    double[] x = Arrays.stream(sizes).map(Math::log).toArray();
    double[] intercepts = new double[rates.length];
    double[] exponents = new double[rates.length];
    for (int i = 0; i < rates.length; i++) {
      double[] law = ItemRates.line(x, f[i]);
      intercepts[i] = law[0];
      exponents[i] = law[1];
    }
    return new ItemScaling(sizes, rates, intercepts, exponents, borrowed);
  }

  @Override
  public double[] sizes() {
    return sizes.clone();
  }

  @Override
  public double[][] rates() {
    return copy(rates);
  }

  @Override
  public double[] intercepts() {
    return intercepts.clone();
  }

  @Override
  public double[] exponents() {
    return exponents.clone();
  }

  /** Items whose pass rates do not give a line. */
  public int withoutLaw() {
    return (int) Arrays.stream(exponents).filter(Double::isNaN).count();
  }

  /**
   * The pass rate of each item at another size.
   *
   * @param n size, above 0
   */
  public double[] itemRates(double n) {
    double x = Math.log(Arguments.positive("n", n));
    return IntStream.range(0, rates.length)
        .mapToDouble(
            i ->
                Double.isNaN(exponents[i])
                    ? rates[i][sizes.length - 1]
                    : Math.exp(-Math.exp(intercepts[i] - exponents[i] * x)))
        .toArray();
  }

  /**
   * The test of concavity of the means over items, with the bends of means over items drawn again:
   * the F-test takes the scatter of models for its error, these that of items. Draws in which a
   * model passes nothing or everything have no F and are made again.
   *
   * @param resamples draws of the items, 2 to 100,000
   * @param seed seed of the draws
   * @throws IllegalArgumentException for fewer than 4 sizes, or where a model's mean is 0 or 1
   */
  public ConcavityTest concavity(int resamples, long seed) {
    int[] once = new int[rates.length];
    Arrays.fill(once, 1);
    double[] f = ItemRates.meanF(rates, once);
    Arguments.require(
        Arrays.stream(f).allMatch(Double::isFinite),
        "a model passes nothing or everything: expected means above 0 and below 1");
    return ConcavityTest.of(sizes, f)
        .resampled(random -> ItemRates.redrawn(rates, random), resamples, seed);
  }

  /**
   * The mean of the items' predictions, with the percentile interval of that mean when items are
   * drawn again. The interval has no part for the error of each item's law.
   *
   * @param n size, above 0
   * @param resamples draws of the items with replacement, 2 to 1,000,000
   * @param seed seed of the draws
   */
  public TaskPrediction predict(double n, int resamples, long seed) {
    double[] items = itemRates(n);
    double[] means = ItemDraws.of(items.length, resamples, seed).means("item laws", items);
    var interval = BootstrapInterval.percentile(means, LEVEL);
    return new TaskPrediction(n, Moments.mean(items), interval.low(), interval.high(), LEVEL);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        task scaling laws of %d items over %d sizes; %d without a law, %d zeros borrowed
        alpha: median %s, of %d items above 0\
        """,
        rates.length,
        sizes.length,
        withoutLaw(),
        borrowed,
        Digits.of(medianExponent(), 4),
        (int) Arrays.stream(exponents).filter(a -> a > 0).count());
  }

  private double medianExponent() {
    double[] there = Arrays.stream(exponents).filter(a -> !Double.isNaN(a)).sorted().toArray();
    return Quantile.ofSorted(there, there.length, 0.5);
  }

  @Override
  public Table table() {
    return Quantities.of("task scaling laws of items")
        .and("items", rates.length)
        .and("without a law", withoutLaw())
        .and("zeros borrowed", borrowed)
        .and("median alpha", medianExponent())
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("fit", "least squares of ln(-ln PU) on ln N, item by item"));
  }
}
