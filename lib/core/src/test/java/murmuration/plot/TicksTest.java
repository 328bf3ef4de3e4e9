package murmuration.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TicksTest {
  private static List<String> labels(double from, double to, boolean log, int most) {
    return Ticks.of(new Scale(from, to, log), most).major().stream()
        .map(Ticks.Tick::label)
        .toList();
  }

  private static List<Double> values(double from, double to, boolean log, int most) {
    return Ticks.of(new Scale(from, to, log), most).major().stream()
        .map(Ticks.Tick::value)
        .toList();
  }

  @Test
  void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
    assertEquals(List.of(0.0, 200.0, 400.0, 600.0, 800.0, 1000.0), values(0, 1000, false, 6));
    assertEquals(List.of(0.0, 500.0, 1000.0), values(0, 1000, false, 5));
    assertEquals(List.of(-0.1, 0.0, 0.1), values(-0.13, 0.104, false, 4));
  }

  @Test
  void tickValuesAreTheDoublesNearestToTheirLabels() {
    assertEquals(List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7), values(0.1, 0.7, false, 7));
  }

  @Test
  void labelsOfAnAxisHaveOneNumberOfDecimals() {
    assertEquals(List.of("\u22120.5", "0.0", "0.5", "1.0"), labels(-0.6, 1, false, 5));
    assertEquals(List.of("0", "500", "1000"), labels(0, 1000, false, 3));
  }

  @Test
  void thousandsStandApartFromFiveDigitsOn() {
    assertEquals(
        List.of("\u221260\u2009000", "\u221240\u2009000", "\u221220\u2009000", "0"),
        labels(-60_000, 0, false, 5));
  }

  @Test
  void largeAndSmallNumbersAreMultiplesOfOnePowerOfTen() {
    assertEquals(List.of("0", "0.5\u00d710\u2077", "1.0\u00d710\u2077"), labels(0, 1e7, false, 4));
    assertEquals(
        List.of("0", "1\u00d710\u207b\u2077", "2\u00d710\u207b\u2077"), labels(0, 2e-7, false, 4));
  }

  @Test
  void aNarrowRangeFarFromZeroCountsFromARoundNumber() {
    Ticks ticks = Ticks.of(new Scale(1e9, 1e9 + 0.004, false), 6);
    assertEquals(" \u2212 1\u2009000\u2009000\u2009000", ticks.offset());
    assertEquals("0.001", ticks.major().get(1).label());
    assertEquals(1e9 + 0.001, ticks.major().get(1).value());
    assertEquals("", Ticks.of(new Scale(1e9, 2e9, false), 6).offset());
  }

  @Test
  void decadesAreLabelledAsPowersAndTheirMultiplesMarked() {
    assertEquals(List.of("10\u2075", "10\u2076", "10\u2077"), labels(9e4, 2e7, true, 6));
    assertEquals(List.of("10\u207b\u00b2", "10\u207b\u00b9", "10\u2070"), labels(0.01, 1, true, 6));
    List<Double> minor = Ticks.of(new Scale(1, 100, true), 6).minor();
    assertEquals(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0), minor.subList(0, 10));
    assertEquals(100.0, minor.getLast());
  }

  @Test
  void manyDecadesAreLabelledInStepsThroughTheUnit() {
    assertEquals(
        List.of("10\u207b\u00b9\u2070", "10\u207b\u2075", "10\u2070", "10\u2075", "10\u00b9\u2070"),
        labels(1e-12, 1e12, true, 5));
  }

  @Test
  void aLogarithmicAxisWithinADecadeHasPlainNumbers() {
    assertEquals(List.of("20", "50"), labels(13, 80, true, 5));
    assertEquals(List.of("2", "3", "4", "5", "6"), labels(1.5, 6.5, true, 6));
  }

  @Property
  void ticksLieInTheRangeAndAreNoMoreThanAskedForPlusOne(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double from,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double width,
      @ForAll @IntRange(min = 2, max = 9) int most) {
    var scale = new Scale(from, from + width, false);
    List<Double> ticks = values(from, from + width, false, most);
    assertTrue(!ticks.isEmpty() && ticks.size() <= most + 1, ticks::toString);
    for (double tick : ticks) {
      assertTrue(scale.place(tick) > -1e-6 && scale.place(tick) < 1 + 1e-6);
    }
  }

  @Property
  void logarithmicTicksLieInTheRangeAndThereAreAtLeastTwo(
      @ForAll @DoubleRange(min = -30, max = 30) double from,
      @ForAll @DoubleRange(min = 0.05, max = 40) double decades) {
    double low = Math.pow(10, from);
    double high = Math.pow(10, from + decades);
    var scale = new Scale(low, high, true);
    List<Double> ticks = values(low, high, true, 5);
    assertTrue(ticks.size() >= 2, ticks::toString);
    for (double tick : ticks) {
      assertTrue(scale.place(tick) > -1e-6 && scale.place(tick) < 1 + 1e-6);
    }
  }
}
