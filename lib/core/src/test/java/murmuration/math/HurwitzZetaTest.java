package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HurwitzZetaTest {
  @Test
  void riemannsValuesAtEvenNumbers() {
    double pi = Math.PI;
    assertEquals(pi * pi / 6, HurwitzZeta.of(2, 1), 1e-14);
    assertEquals(Math.pow(pi, 4) / 90, HurwitzZeta.of(4, 1), 1e-14);
    assertEquals(3 * pi * pi / 6, HurwitzZeta.of(2, 0.5), 1e-13);
  }

  /** Values of mpmath 1.3, 30 digits. */
  @ParameterizedTest
  @CsvSource({
    "1.5, 1, 2.612375348685488343",
    "1.0001, 1, 10000.57722294643763",
    "2.5, 10, 0.02272869919453454052",
    "1.91628, 6675, 0.00034176956955051745",
    "1.01, 0.3, 103.54256250347838664"
  })
  void valuesOfAnotherProgram(double s, double q, double expected) {
    assertEquals(expected, HurwitzZeta.of(s, q), 2e-13 * expected);
  }

  @ParameterizedTest
  @CsvSource({"1.01, 0.3", "1.9, 1", "3, 7.5", "12, 12", "40, 3", "40, 60", "900, 2", "2.2, 1e6"})
  void takingTheFirstTermAwayMovesTheStart(double s, double q) {
    double first = -s * Math.log(q);
    double rest = HurwitzZeta.log(s, q + 1);
    double sum = Math.max(first, rest) + Math.log1p(Math.exp(-Math.abs(first - rest)));
    assertEquals(sum, HurwitzZeta.log(s, q), 1e-13 * Math.max(1, Math.abs(sum)));
  }

  @Test
  void itsLogarithmGoesOnWhereItIsTooSmall() {
    assertEquals(0, HurwitzZeta.of(9000, 5));
    assertEquals(-9000 * Math.log(5), HurwitzZeta.log(9000, 5), 1e-9);
    assertTrue(Double.isFinite(HurwitzZeta.log(2, 1e300)));
    assertTrue(Double.isFinite(HurwitzZeta.log(2, 1e-300)));
  }

  @Test
  void thereIsNoSumAtOneOrBelow() {
    var e = assertThrows(IllegalArgumentException.class, () -> HurwitzZeta.of(1, 1));
    assertEquals("s is 1.0: expected above 1 and at most 10000.0", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> HurwitzZeta.of(2, 0));
    assertThrows(IllegalArgumentException.class, () -> HurwitzZeta.log(Double.NaN, 1));
  }
}
