package murmuration.warning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import murmuration.data.TimeSeries;
import org.junit.jupiter.api.Test;

class RollingTest {
  private static final TimeSeries SERIES =
      new TimeSeries(
          new double[] {0, 50, 100, 150, 200, 250},
          new double[] {1, 3, 2, 5, 4, 9},
          "deuterium (permil)",
          "time (yr)",
          "record sha256:0");
  private static final Rolling ROLLING =
      Rolling.of(SERIES, Window.points(4), Indicators.VARIANCE, Indicators.AC1);

  @Test
  void theTableHasTheTimesAndAColumnForEachIndicator() {
    assertEquals(List.of("time (yr)", "variance", "ac1"), ROLLING.table().columnNames());
    assertEquals(6, ROLLING.table().rowCount());
    assertTrue(ROLLING.table().column("variance").isMissing(2));
    assertEquals(35 / 12.0, ROLLING.table().doubleColumn("variance").getDouble(3), 1e-15);
  }

  @Test
  void theSummaryIsShortAndTheChartHasAPanelForEachIndicator() {
    assertEquals(
        """
        Indicators of deuterium (permil), window of 4 in 6 samples
        variance: first 2.917, last 8.667 (n = 3)
        ac1: first -0.3273, last 0 (n = 3)""",
        ROLLING.summary());
    assertEquals(2, ROLLING.chart().panels().size());
    assertEquals("record sha256:0", ROLLING.provenance().data());
  }

  @Test
  void ratesArePerUnitOfTime() {
    var slow = Rolling.of(SERIES, Window.fraction(1), Indicators.RETURN_RATE);
    var fast =
        Rolling.of(TimeSeries.of(SERIES.values()), Window.fraction(1), Indicators.RETURN_RATE);
    assertEquals(
        fast.values(Indicators.RETURN_RATE)[5], 50 * slow.values(Indicators.RETURN_RATE)[5], 1e-14);
    assertFalse(Double.isNaN(slow.values(Indicators.RETURN_RATE)[5]));
  }

  @Test
  void anIndicatorIsFoundByItsNameAndTheNameHoldsItsChoices() {
    var rolling =
        Rolling.of(SERIES, Window.points(4), Indicators.acf(1), Indicators.quantileRange(0, 1));
    assertArrayEquals(rolling.values()[0], rolling.values(Indicators.acf(1)));
    assertThrows(
        IllegalArgumentException.class, () -> rolling.values(Indicators.quantileRange(0, 0.5)));
  }

  @Test
  void whatIsHandedOutIsACopy() {
    ROLLING.values()[0][3] = 99;
    ROLLING.values(Indicators.VARIANCE)[3] = 99;
    assertArrayEquals(
        Indicators.VARIANCE.rolling(SERIES.values(), Window.points(4)), ROLLING.values()[0]);
  }

  @Test
  void badInputIsRefused() {
    var window = Window.points(3);
    assertThrows(IllegalArgumentException.class, () -> Rolling.of(SERIES, window));
    assertThrows(
        IllegalArgumentException.class,
        () -> Rolling.of(SERIES, window, Indicators.SD, Indicators.SD));
    assertThrows(
        IllegalArgumentException.class,
        () -> Rolling.of(SERIES, SERIES.between(0, 100), window, Indicators.SD));
    assertThrows(IllegalArgumentException.class, () -> ROLLING.values(Indicators.DFA));
  }
}
