package murmuration.warning.nonlinear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import murmuration.warning.Window;
import org.junit.jupiter.api.Test;

class PotentialMapTest {
  private static final PotentialOptions OPTIONS = PotentialOptions.defaults();

  /** One state at -1 and 1 below a parameter of 0.5, two above, at -2 and 2. */
  private static double[] fork(double[] parameter) {
    var random = Rng.of(3);
    double[] x = new double[parameter.length];
    Arrays.setAll(
        x, i -> (parameter[i] < 0.5 ? 0 : i % 2 == 0 ? -2 : 2) + 0.4 * random.nextGaussian());
    return x;
  }

  @Test
  void aForkAppearsWhereItIs() {
    double[] parameter = Rng.of(8).doubles(2000).toArray();
    var map = PotentialMap.of(parameter, fork(parameter), Window.points(150), OPTIONS);
    double[] counts = map.counts();
    for (int k = 0; k < counts.length; k++) {
      double at = map.parameter()[k];
      if (at < 0.44) {
        assertEquals(1, counts[k], "at " + at);
      } else if (at > 0.56) {
        assertEquals(2, counts[k], "at " + at);
        assertEquals(-2, map.wells().get(k).getFirst(), 0.25);
        assertEquals(2, map.wells().get(k).getLast(), 0.25);
      }
    }
  }

  @Test
  void aWindowIsThePotentialOfItsSamples() {
    double[] x = Samples.doubleWell(100, 0.7, 3);
    var map = PotentialMap.of(TimeSeries.of(x), Window.fraction(1), OPTIONS);
    var whole = PotentialAnalysis.of(x);
    assertArrayEquals(whole.density(), map.density()[0], 1e-9);
    assertArrayEquals(whole.potential(), map.potential()[0], 1e-9);
    assertArrayEquals(whole.states(), map.states(), 1e-12);
    assertEquals(49.5, map.parameter()[0], 1e-9);
  }

  @Test
  void orderOfTheSamplesDoesNotMatter() {
    double[] p = Rng.of(8).doubles(200).toArray();
    double[] x = fork(p);
    double[] p2 = new double[200];
    double[] x2 = new double[200];
    Arrays.setAll(p2, i -> p[199 - i]);
    Arrays.setAll(x2, i -> x[199 - i]);
    var window = Window.points(50).stride(10);
    assertArrayEquals(
        PotentialMap.of(p, x, window, OPTIONS).density()[7],
        PotentialMap.of(p2, x2, window, OPTIONS).density()[7],
        1e-12);
  }

  @Test
  void mapsAreDrawnAndReported() {
    double[] x = Samples.doubleWell(400, 0.7, 3);
    Arrays.fill(x, 100, 160, 1);
    var map = PotentialMap.of(TimeSeries.of(x), Window.points(40), OPTIONS);
    assertTrue(Arrays.stream(map.counts()).anyMatch(Double::isNaN), "a window without variance");
    assertTrue(map.summary().lines().count() <= 12);
    assertEquals(map.parameter().length, map.table().rowCount());
    assertTrue(map.chart().svg().contains("<svg"));
    assertTrue(
        PotentialMap.of(new double[40], Samples.ar1(40, 0, 1), Window.points(20), OPTIONS)
            .chart()
            .svg()
            .contains("<svg"),
        "one value of the parameter");
    map.parameter()[0] = 1e9;
    map.density()[0][0] = 1e9;
    map.states()[0] = 1e9;
    assertTrue(map.parameter()[0] < 1e9 && map.density()[0][0] < 1e9 && map.states()[0] < 1e9);
    assertEquals("40", map.provenance().options().get("samples"));
  }

