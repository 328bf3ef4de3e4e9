package murmuration.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import murmuration.scaling.simulation.IsoFlopSweep;
import org.junit.jupiter.api.Test;

class IsoFlopTest {
  private static final double[] BUDGETS = {1e18, 1e19, 1e20, 1e21};
  private static final AdditiveLaw LAW = AdditiveLaw.REPLICATION;

  /** Runs whose loss is a parabola of ln N about 1e-2 C^0.6, with curvature 0.05. */
  private static TrainingRuns parabolic(double noise, long seed) {
    double[] n = new double[BUDGETS.length * 7];
    double[] c = new double[n.length];
    double[] loss = new double[n.length];
    for (int i = 0; i < n.length; i++) {
      c[i] = BUDGETS[i / 7];
      double u = 0.5 * (i % 7 - 3.3);
      n[i] = 1e-2 * Math.pow(c[i], 0.6) * Math.exp(u);
      loss[i] =
          3 - 0.2 * Math.floorDiv(i, 7) + 0.05 * u * u + noise * Rng.of(seed, i).nextGaussian();
    }
    return TrainingRuns.ofCompute(n, c, loss);
  }

  @Test
  void parabolasOfParabolicRunsAreExact() {
    IsoFlopFit fit = IsoFlop.of(parabolic(0, 1)).fit();
    assertEquals(4, fit.minima().size());
    assertEquals(0.6, fit.parameterExponent(), 1e-9);
    assertEquals(0.4, fit.tokenExponent(), 1e-9);
    assertEquals(Math.log(1e-2), fit.parameterLine().coefficients()[0], 1e-7);
    assertEquals(3, fit.parabolas().getFirst().leastLoss(), 1e-12);
    assertEquals(0.05, fit.parabolas().getFirst().coefficients()[2], 1e-12);
  }

  @Test
  void groupsByBudgetAndByLabelAreThoseOfEqualCompute() {
    TrainingRuns runs = parabolic(0.001, 1);
    IsoFlopFit equal = IsoFlop.of(runs).fit();
    IsoFlopFit budgets = IsoFlop.of(runs).budgets(BUDGETS).fit();
    String[] labels = IntStream.range(0, 28).mapToObj(i -> "g" + i / 7).toArray(String[]::new);
    IsoFlopFit labelled = IsoFlop.of(runs).groups(labels).fit();
    assertEquals(equal.parameterExponent(), budgets.parameterExponent(), 1e-12);
    assertEquals(equal.parameterExponent(), labelled.parameterExponent(), 1e-12);
    assertEquals("g2", labelled.parabolas().get(2).label());
  }

  @Test
  void aRunFarFromEveryBudgetIsCounted() {
    IsoFlop study = IsoFlop.of(parabolic(0.001, 1)).budgets(1e18, 1e19, 1e20);
    assertEquals(7, study.leftOut());
    assertTrue(study.fit().summary().contains("7 runs belong to no budget"));
  }

  @Test
  void aRunBetweenTwoBudgetsCountsOnceForTheNearer() {
    TrainingRuns runs = parabolic(0.001, 1);
    IsoFlop study = IsoFlop.of(runs).budgets(9e17, 1e18, 1e19, 1e20, 1e21).tolerance(0.5);
    assertEquals(0, study.leftOut());
    assertEquals(4, study.parabolas().size());
  }

  @Test
  void aGroupWithoutALowestPointIsKeptAndLeftOutOfTheLine() {
    TrainingRuns runs = parabolic(0, 1);
    double[] loss = runs.losses();
    double[] n = runs.parameters();
    for (int i = 7; i < 14; i++) {
      loss[i] = 4 - 0.1 * Math.log(n[i]);
    }
    IsoFlopFit fit = IsoFlop.of(runs.losses(loss)).fit();
    assertEquals(IsoFlopStatus.NO_INTERIOR_MINIMUM, fit.parabolas().get(1).status());
    assertTrue(Double.isNaN(fit.parabolas().get(1).bestParameters()));
    assertEquals(3, fit.minima().size());
    assertEquals(0.6, fit.parameterExponent(), 1e-9);
    assertTrue(fit.summary().contains("1 groups: no minimum among the runs"));
    assertEquals("NO_INTERIOR_MINIMUM", fit.groups().stringColumn("status").get(1));
  }

