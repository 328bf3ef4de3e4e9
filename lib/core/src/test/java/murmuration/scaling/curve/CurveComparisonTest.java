package murmuration.scaling.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import murmuration.math.LogSpaced;
import org.junit.jupiter.api.Test;

class CurveComparisonTest {
  private static final CurveForm[] SMALL = {
    CurveForm.POWER, CurveForm.OFFSET, CurveForm.M3, CurveForm.LOGLINEAR
  };

  @Test
  void theTrueFormWinsByCriteriaAndAhead() {
    var curve = CurveFitTest.curve(CurveForm.OFFSET, 20, 0.005, 1).until(1e5);
    var comparison = CurveComparison.of(curve, SMALL);
    assertEquals(CurveForm.OFFSET, comparison.best().fit().form());
    assertEquals(CurveForm.OFFSET, comparison.bestAhead().orElseThrow().fit().form());
    assertEquals(List.of(CurveForm.OFFSET), comparison.indistinguishable());
    assertEquals(1, comparison.entries().stream().mapToDouble(e -> e.weight()).sum(), 1e-12);
    assertEquals(4, comparison.table().rowCount());
    assertTrue(comparison.chart().svg().startsWith("<"));
    assertTrue(comparison.summary().lines().count() <= 12);
  }

  /** Of a curve that is a power law the others are the same fit with a parameter more. */
  @Test
  void ofEqualFitsTheOneWithFewerParametersComesFirst() {
    double[] x = LogSpaced.of(1, 1000, 12);
    double[] y = new double[12];
    for (int i = 0; i < 12; i++) {
      y[i] = Math.pow(x[i], -0.5 - 0.01 * Math.log(x[i])) * (1 + 0.01 * (i % 2));
    }
    var comparison = CurveComparison.of(ScalingCurve.of(x, y), SMALL);
    var power = comparison.entry(CurveForm.POWER).orElseThrow();
    var offset = comparison.entry(CurveForm.OFFSET).orElseThrow();
    assertEquals(CurveForm.POWER, comparison.best().fit().form());
    assertEquals(power.fit().rss(), offset.fit().rss(), 1e-9);
    assertTrue(offset.delta() > 2 && !offset.indistinguishable());
    assertTrue(comparison.bestAhead().isEmpty());
    var held =
        CurveComparison.of(ScalingCurve.of(x, y).until(100), CurveForm.OFFSET, CurveForm.POWER);
    assertEquals(CurveForm.POWER, held.bestAhead().orElseThrow().fit().form());
    assertEquals(CurveForm.POWER, held.bestRolling().orElseThrow().fit().form());
  }

  @Test
  void formsWithTooManyParametersAreLeftOutByName() {
    var curve = CurveFitTest.curve(CurveForm.POWER, 6, 0.01, 2);
    var comparison = CurveComparison.of(curve);
    assertTrue(comparison.leftOut().contains("BNSL1 needs at least 7 points"));
    assertTrue(comparison.entry(CurveForm.BNSL1).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> CurveComparison.of(curve, CurveForm.BNSL2));
    assertThrows(
        IllegalArgumentException.class,
        () -> CurveComparison.of(curve, CurveObjective.huber(0.1), 1, CurveForm.POWER));
  }

  @Test
  void theErrorAheadIsRootMeanSquareOfLogarithms() {
    var held = ScalingCurve.of(new double[] {1, 2, 3}, new double[] {1, 2, 4});
    double[] predicted = {Math.E, 2, 4 / Math.E / Math.E};
    var found = Extrapolation.of("test", held, predicted);
    double mse = 5 / 3.0;
    double sd = Math.sqrt((1 + 0 + 16) / 3.0 - mse * mse);
    assertEquals(Math.sqrt(mse), found.rmsle(), 1e-12);
    assertEquals(Math.sqrt(mse + sd / Math.sqrt(3)) - Math.sqrt(mse), found.standardError(), 1e-12);
    var lost = Extrapolation.of("test", held, new double[] {1, -2, 4});
    assertTrue(Double.isNaN(lost.rmsle()) && lost.loss() == Double.POSITIVE_INFINITY);
    var one = ScalingCurve.of(new double[] {1}, new double[] {1});
    assertTrue(Double.isNaN(Extrapolation.of("test", one, new double[] {2}).standardError()));
  }

  @Test
  void theRollingOriginPredictsEachNextPoint() {
    var curve = CurveFitTest.curve(CurveForm.OFFSET, 12, 0, 3);
    var rolling = RollingOrigin.of(curve, CurveForm.OFFSET, CurveObjective.LOG, 2);
    assertEquals(13, rolling.errors().length);
    assertEquals(5, rolling.prefix()[0]);
    assertEquals(curve.x()[5], rolling.x()[0], 0);
    assertTrue(rolling.rmsle() < 1e-6, rolling::summary);
    assertTrue(RollingOrigin.of(curve, CurveForm.POWER).rmsle() > 0.01);
    assertThrows(
        IllegalArgumentException.class,
        () -> RollingOrigin.of(curve.rows(0, 1, 2, 3, 4), CurveForm.OFFSET));
  }
}
