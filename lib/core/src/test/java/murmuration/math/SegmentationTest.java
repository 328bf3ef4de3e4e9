package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentationTest {
  /** Noise with steps of 0 to 2 at random places. */
  private static double[] steps(long index, int n) {
    var random = Rng.of(3, index);
    double level = 0;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      level = random.nextInt(6) == 0 ? 2 * random.nextDouble() : level;
      x[i] = level + 0.5 * random.nextGaussian();
    }
    return x;
  }

  private static double total(SegmentCost.Segments costs, int[] changes) {
    double sum = 0;
    int from = 0;
    for (int to : Segmentation.ends(changes, costs.size())) {
      sum += costs.of(from, to);
      from = to;
    }
    return sum;
  }

  /** The least cost of every division into segments of 2 or more, by trying all of them. */
  private static double leastOfAll(SegmentCost.Segments costs, double penalty, int changes) {
    int n = costs.size();
    double least = Double.POSITIVE_INFINITY;
    for (int cuts = 0; cuts < 1 << (n - 1); cuts++) {
      double total = 0;
      int from = 0;
      boolean allowed = changes < 0 || Integer.bitCount(cuts) == changes;
      for (int t = 1; t <= n && allowed; t++) {
        if (t == n || (cuts >> (t - 1) & 1) == 1) {
          allowed = t - from >= 2;
          total += costs.of(from, t) + (t < n ? penalty : 0);
          from = t;
        }
      }
      least = allowed ? Math.min(least, total) : least;
    }
    return least;
  }

  @ParameterizedTest
  @EnumSource(SegmentCost.class)
  void prunedSearchesFindTheBestOfAllDivisions(SegmentCost cost) {
    for (int i = 0; i < 40; i++) {
      double[] x = steps(i, 13);
      var costs = cost.over(x);
      double penalty = 0.1 + 0.1 * i;
      int[] pelt = Segmentation.pelt(costs, penalty);
      assertEquals(
          leastOfAll(costs, penalty, -1), total(costs, pelt) + penalty * pelt.length, 1e-10);
      int count = 1 + i % 4;
      assertEquals(
          leastOfAll(costs, 0, count), total(costs, Segmentation.fixed(costs, count)), 1e-10);
    }
  }

  /** The optimum for long records by the recursion without pruning. */
  @ParameterizedTest
  @EnumSource(SegmentCost.class)
  void pruningLosesNothingOnLongRecords(SegmentCost cost) {
    for (int i = 0; i < 20; i++) {
      double[] x = steps(100 + i, 150);
      var costs = cost.over(x);
      double penalty = 0.5 + i;
      double[] best = new double[151];
      Arrays.fill(best, Double.POSITIVE_INFINITY);
      best[0] = -penalty;
      for (int t = 2; t <= 150; t++) {
        for (int s = 0; s <= t - 2; s++) {
          best[t] = Math.min(best[t], best[s] + penalty + costs.of(s, t));
        }
      }
      int[] pelt = Segmentation.pelt(costs, penalty);
      assertEquals(best[150], total(costs, pelt) + penalty * pelt.length, 1e-9);
    }
  }

  @Test
  void costsAreWhatTheySay() {
    double[] x = {1, 5, 2, 8, 3, 7};
    assertEquals(18, SegmentCost.L2.over(x).of(1, 4), 1e-12);
    assertEquals(3 * Math.log(6 + 1e-6), SegmentCost.NORMAL.over(x).of(1, 4), 1e-12);
    double variance = 35 / 12.0;
    assertEquals(
        -3 * Math.pow((4 + 2 + 6) / 3.0 - 3.5, 2) / variance,
        SegmentCost.RANK.over(x).of(1, 4),
        1e-12);
  }

  @Test
  void endsAreExclusiveAndTheLastIsN() {
    assertArrayEquals(new int[] {3, 7, 10}, Segmentation.ends(new int[] {3, 7}, 10));
  }

  @Test
  void badSearchesAreRefused() {
    var costs = SegmentCost.L2.over(new double[] {1, 2, 3, 4});
    assertThrows(IllegalArgumentException.class, () -> Segmentation.pelt(costs, 0));
    assertThrows(IllegalArgumentException.class, () -> Segmentation.fixed(costs, 2));
    assertThrows(IllegalArgumentException.class, () -> Segmentation.binary(costs, 0));
    var few = SegmentCost.L2.over(new double[] {1, 2, 3});
    assertThrows(IllegalArgumentException.class, () -> Segmentation.pelt(few, 1));
  }
}
