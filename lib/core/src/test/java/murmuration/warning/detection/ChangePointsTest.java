package murmuration.warning.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangePointsTest {
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
      var pelt = ChangePoints.pelt(x, cost, penalty);
      assertEquals(
          leastOfAll(costs, penalty, -1), pelt.totalCost() + penalty * pelt.count(), 1e-10);
      int count = 1 + i % 4;
      assertEquals(
          leastOfAll(costs, 0, count), ChangePoints.fixed(x, cost, count).totalCost(), 1e-10);
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
      var pelt = ChangePoints.pelt(x, cost, penalty);
      assertEquals(best[150], pelt.totalCost() + penalty * pelt.count(), 1e-9);
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
  void ranksDoNotSeeAnOutlier() {
    double[] x = steps(7, 60);
    int[] before = ChangePoints.fixed(x, SegmentCost.RANK, 2).changes();
    double[] exponential = Arrays.stream(x).map(v -> Math.exp(3 * v)).toArray();
    assertArrayEquals(before, ChangePoints.fixed(exponential, SegmentCost.RANK, 2).changes());
  }

  @Test
  void aCleanStepIsFoundByAll() {
    double[] x =
        IntStream.range(0, 100)
            .mapToDouble(i -> (i < 37 ? 0 : 3) + 0.3 * Math.sin(i * i))
            .toArray();
    int[] step = {37};
    assertArrayEquals(step, ChangePoints.pelt(x, SegmentCost.L2, SegmentCost.L2.bic(x)).changes());
    for (var cost : SegmentCost.values()) {
      assertArrayEquals(step, ChangePoints.fixed(x, cost, 1).changes());
      assertArrayEquals(step, ChangePoints.binary(x, cost, 1).changes());
    }
    var shifted = TimeSeries.of(IntStream.range(0, 100).mapToDouble(i -> 10 + 2 * i).toArray(), x);
    var found = ChangePoints.fixed(shifted, SegmentCost.L2, 1);
    assertArrayEquals(new double[] {84}, found.times());
    assertArrayEquals(new int[] {37, 100}, found.ends());
    assertEquals(3, found.means()[1] - found.means()[0], 0.2);
    assertTrue(found.summary().contains("84") && found.table().rowCount() == 2);
    assertTrue(found.chart().svg().startsWith("<"));
  }

  /** White noise: the penalty of BIC leaves at most 5 % of 200 records with a change. */
  @Test
  void whiteNoiseIsSeldomCut() {
    int cut = 0;
    for (int i = 0; i < 200; i++) {
      var random = Rng.of(9, i);
      double[] x = random.doubles(300).map(u -> random.nextGaussian()).toArray();
      cut += ChangePoints.pelt(x, SegmentCost.L2, SegmentCost.L2.bic(x)).count() > 0 ? 1 : 0;
    }
    assertTrue(cut <= 24, cut + " of 200");
  }

  @Test
  void whatCannotBeCutIsRefused() {
    double[] x = {1, 2, 3, 4, 5};
    assertThrows(IllegalArgumentException.class, () -> ChangePoints.fixed(x, SegmentCost.L2, 2));
    assertThrows(IllegalArgumentException.class, () -> ChangePoints.pelt(x, SegmentCost.L2, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> ChangePoints.pelt(new double[] {1e300, -1e300, 0, 1}, SegmentCost.L2, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> ChangePoints.binary(new double[] {1, 2, Double.NaN, 4}, SegmentCost.L2, 1));
    assertThrows(IllegalArgumentException.class, () -> SegmentCost.L2.bic(new double[5]));
    assertEquals(0, ChangePoints.pelt(new double[20], SegmentCost.NORMAL, 1).count());
  }

  /** Sums in plain doubles lose the noise beside a jump of 1e7 sd, and then cut it to pieces. */
  @Test
  void aGreatJumpLeavesTheNoiseBesideItInOnePiece() {
    double[] x = Rng.of(3, 0).doubles(400).map(u -> 4 * u).toArray();
    double[] jump = x.clone();
    Arrays.setAll(jump, i -> i < 200 ? x[i] : x[i] + (1 << 24));
    double near = SegmentCost.L2.over(x).of(200, 400);
    assertEquals(near, SegmentCost.L2.over(jump).of(200, 400), 1e-8 * near);
    double penalty = SegmentCost.NORMAL.bic(jump);
    var found = ChangePoints.pelt(jump, SegmentCost.NORMAL, penalty);
    assertArrayEquals(new int[] {200}, found.changes());
  }
}
