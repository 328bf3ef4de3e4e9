package murmuration.warning;

import static murmuration.warning.Indicators.AC1;
import static murmuration.warning.Indicators.MAX;
import static murmuration.warning.Indicators.VARIANCE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import murmuration.data.Datasets;
import org.junit.jupiter.api.Test;

class SensitivityTest {
  private static final EarlyWarning STUDY =
      EarlyWarning.of(Datasets.series("ewstools-ricker-fold"))
          .between(400, 860)
          .indicators(VARIANCE, AC1)
          .against(Surrogates.ar1(49).seed(5));
  private static final double[] BANDWIDTHS = {0.1, 0.25, 0.5};
  private static final double[] WINDOWS = {0.3, 0.5};

  @Test
  void eachCellIsTheStudyWithItsSettings() {
    var map = STUDY.sensitivity(BANDWIDTHS, WINDOWS);
    for (int b = 0; b < BANDWIDTHS.length; b++) {
      for (int w = 0; w < WINDOWS.length; w++) {
        var alone = STUDY.detrend(Detrend.gaussian(BANDWIDTHS[b])).window(WINDOWS[w]).run();
        assertEquals(alone.tau(AC1), map.tau(AC1)[b][w], 0);
        assertEquals(alone.test(VARIANCE).pRight(), map.p(VARIANCE)[b][w], 0);
      }
    }
  }

  @Test
  void keepsTheMethodOfDetrendingAndChangesItsSpan() {
    var lowess = STUDY.detrend(Detrend.lowess(0.9));
    var map = lowess.sensitivity(new double[] {0.3}, new double[] {0.5});
    assertEquals(
        lowess.detrend(Detrend.lowess(0.3)).window(0.5).run().tau(AC1), map.tau(AC1)[0][0], 0);
  }

  @Test
  void theTableIsKeptWhereAnIndicatorIsConstant() {
    var flat = Indicator.of("flat", "Flat", window -> 1);
    var map = STUDY.indicators(flat, AC1).sensitivity(BANDWIDTHS, WINDOWS);
    assertEquals(12, map.table().rowCount());
    assertTrue(Double.isNaN(map.tau(flat)[0][0]));
    assertEquals(4, map.chart().panels().size());
    assertTrue(map.summary().contains("of 6 tests"), map.summary());
  }

  @Test
  void theShareCountsEveryCell() {
    var map = STUDY.sensitivity(BANDWIDTHS, WINDOWS);
    long small = 0;
    for (var indicator : new Indicator[] {VARIANCE, AC1}) {
      for (double[] row : map.p(indicator)) {
        for (double p : row) {
          small += p < 0.05 ? 1 : 0;
        }
      }
    }
    assertEquals(small / 12.0, map.shareBelowLevel(), 1e-15);
    assertEquals(12, map.table().rowCount());
    assertTrue(map.summary().lines().count() <= 12);
  }

  @Test
  void givesCopiesAway() {
    var map = STUDY.sensitivity(BANDWIDTHS, WINDOWS);
    map.windows()[0] = 9;
    map.bandwidths()[0] = 9;
    assertArrayEquals(WINDOWS, map.windows(), 0);
    assertArrayEquals(BANDWIDTHS, map.bandwidths(), 0);
  }

  @Test
  void refusesGridsThatAreNotIncreasingAndIndicatorsThatWereNotMeasured() {
    assertThrows(
        IllegalArgumentException.class, () -> STUDY.sensitivity(new double[] {0.5, 0.1}, WINDOWS));
    assertThrows(
        IllegalArgumentException.class, () -> STUDY.sensitivity(BANDWIDTHS, new double[0]));
    assertThrows(
        IllegalArgumentException.class, () -> STUDY.sensitivity(BANDWIDTHS, WINDOWS).tau(MAX));
  }
}
