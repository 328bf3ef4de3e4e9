package murmuration.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class OrderCrossingTest {
  private static final double[] SIGNALS = {0.1, 0.2, 0.4, 0.8};

  private static double[][] one(double... times) {
    double[][] rows = new double[times.length][];
    for (int c = 0; c < rows.length; c++) {
      rows[c] = new double[] {times[c]};
    }
    return rows;
  }

  @Test
  void itIsInterpolatedBetweenTheConditions() {
    var found = OrderCrossing.of(SIGNALS, one(900, 500, 300, 100), one(200, 200, 200, 200), 1000);
    assertEquals(0.6, found.crossing(), 1e-12);
    assertEquals(0.4, found.from());
    assertEquals(0.8, found.to());
    assertEquals(Double.NaN, found.low());
    assertTrue(found.summary().contains("one run a condition"), found.summary());
  }

  @Test
  void whatWasNeverLearnedCountsAsTheLongestTime() {
    var found =
        OrderCrossing.of(SIGNALS, one(Double.NaN, 300, 200, 100), one(200, 200, 300, 200), 1000);
    assertEquals(0.3, found.crossing(), 1e-12);
    assertThrows(
        IllegalArgumentException.class,
        () -> OrderCrossing.of(SIGNALS, one(900, 3, 2, 1), one(1, 1, 1, 1), 500));
  }

  @Test
  void equalTimesOverAStretchCrossInItsMiddle() {
    var found = OrderCrossing.of(SIGNALS, one(3, 2, 2, 1), one(2, 2, 2, 2), 1000);
    assertEquals(0.3, found.crossing(), 1e-12);
  }

  @Test
  void anOrderThatNeverChangesHasNoCrossing() {
    var found = OrderCrossing.of(SIGNALS, one(4, 4, 3, 3), one(2, 2, 2, 2), 1000);
    assertEquals(Double.NaN, found.crossing());
    assertTrue(found.summary().contains("the same at all"), found.summary());
  }

  /**
   * The true crossing is 0.5. With 200 sweeps and a coverage of 0.85 or more (percentile intervals
   * of 8 runs are short), fewer than 155 hits come by chance once in ten thousand.
   */
  @Test
  void theIntervalHoldsTheTrueCrossing() {
    double[] x = {0.1, 0.3, 0.5, 0.7, 0.9};
    int hits = 0;
    for (int sweep = 0; sweep < 200; sweep++) {
      var random = Rng.of(7, sweep);
      double[][] first = new double[5][8];
      double[][] second = new double[5][8];
      for (int c = 0; c < 5; c++) {
        for (int r = 0; r < 8; r++) {
          first[c][r] = 600 - 400 * x[c] + 60 * random.nextGaussian();
          second[c][r] = 400 + 30 * random.nextGaussian();
        }
      }
      var found = OrderCrossing.of(x, first, second, 2000, 200, sweep);
      hits += found.low() <= 0.5 && found.high() >= 0.5 ? 1 : 0;
    }
    assertTrue(hits >= 155, hits + " of 200");
  }
}
