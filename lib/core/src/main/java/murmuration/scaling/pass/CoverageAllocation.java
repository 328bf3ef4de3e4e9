package murmuration.scaling.pass;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/**
 * How to divide a budget of samples among items so that the mean pass@k is known best. The estimate
 * {@code (1-p)^k} of an item with n samples has the variance {@code k^2 p (1-p)^(2k-1)/n} to the
 * first order, so the best share is proportional to {@code sqrt(p (1-p)^(2k-1))} (Neyman 1934): to
 * items that pass in about one of 2k attempts, little to those that always pass.
 *
 * <pre>{@code
 * var pilot = PassCounts.of(100, new int[] {0, 0, 1, 3, 0, 12, 40, 2, 0, 7});
 * var plan = CoverageAllocation.of(pilot, 1000, 1_000_000);
 * long[] samples = plan.samples();
 * }</pre>
 *
 * @param chances chance p of each item, 0 to 1
 * @param k attempts of the pass@k to be known
 * @param budget samples to divide
 * @param samples samples of each item, summing to the budget
 */
public record CoverageAllocation(double[] chances, int k, long budget, long[] samples)
    implements Result {
  private static final long MOST = 1L << 50;

  /** Checks the parts and keeps its own copies. */
  public CoverageAllocation {
    check(chances, k, budget);
    Arguments.present("samples", samples);
    Arguments.require(
        samples.length == chances.length,
        "samples has %d values, chances has %d: expected the same length",
        samples.length,
        chances.length);
    chances = chances.clone();
    samples = samples.clone();
  }

  private static void check(double[] chances, int k, long budget) {
    Arguments.finite("chances", chances, 1);
    for (int i = 0; i < chances.length; i++) {
      Arguments.within("chances[" + i + "]", chances[i], 0, 1);
    }
    Arguments.require(k >= 1, "k is %d: expected at least 1 attempt", k);
    Arguments.require(
        budget >= 1 && budget <= MOST, "budget is %d: expected 1 to %d samples", budget, MOST);
  }

  /**
   * The plan for known chances. Items with a chance of 0 or 1 get nothing.
   *
   * @param chances chance p of each item, 0 to 1, at least one strictly between
   * @param k attempts, 1 or more
   * @param budget samples to divide, 1 to 2^50
   */
  public static CoverageAllocation of(double[] chances, int k, long budget) {
    check(chances, k, budget);
    double[] logs =
        Arrays.stream(chances)
            .map(p -> 0.5 * (Math.log(p) + (2.0 * k - 1) * Math.log1p(-p)))
            .toArray();
    double highest = Arrays.stream(logs).max().orElseThrow();
    Arguments.require(
        highest > Double.NEGATIVE_INFINITY, "chances are all 0 or 1: expected one between");
    double[] weights = Arrays.stream(logs).map(l -> Math.exp(l - highest)).toArray();
    double sum = Arrays.stream(weights).sum();
    double[] exact = Arrays.stream(weights).map(w -> budget * (w / sum)).toArray();
    return new CoverageAllocation(chances, k, budget, rounded(exact, budget));
  }

  /**
   * The plan after a pilot: the chance of an item is its mean under the Beta law of all items, so
   * that an item without a pass is not taken for impossible.
   *
   * @param pilot counts of a pilot, at least one item of which passed
   * @param k attempts, 1 or more
   * @param budget samples to divide, 1 to 2^50
   */
  public static CoverageAllocation of(PassCounts pilot, int k, long budget) {
    var fit = SuccessFit.of(Arguments.present("pilot", pilot));
    Arguments.require(
        fit.law() != null, "none of the %d items passed: expected one", pilot.items());
    double alpha = fit.parameter("alpha");
    double beta = fit.parameter("beta");
    int[] n = pilot.samples();
    int[] c = pilot.passes();
    double[] chances = new double[n.length];
    Arrays.setAll(chances, i -> (alpha + c[i]) / (alpha + beta + n[i]));
    return of(chances, k, budget);
  }

  /** Whole numbers with the right sum: what rounding down leaves goes to the largest remainders. */
  private static long[] rounded(double[] exact, long budget) {
    long[] whole = Arrays.stream(exact).mapToLong(v -> (long) Math.floor(v)).toArray();
    long left = budget - Arrays.stream(whole).sum();
    int[] order =
        IntStream.range(0, exact.length)
            .boxed()
            .sorted((i, j) -> Double.compare(exact[j] - whole[j], exact[i] - whole[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; left > 0; i = (i + 1) % order.length, left--) {
      whole[order[i]]++;
    }
    return whole;
  }

  @Override
  public double[] chances() {
    return chances.clone();
  }

  @Override
  public long[] samples() {
    return samples.clone();
  }

  /**
   * The standard error of the mean pass@k under this plan, to the first order; an item without
   * samples counts as if it had one.
   */
  public double standardError() {
    return error(Arrays.stream(samples).asDoubleStream().toArray());
  }

  /** The same if every item got as many samples. */
  public double evenStandardError() {
    double[] even = new double[chances.length];
    Arrays.fill(even, (double) budget / chances.length);
    return error(even);
  }

  private double error(double[] n) {
    double variance = 0;
    for (int i = 0; i < n.length; i++) {
      double p = chances[i];
      double one = Math.pow(k, 2) * p * Math.pow(1 - p, 2.0 * k - 1);
      variance += one / Math.max(1, n[i]);
    }
    return Math.sqrt(variance) / n.length;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        %d samples for pass@%d of %d items: %d to %d an item
        standard error of the mean %s, with equal numbers %s\
        """,
        budget,
        k,
        chances.length,
        Arrays.stream(samples).min().orElseThrow(),
        Arrays.stream(samples).max().orElseThrow(),
        Digits.of(standardError(), 4),
        Digits.of(evenStandardError(), 4));
  }

  /** One row for each item: {@code item} (from 1), {@code p}, {@code samples}. */
  @Override
  public Table table() {
    return Table.create(
        "allocation for pass@" + k,
        IntColumn.create("item", IntStream.rangeClosed(1, chances.length).toArray()),
        DoubleColumn.create("p", chances),
        LongColumn.create("samples", samples));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("k", Integer.toString(k), "budget", Long.toString(budget)));
  }
}
