package murmuration.scaling.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import murmuration.math.LeastSquares;
import murmuration.math.LogSpaced;
import murmuration.math.Rng;
import murmuration.scaling.FitStatus;
import org.junit.jupiter.api.Test;

class ReferenceEstimatorTest {
  /** A curve below 1 that levels off. */
  private static ScalingCurve levelling(long index) {
    double[] x = LogSpaced.of(1e5, 1e8, 11);
    var random = Rng.of(41, index);
    double[] y = new double[11];
    for (int i = 0; i < 11; i++) {
      y[i] = (0.3 + 300 * Math.pow(x[i], -0.5)) * Math.exp(0.01 * random.nextGaussian());
    }
    return ScalingCurve.of(x, Arrays.stream(y).map(v -> Math.min(v, 0.98)).toArray());
  }

  /** The published alternation of M2: regression, then damped Newton steps on e. */
  private static double[] alternatedOffset(ScalingCurve curve) {
    double[] x = Arrays.stream(curve.x()).map(Math::log).toArray();
    double[] y = curve.y();
    double start = Arrays.stream(y).min().orElseThrow() - 1e-3;
    double e = start;
    double before = 0;
    for (int round = 0; round < 10_000; round++) {
      double floor = e;
      double[] target = Arrays.stream(y).map(v -> Math.log(v - floor)).toArray();
      double[] line = LeastSquares.line(x, target).coefficients();
      for (int step = 0; step < (round < 100 ? 1000 : 100); step++) {
        double slope = 0;
        double curvature = 0;
        for (int i = 0; i < y.length; i++) {
          double rest = y[i] - e;
          double r = Math.log(rest) - line[0] - line[1] * x[i];
          slope -= r / rest / y.length;
          curvature += (1 - r) / (rest * rest) / y.length;
        }
        e = Math.clamp(e - (round < 100 ? 1e-8 * slope : 0.1 * slope / curvature), 0, start);
      }
      if (round > 101 && Math.abs(Math.exp(line[0]) - before) < 1e-10) {
        break;
      }
      before = Math.exp(line[0]);
    }
    double floor = e;
    double[] line =
        LeastSquares.line(x, Arrays.stream(y).map(v -> Math.log(v - floor)).toArray())
            .coefficients();
    return new double[] {e, Math.exp(line[0]), -line[1]};
  }

  @Test
  void theFastRouteEndsWhereThePublishedAlternationDoes() {
    for (int i = 0; i < 3; i++) {
      var curve = levelling(i);
      double[] expected = alternatedOffset(curve);
      double[] found = ReferenceEstimator.M2.fit(curve).parameters();
      for (int j = 0; j < 3; j++) {
        assertEquals(expected[j], found[j], 1e-5 * expected[j], Arrays.toString(expected));
      }
    }
  }

  /** At rest: neither e nor y0 can be improved, and the regression is the non-negative one. */
  @Test
  void theCeilingEstimatorIsAtRest() {
    for (int i = 0; i < 5; i++) {
      var curve = levelling(i);
      var fit = ReferenceEstimator.M4.fit(curve);
      double[] p = fit.parameters();
      double[] x = curve.x();
      double[] y = curve.y();
      double byFloor = 0;
      double byCeiling = 0;
      double size = 0;
      for (int k = 0; k < y.length; k++) {
        double r =
            Math.log(y[k] - p[0])
                - p[2] * Math.log(p[1] - y[k])
                - Math.log(p[3])
                + p[4] * Math.log(x[k]);
        byFloor -= r / (y[k] - p[0]);
        byCeiling -= p[2] * r / (p[1] - y[k]);
        size += Math.abs(r / (y[k] - p[0]));
      }
      assertTrue(p[2] >= 0 && p[4] >= 0, fit::summary);
      assertEquals(0, byFloor, 1e-6 * size, fit::summary);
      boolean bound = p[1] <= curve.y()[0] + 2e-3;
      assertTrue(bound || Math.abs(byCeiling) < 1e-6 * size, fit::summary);
    }
  }

  /** Pitfall 5: without a floor the objective is lower, yet such a law misses what lies ahead. */
  @Test
  void theObjectiveOfTheOffsetIsLowestWithoutAFloorWhereThatIsWrong() {
    double[] x = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024};
    double[] y = {1, 0.8, 0.65, 0.55, 0.475, 0.41, 0.38, 0.368, 0.366, 0.3625, 0.362};
    var curve = ScalingCurve.of(x, y).until(512);
    var floor = ReferenceEstimator.M2.fit(curve);
    var none = ReferenceEstimator.M1.fit(curve);
    assertTrue(floor.parameter("e") > 0.2, floor::summary);
    assertTrue(none.objective() < floor.objective(), none::summary);
    assertTrue(
        none.extrapolation().orElseThrow().rmsle()
            > 2 * floor.extrapolation().orElseThrow().rmsle());
  }

  @Test
  void theLevellingEstimatorStopsWhereNoPointLowersTheError() {
    var curve = CurveFitTest.curve(CurveForm.M3, 12, 0.02, 4);
    var fit = ReferenceEstimator.M3.fit(curve);
    assertEquals(0.3, fit.parameter("c"), 0.05);
    assertEquals(FitStatus.OK, fit.status());
    assertTrue(fit.chart().svg().startsWith("<") && fit.table().rowCount() == 4);
  }

  @Test
  void aLossOfOneOrMoreLeavesTheCeilingEstimatorUndefined() {
    var curve = CurveFitTest.curve(CurveForm.OFFSET, 12, 0, 0);
    var fit = ReferenceEstimator.M4.fit(curve);
    assertEquals(FitStatus.UNDEFINED, fit.status());
    assertTrue(Double.isNaN(fit.at(new double[] {5})[0]) && fit.summary().contains("UNDEFINED"));
  }
}
