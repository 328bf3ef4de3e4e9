package murmuration.warning;

import static murmuration.warning.Window.Alignment.CENTRED;
import static murmuration.warning.Window.Missing.OMIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
  @ParameterizedTest
  @CsvSource({"0.25, 861, 215", "0.5, 861, 430", "1, 24, 24", "0.29, 100, 28", "0.999, 10, 9"})
  void aFractionIsTruncatedAsEwstoolsDoes(double f, int n, int w) {
    assertEquals(w, Window.fraction(f).length(n));
  }

  @ParameterizedTest
  @CsvSource({"50, 2111, 1056", "50, 2109, 1054", "50, 201, 100", "10, 45, 4", "10, 55, 6"})
  void percentIsRoundedHalfToEvenAsRDoes(double p, int n, int w) {
    assertEquals(w, Window.percentRound(p).length(n));
  }

  @Test
  void aRightAlignedWindowEndsAtItsSample() {
    Window right = Window.points(4);
    assertEquals(3, right.start(4));
    assertEquals(2, right.from(5, 4));
    assertEquals(6, right.to(5, 4, 10));
  }

  @Test
  void aCentredWindowOfEvenLengthHasOneMoreSampleAndIsShortenedAtTheEnds() {
    Window centred = Window.points(4).align(CENTRED);
    assertEquals(0, centred.start(4));
    assertEquals(3, centred.from(5, 4));
    assertEquals(8, centred.to(5, 4, 10));
    assertEquals(0, centred.from(1, 4));
    assertEquals(10, centred.to(9, 4, 10));
  }

  @ParameterizedTest
  @CsvSource({"5, 3", "6, 3", "7, 4", "3, 3"})
  void halfOfAWindowMustRemainWhenMissingValuesAreLeftOut(int w, int least) {
    assertEquals(least, Window.points(w).nan(OMIT).required(w));
    assertEquals(2, Window.points(w).nan(OMIT, 2).required(w));
    assertEquals(w, Window.points(w).required(w));
  }

  @Test
  void badWindowsAreRefusedByNameAndValue() {
    refuses("window 500 is longer than the series (n = 300)", () -> Window.points(500).length(300));
    refuses(
        "window 0.05 of the series has 2 points (n = 40): expected at least 3",
        () -> Window.fraction(0.05).length(40));
    refuses("window fraction is 1.5: expected above 0 and at most 1", () -> Window.fraction(1.5));
    refuses("window fraction is 0.0: expected above 0 and at most 1", () -> Window.fraction(0));
    refuses(
        "window fraction is NaN: expected above 0 and at most 1",
        () -> Window.fraction(Double.NaN));
    refuses("window is 2 points: expected a whole number, at least 3", () -> Window.points(2));
    refuses("window is -1.0 %: expected above 0 and at most 100", () -> Window.percentRound(-1));
    refuses("stride is 0: expected at least 1", () -> Window.points(5).stride(0));
    refuses("minCount is 0: expected at least 1", () -> Window.points(5).nan(OMIT, 0));
    refuses(
        "minCount 9 is longer than the window (w = 5)",
        () -> Window.points(5).nan(OMIT, 9).required(5));
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
