package murmuration.language;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * A bootstrap of topographic similarity under way: records are drawn with replacement, as many as
 * there are (Efron 1979).
 *
 * <pre>{@code
 * TopsimInterval interval = Topsim.of(language).bootstrap(1000).seed(1).run();
 * }</pre>
 *
 * <p>A record that is drawn twice makes a pair with itself, at distance 0 in both. The records of a
 * language make no such pairs, and n of the n(n-1)/2 pairs are a share of about 1/n, all of them
 * where similar meanings have the same message: counting them biases the similarity up, by several
 * hundredths for tens of records. So they are left out, and pairs of different records count as
 * often as both were drawn, as in the bootstrap of U-statistics (Arcones and Giné 1992, On the
 * bootstrap of U and V statistics, Annals of Statistics 20:655). {@link #countingTwins} has them
 * in, to see what they do. Different records of the same meaning and message, or one of weight w,
 * which is w records, are pairs of the language and stay.
 */
public final class TopsimBootstrap {
  private static final int MOST = 1_000_000;
  private static final int ATTEMPTS = 100;

  private final Topsim topsim;
  private final int count;
  private final long seed;
  private final boolean twins;

  private TopsimBootstrap(Topsim topsim, int count, long seed, boolean twins) {
    this.topsim = topsim;
    this.count = count;
    this.seed = seed;
    this.twins = twins;
  }

  static TopsimBootstrap of(Topsim topsim, int count) {
    Arguments.require(
        count >= 2 && count <= MOST, "resamples is %d: expected 2 to %d", count, MOST);
    return new TopsimBootstrap(topsim, count, 0, false);
  }

  /** The same with another seed; 0 unless told. */
  public TopsimBootstrap seed(long value) {
    return new TopsimBootstrap(topsim, count, value, twins);
  }

  /** The same with pairs of a record and itself counted, which biases the similarity up. */
  public TopsimBootstrap countingTwins() {
    return new TopsimBootstrap(topsim, count, seed, true);
  }

  /**
   * Runs it, on all cores; distances are computed once. A resample in which the similarity is
   * undefined is drawn anew, at most 100 times.
   *
   * @throws IllegalArgumentException if the similarity is undefined, in the language or in its
   *     resamples, the weights add up to more than 10,000, or there are too many different
   *     distances
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public TopsimInterval run() {
    var classes = PairClasses.of(topsim);
    double[] draws = Parallel.doubles("resamples", count, index -> draw(classes, index));
    return new TopsimInterval(topsim, draws, jackknife(classes), seed, twins);
  }

  private double draw(PairClasses classes, long index) {
    var random = Rng.of(seed, index);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int[] times = new int[classes.size()];
      for (int i = 0; i < times.length; i++) {
        times[random.nextInt(times.length)]++;
      }
      int[] table = new int[classes.cells()];
      classes.tallyTimes(times, table);
      if (twins) {
        int cell = classes.equalCell(topsim.convention().meanings());
        for (int t : times) {
          table[cell] += t * (t - 1) / 2;
        }
      }
      double value = classes.correlation(table, topsim.convention().correlation());
      if (!Double.isNaN(value)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "topographic similarity of %s is undefined in %d resamples: expected more varied records"
            .formatted(topsim.language().name(), ATTEMPTS));
  }

  /** Without each record in turn; NaN where it is then undefined. */
  private double[] jackknife(PairClasses classes) {
    int[] all = new int[classes.cells()];
    int[] once = new int[classes.size()];
    Arrays.fill(once, 1);
    classes.tallyTimes(once, all);
    return Parallel.doubles(
        "jackknife",
        classes.size(),
        i -> {
          int[] table = all.clone();
          classes.takeOut(i, table);
          return classes.correlation(table, topsim.convention().correlation());
        });
  }
}
