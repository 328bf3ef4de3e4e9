package murmuration.scaling.observational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import murmuration.math.Rng;
import murmuration.scaling.FitStatus;
import org.junit.jupiter.api.Test;

class DownstreamRegressionTest {
  private static double[][] predictors(int n) {
    var random = Rng.of(4);
    double[][] x = new double[n][2];
    for (double[] row : x) {
      Arrays.setAll(row, j -> 2 * random.nextGaussian());
    }
    return x;
  }

  private static double[] scores(double[][] x, double floor) {
    return Arrays.stream(x)
        .mapToDouble(r -> floor + (1 - floor) / (1 + Math.exp(-(-0.5 + 1.2 * r[0] - 0.7 * r[1]))))
        .toArray();
  }

  @Test
  void aSigmoidWithoutNoiseIsFound() {
    double[][] x = predictors(30);
    var fit = DownstreamRegression.of(x, scores(x, 0)).fit();
    assertArrayEquals(new double[] {-0.5, 1.2, -0.7}, fit.coefficients(), 1e-6);
    assertEquals(FitStatus.OK, fit.status());
    assertEquals(0, fit.meanSquareOn(x, scores(x, 0)), 1e-12);
  }

  @Test
  void aFreeFloorIsFound() {
    double[][] x = predictors(40);
    var fit = DownstreamRegression.of(x, scores(x, 0.15)).freeFloor().fit();
    assertEquals(0.15, fit.floor(), 1e-6);
    assertEquals(1.2, fit.coefficients()[1], 1e-5);
    var above = DownstreamRegression.of(x, scores(x, 0.4)).freeFloor().fit();
    assertEquals(FitStatus.BOUNDARY, above.status());
    assertEquals(0.2, above.floor());
    assertTrue(Double.isNaN(above.standardErrors()[0]));
  }

  @Test
  void huberIsNotMisledByOneScore() {
    double[][] x = predictors(40);
    double[] y = scores(x, 0);
    y[0] = 1 - y[0] > 0.5 ? 1 : 0;
    double squares = DownstreamRegression.of(x, y).fit().coefficients()[1];
    double huber = DownstreamRegression.of(x, y).huber(0.01).fit().coefficients()[1];
    assertTrue(Math.abs(huber - 1.2) < Math.abs(squares - 1.2) / 3, huber + " " + squares);
  }

  @Test
  void huberOfALargeDeltaIsLeastSquares() {
    double[][] x = predictors(25);
    double[] y = scores(x, 0);
    y[3] = 0.5;
    assertArrayEquals(
        DownstreamRegression.of(x, y).fit().coefficients(),
        DownstreamRegression.of(x, y).huber(1).fit().coefficients(),
        1e-9);
  }

  /** 200 data sets: 95 % intervals of b1 cover between 178 and 199 times but in 1 of 1000 runs. */
  @Test
  void standardErrorsAreTheSpreadOfTheEstimates() {
    double[][] x = predictors(40);
    double[] y = scores(x, 0);
    int covered = 0;
    for (int t = 0; t < 200; t++) {
      var random = Rng.of(21, t);
      double[] noisy =
          Arrays.stream(y).map(v -> Math.clamp(v + 0.03 * random.nextGaussian(), 0, 1)).toArray();
      var fit = DownstreamRegression.of(x, noisy).starts(2).fit();
      double off = Math.abs(fit.coefficients()[1] - 1.2) / fit.standardErrors()[1];
      covered += off <= 2.026 ? 1 : 0;
    }
    assertTrue(covered >= 178 && covered <= 199, "covered: " + covered);
  }

  @Test
  void collinearPredictorsAreSaidToBeSo() {
    double[][] x = predictors(20);
    double[] y = scores(x, 0);
    double[][] twice =
        Arrays.stream(x).map(r -> new double[] {r[0], r[0]}).toArray(double[][]::new);
    var fit = DownstreamRegression.of(twice, y).fit();
    assertEquals(FitStatus.SINGULAR, fit.status());
    assertTrue(Double.isNaN(fit.standardErrors()[1]));
  }

  @Test
  void tooFewPointsAreRefused() {
    double[][] x = predictors(3);
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> DownstreamRegression.of(x, scores(x, 0)));
    assertTrue(e.toString().contains("3 parameters need at least 4 points, got 3"), e.toString());
    double[][] four = predictors(4);
    var enough = DownstreamRegression.of(four, scores(four, 0));
    var f = assertThrows(IllegalArgumentException.class, enough::freeFloor);
    assertTrue(f.toString().contains("4 parameters need at least 5 points"), f.toString());
    assertThrows(IllegalArgumentException.class, () -> enough.floor(0.3));
  }
}
