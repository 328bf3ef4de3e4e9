package murmuration.scaling.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.math.LeastSquares;
import murmuration.math.LogSpaced;
import murmuration.math.Rng;
import murmuration.scaling.FitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CurveFitTest {
  static final Map<CurveForm, double[]> TRUTHS =
      Map.ofEntries(
          Map.entry(CurveForm.POWER, new double[] {20, 0.3}),
          Map.entry(CurveForm.OFFSET, new double[] {0.5, 30, 0.4}),
          Map.entry(CurveForm.M3, new double[] {20, 0.3, 1e-5}),
          Map.entry(CurveForm.M4, new double[] {0.4, 3, 0.6, 80, 0.6}),
          Map.entry(CurveForm.BNSL0, new double[] {0.5, 30, 0.4}),
          Map.entry(CurveForm.BNSL1, new double[] {0.3, 6, 0.15, 0.5, 3e4, 0.2}),
          Map.entry(CurveForm.BNSL2, new double[] {0.1, 6, 0.1, 0.5, 6e3, 0.1, -0.4, 1e5, 0.1}),
          Map.entry(
              CurveForm.BNSL3,
              new double[] {0.1, 6, 0.1, 0.6, 4e3, 0.05, -0.5, 3e4, 0.05, 0.4, 2e5, 0.05}),
          Map.entry(CurveForm.EXPONENTIAL, new double[] {0.5, 2, 1e-5}),
          Map.entry(CurveForm.LOGLINEAR, new double[] {5, -0.3}),
          Map.entry(CurveForm.SIGMOID, new double[] {0.4, 2, 12, -1.2}));

  static double[] truth(CurveForm form) {
    return TRUTHS.getOrDefault(form, new double[0]);
  }

  static ScalingCurve curve(CurveForm form, int n, double noise, long index) {
    double[] x = LogSpaced.of(1e3, 1e6, n);
    double[] y = form.curve(truth(form), x);
    var random = Rng.of(17, index);
    for (int i = 0; i < n; i++) {
      y[i] *= Math.exp(noise * random.nextGaussian());
    }
    return ScalingCurve.of(x, y);
  }

  @ParameterizedTest
  @EnumSource(CurveForm.class)
  void everyFormFindsItsOwnCurve(CurveForm form) {
    var fit = CurveFit.of(curve(form, 60, 0, 0)).form(form).objective(CurveObjective.LOG).fit();
    assertTrue(fit.rss() < 1e-12, fit::summary);
    if (form.breaks() < 2) {
      double[] truth = truth(form);
      for (int j = 0; j < truth.length; j++) {
        assertEquals(truth[j], fit.parameters()[j], 1e-4 * Math.abs(truth[j]), fit::summary);
      }
    }
  }

  /** Central differences of step 1e-6 have an error near 1e-9. */
  @ParameterizedTest
  @EnumSource(CurveForm.class)
  void derivativesAreThoseOfTheForm(CurveForm form) {
    CurveModel model = form.model();
    double[] theta = model.theta(truth(form));
    checkDerivatives(model, theta);
    var recast = model.recast(Points.of(curve(form, 60, 0, 0)));
    double[] there = recast == null ? null : recast.from(theta);
    if (recast != null && there != null) {
      assertArrayEquals(theta, recast.back(there), 1e-9);
      checkDerivatives(recast.model(), there);
    }
  }

  private static void checkDerivatives(CurveModel model, double[] theta) {
    double[] gradient = new double[theta.length];
    for (double x : new double[] {1e3, 1.3e4, 9e5}) {
      model.at(x, Math.log(x), theta, gradient);
      for (int j = 0; j < theta.length; j++) {
        double h = 1e-6 * Math.max(Math.abs(theta[j]), 1e-6);
        double[] moved = theta.clone();
        moved[j] = theta[j] + h;
        double above = model.at(x, Math.log(x), moved, null);
        moved[j] = theta[j] - h;
        double slope = (above - model.at(x, Math.log(x), moved, null)) / (2 * h);
        assertEquals(slope, gradient[j], 1e-5 * Math.abs(slope) + 1e-7, "parameter " + j);
      }
    }
  }

  @Test
  void aPowerLawIsTheLineOfTheLogarithms() {
    var curve = curve(CurveForm.POWER, 15, 0.05, 1);
    var fit = CurveFit.of(curve).form(CurveForm.POWER).fit();
    var line =
        LeastSquares.line(
            Arrays.stream(curve.x()).map(Math::log).toArray(),
            Arrays.stream(curve.y()).map(Math::log).toArray());
    assertEquals(-line.coefficients()[1], fit.parameter("c"), 1e-12);
    assertEquals(line.standardError(1), fit.standardError("c"), 1e-10);
    assertEquals(Math.exp(line.coefficients()[0]), fit.parameter("beta"), 1e-9);
    assertEquals(line.rss(), fit.rss(), 1e-12);
    double[] band = fit.band(5e3, 0.95);
    double half = line.halfWidth(line.standardErrorAt(1, Math.log(5e3)), 0.95);
    assertEquals(half, Math.log(band[1] / band[0]) / 2, 1e-9);
  }

  @Test
  void aWholeWeightCountsAsSoManyRows() {
    var curve = curve(CurveForm.OFFSET, 12, 0.03, 2);
    double[] weights = new double[12];
    Arrays.setAll(weights, i -> i % 3);
    int[] rows =
        IntStream.range(0, 12).flatMap(i -> IntStream.generate(() -> i).limit(i % 3)).toArray();
    for (var form : new CurveForm[] {CurveForm.POWER, CurveForm.OFFSET, CurveForm.LOGLINEAR}) {
      var weighted = CurveFit.of(curve.weighted(weights)).form(form).fit();
      var repeated = CurveFit.of(curve.rows(rows)).form(form).fit();
      for (String name : form.names()) {
        double expected = repeated.parameter(name);
        assertEquals(expected, weighted.parameter(name), 1e-6 * Math.abs(expected), name);
        double error = repeated.standardError(name);
        assertEquals(error, weighted.standardError(name), 1e-5 * error, name);
      }
      assertEquals(repeated.criteria().aicc(), weighted.criteria().aicc(), 1e-8);
    }
  }

  /** 300 curves of 15 points; 4 sd of a share of 0.95 are 0.05. */
  @Test
  void intervalsAndBandsHoldTheTruthAsOftenAsTheySay() {
    double[] truth = truth(CurveForm.OFFSET);
    int[] held = new int[5];
    int curves = 300;
    for (int i = 0; i < curves; i++) {
      var curve = curve(CurveForm.OFFSET, 15, 0.02, 100 + i);
      var fit = CurveFit.of(curve).fit();
      for (int j = 0; j < 3; j++) {
        held[j] += within(fit.interval(CurveForm.OFFSET.names().get(j), 0.95), truth[j]);
      }
      double there = CurveForm.OFFSET.at(truth, 1e7);
      held[3] += within(fit.band(1e7, 0.95), there);
      double noise = Rng.of(3, i).nextGaussian();
      held[4] +=
          within(
              fit.predictionBand(1e5, 0.95),
              CurveForm.OFFSET.at(truth, 1e5) * Math.exp(0.02 * noise));
    }
    for (int count : held) {
      assertEquals(0.95, count / (double) curves, 0.05, Arrays.toString(held));
    }
  }

  private static int within(double[] interval, double value) {
    return interval[0] <= value && value <= interval[1] ? 1 : 0;
  }

  @Test
  void huberIgnoresAWildPointAndIsLeastSquaresWhereNothingIsWild() {
    var curve = curve(CurveForm.OFFSET, 20, 0.001, 4);
    var plain = CurveFit.of(curve).fit();
    var wide = CurveFit.of(curve).objective(CurveObjective.huber(1)).fit();
    assertArrayEquals(plain.parameters(), wide.parameters(), 1e-7);
    assertEquals(plain.standardError("c"), wide.standardError("c"), 1e-9);
    double[] y = curve.y();
    y[7] *= 3;
    var wild = ScalingCurve.of(curve.x(), y);
    double robust = CurveFit.of(wild).objective(CurveObjective.huber(0.005)).fit().parameter("c");
    assertEquals(0.4, robust, 0.01);
    assertTrue(Math.abs(CurveFit.of(wild).fit().parameter("c") - 0.4) > 0.03);
  }

  /**
   * No step in any direction lowers the sum of Huber losses, as computed here by its definition.
   */
  @Test
  void huberEndsAtAMinimumOfItsLoss() {
    var curve = curve(CurveForm.POWER, 25, 0.05, 5);
    double delta = 0.03;
    var fit = CurveFit.of(curve).form(CurveForm.POWER).objective(CurveObjective.huber(delta)).fit();
    double[] best = fit.parameters();
    double least = loss(curve, best, delta);
    assertEquals(fit.value(), 2 * least, 1e-10);
    for (int j = 0; j < 2; j++) {
      for (double step : new double[] {-1e-5, 1e-5}) {
        double[] moved = best.clone();
        moved[j] *= 1 + step;
        assertTrue(loss(curve, moved, delta) > least);
      }
    }
  }

  private static double loss(ScalingCurve curve, double[] parameters, double delta) {
    double[] predicted = CurveForm.POWER.curve(parameters, curve.x());
    double sum = 0;
    for (int i = 0; i < predicted.length; i++) {
      double r = Math.abs(Math.log(predicted[i] / curve.y()[i]));
      sum += r <= delta ? r * r / 2 : delta * (r - delta / 2);
    }
    return sum;
  }

  @Test
  void aFloorAtZeroIsSaidAndHasNoErrors() {
    var curve =
        ScalingCurve.of(LogSpaced.of(1, 100, 8), new double[] {9, 8, 6.5, 5, 3.5, 2, 1, 0.4});
    var fit = CurveFit.of(curve).fit();
    assertEquals(FitStatus.BOUNDARY, fit.status());
    assertEquals(0, fit.parameter("e"), 0);
    assertTrue(Double.isNaN(fit.standardError("c")) && Double.isNaN(fit.band(10, 0.95)[0]));
    assertTrue(fit.chart().svg().startsWith("<") && fit.table().rowCount() == 7);
  }

  /** Pitfall 6: the formula as it is printed overflows for a sharp break. */
  @Test
  void sharpBreaksDoNotOverflow() {
    double[] sharp = {0, 2, 0.1, 0.5, 100, 0.001};
    assertTrue(Double.isInfinite(Math.pow(1e6 / 100, 1 / 0.001)));
    double beyond = 2 * Math.pow(1e6, -0.1) * Math.pow(1e6 / 100, -0.5);
    assertEquals(beyond, CurveForm.BNSL1.at(sharp, 1e6), 1e-12);
    assertEquals(2 * Math.pow(10, -0.1), CurveForm.BNSL1.at(sharp, 10), 1e-12);
  }

  @Test
  void theOrderOfPointsDoesNotMatter() {
    var curve = curve(CurveForm.OFFSET, 10, 0.05, 6);
    var turned = curve.rows(IntStream.range(0, 10).map(i -> (7 * i + 3) % 10).toArray());
    assertArrayEquals(
        CurveFit.of(curve).fit().parameters(), CurveFit.of(turned).fit().parameters(), 1e-12);
  }

  @Test
  void badInputIsRefusedInWords() {
    double[] x = {1, 2, 3, 4};
    double[] y = {4, 3, Double.NaN, 2};
    var missing = ScalingCurve.of(x, y);
    var nan = assertThrows(IllegalArgumentException.class, () -> CurveFit.of(missing).fit());
    assertTrue(String.valueOf(nan.getMessage()).contains("y[2] is NaN"), nan.getMessage());
    assertEquals("1 points left out for a missing value", missing.dropMissing().note());
    var few =
        assertThrows(
            IllegalArgumentException.class, () -> CurveFit.of(missing.dropMissing()).fit());
    assertEquals("needs at least 4 points, got 3", few.getMessage());
    var lengths =
        assertThrows(IllegalArgumentException.class, () -> ScalingCurve.of(x, new double[] {1, 2}));
    assertTrue(String.valueOf(lengths.getMessage()).contains("4 values, y has 2"));
    assertThrows(
        IllegalArgumentException.class, () -> ScalingCurve.of(x, new double[] {1, 2, 0, 3}));
    var same = ScalingCurve.of(new double[] {2, 2, 2, 2}, x);
    assertThrows(IllegalArgumentException.class, () -> CurveFit.of(same).fit());
    assertThrows(IllegalArgumentException.class, () -> same.weighted(new double[4]));
  }
}
