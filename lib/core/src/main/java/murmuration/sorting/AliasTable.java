package murmuration.sorting;

import java.util.ArrayDeque;
import java.util.Arrays;
import murmuration.math.SplitMix64;

/**
 * Draws an index with given weights in constant time (Walker 1977, as Vose 1991 builds it). Two
 * draws each.
 */
final class AliasTable {
  private final double[] share;
  private final int[] alias;

  AliasTable(double[] weights) {
    int n = weights.length;
    double sum = Arrays.stream(weights).sum();
    share = new double[n];
    alias = new int[n];
    var low = new ArrayDeque<Integer>();
    var high = new ArrayDeque<Integer>();
    for (int i = 0; i < n; i++) {
      share[i] = weights[i] / sum * n;
      alias[i] = i;
      (share[i] < 1 ? low : high).add(i);
    }
    while (!low.isEmpty() && !high.isEmpty()) {
      int small = low.remove();
      int large = high.element();
      alias[small] = large;
      share[large] -= 1 - share[small];
      if (share[large] < 1) {
        low.add(high.remove());
      }
    }
    high.forEach(i -> share[i] = 1);
    low.forEach(i -> share[i] = weights[i] > 0 ? 1 : share[i]);
  }

  int draw(SplitMix64 rng) {
    int i = rng.bounded(share.length);
    return rng.nextDouble() < share[i] ? i : alias[i];
  }
}
