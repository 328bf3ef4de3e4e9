package murmuration.warning.nonlinear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.warning.Surrogates;
import murmuration.warning.Window;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class ConditionalHeteroskedasticityTest {
  private static ConditionalHeteroskedasticity quick(double[] x) {
    return ConditionalHeteroskedasticity.of(x).against(Surrogates.ar1(9).seed(2));
  }

  /** The same by a general regression with a QR decomposition. */
  private static double reference(double[] x, int p) {
    double[][] lags = new double[x.length - p][p];
    double[] y = Arrays.copyOfRange(x, p, x.length);
    for (int t = 0; t < y.length; t++) {
      for (int k = 0; k < p; k++) {
        lags[t][k] = x[p + t - 1 - k];
      }
    }
    var ols = new OLSMultipleLinearRegression();
    ols.newSampleData(y, lags);
    double[] e = ols.estimateResiduals();
    var squares = new SimpleRegression();
    for (int t = 1; t < e.length; t++) {
      squares.addData(e[t - 1] * e[t - 1], e[t] * e[t]);
    }
    return squares.getRSquare();
  }

  @Test
  void everyWindowIsTheRegressionItSaysItIs() {
    double[] x = Samples.ar1(80, 0.6, 3);
    Arrays.setAll(x, i -> 1000 + x[i]);
    var found = quick(x).window(Window.points(40)).order(3).run();
    for (int end = 39; end < 80; end += 13) {
      double[] window = Arrays.copyOfRange(x, end - 39, end + 1);
      assertEquals(reference(window, 3), found.rSquared()[end], 1e-9);
      assertEquals(2.705543454095404 / 36, found.critical()[end], 1e-10);
    }
    assertTrue(Double.isNaN(found.rSquared()[38]));
  }

  @Test
  void theOrderOfLeastAicIsTaken() {
    double[] x = Samples.ar1(400, 0.8, 5);
    double[] orders =
        Arrays.stream(quick(x).window(0.5).orderByAic().run().orders())
            .filter(v -> !Double.isNaN(v))
            .toArray();
    assertTrue(Arrays.stream(orders).allMatch(p -> p >= 1 && p <= 23), Arrays.toString(orders));
    assertTrue(Arrays.stream(orders).filter(p -> p == 1).count() > orders.length / 4);
  }

  @Test
  void shiftAndScaleOfTheRecordChangeNothing() {
    double[] x = Samples.ar1(120, 0.4, 8);
    double[] moved = Arrays.stream(x).map(v -> 1e-200 * (v - 7)).toArray();
    var window = Window.points(50);
    assertArrayEquals(
        new Fits1(x, window).values, new Fits1(moved, window).values, 1e-9, "units do not matter");
  }

  private static final class Fits1 {
    final double[] values;

    Fits1(double[] x, Window window) {
      values =
          Fits.along(x, window, w -> ArchRegression.ofOrder(w, 2)).spread(ArchRegression::rSquared);
    }
  }

  /**
   * On white noise the test in independent windows has the level it says: 500 windows of 100, the
   * number significant at 0.1 is 50 on average with sd 6.7; false-alarm rate of 25 to 75 about
   * 2e-4.
   */
  @Test
  void theLevelOfAWindowIsRight() {
    double[] x = Samples.ar1(50_000, 0.3, 11);
    var window = Window.points(100).stride(100);
    long significant =
        Fits.along(x, window, w -> ArchRegression.ofOrder(w, 1)).stream()
            .filter(fit -> fit.rSquared() > fit.critical(2.705543454095404))
            .count();
    assertTrue(significant >= 25 && significant <= 75, significant + " of 500");
  }

  @Test
  void shocksThatFollowOneAnotherAreFoundBeyondChance() {
    var found =
        ConditionalHeteroskedasticity.of(Samples.arch(600, 0.6, 3))
            .window(0.25)
            .order(1)
            .against(Surrogates.ar1(39).seed(1))
            .run();
    assertTrue(found.share().observed() > 0.6, found.summary());
    assertEquals(1 / 40.0, found.share().pRight());
    assertTrue(IntStream.range(0, 600).anyMatch(found::significant));
  }

  @Test
  void resultsDoNotDependOnThreads() throws Exception {
    var study = quick(Samples.ar1(150, 0.5, 1)).window(0.3);
    try (var pool = new ForkJoinPool(1)) {
      assertArrayEquals(
          pool.submit(() -> study.run().share().nulls()).get(), study.run().share().nulls());
    }
  }

  @Test
  void aConstantWindowHasNoValue() {
    double[] x = Samples.ar1(100, 0.5, 6);
    Arrays.fill(x, 30, 70, 4);
    var found = quick(x).window(Window.points(30)).order(1).run();
    assertTrue(Double.isNaN(found.rSquared()[65]));
    assertFalse(found.significant(65));
    assertFalse(Double.isNaN(found.rSquared()[99]));
  }

  @Test
  void lagsThatDependOnOneAnotherHaveNoFit() {
    double[] x = new double[40];
    x[39] = 1;
    assertTrue(Double.isNaN(ArchRegression.ofOrder(x, 2).rSquared()));
    assertEquals(0, ArchRegression.byAic(x).order());
  }

  @Test
  void aPerfectAutoregressionHasNoResidualsToTest() {
    double[] x = IntStream.range(0, 60).mapToDouble(i -> Math.sin(0.3 * i)).toArray();
    assertTrue(Double.isNaN(ArchRegression.ofOrder(x, 2).rSquared()));
  }

  @Test
  void theReportIsShortAndCopiesAreHandedOut() {
    var series =
        new TimeSeries(
            IntStream.range(0, 90).asDoubleStream().toArray(),
            Samples.ar1(90, 0.5, 6),
            "grey",
            "year",
            "x sha256:0");
    var found =
        ConditionalHeteroskedasticity.of(series)
            .window(0.5)
            .alpha(0.05)
            .against(Surrogates.ar1(19).seed(4))
            .run();
    assertTrue(found.summary().lines().count() <= 12, found.summary());
    assertEquals(46, found.table().rowCount());
    assertEquals(5, found.table().columnCount());
    assertTrue(found.chart().svg().contains("<svg"));
    assertEquals(4L, found.provenance().seed());
    assertEquals("x sha256:0", found.provenance().data());
    found.rSquared()[89] = 9;
    found.orders()[89] = 9;
    found.critical()[89] = 9;
    assertTrue(found.rSquared()[89] < 1 && found.orders()[89] == 4 && found.critical()[89] < 1);
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    double[] x = Samples.ar1(60, 0.5, 6);
    var study = quick(x);
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> study.window(Window.points(11)).order(4).run());
    assertEquals("window 11 is too short for order 4: expected at least 12", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> study.order(-2));
    assertThrows(IllegalArgumentException.class, () -> study.order(51));
    assertThrows(IllegalArgumentException.class, () -> study.alpha(1));
    assertThrows(IllegalArgumentException.class, () -> study.alpha(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> study.window(null));
    assertThrows(IllegalArgumentException.class, () -> study.against(null));
    assertThrows(
        IllegalArgumentException.class, () -> ConditionalHeteroskedasticity.of((double[]) null));
    assertThrows(IllegalArgumentException.class, () -> quick(new double[60]).run());
    assertThrows(IllegalArgumentException.class, () -> quick(new double[3]).run());
    var found = study.run();
    assertThrows(IllegalArgumentException.class, () -> found.significant(60));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new HeteroskedasticWindows(
                study, new double[3], new double[3], new double[3], found.share()));
  }
}
