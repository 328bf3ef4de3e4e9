package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ArgumentsTest {
  private static void says(String message, Executable check) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, check).getMessage());
  }

  @Test
  void messagesNameTheArgumentTheValueAndTheNeed() {
    says("x is null: expected a value", () -> Arguments.present("x", none()));
    says("x has 2 values: expected at least 3", () -> Arguments.series("x", new double[2], 3));
    says(
        "x[1] is Infinity: expected a finite number",
        () -> Arguments.series("x", new double[] {0, Double.POSITIVE_INFINITY}, 1));
    says(
        "x[0] is NaN: expected a finite number",
        () -> Arguments.finite("x", new double[] {Double.NaN}, 1));
    says(
        "t[2] = 1.0 follows 1.0: expected strictly increasing values",
        () -> Arguments.increasing("t", new double[] {0, 1, 1}));
    says("t has 0 values: expected at least 1", () -> Arguments.increasing("t", new double[0]));
    says(
        "t has 2 values, x has 3: expected the same length",
        () -> Arguments.sameLength("t", new double[2], "x", new double[3]));
    says("span is 1.5: expected 0.0 to 1.0", () -> Arguments.within("span", 1.5, 0, 1));
    says("span is NaN: expected 0.0 to 1.0", () -> Arguments.within("span", Double.NaN, 0, 1));
    says("b is 0.0: expected a finite number above 0", () -> Arguments.positive("b", 0));
    says("b is NaN: expected a finite number above 0", () -> Arguments.positive("b", Double.NaN));
  }

  private static double @Nullable [] none() {
    return null;
  }

  @Test
  void whatIsFineComesBack() {
    assertEquals(0.5, Arguments.within("span", 0.5, 0.5, 1));
    assertEquals(2, Arguments.positive("b", 2));
    assertEquals("a", Arguments.present("name", "a"));
    Arguments.series("x", new double[] {1, Double.NaN}, 2);
    Arguments.increasing("t", new double[] {-1, 0, 2});
  }

  @Test
  void messagesAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      says("0.5 is wrong", () -> Arguments.require(false, "%.1f is wrong", 0.5));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void equalStepsAreWithinAMillionth() {
    Arguments.equalSteps("x", new double[] {3});
    Arguments.equalSteps("x", new double[] {0, 0.1, 0.2, 0.30000000000000004});
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Arguments.equalSteps("x", new double[] {0, 1, 2, 4}));
    assertTrue(String.valueOf(e.getMessage()).contains("x has a step of 1.0"), e.getMessage());
  }
}
