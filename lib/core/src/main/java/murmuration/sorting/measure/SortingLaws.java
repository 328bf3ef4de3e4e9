package murmuration.sorting.measure;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * What theory gives exactly for self-sorting arrays: means and variances over random start orders
 * of n different values, unless said otherwise. Ensembles are checked against them.
 */
public final class SortingLaws {
  private static final int LARGEST = 10_000_000;
  private static final int DIRECT = 1000;
  private static final double EULER = 0.57721566490153286;

  /**
   * Activations over n squared that cells which toss a coin (bubble, uniform schedule) need to sort
   * the reversed array, in the limit of large n (Angel, Holroyd and Romik 2009, The oriented swap
   * process, Ann. Probab. 37). At n = 100 it is near 1.92.
   */
  public static final double REVERSED_ACTIVATIONS = 2;

  private SortingLaws() {}

  /**
   * Inversions of the start: {@code n(n-1)/4}. Bubble and insertion cells, none frozen, swap once
   * for each, under every schedule.
   */
  public static double meanInversions(int n) {
    return size(n) * (n - 1.0) / 4;
  }

  /** {@code n(n-1)(2n+5)/72}. */
  public static double varianceInversions(int n) {
    return size(n) * (n - 1.0) * (2.0 * n + 5) / 72;
  }

  /** Descents of the start: {@code (n-1)/2}. */
  public static double meanDescents(int n) {
    return (size(n) - 1) / 2;
  }

  /** {@code (n+1)/12}; 0 for one cell. */
  public static double varianceDescents(int n) {
    return size(n) == 1 ? 0 : (n + 1.0) / 12;
  }

  /** Comparisons of the traditional insertion sort: {@code n(n-1)/4 + n - H_n}. */
  public static double meanInsertionComparisons(int n) {
    return meanInversions(n) + n - harmonic(n);
  }

  /** Swaps of the traditional selection sort: {@code n - H_n}. */
  public static double meanSelectionSwaps(int n) {
    return size(n) - harmonic(n);
  }

  /**
   * Steps (compareAndSwap) less swaps of selection cells, none frozen, that run until every cell
   * rests: {@code n(n-1)/2}, exactly, since each cell's ideal position climbs to its rank. Stopping
   * when sorted can save a few; under a synchronous schedule refused proposals add some.
   */
  public static double selectionStepsLessSwaps(int n) {
    return size(n) * (n - 1.0) / 2;
  }

  /**
   * Final descents of bubble or insertion cells of which k, drawn without repeats, are frozen and
   * immovable: {@code 2k E[g/(g+1)] + (k-1) P(g=0)/2}, where g is the number of cells between two
   * frozen ones, {@code P(g) = C(n-1-g, k-1)/C(n, k)}.
   *
   * @param n cells, 1 to 10,000,000
   * @param k frozen cells, 0 to n
   */
  public static double meanImmovableDescents(int n, int k) {
    frozen(n, k);
    if (k == 0) {
      return 0;
    }
    double[] share = segmentLengths(n, k);
    double beside = 0;
    for (int g = 0; g < share.length; g++) {
      beside += share[g] * g / (g + 1.0);
    }
    return 2 * k * beside + (k - 1) * share[0] / 2;
  }

  /**
   * Final descents of bubble cells of which k are frozen and movable: the others sort themselves
   * through them, and the frozen ones stay in random order, {@code (k-1)/2}; 0 for none.
   */
  public static double meanMovableDescents(int n, int k) {
    frozen(n, k);
    return k == 0 ? 0 : (k - 1) / 2.0;
  }

  /**
   * Descents in the long run of bubble cells that do the opposite of what they should in a share of
   * their turns, under the uniform schedule: {@code (n-1) share}. Each pair of neighbours is mended
   * at the rate {@code 1 - share} and spoilt at the rate {@code share}, in detailed balance with
   * the law {@code P(order) ~ q^inversions}, {@code q = share/(1 - share)} (Mallows 1957, Non-null
   * ranking models), under which a pair of neighbours is out of order with probability {@code
   * q/(1+q)}.
   *
   * @param share share of turns in error, 0 to 1
   */
  public static double meanNoisyDescents(int n, double share) {
    return (size(n) - 1) * Arguments.within("share", share, 0, 1);
  }

