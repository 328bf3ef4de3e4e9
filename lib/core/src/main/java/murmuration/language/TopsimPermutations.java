package murmuration.language;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.RandomOrder;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * A permutation test of topographic similarity under way: messages are dealt out among the records
 * at random, again and again (Mantel 1967, The detection of disease clustering and a generalized
 * regression approach, Cancer Research 27:209).
 *
 * <pre>{@code
 * MantelTest test = Topsim.of(language).permutations(999).seed(1).run();
 * }</pre>
 *
 * <p>Pairs are not independent: n records make n(n-1)/2 pairs, and a record that is far from all
 * others is in n - 1 of them. A p from the number of pairs, as SciPy's correlations give it, may be
 * far too small or too large ({@link Topsim#naiveP}). Here records, not pairs, are exchanged. A
 * record of weight w is w records.
 */
public final class TopsimPermutations {
  private static final int MOST = 10_000_000;

  private final Topsim topsim;
  private final int count;
  private final long seed;

  private TopsimPermutations(Topsim topsim, int count, long seed) {
    this.topsim = topsim;
    this.count = count;
    this.seed = seed;
  }

  static TopsimPermutations of(Topsim topsim, int count) {
    Arguments.require(
        count >= 1 && count <= MOST, "permutations is %d: expected 1 to %d", count, MOST);
    return new TopsimPermutations(topsim, count, 0);
  }

  /** The same with another seed; 0 unless told. */
  public TopsimPermutations seed(long value) {
    return new TopsimPermutations(topsim, count, value);
  }

  /**
   * Runs it, on all cores; distances are computed once.
   *
   * @throws IllegalArgumentException if the similarity is undefined, the weights add up to more
   *     than 10,000, or there are too many different distances
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public MantelTest run() {
    var classes = PairClasses.of(topsim);
    var kind = topsim.convention().correlation();
    double[] draws =
        Parallel.doubles(
            "permutations",
            count,
            index -> {
              int[] table = new int[classes.cells()];
              classes.tally(permutation(classes.size(), index), table);
              return classes.correlation(table, kind);
            });
    return new MantelTest(topsim, draws, seed);
  }

  /** Where the messages of the records go, in one permutation (Durstenfeld 1964). */
  private int[] permutation(int n, long index) {
    var random = Rng.of(seed, index);
    int[] place = new int[n];
    Arrays.setAll(place, i -> i);
    RandomOrder.shuffle(place, random);
    return place;
  }
}