  @Test
  void aParabolaThatOpensDownwardsHasNoMinimum() {
    double[] loss = {2, 2.2, 2.3, 2.2, 2};
    var p = parabola(new double[] {1, 2, 4, 8, 16}, loss);
    assertEquals(IsoFlopStatus.NO_INTERIOR_MINIMUM, p.status());
  }

  @Test
  void threeRunsAreTooFew() {
    var p = parabola(new double[] {1, 2, 4}, new double[] {2, 1, 2});
    assertEquals(IsoFlopStatus.TOO_FEW_POINTS, p.status());
    assertTrue(Double.isNaN(p.loss(2)));
  }

  private static IsoFlopParabola parabola(double[] n, double[] loss) {
    double[] c = new double[n.length];
    Arrays.fill(c, 60);
    return IsoFlop.of(TrainingRuns.ofCompute(n, c, loss)).parabolas().getFirst();
  }

  @Test
  void fewerThanThreeGroupsGiveNoLine() {
    TrainingRuns two = parabolic(0, 1).rows(IntStream.range(0, 14).toArray());
    var refused = assertThrows(IllegalArgumentException.class, () -> IsoFlop.of(two).fit());
    assertTrue(String.valueOf(refused.getMessage()).contains("at least 3 groups"));
  }

  @Test
  void theStandardErrorOfABestSizeIsItsScatterOverRepetitions() {
    int trials = 400;
    double[] best = new double[trials];
    double mean = 0;
    for (int t = 0; t < trials; t++) {
      IsoFlopParabola p = IsoFlop.of(parabolic(0.005, 100 + t)).parabolas().getFirst();
      best[t] = p.logOptimum();
      mean += p.standardError() / trials;
    }
    double centre = Arrays.stream(best).average().orElseThrow();
    double sd =
        Math.sqrt(Arrays.stream(best).map(b -> (b - centre) * (b - centre)).sum() / (trials - 1));
    // the sd of an sd over 400 draws is 3.5 %; four of these
    assertEquals(1, mean / sd, 0.15);
  }

  @Test
  void theIntervalOfTheExponentCoversTheTruth() {
    int trials = 400;
    int covered = 0;
    for (int t = 0; t < trials; t++) {
      double[] a = IsoFlop.of(parabolic(0.005, 1000 + t)).fit().parameterExponentInterval(0.95);
      covered += a[0] <= 0.6 && 0.6 <= a[1] ? 1 : 0;
    }
    // 95 % of 400 with a binomial sd of 4.4: four of these
    assertEquals(380, covered, 18);
  }

  @Test
  void weightsByUncertaintyTrustTheDeeperValleys() {
    TrainingRuns runs = parabolic(0, 1);
    double[] loss = runs.losses();
    for (int i = 0; i < loss.length; i++) {
      loss[i] += (i < 21 ? 1e-4 : 0.02) * Rng.of(5, i).nextGaussian();
    }
    IsoFlop study = IsoFlop.of(runs.losses(loss));
    double plain = Math.abs(study.fit().parameterExponent() - 0.6);
    double weighted = Math.abs(study.weightedByUncertainty().fit().parameterExponent() - 0.6);
    assertTrue(weighted < plain / 3, weighted + " against " + plain);
  }

