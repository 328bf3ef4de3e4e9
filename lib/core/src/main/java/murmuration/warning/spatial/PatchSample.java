package murmuration.warning.spatial;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Arguments;

/**
 * Patch sizes in the form that likelihoods need: distinct sizes with their counts, and sums.
 *
 * @param sizes distinct sizes, ascending, 1 or more
 * @param counts how many patches have each
 * @param n number of patches
 * @param meanLog mean of ln size
 * @param mean mean size
 */
record PatchSample(int[] sizes, int[] counts, int n, double meanLog, double mean) {

  static PatchSample of(int[] all) {
    Arguments.require(
        Arguments.present("sizes", all).length > 0, "sizes is empty: expected at least 1 patch");
    int[] sorted = all.clone();
    Arrays.sort(sorted);
    Arguments.require(
        sorted[0] >= 1, "sizes has %d: expected patches of at least 1 cell", sorted[0]);
    int[] distinct = Arrays.stream(sorted).distinct().toArray();
    int[] counts = new int[distinct.length];
    for (int i = 0, k = 0; i < sorted.length; i++) {
      k += sorted[i] == distinct[k] ? 0 : 1;
      counts[k]++;
    }
    return of(distinct, counts);
  }

  private static PatchSample of(int[] sizes, int[] counts) {
    long n = 0;
    double logs = 0;
    double cells = 0;
    for (int k = 0; k < sizes.length; k++) {
      n += counts[k];
      logs += counts[k] * Math.log(sizes[k]);
      cells += (double) counts[k] * sizes[k];
    }
    return new PatchSample(sizes, counts, Math.toIntExact(n), logs / n, cells / n);
  }

  /** The patches of at least this size; there must be one. */
  PatchSample from(int xmin) {
    int first = Arrays.binarySearch(sizes, xmin);
    first = first < 0 ? -first - 1 : first;
    Arguments.require(
        first < sizes.length, "xmin is %d: expected at most the largest size, %d", xmin, largest());
    return of(
        Arrays.copyOfRange(sizes, first, sizes.length),
        Arrays.copyOfRange(counts, first, counts.length));
  }

  int smallest() {
    return sizes[0];
  }

  int largest() {
    return sizes[sizes.length - 1];
  }

  /** Distinct sizes, and the share of patches at least as large as each. */
  double[][] steps() {
    double[] shares = new double[sizes.length];
    long above = 0;
    for (int k = sizes.length - 1; k >= 0; k--) {
      above += counts[k];
      shares[k] = (double) above / n;
    }
    return new double[][] {IntStream.of(sizes).asDoubleStream().toArray(), shares};
  }
}
