package murmuration.warning;

import java.util.Arrays;
import murmuration.math.Interruption;

/**
 * Sample entropy of every window (Richman and Moorman 2000, Am. J. Physiol. 278:H2039), with O(w)
 * pairs entering and leaving a shift although the tolerance moves with the window's sd: a pair's
 * distance is filed by its rank among the tolerances of all windows, and the pairs within a
 * tolerance are a prefix sum over the ranks. Nearly all pairs match, or fail, at every tolerance
 * and are only counted.
 */
final class RollingSampleEntropy {
  private final double[] x;
  private final int m;
  private final double[] radii;
  private final Matches shorter;
  private final Matches longer;

  private RollingSampleEntropy(double[] x, int m, double[] radii) {
    this.x = x;
    this.m = m;
    this.radii = radii;
    shorter = new Matches(radii.length);
    longer = new Matches(radii.length);
  }

  /** {@code -ln(A/B)} a window, with tolerance {@code factor} times the population sd. */
  static double[] of(RollingPass pass, int m, double factor) {
    Spans spans = pass.spans;
    RollingMoments moments = pass.moments();
    double[] radius = new double[spans.size()];
    for (int k = 0; k < radius.length; k++) {
      radius[k] = factor * Math.sqrt(moments.s2[k] / moments.count[k]);
    }
    double[] radii =
        Arrays.stream(radius).filter(r -> !Double.isNaN(r)).sorted().distinct().toArray();
    double[] values = new double[spans.size()];
    Arrays.fill(values, Double.NaN);
    if (radii.length == 0) {
      return spans.spread(values);
    }
    var entropy = new RollingSampleEntropy(pass.x, m, radii);
    for (int k = 0; k < values.length; k++) {
      entropy.move(spans, k);
      if (!Double.isNaN(radius[k])) {
        int rank = Arrays.binarySearch(radii, radius[k]);
        double count = moments.count[k];
        double b = m == 0 ? count * (count - 1) / 2 : entropy.shorter.upTo(rank);
        double a = entropy.longer.upTo(rank);
        values[k] = Math.log(b / a);
      }
    }
    return spans.spread(values);
  }

  private void move(Spans spans, int k) {
    int from = spans.from()[k];
    int to = spans.to()[k];
    int oldFrom = spans.afresh(k) ? from : spans.from()[k - 1];
    int oldTo = spans.afresh(k) ? from : spans.to()[k - 1];
    if (spans.afresh(k)) {
      shorter.clear();
      longer.clear();
    }
    for (int end = Math.max(oldTo, oldFrom + m + 1); end < to; end++) {
      Interruption.check("sample entropy");
      for (int i = oldFrom; i < end - m; i++) {
        file(i, end - m, 1);
      }
    }
    for (int first = oldFrom; first < Math.min(from, to - m); first++) {
      Interruption.check("sample entropy");
      for (int j = first + 1; j < to - m; j++) {
        file(first, j, -1);
      }
    }
  }

  /** The templates that begin at i and j, of length m and m+1. */
  private void file(int i, int j, int change) {
    double largest = radii[radii.length - 1];
    double distance = 0;
    for (int l = 0; l < m; l++) {
      distance = Math.max(distance, Math.abs(x[i + l] - x[j + l]));
    }
    double next = Math.max(distance, Math.abs(x[i + m] - x[j + m]));
    if (m > 0 && distance <= largest && !Double.isNaN(next)) {
      shorter.file(rank(distance), change);
    }
    if (next <= largest) {
      longer.file(rank(next), change);
    }
  }

  private int rank(double distance) {
    if (distance <= radii[0]) {
      return 0;
    }
    int found = Arrays.binarySearch(radii, distance);
    return found < 0 ? -found - 1 : found;
  }

  /** Pairs by the rank of the smallest tolerance they meet: a Fenwick tree, its root apart. */
  private static final class Matches {
    private final long[] tree;
    private long always;

    Matches(int ranks) {
      tree = new long[ranks + 1];
    }

    void clear() {
      Arrays.fill(tree, 0);
      always = 0;
    }

    void file(int rank, int change) {
      if (rank == 0) {
        always += change;
        return;
      }
      for (int i = rank; i < tree.length; i += i & -i) {
        tree[i] += change;
      }
    }

    long upTo(int rank) {
      long sum = always;
      for (int i = rank; i > 0; i -= i & -i) {
        sum += tree[i];
      }
      return sum;
    }
  }
}