  @Test
  void aCubicTermIsFoundWhereThereIsOne() {
    double[] n = new double[9];
    double[] with = new double[9];
    double[] without = new double[9];
    for (int i = 0; i < 9; i++) {
      double u = 0.5 * (i - 4);
      n[i] = 1e8 * Math.exp(u);
      without[i] = 3 + 0.05 * u * u + 1e-3 * Rng.of(3, i).nextGaussian();
      with[i] = without[i] + 0.01 * u * u * u;
    }
    assertTrue(parabola(n, with).cubicP() < 1e-3);
    assertTrue(parabola(n, without).cubicP() > 0.05);
  }

  @Test
  void aWindowHoldsTheLowestSizeAndTwoOnEachSide() {
    AdditiveLaw steep = AdditiveLaw.of(1.5, 1e5, 1e4, 0.9, 0.45);
    TrainingRuns runs = IsoFlopSweep.of(steep).points(15).reach(10).simulate(1);
    IsoFlopParabola window = IsoFlop.of(runs).window().parabolas().getFirst();
    IsoFlopParabola all = IsoFlop.of(runs).parabolas().getFirst();
    double exact = Math.log(Frontier.of(steep).parameters(6e18));
    assertEquals(5, window.parameters().length);
    assertEquals(exact, window.logOptimum(), 0.05);
    assertTrue(all.logOptimum() - exact > 0.2, "all runs off by " + (all.logOptimum() - exact));
  }

  @Test
  void exactRunsGiveTheExponentOfTheFrontier() {
    IsoFlopFit fit = IsoFlop.of(IsoFlopSweep.of(LAW).simulate(1)).fit();
    assertEquals(Frontier.of(LAW).parameterExponent(), fit.parameterExponent(), 1e-9);
    assertEquals(9, fit.minima().size());
  }

  @Test
  void aWindowTakesTheSmallerOfTwoEqualLosses() {
    double[] n = {1, 2, 4, 8, 16, 32};
    double[] loss = {3, 2.5, 2, 2, 2.5, 3};
    double[] c = new double[6];
    Arrays.fill(c, 6000);
    var p = IsoFlop.of(TrainingRuns.ofCompute(n, c, loss)).window().parabolas().getFirst();
    assertArrayEquals(new double[] {1, 2, 4, 8, 16}, p.parameters());
  }

  @Test
  void aWindowAtTheEdgeIsTooSmall() {
    double[] n = {1, 2, 4, 8, 16, 32};
    double[] loss = {1, 2, 3, 4, 5, 6};
    double[] c = new double[6];
    Arrays.fill(c, 6000);
    var p = IsoFlop.of(TrainingRuns.ofCompute(n, c, loss)).window().parabolas().getFirst();
    assertEquals(IsoFlopStatus.TOO_FEW_POINTS, p.status());
  }

  @Test
  void aWeightOfTwoIsARunTwice() {
    TrainingRuns runs = parabolic(0.01, 1);
    double[] weights = runs.weights();
    weights[3] = 2;
    int[] rows = IntStream.concat(IntStream.of(3), IntStream.range(0, 28)).toArray();
    var weighted = IsoFlop.of(runs.weighted(weights)).parabolas().getFirst();
    var repeated = IsoFlop.of(runs.rows(rows)).parabolas().getFirst();
    double best = repeated.bestParameters();
    assertEquals(best, weighted.bestParameters(), 1e-9 * best);
    assertEquals(repeated.standardError(), weighted.standardError(), 1e-9);
    assertEquals(repeated.cubicP(), weighted.cubicP(), 1e-9);
  }

  @Test
  void theLineKeepsComputeWhole() {
    IsoFlopFit fit = IsoFlop.of(parabolic(0.01, 1)).fit();
    assertEquals(1, fit.parameterExponent() + fit.tokenExponent(), 1e-10);
    assertEquals(1e20, 6 * fit.parameters(1e20) * fit.tokens(1e20), 1e10);
    double[] n = fit.parametersInterval(1e20, 0.95);
    double[] d = fit.tokensInterval(1e20, 0.95);
    assertEquals(1e20, 6 * n[0] * d[1], 1e11);
  }
}
