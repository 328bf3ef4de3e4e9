package murmuration.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class TraceTest {
  private static final double NAN = Double.NaN;

  @Test
  void thinningKeepsTheExtremesOfEveryColumnInTwoPoints() {
    var random = Rng.of(1);
    int n = 10_000;
    var x = new double[n];
    var y = new double[n];
    var low = new HashMap<Double, Double>();
    var high = new HashMap<Double, Double>();
    for (int i = 0; i < n; i++) {
      x[i] = 400.0 * i / n;
      y[i] = random.nextGaussian();
      low.merge(Math.floor(x[i]), y[i], Math::min);
      high.merge(Math.floor(x[i]), y[i], Math::max);
    }
    Trace thin = new Trace(x, y).thinned();
    assertEquals(800, thin.x().length);
    for (int i = 0; i < 800; i += 2) {
      double column = Math.floor(thin.x()[i]);
      assertEquals(column, Math.floor(thin.x()[i + 1]));
      assertEquals(low.get(column), Math.min(thin.y()[i], thin.y()[i + 1]));
      assertEquals(high.get(column), Math.max(thin.y()[i], thin.y()[i + 1]));
    }
  }

  @Test
  void thinningKeepsTheOrderInWhichTheExtremesCame() {
    Trace thin = new Trace(new double[] {0.1, 0.2, 0.3, 0.4}, new double[] {2, 9, 1, 5}).thinned();
    assertArrayEquals(new double[] {9, 1}, thin.y());
  }

  @Test
  void aLineThatIsNotDenseIsLeftAsItIs() {
    double[] x = {0, 10, 20, 15, 5};
    double[] y = {1, 2, 3, 4, 5};
    Trace thin = new Trace(x, y).thinned();
    assertArrayEquals(x, thin.x());
    assertArrayEquals(y, thin.y());
  }

  @Test
  void gapsStayGapsAndPointsAloneBecomeDots() {
    Trace thin =
        new Trace(new double[] {0, 5, NAN, 9, NAN, 20}, new double[] {1, 2, NAN, 3, NAN, 4})
            .thinned();
    assertArrayEquals(new double[] {1, 2, NAN, 3, 3, NAN, 4, 4}, withoutRepeatedGaps(thin.y()));
  }

  private static double[] withoutRepeatedGaps(double[] y) {
    double[] kept = new double[y.length];
    int n = 0;
    for (double value : y) {
      if (n == 0 || !Double.isNaN(value) || !Double.isNaN(kept[n - 1])) {
        kept[n++] = value;
      }
    }
    return Arrays.copyOf(kept, n);
  }

  @Test
  void manyEqualPointsAreDrawnOnce() {
    Trace distinct =
        new Trace(new double[] {1, 1.01, 50, NAN}, new double[] {1, 1.01, 1, NAN}).distinct();
    assertArrayEquals(new double[] {1, 50}, distinct.x());
  }

  @Test
  void valuesBelowALogarithmicAxisGoFarBelowThePlot() {
    var unit = new Scale(0, 1, false);
    var log = new Scale(1, 100, true);
    double[] x = {0, 0.5, 1, 1};
    Trace trace = Trace.of(x, new double[] {1, 10, -5, NAN}, unit, log, 100, 200);
    assertArrayEquals(new double[] {0, 100}, Arrays.copyOf(trace.y(), 2), 1e-9);
    assertTrue(trace.y()[2] < -1000);
    assertTrue(Double.isNaN(trace.x()[3]));
  }

  @Test
  void bandOnALogarithmicAxisIsAStraightStripAroundAPowerLaw() {
    double[] x = {1, 10, 100};
    var across = new Scale(1, 100, true);
    var up = new Scale(1, 10_000, true);
    Trace low = Trace.of(x, new double[] {1, 100, 10_000}, across, up, 200, 400);
    Trace high = Trace.of(x, new double[] {10, 1000, 100_000}, across, up, 200, 400);
    Trace outline = BandOutline.of(low, high, 0, 3);
    assertArrayEquals(new double[] {0, 100, 200, 200, 100, 0}, outline.x(), 1e-9);
    assertArrayEquals(new double[] {100, 300, 500, 400, 200, 0}, outline.y(), 1e-9);
  }

  @Test
  void aDenseBandKeepsItsExtremes() {
    int n = 5000;
    var x = new double[n];
    var bottom = new double[n];
    var top = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i / 50.0;
      bottom[i] = -1;
      top[i] = 1;
    }
    bottom[1234] = -7;
    top[4321] = 8;
    Trace outline = BandOutline.of(new Trace(x, bottom), new Trace(x, top), 0, n);
    assertTrue(outline.x().length <= 2 * 103);
    assertEquals(-7, Arrays.stream(outline.y()).min().orElseThrow());
    assertEquals(8, Arrays.stream(outline.y()).max().orElseThrow());
    assertFalse(Arrays.stream(outline.y()).anyMatch(Double::isNaN));
  }
}
