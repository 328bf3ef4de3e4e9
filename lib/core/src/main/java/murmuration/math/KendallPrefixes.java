package murmuration.math;

/** Kendall's tau of growing prefixes: a Fenwick tree counts the ranks seen so far. */
final class KendallPrefixes {
  private final int[] tree;
  private final int[] seen;

  private KendallPrefixes(int ranks) {
    tree = new int[ranks + 1];
    seen = new int[ranks];
  }

  static double[] of(double[] y) {
    double[] sorted = Ranks.sorted(y, y.length);
    var counts = new KendallPrefixes(y.length);
    double[] tau = new double[y.length];
    long s = 0;
    long tied = 0;
    long n = 0;
    for (int j = 0; j < y.length; j++) {
      if (!Double.isNaN(y[j])) {
        int rank = Ranks.first(sorted, y[j]);
        long less = counts.below(rank);
        int equal = counts.seen[rank];
        s += less - (n - less - equal);
        tied += equal;
        counts.add(rank);
        n++;
      }
      double pairs = 0.5 * n * (n - 1.0);
      tau[j] = s / Math.sqrt(pairs * (pairs - tied));
    }
    return tau;
  }

  private int below(int rank) {
    int sum = 0;
    for (int i = rank; i > 0; i -= i & -i) {
      sum += tree[i];
    }
    return sum;
  }

  private void add(int rank) {
    seen[rank]++;
    for (int i = rank + 1; i < tree.length; i += i & -i) {
      tree[i]++;
    }
  }
}
