package murmuration.scaling.emergence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import murmuration.scaling.metric.ItemScores;
import murmuration.scaling.metric.Metric;
import murmuration.scaling.metric.Metrics;
import murmuration.scaling.metric.MirageModel;
import murmuration.scaling.simulation.MirageSimulator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;

class LawFitTest {
  private static final double[] X = {-1.5, -1, -0.5, 0, 0.5, 1, 1.5};

  @Property(tries = 60)
  void aLawWithoutNoiseIsFound(
      @ForAll @DoubleRange(min = -1, max = 1) double constant,
      @ForAll @DoubleRange(min = -1.5, max = 0.2) double slope,
      @ForAll @DoubleRange(min = -0.5, max = 0.5) double bend,
      @ForAll @DoubleRange(max = 2) double spread,
      @ForAll @DoubleRange(max = 0.5) double chance) {
    var curve = new SmoothCurve(spread < 0.05 ? 0 : spread, chance);
    double[] quality =
        Arrays.stream(X).map(x -> curve.quality(constant + slope * x + bend * x * x)).toArray();
    double[] items = new double[X.length];
    Arrays.fill(items, 1000);
    double[] start = Arrays.copyOf(LawFit.line(curve, X, quality, items), 3);
    double[][] parabola = Bend.of(X).getFirst().design();
    var fit = LawFit.of(curve, parabola, quality, items, start);
    assertArrayEquals(new double[] {constant, slope, bend}, fit.coefficients(), 1e-4);
    assertEquals(0, fit.deviance(), 1e-7);
  }

  @Test
  void atTheOptimumNoStepLowersTheDeviance() {
    double[] quality = {0, 0, 0.01, 0.04, 0.2, 0.35, 1};
    double[] items = {100, 100, 100, 50, 50, 50, 20};
    var curve = new SmoothCurve(0, 0);
    double[] start = LawFit.line(curve, X, quality, items);
    var fit = LawFit.of(curve, Bend.line(X), quality, items, start);
    for (int k = 0; k < 2; k++) {
      for (double step : new double[] {-1e-3, 1e-3}) {
        double[] moved = fit.coefficients().clone();
        moved[k] += step;
        double[] e = Arrays.stream(X).map(x -> moved[0] + moved[1] * x).toArray();
        double deviance = 0;
        for (int i = 0; i < X.length; i++) {
          double p = Math.exp(-Math.exp(e[i]));
          double q = quality[i];
          deviance += 2 * items[i] * (q == 0 ? 0 : q * Math.log(q / p));
          deviance += 2 * items[i] * (q == 1 ? 0 : (1 - q) * Math.log((1 - q) / (1 - p)));
        }
        assertTrue(deviance > fit.deviance());
      }
    }
  }

  @Property(tries = 60)
  void theShapeAndItsInverseAgree(
      @ForAll @DoubleRange(min = -6, max = 1) double e,
      @ForAll @DoubleRange(max = 3) double spread,
      @ForAll @DoubleRange(max = 0.9) double chance) {
    var curve = new SmoothCurve(spread < 0.05 ? 0 : spread, chance);
    assertEquals(e, curve.inverse(curve.quality(e)), 1e-6);
    assertEquals(1 - curve.quality(e), curve.fault(e), 1e-12);
    double h = 1e-5;
    double slope = (curve.logQuality(e - h) - curve.logQuality(e + h)) / (2 * h);
    assertEquals(slope, curve.steepness(e), 1e-6);
  }

  @Test
  void theBrierScoreOfUnequalItemsIsReadAsTheMeanProbability() {
    var curve = new SmoothCurve(0.5, 0);
    var law = new GammaDistribution(null, 2, 0.5);
    double[] p =
        IntStream.range(0, 20_000)
            .mapToDouble(i -> Math.exp(-law.inverseCumulativeProbability((i + 0.5) / 20_000)))
            .toArray();
    double brier = Arrays.stream(p).map(v -> 2 * (1 - v) * (1 - v)).average().orElseThrow();
    double mean = Arrays.stream(p).average().orElseThrow();
    assertEquals(mean, curve.quality(Metrics.BRIER, brier), 1e-4);
    assertEquals(brier, curve.score(Metrics.BRIER, curve.quality(Metrics.BRIER, brier)), 1e-9);
  }

  @Test
  void theSpreadOfItemsIsFound() {
    var model = new MirageModel(2e7, -0.25);
    for (double spread : new double[] {0, 0.5, 2}) {
      var outputs = MirageSimulator.of(model).items(5000).spread(spread).seed(3).simulate();
      assertEquals(
          spread, ItemSpread.of(outputs.scores(Metrics.TOKEN_ACCURACY)), 0.02 + 0.08 * spread);
      assertEquals(
          spread, ItemSpread.of(outputs.scores(Metrics.EXACT_MATCH)), 0.05 + 0.15 * spread);
    }
  }

  @Test
  void metricsOfOneModelErrTogetherAndModelsApart() {
    var rng = Rng.of(1);
    double[] a = rng.doubles(500).toArray();
    double[] b = Arrays.stream(a).map(v -> 3 - v).toArray();
    var chance = SharedChance.of(List.of(new double[][] {a, a}, new double[][] {b, b}));
    double product = 0;
    for (int i = 0; i < 4000; i++) {
      double[][] z = chance.next(rng);
      assertEquals(-z[0][0], z[1][0], 1e-6);
      product += z[0][0] * z[0][1] / 4000;
    }
    assertEquals(0, product, 4 / Math.sqrt(4000));
  }

  @Test
  void anAccuracyHasAsManyEffectiveItemsAsItems() {
    var right = new ItemScores(Metric.share("right"), new double[] {0, 0, 1, 1, 0, 1, 0, 0, 0, 0});
    double[] items = QualityCurve.of(List.of(right, right), 0).items();
    assertEquals(9, items[0], 1e-6, "n - 1, since the variance divides by it");
  }
}
