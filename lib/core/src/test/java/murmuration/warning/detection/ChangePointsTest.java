package murmuration.warning.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import murmuration.math.SegmentCost;
import org.junit.jupiter.api.Test;

class ChangePointsTest {
  @Test
  void ranksDoNotSeeAnOutlier() {
    double[] x = Rng.of(7).doubles(60).map(u -> u < 0.5 ? 2 * u : 1 + u).toArray();
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
