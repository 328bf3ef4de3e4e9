package murmuration.warning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import murmuration.data.TimeSeries;
import murmuration.math.GaussianFilter;
import murmuration.math.Lowess;
import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DetrendTest {
  private static final double NAN = Double.NaN;
  private static final List<Detrend> SMOOTHED =
      List.of(
          Detrend.gaussian(0.2),
          Detrend.gaussian(7),
          Detrend.gaussianR(12),
          Detrend.lowess(0.3),
          Detrend.lowess(9),
          Detrend.lowess(0.5, 0, 2.5),
          Detrend.loess(0.4, 1),
          Detrend.loess(0.4, 2),
          Detrend.loessR(0.4, 2),
          Detrend.linear(),
          Detrend.none());
  private static final List<Detrend> LOSING =
      List.of(Detrend.firstDifference(), Detrend.prewhiten());

  @Property(tries = 30)
  void stateIsSmoothPlusResidualAtTheSameTimes(@ForAll long seed) {
    var series = walk(60, seed);
    for (var detrend : all()) {
      var apart = detrend.apply(series);
      double[] state = apart.state().values();
      double[] smooth = apart.smooth().values();
      double[] residual = apart.residual().values();
      assertArrayEquals(apart.state().times(), apart.smooth().times());
      assertArrayEquals(apart.state().times(), apart.residual().times());
      for (int i = 0; i < state.length; i++) {
        assertEquals(state[i], smooth[i] + residual[i], 1e-12, detrend.toString());
      }
      assertArrayEquals(residual, detrend.residuals(series.times(), series.values()));
      assertArrayEquals(residual, detrend.plan(series.times()).residuals(series.values()));
    }
  }

  @Test
  void aShareOfTheSeriesAndTheSameNumberOfSamplesAreTheSame() {
    var series = walk(200, 1);
    assertArrayEquals(
        Detrend.gaussian(0.1).apply(series).smooth().values(),
        Detrend.gaussian(20).apply(series).smooth().values());
    assertArrayEquals(
        Detrend.lowess(0.1).apply(series).smooth().values(),
        Detrend.lowess(20).apply(series).smooth().values());
  }

  @Test
  void aShareOfExactlyOneIsTheWholeSeriesAndNotOneSample() {
    var series = walk(50, 1);
    assertArrayEquals(
        Lowess.of(series.times(), 50).smooth(series.values()),
        Detrend.lowess(1).apply(series).smooth().values());
    assertArrayEquals(
        GaussianFilter.of(50, 0.25 / 0.675 * 50).smooth(series.values()),
        Detrend.gaussian(1).apply(series).smooth().values());
  }

  @Test
  void aSpanIsTruncatedToWholeNeighboursUnlessItIsAHairBelow() {
    var series = walk(100, 1);
    // 0.29 * 100 = 28.999999999999996
    assertArrayEquals(
        Detrend.lowess(29).apply(series).smooth().values(),
        Detrend.lowess(0.29).apply(series).smooth().values());
    assertArrayEquals(
        Detrend.lowess(29).apply(series).smooth().values(),
        Detrend.lowess(29.9).apply(series).smooth().values());
  }

  @Test
  void firstDifferencesStandAtTheLaterTime() {
    var apart =
        Detrend.firstDifference()
            .apply(TimeSeries.of(new double[] {0, 2, 3}, new double[] {5, 9, 8}));
    assertArrayEquals(new double[] {2, 3}, apart.residual().times());
    assertArrayEquals(new double[] {4, -1}, apart.residual().values());
    assertArrayEquals(new double[] {5, 9}, apart.smooth().values());
    assertArrayEquals(new double[] {9, 8}, apart.state().values());
  }

  @Test
  void prewhiteningLeavesTheInnovationsOfItsLeastSquaresAutoregression() {
    double[] x = {1, 3, 2, 5, 4};
    // mean 3; pairs (-2,0) (0,-1) (-1,2) (2,1): phi = (0 + 0 - 2 + 2) / (4 + 0 + 1 + 4) = 0
    assertArrayEquals(
        new double[] {0, -1, 2, 1},
        Detrend.prewhiten().apply(TimeSeries.of(x)).residual().values());
    double[] long1 = walk(4000, 8).values();
    double[] e = Detrend.prewhiten().apply(TimeSeries.of(long1)).residual().values();
    double lagged = IntStream.range(1, e.length).mapToDouble(i -> e[i] * e[i - 1]).sum();
    double square = Arrays.stream(e).map(v -> v * v).sum();
    // Three standard errors of a correlation of 3999 values; fixed seed.
    assertEquals(0, lagged / square, 3 / Math.sqrt(3999));
  }

  @Test
  void aConstantSeriesHasZeroResidualsHoweverItIsDetrended() {
    var series = TimeSeries.of(constant(40, 5));
    for (var detrend : all()) {
      double expected = detrend.toString().equals("none") ? 5 : 0;
      double[] residual = detrend.apply(series).residual().values();
      assertArrayEquals(constant(residual.length, expected), residual, 1e-14);
    }
  }

  @Property(tries = 30)
  void aMissingValueIsMissingInTheResidualThereAndNowhereElse(@ForAll long seed) {
    var series = walk(60, seed);
    double[] x = series.values();
    x[0] = NAN;
    x[20] = NAN;
    x[21] = NAN;
    x[59] = NAN;
    for (var detrend : SMOOTHED) {
      double[] residual = detrend.residuals(series.times(), x);
      for (int i = 0; i < 60; i++) {
        assertEquals(Double.isNaN(x[i]), Double.isNaN(residual[i]), detrend + " at " + i);
      }
    }
    for (var detrend : LOSING) {
      double[] residual = detrend.residuals(series.times(), x);
      for (int i = 1; i < 60; i++) {
        boolean missing = Double.isNaN(x[i]) || Double.isNaN(x[i - 1]);
        assertEquals(missing, Double.isNaN(residual[i - 1]), detrend + " at " + i);
      }
    }
  }

  @Test
  void fitsLeaveAMissingSampleOutAsIfItHadNotBeenTaken() {
    var series = walk(60, 3);
    double[] x = series.values();
    x[30] = NAN;
    int[] kept = IntStream.range(0, 60).filter(i -> i != 30).toArray();
    double[] t = Arrays.stream(kept).mapToDouble(i -> series.times()[i]).toArray();
    double[] present = Arrays.stream(kept).mapToDouble(i -> x[i]).toArray();
    for (var detrend : SMOOTHED.subList(2, SMOOTHED.size())) {
      double[] residual = detrend.residuals(series.times(), x);
      assertArrayEquals(
          detrend.residuals(t, present),
          Arrays.stream(kept).mapToDouble(i -> residual[i]).toArray());
    }
  }

  @Test
  void aPlanServesManyThreadsAndManySeries() {
    double[] t = walk(300, 0).times();
    for (var detrend : all()) {
      var plan = detrend.plan(t);
      var alone =
          IntStream.range(0, 40).mapToObj(s -> plan.residuals(walk(300, s).values())).toList();
      var together =
          IntStream.range(0, 40)
              .parallel()
              .mapToObj(s -> plan.residuals(walk(300, s).values()))
              .toList();
      for (int s = 0; s < 40; s++) {
        assertArrayEquals(alone.get(s), together.get(s));
      }
    }
  }

  @Test
  void theResultShowsItself() {
    var series =
        new TimeSeries(
            new double[] {0, 1, 2, 3, 4}, new double[] {1, 3, NAN, 7, 9}, "x (m)", "t (s)", "src");
    var apart = Detrend.linear().apply(series);
    assertEquals(
        """
        x (m), detrended: linear
        n = 5, 1 missing
        standard deviation: state 3.651, smooth 3.651, residual 0\
        """,
        apart.summary());
    assertEquals(3, apart.table().rowCount());
    assertEquals(2, apart.chart().panels().size());
    assertEquals("src", apart.provenance().data());
    assertEquals("linear", apart.provenance().options().get("detrend"));
    assertEquals("x (m), residual", apart.residual().name());
  }

  @Test
  void itSaysInWordsWhatItDoes() {
    assertEquals(
        "Gaussian filter, bandwidth 0.25 of the series", Detrend.gaussian(0.25).toString());
    assertEquals("Gaussian filter, bandwidth 25.0 samples", Detrend.gaussian(25).toString());
    assertEquals("Lowess, span 0.2 of the series", Detrend.lowess(0.2).toString());
    assertEquals(
        "Lowess, span 0.2 of the series, iterations 0, delta 2.5",
        Detrend.lowess(0.2, 0, 2.5).toString());
  }

  @Test
  void badOptionsAreRefusedAtOnce() {
    refuses("bandwidth is 0.0: expected a finite number above 0", () -> Detrend.gaussian(0));
    refuses("bandwidth is NaN: expected a finite number above 0", () -> Detrend.gaussian(NAN));
    refuses("bandwidth is -2.0: expected a finite number above 0", () -> Detrend.gaussianR(-2));
    refuses("span is -0.1: expected a finite number above 0", () -> Detrend.lowess(-0.1));
    refuses("iterations is -1: expected at least 0", () -> Detrend.lowess(0.2, -1, 0));
    refuses(
        "delta is NaN: expected a finite number, at least 0", () -> Detrend.lowess(0.2, 3, NAN));
    refuses("span is 2.0: expected a share above 0 and at most 1", () -> Detrend.loess(2, 2));
    refuses("span is 0.0: expected a share above 0 and at most 1", () -> Detrend.loessR(0, 2));
    refuses("degree is 0: expected 1 or 2", () -> Detrend.loess(0.5, 0));
  }

  @Test
  void badSeriesAreRefused() {
    double[] t = {0, 1, 2, 3};
    for (var detrend : all()) {
      if (detrend.toString().startsWith("Lo")) {
        continue;
      }
      refuses(
          "x has 3 values: expected 4, one for each time",
          () -> detrend.residuals(t, new double[3]));
      refuses(
          "x[1] is Infinity: expected a finite number",
          () -> detrend.residuals(t, new double[] {0, Double.POSITIVE_INFINITY, 1, 2}));
      refuses(
          "x has 2 values present: expected at least 3",
          () -> detrend.residuals(t, new double[] {0, NAN, NAN, 2}));
      refuses(
          "t has 2 values: expected at least 3",
          () -> detrend.residuals(new double[] {0, 1}, new double[2]));
      refuses(
          "t[2] = 1.0 follows 1.0: expected strictly increasing values",
          () -> detrend.residuals(new double[] {0, 1, 1}, new double[3]));
    }
    refuses(
        "span 500.0 is longer than the series (n = 4)",
        () -> Detrend.lowess(500).residuals(t, new double[4]));
    refuses(
        "span 0.3 has 1 samples (n = 4): expected at least 2",
        () -> Detrend.lowess(0.3).residuals(t, new double[4]));
  }

  private static double[] constant(int n, double value) {
    double[] x = new double[n];
    Arrays.fill(x, value);
    return x;
  }

  private static List<Detrend> all() {
    return Stream.concat(SMOOTHED.stream(), LOSING.stream()).toList();
  }

  private static TimeSeries walk(int n, long seed) {
    var rng = Rng.of(seed);
    double[] t = new double[n];
    double[] x = new double[n];
    for (int i = 1; i < n; i++) {
      t[i] = t[i - 1] + rng.nextDouble(0.5, 1.5);
      x[i] = 0.7 * x[i - 1] + rng.nextGaussian();
    }
    return TimeSeries.of(t, x);
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
