package murmuration.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class HiddenRegimesTest {
  private static final int N = 2000;

  /** Two levels 4 standard deviations apart, 50 and 25 steps at a stretch on average. */
  private static int[] truth() {
    var random = Rng.of(1);
    int[] state = new int[N];
    for (int t = 1; t < N; t++) {
      double leave = state[t - 1] == 0 ? 1 / 50.0 : 1 / 25.0;
      state[t] = random.nextDouble() < leave ? 1 - state[t - 1] : state[t - 1];
    }
    return state;
  }

  private static TimeSeries flickering() {
    var random = Rng.of(2);
    return TimeSeries.of(
        Arrays.stream(truth()).mapToDouble(s -> 4 * s + random.nextGaussian()).toArray());
  }

  @Test
  void itFindsTheRegimesThatWereSimulated() {
    var found = HiddenRegimes.of(flickering());
    int[] truth = truth();
    long right = 0;
    for (int t = 0; t < N; t++) {
      right += found.path()[t] == truth[t] ? 1 : 0;
    }
    assertTrue(right > 0.98 * N, right + " of " + N);
    assertEquals(0, found.mean(0), 0.15);
    assertEquals(4, found.mean(1), 0.15);
    assertEquals(1, found.sd(0), 0.1);
    for (int r = 0; r < 2; r++) {
      double[] interval = found.dwellInterval(r);
      double expected = r == 0 ? 50 : 25;
      assertTrue(interval[0] < expected && expected < interval[1], found::summary);
    }
    assertTrue(found.test(19, 1).pRight() <= 0.05, () -> found.test(19, 1).summary());
  }

  @Test
  void redNoiseHasRegimesButNoMoreApartThanRedNoiseHas() {
    var found = HiddenRegimes.of(TimeSeries.of(NoiseKind.AR1_LONG.draw(800, Rng.of(3))));
    assertTrue(found.switches() > 5, found::summary);
    assertTrue(found.test(19, 1).pRight() > 0.05, () -> found.test(19, 1).summary());
  }

  @Test
  void aChangeOfUnitChangesOnlyTheLevels() {
    var series = flickering();
    var moved = series.values(Arrays.stream(series.values()).map(v -> 3 * v - 7).toArray());
    var a = HiddenRegimes.of(series);
    var b = HiddenRegimes.of(moved);
    assertArrayEquals(a.path(), b.path());
    assertEquals(3 * a.mean(1) - 7, b.mean(1), 1e-9);
    assertEquals(a.separation(), b.separation(), 1e-9);
  }

  @Test
  void timesAndCountsAgree() {
    var found = HiddenRegimes.of(flickering(), 3);
    assertEquals(3, found.table().rowCount());
    assertEquals(N, found.samples(0) + found.samples(1) + found.samples(2));
    assertEquals(found.switches(), found.exits(0) + found.exits(1) + found.exits(2));
    assertEquals(found.switches() / (N - 1.0), found.switchingRate(), 1e-12);
    for (double[] row : found.transition()) {
      assertEquals(1, Arrays.stream(row).sum(), 1e-9);
    }
    assertEquals(2, found.chart().panels().size());
    assertTrue(found.summary().lines().count() <= 12);
  }

  @Test
  void aPathOfOneRegimeHasNoExit() {
    var one = new HiddenRegimes(flickering(), new int[N], new double[][] {{1, 0}, {0, 1}}, -1);
    assertEquals(0, one.separation());
    assertEquals(Double.POSITIVE_INFINITY, one.dwell(0));
    assertTrue(Double.isNaN(one.mean(1)));
    assertEquals(2 * N / 7.377758908227871, one.dwellInterval(0)[0], 1e-6);
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    var series = flickering();
    List<Runnable> calls =
        List.of(
            () -> HiddenRegimes.of(null),
            () -> HiddenRegimes.of(TimeSeries.of(new double[100])),
            () -> HiddenRegimes.of(TimeSeries.of(new double[] {1, 2, 3})),
            () -> HiddenRegimes.of(series, 1),
            () -> HiddenRegimes.of(series, 6),
            () -> HiddenRegimes.of(series).mean(2),
            () -> HiddenRegimes.of(series).test(0, 1),
            () -> new HiddenRegimes(series, new int[3], new double[2][2], 0),
            () -> new HiddenRegimes(series, new int[N], new double[1][1], 0));
    for (var call : calls) {
      var e = assertThrows(IllegalArgumentException.class, call::run);
      assertTrue(String.valueOf(e.getMessage()).length() > 12, String.valueOf(e.getMessage()));
    }
  }
}
