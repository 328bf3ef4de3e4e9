package murmuration.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KendallTrendTest {
  private static final double NAN = Double.NaN;

  @Test
  void windowsThatAreNotFullYetAreLeftOut() {
    var trend = KendallTrend.of(new double[] {NAN, NAN, 1, 3, 2, 4});
    assertEquals(4, trend.n());
    assertEquals(4.0 / 6, trend.tau(), 1e-15);
    assertTrue(trend.exact());
    assertEquals(8.0 / 24, trend.nominalP(), 1e-15);
  }

  @Test
  void timesMayComeInAnyOrder() {
    var trend = KendallTrend.of(new double[] {3, 1, 2, 4}, new double[] {3, 1, 2, NAN});
    assertEquals(1, trend.tau());
    assertEquals(3, trend.n());
  }

  @Test
  void aConstantIndicatorHasNoTau() {
    var trend = KendallTrend.of(new double[] {2, 2, 2});
    assertTrue(Double.isNaN(trend.tau()) && Double.isNaN(trend.nominalP()));
    assertTrue(trend.summary().contains("NaN"));
  }

  @Test
  void theReportWarnsOfItsOwnP() {
    var trend = KendallTrend.of(new double[] {1, 2, 3, 4});
    assertTrue(trend.summary().contains("not evidence"), trend.summary());
    assertEquals(3, trend.table().rowCount());
    assertEquals("exact", trend.provenance().options().get("p"));
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> KendallTrend.of(new double[0]));
    assertThrows(IllegalArgumentException.class, () -> KendallTrend.of((double[]) null));
    assertThrows(
        IllegalArgumentException.class,
        () -> KendallTrend.of(new double[] {1, Double.POSITIVE_INFINITY}));
    assertThrows(
        IllegalArgumentException.class, () -> KendallTrend.of(new double[2], new double[3]));
  }
}
