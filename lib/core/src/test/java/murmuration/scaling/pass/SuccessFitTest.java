package murmuration.scaling.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import murmuration.scaling.FitStatus;
import murmuration.scaling.pass.SuccessLaw.BetaLaw;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class SuccessFitTest {
  private static PassCounts drawn(
      int items, int n, double alpha, double beta, double scale, int seed) {
    var random = new Well19937c(seed);
    var chances = new BetaDistribution(random, alpha, beta);
    int[] passes =
        IntStream.range(0, items)
            .map(i -> new BinomialDistribution(random, n, scale * chances.sample()).sample())
            .toArray();
    return PassCounts.of(n, passes);
  }

  @Test
  void noPointNearTheMaximumIsHigher() {
    var counts = drawn(128, 500, 0.3, 6, 1, 1);
    var fit = SuccessFit.of(counts);
    assertEquals(FitStatus.OK, fit.status());
    for (int i = 0; i < 8; i++) {
      double a = Math.exp(1e-4 * Math.cos(i * Math.PI / 4));
      double b = Math.exp(1e-4 * Math.sin(i * Math.PI / 4));
      var near = new BetaLaw(fit.parameter("alpha") * a, fit.parameter("beta") * b);
      double height = IntStream.of(counts.passes()).mapToDouble(c -> near.logPmf(500, c)).sum();
      assertTrue(height < fit.logLikelihood(), "direction " + i);
    }
  }

  /** 300 data sets; a rate of 0.95 gives fewer than 270 of 300 with chance 4e-4. */
  @Test
  void itsIntervalsCoverTheTruthNearlyAsOftenAsTheySay() {
    int alpha = 0;
    int pass = 0;
    var truth = new BetaLaw(0.3, 6);
    for (int seed = 0; seed < 300; seed++) {
      var fit = SuccessFit.of(drawn(100, 400, 0.3, 6, 1, seed));
      double[] a = fit.interval("alpha", 0.95);
      alpha += a[0] <= 0.3 && 0.3 <= a[1] ? 1 : 0;
      double[] p = fit.passInterval(10_000, 0.95);
      pass += p[0] <= truth.passAt(10_000) && truth.passAt(10_000) <= p[1] ? 1 : 0;
    }
    assertTrue(alpha >= 270, "alpha " + alpha);
    assertTrue(pass >= 270, "pass " + pass);
  }

  @Test
  void itemsWithTheSameCountsCountOnceEach() {
    int[] passes = drawn(60, 100, 0.5, 3, 1, 2).passes();
    int[] twice = IntStream.concat(IntStream.of(passes), IntStream.of(passes)).toArray();
    var one = SuccessFit.of(PassCounts.of(100, passes));
    var two = SuccessFit.of(PassCounts.of(100, twice));
    assertEquals(one.parameter("alpha"), two.parameter("alpha"), 1e-8);
    assertEquals(2 * one.logLikelihood(), two.logLikelihood(), 1e-9);
    assertEquals(one.covariance()[0][0] / 2, two.covariance()[0][0], 1e-6);
  }

  @Test
  void nothingIsSaidWhereNoItemPassed() {
    for (SuccessFamily family : SuccessFamily.values()) {
      var fit = SuccessFit.of(PassCounts.of(50, new int[20]), family);
      assertEquals(FitStatus.ALL_ZERO, fit.status());
      assertTrue(Arrays.stream(fit.parameters()).allMatch(Double::isNaN));
      assertTrue(Double.isNaN(fit.passAt(10)) && Double.isNaN(fit.exponent()));
      assertThrows(IllegalArgumentException.class, fit::criteria);
      assertTrue(fit.table().rowCount() > 2);
    }
    assertThrows(
        IllegalArgumentException.class, () -> SuccessComparison.of(PassCounts.of(50, new int[3])));
  }

  @Test
  void countsWithoutSpreadEndOnTheBoundaryAndSayNoError() {
    int[] same = new int[30];
    Arrays.fill(same, 20);
    var fit = SuccessFit.of(PassCounts.of(100, same));
    assertEquals(FitStatus.BOUNDARY, fit.status());
    assertEquals(0.2, fit.passAt(1), 1e-6);
    assertTrue(Double.isNaN(fit.interval("alpha", 0.95)[0]));
    Arrays.fill(same, 100);
    assertEquals(FitStatus.BOUNDARY, SuccessFit.of(PassCounts.of(100, same)).status());
  }

  @Test
  void aLargestChanceIsFoundWhereThereIsOne() {
    var counts = drawn(400, 2000, 0.6, 1.2, 0.15, 3);
    var fit = SuccessFit.of(counts, SuccessFamily.SCALED_BETA);
    assertEquals(FitStatus.OK, fit.status());
    double[] scale = fit.interval("scale", 0.999);
    assertTrue(scale[0] < 0.15 && 0.15 < scale[1] && scale[1] < 0.3, Arrays.toString(scale));
    assertEquals(SuccessFamily.SCALED_BETA, SuccessComparison.of(counts).best().family());
  }

  @Test
  void aShareOfImpossibleItemsIsFoundAndCoverageLevelsOff() {
    int[] possible = drawn(300, 1000, 2, 20, 1, 4).passes();
    int[] passes = Arrays.copyOf(possible, 500);
    var counts = PassCounts.of(1000, passes);
    var laws = SuccessComparison.of(counts);
    var fit = laws.fit(SuccessFamily.ZERO_INFLATED_BETA);
    assertEquals(fit, laws.best());
    double[] impossible = fit.interval("impossible", 0.95);
    assertTrue(impossible[0] < 0.4 && 0.4 < impossible[1], Arrays.toString(impossible));
    assertEquals(1 - fit.parameter("impossible"), fit.passAt(100_000_000), 1e-6);
    assertEquals(0, fit.exponent());
    assertEquals(1, Arrays.stream(laws.weights()).sum(), 1e-12);
  }

  @Test
  void lawsThatContainTheBetaLawAreNeverBelowIt() {
    for (int seed = 10; seed < 15; seed++) {
      var laws = SuccessComparison.of(drawn(60, 200, 0.4, 5, 1, seed));
      double beta = laws.fit(SuccessFamily.BETA).logLikelihood();
      for (var wider :
          new SuccessFamily[] {SuccessFamily.SCALED_BETA, SuccessFamily.ZERO_INFLATED_BETA}) {
        assertTrue(laws.fit(wider).logLikelihood() >= beta, wider + " seed " + seed);
      }
    }
  }

  @Test
  void theBestAllocationHasTheLeastError() {
    double[] chances = {0, 1e-4, 2e-3, 0.05, 0.4, 1};
    var plan = CoverageAllocation.of(chances, 200, 1_000_000);
    assertEquals(1_000_000, Arrays.stream(plan.samples()).sum());
    assertEquals(0, plan.samples()[0]);
    assertTrue(plan.standardError() < plan.evenStandardError());
    var random = Rng.of(1);
    for (int i = 0; i < 200; i++) {
      long[] other = plan.samples();
      int from = 1 + random.nextInt(4);
      int to = 1 + random.nextInt(4);
      long moved = other[from] / 10;
      other[from] -= moved;
      other[to] += moved;
      var moves = new CoverageAllocation(chances, 200, 1_000_000, other);
      assertTrue(moves.standardError() >= plan.standardError() * (1 - 1e-9));
    }
  }

  @Test
  void anItemWithoutAPassIsNotTakenForImpossible() {
    var pilot = PassCounts.of(100, new int[] {0, 0, 1, 3, 0, 12, 40, 2, 0, 7});
    var plan = CoverageAllocation.of(pilot, 100, 10_000);
    assertTrue(plan.samples()[0] > 1000, Arrays.toString(plan.samples()));
    assertEquals(0, plan.samples()[6]);
    assertThrows(
        IllegalArgumentException.class,
        () -> CoverageAllocation.of(PassCounts.of(10, new int[3]), 5, 100));
    assertThrows(
        IllegalArgumentException.class, () -> CoverageAllocation.of(new double[] {0, 1}, 5, 100));
  }
}
