package murmuration.warning.irregular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import murmuration.data.TimeSeries;
import murmuration.warning.Indicators;
import murmuration.warning.Window;
import org.junit.jupiter.api.Test;

class BinnedSeriesTest {
  @Test
  void aBinHasTheMeanOfItsObservationsAndAnEmptyOneIsMissing() {
    var record = TimeSeries.of(new double[] {10, 11, 12, 16.5, 18}, new double[] {1, 2, 4, 5, 6});
    var bins = BinnedSeries.of(record, 2);
    assertArrayEquals(new double[] {1.5, 4, Double.NaN, 5, 6}, bins.series().values());
    assertArrayEquals(new double[] {11, 13, 15, 17, 19}, bins.series().times());
    assertArrayEquals(new int[] {2, 1, 0, 1, 1}, bins.counts());
    assertEquals(1, bins.empty());
  }

  @Test
  void binsMakeNoAutocorrelationOutOfWhiteNoise() {
    double[] ac1 = new double[30];
    for (int r = 0; r < 30; r++) {
      double[] x = BinnedSeries.of(UnevenTimes.white(400, r), 2).series().values();
      var window = Window.points(x.length).nan(Window.Missing.OMIT);
      ac1[r] = Indicators.AC1.rolling(x, window)[x.length - 1];
    }
    assertEquals(0, UnevenTimes.mean(ac1), 0.06);
  }

  @Test
  void tooManyBinsAreRefused() {
    var record = UnevenTimes.white(50, 1);
    assertThrows(IllegalArgumentException.class, () -> BinnedSeries.of(record, 1e-9));
    assertThrows(IllegalArgumentException.class, () -> BinnedSeries.of(record, 0));
  }
}
