package murmuration.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.Table;

/**
 * Zipf's law by frequency: the number of types that occur k times falls as {@code k^-alpha} from
 * some k_min on. The exponent by maximum likelihood with the Hurwitz zeta function, k_min where
 * tail and law are closest by Kolmogorov and Smirnov's distance (Clauset, Shalizi and Newman 2009,
 * SIAM Review 51:661).
 *
 * <pre>{@code
 * long[] counts = java.util.stream.LongStream.rangeClosed(1, 400).map(r -> 4000 / r).toArray();
 * PowerLawTail tail = PowerLawTail.of(counts);
 * PowerLawTest test = tail.bootstrap(100, 1);
 * }</pre>
 *
 * <p>A law {@code p(r) ~ r^-s} by rank has {@code alpha = 1 + 1/s}. Places where the tail may begin
 * leave at least ten types, two of them with different counts; of more than 200 places every so
 * many-th is tried.
 *
 * @param exponent alpha
 * @param kMin where the tail begins
 * @param distance largest distance of the two distribution functions in the tail
 * @param inTail types in the tail
 * @param counts how often each type occurs, descending
 * @param provenance where it comes from
 */
public record PowerLawTail(
    double exponent, long kMin, double distance, int inTail, long[] counts, Provenance provenance)
    implements Result {
  private static final int MOST = 100_000;

  /** Checks the numbers and keeps its own copy. */
  public PowerLawTail {
    Arguments.require(
        exponent > 1 && exponent <= 1000, "exponent is %s: expected 1 to 1000", exponent);
    Arguments.require(kMin >= 1 && kMin < 1L << 40, "kMin is %d: expected 1 to 2^40", kMin);
    Arguments.within("distance", distance, 0, 1);
    counts = TypeCounts.ranked(counts);
    Arguments.require(
        inTail >= 1 && inTail <= counts.length,
        "inTail is %d: expected 1 to %d",
        inTail,
        counts.length);
    Arguments.present("provenance", provenance);
  }

  /**
   * Fits the tail.
   *
   * @param counts how often each type occurs, each at least 1 and below 2^40; at least ten types of
   *     two different counts, at most a million
   * @throws IllegalArgumentException where there is no tail to fit
   */
  public static PowerLawTail of(long... counts) {
    return ifAny(counts)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "counts have no tail: expected at least 10 types of two different counts"));
  }

  /** The same; empty where there is no tail to fit. */
  public static Optional<PowerLawTail> ifAny(long... counts) {
    long[] ranked = TypeCounts.ranked(counts);
    Arguments.require(ranked[0] < 1L << 40, "a count is %d: expected below 2^40", ranked[0]);
    return Optional.ofNullable(TailFit.of(ranked)).map(fit -> of(fit, ranked));
  }

  private static PowerLawTail of(TailFit fit, long[] ranked) {
    return new PowerLawTail(
        fit.exponent(),
        fit.kMin(),
        fit.distance(),
        fit.inTail(),
        ranked,
        Provenance.of(Map.of("law", "discrete power law of frequencies")));
  }

  /**
   * Whether the tail could be a power law: draws of as many types, each from the law with the share
   * of the tail and else from the counts below it, are fitted anew, k_min too; p is the share that
   * is no closer to its law than the data are.
   *
   * @param draws 1 to 100,000; 1,000 give p to 0.02
   * @param seed seed of the draws
   */
  public PowerLawTest bootstrap(int draws, long seed) {
    Arguments.require(draws >= 1 && draws <= MOST, "draws is %d: expected 1 to %d", draws, MOST);
    var law = new TailDraws(exponent, kMin);
    long[] below = Arrays.stream(counts).filter(c -> c < kMin).toArray();
    double share = (double) inTail / counts.length;
    double[] distances =
        Parallel.doubles("power law", draws, i -> distance(law, below, share, Rng.of(seed, i)));
    return new PowerLawTest(this, distances, seed);
  }

  /** NaN where a draw has no tail to fit. */
  private double distance(TailDraws law, long[] below, double share, RandomGenerator random) {
    long[] drawn = new long[counts.length];
    for (int i = 0; i < drawn.length; i++) {
      boolean tail = below.length == 0 || random.nextDouble() < share;
      drawn[i] = tail ? law.draw(random) : below[random.nextInt(below.length)];
    }
    var fit = TailFit.of(drawn);
    return fit == null ? Double.NaN : fit.distance();
  }

  /** {@code (alpha - 1)/sqrt(n)} of the tail, which takes k_min as known. */
  public double standardError() {
    return (exponent - 1) / Math.sqrt(inTail);
  }

  @Override
  public long[] counts() {
    return counts.clone();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        power law of frequencies: exponent %s ± %s from %d occurrences on
        %d of %d types are in the tail, KS distance %s\
        """,
        Digits.of(exponent, 4),
        Digits.of(standardError(), 2),
        kMin,
        inTail,
        counts.length,
        Digits.of(distance, 3));
  }

  @Override
  public Table table() {
    double half = 1.96 * standardError();
    return Quantities.of("power law of frequencies")
        .and("exponent", exponent, exponent - half, exponent + half)
        .and("k_min", (double) kMin)
        .and("types in the tail", inTail)
        .and("types", counts.length)
        .and("KS distance", distance)
        .table();
  }
}
