package murmuration.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScalingBootstrapTest {
  private static final TrainingRuns RUNS = SimulatedRuns.of(AdditiveLaw.REPLICATION, 0.01, 1);
  private static final ScalingFit FIT = ScalingLaw.of(RUNS).fit();
  private static final ScalingFit SQUARES = ScalingLaw.of(RUNS).loss(FitLoss.NLS_LOG).fit();

  @ParameterizedTest
  @EnumSource
  void theNumberOfThreadsDoesNotMatter(Resampling resampling) throws Exception {
    var study = FIT.bootstrap(100).drawing(resampling).seed(3);
    try (var one = new ForkJoinPool(1);
        var three = new ForkJoinPool(3)) {
      double[][] alone = one.submit(() -> study.run().vectors()).get();
      double[][] together = three.submit(() -> study.run().vectors()).get();
      assertTrue(Arrays.deepEquals(alone, together));
    }
  }

  @Test
  void aResampleOfEachRunOnceIsTheFit() {
    int[][] once = {ones(), ones()};
    LawDraws draws = FIT.bootstrapOf(once);
    assertArrayEquals(FIT.law().vector(), draws.vectors()[1], 1e-9);
    assertEquals(FIT.objective(), draws.objectives()[0], 1e-15);
    assertEquals(2, draws.converged());
  }

  /** The warm start finds what a fit of the resample from nothing finds. */
  @Test
  void everyResampleIsFittedToItsOptimum() {
    LawDraws draws = FIT.bootstrap(30).seed(5).run();
    assertEquals(30, draws.converged());
    var source = new SampleUnits(FIT, Resampling.RUNS);
    double[] weights = new double[source.points().size];
    for (int b = 0; b < 30; b++) {
      source.draw(murmuration.math.Rng.of(5, b), weights, weights.clone());
      double[] ofRuns = new double[RUNS.size()];
      Arrays.setAll(ofRuns, i -> weights[source.points().pointOf[i]]);
      ScalingFit fit = ScalingLaw.of(RUNS.weighted(ofRuns)).fit();
      assertEquals(fit.objective(), draws.objectives()[b], 1e-12 * fit.objective());
    }
  }

  /** Least squares with normal noise: formula, runs and residuals measure the same spread. */
  @ParameterizedTest
  @EnumSource
  void theSpreadOfDrawsIsThatOfTheFormula(Resampling resampling) {
    LawDraws draws = SQUARES.bootstrap(1000).drawing(resampling).seed(2).run();
    for (LawParameter p : new LawParameter[] {LawParameter.ALPHA, LawParameter.BETA}) {
      double ratio = draws.standardError(p) / SQUARES.standardError(p);
      assertTrue(ratio > 0.7 && ratio < 1.4, p.symbol() + " " + ratio);
    }
    double exponent = draws.covariance()[3][3];
    assertEquals(Math.sqrt(exponent), draws.standardError(LawParameter.ALPHA), 1e-12);
  }

  @Test
  void aWholeWeightIsSoManyRunsForTheBootstrapToo() {
    double[] twos = new double[RUNS.size()];
    Arrays.fill(twos, 2);
    int[] twice = IntStream.range(0, 2 * RUNS.size()).map(i -> i / 2).toArray();
    for (Resampling resampling : Resampling.values()) {
      double[][] weighted =
          ScalingLaw.of(RUNS.weighted(twos))
              .fit()
              .bootstrap(20)
              .drawing(resampling)
              .run()
              .vectors();
      double[][] rows =
          ScalingLaw.of(RUNS.rows(twice)).fit().bootstrap(20).drawing(resampling).run().vectors();
      assertTrue(Arrays.deepEquals(weighted, rows), resampling.words());
    }
  }

  @Test
  void intervalsOfDerivedQuantitiesFollowTheDraws() {
    LawDraws draws = FIT.bootstrap(400).seed(1).run();
    var a = DerivedQuantity.parameterExponent();
    var row = draws.derived(a, 0.9);
    assertTrue(row.low() < row.value() && row.value() < row.high());
    double[] values = draws.derivedValues(a);
    long inside = Arrays.stream(values).filter(v -> v >= row.low() && v <= row.high()).count();
    assertEquals(0.9, inside / 400.0, 0.01);
    double[] frontier = draws.frontier().level(0.9).interval(Frontier::parameterExponent);
    assertArrayEquals(new double[] {row.low(), row.high()}, frontier, 1e-12);
    assertEquals(FIT.law(), draws.frontier().law());
  }

  @Test
  void theSummaryHasTheKindsSideBySide() {
    String summary = SQUARES.bootstrap(100).run().summary();
    for (String kind : new String[] {"Wald 95", "profile 95", "percentile 95", "BCa 95"}) {
      assertTrue(summary.contains(kind), summary);
    }
    assertTrue(summary.lines().count() <= 12, summary);
  }

  @Test
  void countsThatDoNotFitTheRunsAreRefused() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> FIT.bootstrapOf(new int[][] {ones(), {1}}));
    assertEquals("counts[1] has 1 values: expected one a run, 243", e.getMessage());
  }

  private static int[] ones() {
    int[] ones = new int[RUNS.size()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
