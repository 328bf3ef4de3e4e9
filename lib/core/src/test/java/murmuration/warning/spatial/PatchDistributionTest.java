package murmuration.warning.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.math.HurwitzZeta;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchDistributionTest {
  private static int[] draw(int n, int xmin, IntToDoubleFunction atLeast) {
    var random = Rng.of(5);
    return IntStream.range(0, n)
        .map(
            i -> {
              double u = random.nextDouble();
              int low = xmin;
              int high = 2 * xmin;
              while (high < 50_000_000 && atLeast.applyAsDouble(high) > u) {
                low = high;
                high *= 2;
              }
              while (high - low > 1) {
                int middle = (low + high) >>> 1;
                if (atLeast.applyAsDouble(middle) > u) {
                  low = middle;
                } else {
                  high = middle;
                }
              }
              return low;
            })
        .toArray();
  }

  private static final double[][] TRUE = {{2.2}, {1.4, 0.01}, {0.2}, {1.5, 1.1}};

  /** Four standard errors: one seed in 16,000 fails. */
  @ParameterizedTest
  @EnumSource(PatchLaw.class)
  void aLawIsFoundAgainInItsOwnSizes(PatchLaw law) {
    double[] p = TRUE[law.ordinal()];
    var found = PatchDistribution.of(draw(3000, 1, x -> law.atLeast(p, 1, x)), 1);
    var fit = found.fit(law);
    for (int k = 0; k < p.length; k++) {
      double error = law == PatchLaw.LOGNORMAL ? 0.03 : fit.errors()[k];
      assertEquals(p[k], fit.parameters()[k], 4 * error);
      assertTrue(error < 0.1);
    }
    boolean nested =
        law == PatchLaw.POWER_LAW && found.best().law() == PatchLaw.TRUNCATED_POWER_LAW;
    assertTrue(found.best().law() == law || nested, found.summary());
    assertEquals(1, Arrays.stream(found.weights()).sum(), 1e-12);
  }

  @Test
  void theTruncatedLawIsNeverWorseThanItsTwoEdges() {
    for (int seed = 0; seed < 30; seed++) {
      var found = Patches.of(Landscape.random(60, 60, 0.2 + 0.015 * seed, seed)).distribution();
      double truncated = found.fit(PatchLaw.TRUNCATED_POWER_LAW).logLikelihood();
      assertTrue(truncated >= found.fit(PatchLaw.POWER_LAW).logLikelihood() - 1e-9);
      assertTrue(truncated >= found.fit(PatchLaw.EXPONENTIAL).logLikelihood() - 1e-9);
    }
  }

  /** Score equations: at the maximum the law's mean and mean logarithm are those of the sample. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 40})
  void theTruncatedLawHasTheMeansOfTheSample(int xmin) {
    int[] sizes =
        draw(
            2000,
            xmin,
            x -> PatchLaw.TRUNCATED_POWER_LAW.atLeast(new double[] {1.2, 0.003}, xmin, x));
    double[] p = PatchDistribution.of(sizes, xmin).fit(PatchLaw.TRUNCATED_POWER_LAW).parameters();
    double total = 0;
    double mean = 0;
    double log = 0;
    for (int x = xmin; x < 40_000; x++) {
      double weight = Math.exp(-p[0] * Math.log(x) - p[1] * x);
      total += weight;
      mean += weight * x;
      log += weight * Math.log(x);
    }
    assertEquals(Arrays.stream(sizes).average().orElse(0), mean / total, 1e-4 * mean / total);
    assertEquals(
        Arrays.stream(sizes).mapToDouble(Math::log).average().orElse(0), log / total, 1e-4);
  }

  @Test
  void theExponentialHasAClosedForm() {
    int[] sizes = {1, 1, 1, 2, 5};
    assertEquals(
        -Math.log(1 - 1 / 2.0),
        PatchDistribution.of(sizes, 1).fit(PatchLaw.EXPONENTIAL).parameters()[0],
        1e-15);
  }

  @ParameterizedTest
  @EnumSource(PatchLaw.class)
  void likelihoodsAreSumsOfTheLawsOwnProbabilities(PatchLaw law) {
    int[] sizes = {1, 1, 2, 2, 2, 3, 4, 6, 9, 14, 30};
    var fit = PatchDistribution.of(sizes, 1).fit(law);
    double ll =
        Arrays.stream(sizes).mapToDouble(x -> Math.log(fit.atLeast(x) - fit.atLeast(x + 1))).sum();
    assertEquals(ll, fit.logLikelihood(), 1e-8);
    assertEquals(1, fit.atLeast(1), 1e-12);
    assertEquals(2 * fit.parameters().length - 2 * ll, fit.aic(), 1e-7);
  }

  @Test
  void theRangeIsTheShareOfTheSizesThatAPowerLawCovers() {
    int[] tail = draw(4000, 8, x -> Math.exp(HurwitzZeta.log(2.5, x) - HurwitzZeta.log(2.5, 8)));
    int[] sizes = Arrays.copyOf(tail, 6000);
    Arrays.fill(sizes, 4000, 6000, 1);
    var range = PowerLawRange.of(sizes);
    assertEquals(8, range.xmin());
    assertEquals(2.5, range.exponent(), 0.1);
    double max = Arrays.stream(sizes).max().orElse(0);
    assertEquals(Math.log(max / 8) / Math.log(max), range.value(), 1e-12);
  }

  @Test
  void extremeSizesAreFittedOrRefused() {
    assertTrue(Double.isFinite(PatchDistribution.of(new int[] {1000, 1001}, 1000).best().aic()));
    assertTrue(Double.isFinite(PatchDistribution.of(new int[] {1, 100_000_000}, 1).best().aic()));
    assertThrows(IllegalArgumentException.class, () -> PatchDistribution.of(new int[] {3, 3}, 1));
    assertThrows(IllegalArgumentException.class, () -> PatchDistribution.of(new int[] {0, 3}, 1));
    assertThrows(IllegalArgumentException.class, () -> PatchDistribution.of(new int[] {1, 2}, 5));
    assertThrows(IllegalArgumentException.class, () -> PatchDistribution.of(new int[0], 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> PatchDistribution.of(new int[] {1, Integer.MAX_VALUE}, 1));
    assertThrows(IllegalArgumentException.class, () -> PowerLawRange.of(new int[] {4, 4}));
  }

  @Test
  void anInterruptStopsTheFits() {
    int[] sizes = {1, 1, 2, 3, 5, 8};
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> PatchDistribution.of(sizes, 1));
  }
}