  @Test
  void theWellMapCountsEveryWindowThatFits() {
    double[] x = Samples.doubleWell(500, 0.7, 3);
    var map = WellMap.of(TimeSeries.of(x), new double[] {0.01, 0.2, 1}, OPTIONS);
    assertTrue(Arrays.stream(map.counts()[0]).allMatch(Double::isNaN), "windows of 5 samples");
    int middle = 50;
    assertEquals(252, map.positions()[middle]);
    assertEquals(
        PotentialAnalysis.of(Arrays.copyOfRange(x, 202, 302)).wells().length,
        map.counts()[1][middle]);
    assertTrue(Double.isNaN(map.counts()[1][0]), "a window that would stick out");
    assertTrue(map.shareOfSeveral() > 0 && map.shareOfSeveral() <= 1);
    assertEquals(300, map.table().rowCount());
    assertTrue(map.chart().svg().contains("<svg"));
    assertTrue(map.summary().lines().count() <= 12);
    map.counts()[1][middle] = 99;
    map.windows()[0] = 99;
    map.positions()[0] = 99;
    assertTrue(map.counts()[1][middle] < 99 && map.windows()[0] < 99 && map.positions()[0] < 99);
    assertEquals(19, WellMap.of(TimeSeries.of(x)).windows().length);
  }

  @Test
  void aPolynomialFindsBothWellsOfADoubleWell() {
    var series = TimeSeries.of(Samples.doubleWell(4000, 0.6, 5));
    var found = PolynomialPotential.of(series, OPTIONS.noise(0.6).points(100), 4);
    assertEquals(2, found.wells());
    assertArrayEquals(new double[] {-1, 1}, found.minima(), 0.2);
    double barrier = found.at(0) - found.at(found.minima()[1]);
    assertEquals(0.2, barrier, 0.1, "1/4, less what the kernel smooths away");
    assertTrue(Double.isNaN(found.at(1e9)));
    var chosen = PolynomialPotential.select(series, OPTIONS);
    assertTrue(chosen.coefficients()[chosen.degree()] > 0);
    assertEquals(2, chosen.wells());
  }

  @Test
  void aNormalSampleHasAParabolaForItsPotential() {
    double[] x = Samples.ar1(5000, 0, 3);
    var found = PolynomialPotential.of(TimeSeries.of(x), OPTIONS.noise(Math.sqrt(2)), 2);
    assertEquals(1, found.wells());
    assertEquals(0, found.minima()[0], 0.1);
    assertEquals(0.5, found.at(1) - found.at(0), 0.06, "U = x^2/2 for unit noise");
    assertTrue(found.summary().contains("degree 2, 1 wells"));
    assertEquals(6, found.table().rowCount());
    assertTrue(found.chart().svg().contains("<svg"));
    found.coefficients()[0] = 1e9;
    found.minima()[0] = 1e9;
    assertTrue(found.coefficients()[0] < 1e9 && found.minima()[0] < 1e9);
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    double[] x = Samples.ar1(60, 0, 1);
    var good = TimeSeries.of(x);
    var window = Window.points(20);
    assertThrows(IllegalArgumentException.class, () -> PotentialMap.of(null));
    assertThrows(IllegalArgumentException.class, () -> PotentialMap.of(good, null, OPTIONS));
    assertThrows(IllegalArgumentException.class, () -> PotentialMap.of(good, window, null));
    assertThrows(
        IllegalArgumentException.class, () -> PotentialMap.of(good, Window.points(5), OPTIONS));
    assertThrows(
        IllegalArgumentException.class, () -> PotentialMap.of(new double[3], x, window, OPTIONS));
    assertThrows(
        IllegalArgumentException.class, () -> PotentialMap.of(x, new double[60], window, OPTIONS));
    assertThrows(
        IllegalArgumentException.class, () -> WellMap.of(good, new double[] {0.5, 2}, OPTIONS));
    assertThrows(
        IllegalArgumentException.class, () -> WellMap.of(good, new double[] {-1, 0.5}, OPTIONS));
    assertThrows(IllegalArgumentException.class, () -> WellMap.of(good, null, OPTIONS));
    assertThrows(IllegalArgumentException.class, () -> WellMap.of(null));
    assertThrows(IllegalArgumentException.class, () -> PolynomialPotential.of(good, OPTIONS, 3));
    assertThrows(IllegalArgumentException.class, () -> PolynomialPotential.of(null, OPTIONS, 4));
    assertThrows(IllegalArgumentException.class, () -> PolynomialPotential.select(good, null));
  }
}
