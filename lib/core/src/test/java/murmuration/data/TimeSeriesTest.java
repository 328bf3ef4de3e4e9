package murmuration.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TimeSeriesTest {
  private static final double NAN = Double.NaN;

  @Test
  void valuesAloneAreObservedAtTheWholeNumbersFromZero() {
    var series = TimeSeries.of(new double[] {3, 1, 2});
    assertArrayEquals(new double[] {0, 1, 2}, series.times());
    assertArrayEquals(new double[] {3, 1, 2}, series.values());
    assertEquals("", series.note());
  }

  @Test
  void nobodyElseCanChangeASeries() {
    double[] t = {0, 1};
    double[] x = {5, 6};
    var series = TimeSeries.of(t, x);
    t[0] = -9;
    x[0] = -9;
    series.times()[0] = -9;
    series.values()[0] = -9;
    assertArrayEquals(new double[] {0, 1}, series.times());
    assertArrayEquals(new double[] {5, 6}, series.values());
  }

  @Test
  void aCutKeepsTheTransitionItselfAndZeroIsATimeLikeAnyOther() {
    var series = TimeSeries.of(new double[] {-2, -1, 0, 1}, new double[] {5, 6, 7, 8});
    assertArrayEquals(new double[] {5, 6, 7}, series.until(0).values());
    assertArrayEquals(new double[] {-2, -1}, series.until(-0.5).times());
    assertMessage("no observation lies between", () -> series.until(-3));
    assertMessage("no observation lies between", () -> series.until(NAN));
  }

  @Test
  void agesAreTurnedRoundWhicheverWayTheyRunAndItSaysSo() {
    var rising = TimeSeries.ofAges(new double[] {0, 10, 30}, new double[] {1, 2, 3});
    var falling = TimeSeries.ofAges(new double[] {30, 10, 0}, new double[] {3, 2, 1});
    for (var series : new TimeSeries[] {rising, falling}) {
      assertArrayEquals(new double[] {-30, -10, 0}, series.times());
      assertArrayEquals(new double[] {3, 2, 1}, series.values());
      assertEquals("-age", series.timeName());
      assertTrue(series.note().contains("turned round"), series.note());
    }
  }

  @Test
  void aColumnIsAnAgeWhenItsNameSaysSoInAWordOfItsOwn() {
    for (String age : new String[] {"Age", "age_yr_bp", "Age [yr BP]", "ages", "kyr BP"}) {
      assertArrayEquals(
          new double[] {-2, -1}, TimeSeries.of(table(age, 1, 2), age, "x").times(), age);
    }
    for (String time : new String[] {"time", "year", "stage", "voltage", "average", "bpm"}) {
      assertArrayEquals(
          new double[] {1, 2}, TimeSeries.of(table(time, 1, 2), time, "x").times(), time);
    }
  }

  @Test
  void rowsWithAMissingValueAreLeftOutAndCounted() {
    var table =
        Table.create(
            DoubleColumn.create("time", 0, 1, NAN, 3), DoubleColumn.create("x", 5, NAN, 7, 8));
    var series = TimeSeries.of(table, "time", "x");
    assertArrayEquals(new double[] {0, 3}, series.times());
    assertArrayEquals(new double[] {5, 8}, series.values());
    assertEquals("rows left out for a missing value: 2", series.note());
    assertNull(series.source());
  }

  @Test
  void timesOutOfOrderAreRefusedWithTheTwoThatDisagree() {
    assertMessage(
        "not in order: 3.0 and 2.0", () -> TimeSeries.of(table("time", 1, 3, 2), "time", "x"));
    assertMessage("only rise", () -> TimeSeries.of(table("age", 1, 3, 2, 4), "age", "x"));
    assertMessage(
        "times[2] = 2.0 follows 3.0", () -> TimeSeries.of(new double[] {1, 3, 2}, new double[3]));
    assertMessage("only rise", () -> TimeSeries.ofAges(new double[] {4, 1, 3, 2}, new double[4]));
  }

  @Test
  void anAgeThatOccursTwiceIsRefusedAndMayBeAveraged() {
    var table =
        Table.create(
            DoubleColumn.create("age", 40, 40, 30, 20, 20, 20),
            DoubleColumn.create("x", 1, 2, 7, 3, 4, 8));
    assertMessage("age 40.0 occurs more than once", () -> TimeSeries.of(table, "age", "x"));
    var series = TimeSeries.averageDuplicates(table, "age", "x");
    assertArrayEquals(new double[] {-40, -30, -20}, series.times());
    assertArrayEquals(new double[] {1.5, 7, 5}, series.values());
    assertEquals(
        "ages turned round, t = -age; rows averaged into one of the same time: 3", series.note());
  }

  @Test
  void columnsThatCannotBeReadAreNamed() {
    var table = Table.create(DoubleColumn.create("time", 1, 2), StringColumn.create("x", "a", "b"));
    assertMessage("there is no column y", () -> TimeSeries.of(table, "time", "y"));
    assertMessage(
        "column x holds STRING: expected numbers", () -> TimeSeries.of(table, "time", "x"));
    var empty = Table.create(DoubleColumn.create("time", NAN), DoubleColumn.create("x", 1.));
    assertMessage("no row without a missing value", () -> TimeSeries.of(empty, "time", "x"));
    var infinite = Table.create(DoubleColumn.create("time", 1.), DoubleColumn.create("x", 1 / 0.));
    assertMessage("x[0] is Infinity", () -> TimeSeries.of(infinite, "time", "x"));
  }

  @Test
  void emptyInfiniteAndUnevenArraysAreRefused() {
    assertMessage("values has 0 values", () -> TimeSeries.of(new double[0]));
    assertMessage("values[1] is Infinity", () -> TimeSeries.of(new double[] {1, 1 / 0.}));
    assertMessage("times[1] is NaN", () -> TimeSeries.of(new double[] {1, NAN}, new double[2]));
    assertMessage("expected the same length", () -> TimeSeries.of(new double[2], new double[3]));
  }

  @Test
  void aPartIsNamedByTimesOrByAgesTheOlderFirst() {
    var series = TimeSeries.ofAges(new double[] {1, 2, 3, 4}, new double[] {10, 20, 30, 40});
    assertArrayEquals(new double[] {30, 20}, series.between(3, 2).values());
    assertArrayEquals(new double[] {30, 20}, series.between(-3, -2).values());
    assertTrue(series.between(3, 2).note().contains("turned round"));
    assertMessage("name the older one first", () -> series.between(2, 3));
  }

  @Test
  void interpolationIsLinearAndTheGridEndsAtOrBeforeTheLastTime() {
    var series = TimeSeries.of(new double[] {0, 1, 3, 3.5}, new double[] {0, 10, 30, 0});
    var grid = series.interpolate(1.5);
    assertArrayEquals(new double[] {0, 1.5, 3}, grid.times());
    assertArrayEquals(new double[] {0, 15, 30}, grid.values());
    assertEquals("interpolated to a step of 1.5", grid.note());
    assertArrayEquals(
        new double[] {0, 10, 20, 30},
        TimeSeries.of(series.times(), series.values()).between(0, 3).interpolatePoints(4).values(),
        1e-12);
  }

  @Test
  void theGridReachesTheLastTimeWhenRoundingFallsJustShort() {
    var series = TimeSeries.of(new double[] {0, 0.3}, new double[] {1, 2});
    assertEquals(4, series.interpolate(0.1).size(), "0.3 / 0.1 is below 3 in doubles");
    assertEquals(2, series.interpolate(0.1).values()[3]);
  }

  @Property
  void interpolationOfALineIsTheLine(
      @ForAll @DoubleRange(min = 0.01, max = 3) double step,
      @ForAll @IntRange(min = 4, max = 40) int n) {
    double[] t = new double[n];
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      t[i] = i + 0.3 * Math.sin(i);
      x[i] = 2 - 5 * t[i];
    }
    var grid = TimeSeries.of(t, x).interpolate(step);
    double[] times = grid.times();
    double[] line = Arrays.stream(times).map(time -> 2 - 5 * time).toArray();
    assertArrayEquals(line, grid.values(), 1e-9);
    assertTrue(times[times.length - 1] <= t[n - 1] + 1e-8);
    assertTrue(times[times.length - 1] + step > t[n - 1]);
  }

  @Property
  void equallySpacedPointsKeepBothEnds(@ForAll @IntRange(min = 2, max = 500) int n) {
    var grid =
        TimeSeries.of(new double[] {-1, 0.1, 7}, new double[] {4, 5, 6}).interpolatePoints(n);
    assertEquals(n, grid.size());
    assertEquals(-1, grid.times()[0]);
    assertEquals(7, grid.times()[n - 1]);
    assertEquals(6, grid.values()[n - 1]);
  }

  @Test
  void stepsThatMakeNoGridAreRefused() {
    var series = TimeSeries.of(new double[] {1, 2, 3});
    assertMessage("step is 0.0", () -> series.interpolate(0));
    assertMessage("step is NaN", () -> series.interpolate(NAN));
    assertMessage("longer than the series", () -> series.interpolate(9));
    assertMessage("expected at most", () -> series.interpolate(1e-12));
    assertMessage("n is 1", () -> series.interpolatePoints(1));
    assertMessage("at least 2", () -> TimeSeries.of(new double[] {1}).interpolatePoints(3));
    assertMessage("values[1] is NaN", () -> TimeSeries.of(new double[] {1, NAN, 3}).interpolate(1));
  }

  @Test
  void aSeriesShowsItselfInOneLine() {
    var series = TimeSeries.ofAges(new double[] {1, 30}, new double[] {1, 2}).name("δD (‰)");
    assertEquals(
        "δD (‰): n = 2, -age from -30 to -1 (ages turned round, t = -age)", series.toString());
    assertEquals(
        "δD (‰): n = 2, -age (yr) from -30000 to -1000 (ages turned round, t = -age)",
        series.scaleTime(1000, "-age (yr)").toString());
  }

  private static Table table(String time, double... times) {
    return Table.create(
        DoubleColumn.create(time, times), DoubleColumn.create("x", new double[times.length]));
  }

  private static void assertMessage(String part, Runnable bad) {
    var e = assertThrows(IllegalArgumentException.class, bad::run);
    assertTrue(e.toString().contains(part), e.toString());
  }
}
