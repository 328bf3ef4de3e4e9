package murmuration.warning.irregular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.LinearFit;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.Window;
import murmuration.warning.process.OrnsteinUhlenbeckFit;
import org.junit.jupiter.api.Test;

class RollingTimeScaleTest {
  private static double[] onGrid(TimeSeries record, TimeWindow window) {
    return new WindowedIndicators(record, window, List.of(IrregularIndicator.TIME_SCALE))
        .of(record.values())[0];
  }

  @Test
  void theIntervalCoversAsOftenAsItSays() {
    long covered =
        IntStream.range(0, 300)
            .mapToObj(r -> OrnsteinUhlenbeckFit.of(UnevenTimes.red(120, 3, r)).timeScale())
            .filter(e -> e.low() <= 3 && 3 <= e.high())
            .count();
    // At a rate of 0.95, fewer than 271 or more than 297 of 300 has probability below 0.002.
    assertTrue(covered >= 271 && covered <= 297, "covered " + covered);
  }

  @Test
  void theTimeScaleIsRecoveredWhateverTheTimes() {
    double[] logs =
        IntStream.range(0, 100)
            .mapToDouble(
                r ->
                    Math.log(
                        OrnsteinUhlenbeckFit.of(UnevenTimes.red(400, 3, r)).process().timeScale()
                            / 3))
            .toArray();
    assertEquals(0, UnevenTimes.mean(logs), 0.06);
  }

  @Test
  void theGridOfTheStudyIsWithinOnePercentOfTheExactFit() {
    for (double tau : new double[] {0.5, 3, 10}) {
      var record = UnevenTimes.red(160, tau, 7);
      var window = TimeWindow.points(80);
      double[] exact = RollingTimeScale.of(record, window).values();
      double[] grid = onGrid(record, window);
      for (int i = 0; i < exact.length; i++) {
        assertEquals(1, grid[79 + i] / exact[i], 0.01);
      }
    }
  }

  @Test
  void atEqualStepsItIsTheTimeScaleOfTheRegression() {
    var record = TimeSeries.of(UnevenTimes.red(200, 3, 8).values());
    double[] x = record.values();
    double[] exact = RollingTimeScale.of(record, TimeWindow.points(60)).values();
    double[] grid = onGrid(record, TimeWindow.points(60));
    for (int i = 59; i < 200; i++) {
      double[] before = Arrays.copyOfRange(x, i - 59, i);
      double phi = LinearFit.slope(before, Arrays.copyOfRange(x, i - 58, i + 1), 59);
      double expected = -1 / Math.log(phi);
      assertEquals(1, exact[i - 59] / expected, 1e-9);
      assertEquals(1, grid[i] / expected, 0.01);
    }
  }

  @Test
  void varianceAndSkewnessAreTheUsualOnes() {
    var record = UnevenTimes.red(100, 2, 9);
    var indicators = List.of(IrregularIndicator.VARIANCE, IrregularIndicator.SKEWNESS);
    double[][] along =
        new WindowedIndicators(record, TimeWindow.points(40), indicators).of(record.values());
    for (int k = 0; k < 2; k++) {
      Indicator usual = List.of(Indicators.VARIANCE, Indicators.SKEWNESS).get(k);
      double[] expected = usual.rolling(record.values(), Window.points(40));
      for (int i = 0; i < 100; i++) {
        assertEquals(expected[i], along[k][i], 1e-10);
      }
    }
  }

  @Test
  void theLowFrequencyShareOfAWindowIsThatOfItsPeriodogram() {
    var record = UnevenTimes.red(100, 5, 10);
    var study = List.of(IrregularIndicator.LOW_FREQUENCY_SHARE);
    double[] along =
        new WindowedIndicators(record, TimeWindow.share(1), study).of(record.values())[0];
    double unit = 0.5 / record.step() / 50;
    double[] power = LombScargle.powers(record.times(), record.values(), unit, 50);
    double low = Arrays.stream(power, 0, 5).sum();
    assertEquals(low / Arrays.stream(power).sum(), along[99], 1e-9);
  }

  @Test
  void aWindowOfADurationHoldsWhatLiesInIt() {
    double[] t = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 30, 31, 32, 33, 34, 35, 36, 37, 38};
    var record = TimeSeries.of(t, t);
    int[] starts = TimeWindow.duration(8).starts(record);
    assertEquals(-1, starts[7], "not yet full");
    assertEquals(0, starts[8]);
    assertEquals(1, starts[9]);
    assertEquals(-1, starts[10], "one observation after the gap");
    assertEquals(10, starts[18]);
    assertEquals(11, TimeWindow.points(8).starts(record)[18]);
    assertEquals(0, TimeWindow.share(1).starts(record)[18]);
  }

  @Test
  void badWindowsAreRefusedInWords() {
    var record = UnevenTimes.red(60, 2, 11);
    assertThrows(IllegalArgumentException.class, () -> TimeWindow.points(7));
    assertThrows(IllegalArgumentException.class, () -> TimeWindow.share(1.1));
    assertThrows(IllegalArgumentException.class, () -> TimeWindow.duration(-1));
    var longer = TimeWindow.duration(1e4);
    assertThrows(IllegalArgumentException.class, () -> RollingTimeScale.of(record, longer));
    var shorter = TimeWindow.duration(0.01);
    assertThrows(IllegalArgumentException.class, () -> RollingTimeScale.of(record, shorter));
  }
}
