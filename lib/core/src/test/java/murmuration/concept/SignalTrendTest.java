package murmuration.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class SignalTrendTest {
  private static final double[] SIGNALS = {0.1, 0.2, 0.3, 0.4, 0.6, 0.8};

  @Test
  void aPerfectTrendHasThePOfOneOrderInAll() {
    var found = SignalTrend.of(SIGNALS, new double[] {9, 8, 6, 5, 2, 1});
    assertEquals(-1, found.rho(), 1e-15);
    assertEquals(-1, found.tau(), 1e-15);
    // 1 of 720 orders; the dealings estimate it within four standard errors.
    assertEquals(1 / 720.0, found.p(), 4 * Math.sqrt(1 / 720.0 / 9999) + 1e-4);
  }

  @Test
  void whatIsNeverLearnedCountsLastOrIsLeftOut() {
    double[] times = {Double.NaN, Double.NaN, 6, 5, 2, 3};
    var kept = SignalTrend.of(SIGNALS, times);
    assertEquals(4, kept.rank().n());
    assertEquals(-0.8, kept.rho(), 1e-15);
    var all = SignalTrend.of(SIGNALS, times, 1500);
    assertEquals(6, all.rank().n());
    assertEquals(4, all.learned());
    assertTrue(all.rho() < kept.rho());
  }

  @Test
  void timesThatAreAllEqualHaveNoTrendAndSaySo() {
    var found = SignalTrend.of(SIGNALS, new double[] {2, 2, 2, 2, 2, 2});
    assertEquals(Double.NaN, found.rho());
    assertEquals(Double.NaN, found.p());
    assertTrue(found.summary().contains("all equal"));
  }

  /** P at or below 0.05 has a chance of at most 0.05: 28 of 300 come once in ten thousand. */
  @Test
  void withoutATrendPIsSmallAsOftenAsItSays() {
    long small =
        IntStream.range(0, 300)
            .filter(
                i -> {
                  double[] times = Rng.of(3, i).doubles(6).toArray();
                  return SignalTrend.of(SIGNALS, times, Double.NaN, 199, i).p() <= 0.05;
                })
            .count();
    assertTrue(small < 28, small + " of 300");
  }
}