  /**
   * The law of the number of cells between two of k frozen ones, or between one and an end of the
   * array: {@code P(g) = C(n-1-g, k-1)/C(n, k)} for g = 0 to n - k. Immovable frozen cells cut
   * bubble and insertion arrays into k + 1 separate sorts of such lengths.
   *
   * @param n cells, 1 to 10,000,000
   * @param k frozen cells, 1 to n
   */
  public static double[] segmentLengths(int n, int k) {
    frozen(n, k);
    Arguments.require(k >= 1, "k is %d: expected 1 or more", k);
    double[] share = new double[n - k + 1];
    share[0] = (double) k / n;
    for (int g = 1; g < share.length; g++) {
      share[g] = share[g - 1] * (n - k - g + 1.0) / (n - (double) g);
    }
    return share;
  }

  /**
   * Pairs of equal neighbours in a random order of the types: {@code sum n_t (n_t - 1) / n}.
   *
   * @param counts cells of each type, 0 or more, together at least 1
   */
  public static double meanSamePairs(int... counts) {
    double n = cells(counts);
    return Arrays.stream(counts).mapToDouble(c -> c * (c - 1.0)).sum() / n;
  }

  /**
   * Variance of the pairs of equal neighbours in a random order, for any number of types. With two
   * it is the Wald-Wolfowitz variance of the runs, {@code (m-1)(m-2)/(n-1)}, {@code m = 1 + 2 n_1
   * n_2 / n}; in general it follows from the chances that two pairs of neighbours, sharing a cell
   * or not, are both equal.
   *
   * @param counts cells of each type, 0 or more, together at least 1
   */
  public static double varianceSamePairs(int... counts) {
    double n = cells(counts);
    double two = falling(counts, 2);
    double three = falling(counts, 3);
    double bothTwo =
        two * two - Arrays.stream(counts).mapToDouble(c -> square(c * (c - 1.0))).sum();
    double four = falling(counts, 4) + bothTwo;
    double pair = n < 2 ? 0 : two / n;
    double sharing = n < 3 ? 0 : 2 * three / (n * (n - 1));
    double apart = n < 4 ? 0 : four / (n * (n - 1));
    return Math.max(0, pair + sharing + apart - pair * pair);
  }

  private static double falling(int[] counts, int factors) {
    double sum = 0;
    for (int c : counts) {
      double product = c;
      for (int i = 1; i < factors; i++) {
        product *= Math.max(0, c - (double) i);
      }
      sum += product;
    }
    return sum;
  }

  private static double square(double x) {
    return x * x;
  }

  private static double cells(int[] counts) {
    Arguments.present("counts", counts);
    double n = 0;
    for (int i = 0; i < counts.length; i++) {
      Arguments.require(counts[i] >= 0, "counts[%d] is %d: expected 0 or more", i, counts[i]);
      n += counts[i];
    }
    Arguments.require(n >= 1, "counts add up to 0: expected at least one cell");
    return n;
  }

  private static double size(int n) {
    Arguments.require(n >= 1, "n is %d: expected 1 or more", n);
    return n;
  }

  private static void frozen(int n, int k) {
    Arguments.within("n", n, 1, LARGEST);
    Arguments.require(k >= 0 && k <= n, "k is %d: expected 0 to n = %d", k, n);
  }

  /** {@code H_n = 1 + 1/2 + ... + 1/n}; beyond 1000 by its expansion, exact to 1e-14. */
  private static double harmonic(int n) {
    if (n > DIRECT) {
      double m = n;
      return Math.log(m) + EULER + 1 / (2 * m) - 1 / (12 * m * m);
    }
    double sum = 0;
    for (int i = n; i >= 1; i--) {
      sum += 1.0 / i;
    }
    return sum;
  }
}
