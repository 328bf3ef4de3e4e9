package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class DigitsTest {
  @Test
  void readsAsAPersonWouldWriteIt() {
    assertEquals("0.87", Digits.of(0.870, 4));
    assertEquals("3.142", Digits.of(Math.PI, 4));
    assertEquals("-0.0001235", Digits.of(-0.00012345, 4));
    assertEquals("1.235e-5", Digits.of(0.000012345, 4));
    assertEquals("5.76e23", Digits.of(5.76e23, 4));
    assertEquals("1000000", Digits.of(1e6, 4));
    assertEquals("1e7", Digits.of(9_999_999.9, 4));
    assertEquals("0", Digits.of(-0.0, 4));
    assertEquals("NaN", Digits.of(Double.NaN, 4));
    assertEquals("-Infinity", Digits.of(Double.NEGATIVE_INFINITY, 4));
  }

  @Test
  void theLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("0.25", Digits.of(0.25, 4));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void roundsToTheDigitsAsked() {
    assertEquals(0.123456789012, Digits.round(0.12345678901234568, 12));
    assertEquals(Double.MIN_VALUE, Digits.round(Double.MIN_VALUE, 1), 0.1 * Double.MIN_VALUE);
    assertEquals(Double.NaN, Digits.round(Double.NaN, 3));
    assertThrows(IllegalArgumentException.class, () -> Digits.round(1, 0));
  }
}
