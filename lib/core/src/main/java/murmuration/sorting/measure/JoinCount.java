package murmuration.sorting.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Interruption;
import murmuration.math.Normal;
import murmuration.math.RandomOrder;
import murmuration.math.Rng;
import tech.tablesaw.api.Table;

/**
 * Whether equal types stand beside each other more often than in a random order of the same types:
 * {@code z = (samePairs - mean)/sd} with the exact mean and variance of {@link SortingLaws} (Wald
 * and Wolfowitz 1940 for two types). Each order counts as equally likely, so this is a test of one
 * array, not of the highest value along a run.
 *
 * @param types by position
 * @param samePairs pairs of equal neighbours
 * @param mean its mean over random orders
 * @param sd its standard deviation over random orders
 * @param permutations random orders drawn for {@code permutationP}; 0 if none were
 * @param permutationP share of random orders, this one counted in, with at least as many pairs of
 *     equal neighbours; NaN without permutations
 * @param seed seed of the random orders
 */
public record JoinCount(
    int[] types,
    int samePairs,
    double mean,
    double sd,
    int permutations,
    double permutationP,
    long seed)
    implements Result {
  private static final int MOST = 1_000_000;

  /** Keeps its own copy. */
  public JoinCount {
    types = Arguments.present("types", types).clone();
    Arguments.require(types.length > 0, "types is empty: expected at least 1 cell");
    Arguments.require(sd >= 0, "sd is %s: expected 0 or more", sd);
  }

  /**
   * The count, its mean and its standard deviation, for any number of types.
   *
   * @param types by position, any codes, at least 1
   */
  public static JoinCount of(int[] types) {
    int[] counts = counts(types);
    return new JoinCount(
        types,
        Aggregation.samePairs(types),
        SortingLaws.meanSamePairs(counts),
        Math.sqrt(SortingLaws.varianceSamePairs(counts)),
        0,
        Double.NaN,
        0);
  }

  private static int[] counts(int[] types) {
    Arguments.present("types", types);
    Arguments.require(types.length > 0, "types is empty: expected at least 1 cell");
    int[] sorted = types.clone();
    Arrays.sort(sorted);
    int[] starts =
        IntStream.range(0, sorted.length)
            .filter(i -> i == 0 || sorted[i] != sorted[i - 1])
            .toArray();
    return IntStream.range(0, starts.length)
        .map(k -> (k + 1 < starts.length ? starts[k + 1] : sorted.length) - starts[k])
        .toArray();
  }

  /**
   * The same with a p from random orders of the types, which needs no normal law: for few cells, or
   * for many types.
   *
   * @param draws random orders, 1 to 1,000,000
   */
  public JoinCount permuted(int draws, long newSeed) {
    Arguments.require(draws >= 1 && draws <= MOST, "draws is %d: expected 1 to %d", draws, MOST);
    long atLeast =
        LongStream.range(0, draws)
            .filter(i -> Aggregation.samePairs(shuffled(Rng.of(newSeed, i))) >= samePairs)
            .count();
    return new JoinCount(types, samePairs, mean, sd, draws, (1.0 + atLeast) / (draws + 1), newSeed);
  }

  private int[] shuffled(RandomGenerator random) {
    Interruption.check("a join count");
    int[] order = types.clone();
    RandomOrder.shuffle(order, random);
    return order;
  }

  /** The types by position. */
  @Override
  public int[] types() {
    return types.clone();
  }

  /** Runs of equal types, {@code n - samePairs}. */
  public int runs() {
    return types.length - samePairs;
  }

  /** {@code (samePairs - mean)/sd}; NaN where every order has as many. */
  public double z() {
    return sd == 0 ? Double.NaN : (samePairs - mean) / sd;
  }

  /** One-sided p of z by the normal law: how often chance clusters as much; NaN where z is. */
  public double normalP() {
    return Normal.cumulative(-z());
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        join count: %d of %d pairs of neighbours equal, %s ± %s in random order
        z = %s, one-sided p %s (normal)%s\
        """,
        samePairs,
        types.length - 1,
        Digits.of(mean, 4),
        Digits.of(sd, 4),
        Digits.of(z(), 4),
        Digits.of(normalP(), 4),
        permutations == 0
            ? ""
            : ", " + Digits.of(permutationP, 4) + " (" + permutations + " random orders)");
  }

  @Override
  public Table table() {
    return Quantities.of("join count")
        .and("pairs of equal neighbours", samePairs)
        .and("mean in random order", mean)
        .and("sd in random order", sd)
        .and("z", z())
        .and("one-sided p (normal)", normalP())
        .and("one-sided p (random orders)", permutationP)
        .table();
  }

  @Override
  public Provenance provenance() {
    var options = Map.of("permutations", Integer.toString(permutations));
    return permutations == 0 ? Provenance.of(options) : Provenance.of(options).seed(seed);
  }
}
