package murmuration.warning.multivariate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import murmuration.data.TimeSeries;
import murmuration.warning.Detrend;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class MultivariateSeriesTest {
  private static final double NAN = Double.NaN;

  @Test
  void columnsOfATableKeepTheRowsOfEachOther() {
    var table =
        Table.create(
            "t",
            DoubleColumn.create("year", new double[] {1, 2, 3, 4}),
            DoubleColumn.create("a", new double[] {1, NAN, 3, 4}),
            DoubleColumn.create("b", new double[] {5, 6, 7, NAN}));
    var series = MultivariateSeries.of(table, "year", "a", "b");
    assertArrayEquals(new double[] {1, NAN, 3, 4}, series.column(0).values());
    assertArrayEquals(new double[] {5, 6, 7, NAN}, series.column(1).values());
    assertEquals(2, series.missing());
    assertTrue(series.toString().contains("2 values missing"), series.toString());
    assertThrows(
        IllegalArgumentException.class, () -> MultivariateSeries.of(table, "year", "a", "a"));
    assertThrows(IllegalArgumentException.class, () -> MultivariateSeries.of(table, "year", "c"));
  }

  @Test
  void seriesOfDifferentTimesAreJoined() {
    var series =
        MultivariateSeries.of(
            TimeSeries.of(new double[] {0, 2}, new double[] {1, 2}).name("a"),
            TimeSeries.of(new double[] {1, 2}, new double[] {3, 4}).name("b"));
    assertArrayEquals(new double[] {0, 1, 2}, series.times());
    assertArrayEquals(new double[] {NAN, 3}, series.values()[1]);
    assertArrayEquals(new double[] {2, 4}, series.values()[2]);
  }

  @Test
  void cutsPickAndInterpolate() {
    var series =
        MultivariateSeries.of(
            new double[] {0, 1, 3, 4}, new double[][] {{0, 1}, {1, NAN}, {3, 5}, {4, 7}});
    assertEquals(2, series.until(1).size());
    assertEquals(2, series.between(1, 3).size());
    assertArrayEquals(new double[] {1, 0}, series.columns("x2", "x1").values()[0]);
    assertEquals(List.of("u", "v"), series.names("u", "v").names());
    var even = series.every(1);
    assertArrayEquals(new double[] {0, 1, 2, 3, 4}, even.column(0).values(), 1e-15);
    assertArrayEquals(new double[] {1, NAN, NAN, 5, 7}, even.column(1).values(), 1e-15);
    assertThrows(IllegalArgumentException.class, () -> series.columns("x3"));
    assertThrows(IllegalArgumentException.class, () -> series.column(2));
  }

  @Test
  void gapsAreFilledByLinesForTheNull() {
    var series =
        MultivariateSeries.of(
            new double[] {0, 1, 3, 4, 5},
            new double[][] {{NAN, NAN}, {1, NAN}, {NAN, NAN}, {4, NAN}, {NAN, NAN}});
    double[] filled = series.filled();
    assertArrayEquals(
        new double[] {1, 0, 1, 0, 3, 0, 4, 0, 4, 0}, filled, 1e-15, "flat at the ends");
  }

  @Test
  void standardisingAndDetrendingAreOfEachColumn() {
    var series = MultivariateSeries.of(new double[][] {{1, 7}, {2, 7}, {3, 7}, {NAN, 7}});
    assertArrayEquals(
        new double[] {-1, 0, 1, NAN}, series.standardised().column(0).values(), 1e-15);
    assertArrayEquals(new double[4], series.standardised().column(1).values());
    var left = series.detrend(Detrend.firstDifference());
    assertEquals(3, left.size());
    assertArrayEquals(new double[] {1, 1, NAN}, left.column(0).values(), 1e-15);
  }

  @Test
  void arraysAreCopied() {
    double[][] values = {{1, 2}, {3, 4}};
    var series = MultivariateSeries.of(values);
    values[0][0] = 9;
    series.values()[1][1] = 9;
    assertArrayEquals(new double[] {1, 2}, series.values()[0]);
    assertArrayEquals(new double[] {3, 4}, series.values()[1]);
  }

  @Test
  void numbersTooLargeForTheirSquaresAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> MultivariateSeries.of(new double[][] {{1e151}}));
    assertThrows(
        IllegalArgumentException.class,
        () -> MultivariateSeries.of(new double[][] {{Double.POSITIVE_INFINITY}}));
  }
}
