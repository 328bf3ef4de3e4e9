package murmuration.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import murmuration.math.Rng;
import murmuration.warning.MannKendall.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MannKendallTest {
  @ParameterizedTest
  @EnumSource(Variant.class)
  void aStraightLineRisesAndItsRoundingIsNotAutocorrelation(Variant variant) {
    double[] x = IntStream.range(0, 30).mapToDouble(i -> 0.1 * i + 1000).toArray();
    var test = MannKendall.of(x, variant);
    assertEquals(1, test.tau());
    assertTrue(test.z() > 5 && test.nominalP() < 1e-6, test.summary());
    assertEquals(0.1, test.slope(), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void aConstantSeriesHasNoTrend(Variant variant) {
    var test = MannKendall.of(new double[] {7, 7, 7, 7, 7, 7}, variant);
    assertEquals(0, test.s());
    assertEquals(0, test.z());
    assertEquals(1, test.nominalP());
    assertEquals(0, test.slope());
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void turningTheSeriesUpsideDownTurnsTheSign(Variant variant) {
    double[] x = Rng.of(3).doubles(50).toArray();
    double[] down = IntStream.range(0, 50).mapToDouble(i -> -x[i]).toArray();
    var up = MannKendall.of(x, variant);
    var test = MannKendall.of(down, variant);
    assertEquals(-up.z(), test.z(), 1e-12);
    assertEquals(up.nominalP(), test.nominalP(), 1e-12);
    assertEquals(-up.slope(), test.slope());
  }

  @Test
  void aCorrectionThatLeavesNoVarianceHasNoPAndSaysSo() {
    var draws = new Surrogates.Source(new Ar1Null(12, -0.8, 1, 0), 100, 1);
    var test =
        IntStream.range(0, 100)
            .mapToObj(i -> MannKendall.of(draws.next(i), Variant.HAMED_RAO))
            .filter(found -> found.variance() <= 0)
            .findFirst()
            .orElseThrow();
    assertTrue(Double.isNaN(test.nominalP()) && Double.isNaN(test.z()));
    assertTrue(test.summary().contains("not positive"), test.summary());
    assertTrue(test.summary().lines().count() <= 12);
    assertEquals(7, test.table().rowCount());
  }

  @Test
  void theOriginalTestLeavesGapsOutAndKeepsTheirTime() {
    double[] x = {0, 1, Double.NaN, 3, 4, Double.NaN, 6};
    var test = MannKendall.of(x);
    assertEquals(5, test.n());
    assertEquals(1, test.slope());
    assertEquals(0, test.intercept());
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    double[] gap = {0, 1, Double.NaN, 3, 4, 5};
    assertThrows(IllegalArgumentException.class, () -> MannKendall.of(gap, Variant.HAMED_RAO));
    assertThrows(IllegalArgumentException.class, () -> MannKendall.of(new double[0]));
    assertThrows(IllegalArgumentException.class, () -> MannKendall.of(null));
    assertThrows(IllegalArgumentException.class, () -> MannKendall.of(gap, null));
    double[] infinite = {0, 1, Double.POSITIVE_INFINITY};
    assertThrows(IllegalArgumentException.class, () -> MannKendall.of(infinite));
  }
}
