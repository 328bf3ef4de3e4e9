package murmuration.scaling.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.junit.jupiter.api.Test;

class RandomFeatureTheoryTest {
  private static final double INFINITE = 1e12;
  private static final RandomFeatureScaling NOISY = RandomFeatureScaling.of(1.5, 0.5, 16384);

  private static double best(RandomFeatureScaling model, double n, double d) {
    return model.theory(n, d, model.optimalRidge(n, d)).loss();
  }

  private static double excess(RandomFeatureScaling model, double n, double d) {
    return best(model, n, d) - model.sigma() * model.sigma();
  }

  /** Local beta per doubling of D, from 2^5 to 2^9 and at 2^15: from a towards a/(1+a) = 0.6. */
  @Test
  void noiseSlowsTheGainFromDataDownToItsLimit() {
    double[] beta =
        IntStream.of(5, 6, 7, 8, 9, 15)
            .mapToDouble(
                k ->
                    Math.log(
                            excess(NOISY, INFINITE, Math.pow(2, k))
                                / excess(NOISY, INFINITE, Math.pow(2, k + 1)))
                        / Math.log(2))
            .toArray();
    assertArrayEquals(new double[] {0.655, 0.636, 0.623, 0.615, 0.609, 0.600}, beta, 2e-3);
  }

  /** Local alpha per doubling of N from 8: towards a = 1.5. */
  @Test
  void theGainFromFeaturesHasTheExponentOfTheSpectrum() {
    double[] alpha =
        IntStream.rangeClosed(3, 7)
            .mapToDouble(
                k ->
                    Math.log(
                            excess(NOISY, Math.pow(2, k), INFINITE)
                                / excess(NOISY, Math.pow(2, k + 1), INFINITE))
                        / Math.log(2))
            .toArray();
    assertArrayEquals(new double[] {1.392, 1.445, 1.472, 1.486, 1.493}, alpha, 2e-3);
  }

  /** The best N for C = N D, per factor 4 of C from 2^10. */
  @Test
  void theBestWidthGrowsWithTheExpectedPowerOfCompute() {
    var model = RandomFeatureScaling.of(1.5, 0.5, 2048);
    assertEquals(0.317, isoflopExponent(model, 10), 2e-3);
    assertEquals(0.304, isoflopExponent(model, 12), 2e-3);
    assertEquals(0.364, isoflopExponent(RandomFeatureScaling.of(1, 1, 2048), 10), 2e-3);
    assertEquals(0.5, isoflopExponent(RandomFeatureScaling.of(1, 0, 2048), 10), 2e-3);
  }

  private static double isoflopExponent(RandomFeatureScaling model, int logBudget) {
    double low = logBestWidth(model, Math.pow(2, logBudget));
    return (logBestWidth(model, Math.pow(2, logBudget + 2)) - low) / Math.log(4);
  }

  private static double logBestWidth(RandomFeatureScaling model, double budget) {
    var loss =
        new UnivariateObjectiveFunction(log -> best(model, Math.exp(log), budget / Math.exp(log)));
    var interval = new SearchInterval(0, Math.log(budget));
    return new BrentOptimizer(1e-8, 1e-6)
        .optimize(loss, GoalType.MINIMIZE, interval, new MaxEval(100))
        .getPoint();
  }

  @Test
  void withTheBestRidgeMoreOfEitherNeverHurts() {
    for (var model :
        new RandomFeatureScaling[] {
          RandomFeatureScaling.noisy(), RandomFeatureScaling.noiseless()
        }) {
      for (int n : model.features()) {
        for (int d : model.samples()) {
          assertTrue(best(model, 2 * n, d) < best(model, n, d), n + " x " + d);
          assertTrue(best(model, n, 2 * d) < best(model, n, d), n + " x " + d);
        }
      }
    }
  }

  @Test
  void withATinyRidgeTheLossPeaksWhereFeaturesEqualSamples() {
    var model = RandomFeatureScaling.noisy();
    for (int n : new int[] {32, 64, 128, 256}) {
      double peak = model.theory(n, n, 1e-8).loss();
      assertTrue(peak > 2 * model.theory(n, 2 * n, 1e-8).loss(), "N = " + n);
      assertTrue(peak > 2 * model.theory(n / 2.0, n, 1e-8).loss(), "N = " + n);
      assertTrue(peak > 5 * best(model, n, n), "N = " + n);
    }
  }

  @Test
  void theBestRidgeIsAMinimum() {
    var model = RandomFeatureScaling.noiseless();
    for (double n : new double[] {1, 8, 300}) {
      for (double d : new double[] {1, 50, 1000}) {
        double r = model.optimalRidge(n, d);
        double loss = model.theory(n, d, r).loss();
        for (double factor : new double[] {0.9, 1.1}) {
          double other = Math.clamp(r * factor, Math.exp(-22), Math.exp(3));
          assertTrue(model.theory(n, d, other).loss() >= loss * (1 - 1e-14), n + " x " + d);
        }
      }
    }
  }

  @Test
  void moreFeaturesThanModesLeaveOnlyTheNoise() {
    var model = RandomFeatureScaling.of(1, 0.3, 20);
    assertEquals(0.09, best(model, 1e6, 1e7), 1e-5);
  }
}
