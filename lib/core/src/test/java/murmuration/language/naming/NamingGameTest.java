package murmuration.language.naming;

import static murmuration.language.naming.NamingQuantity.CONVERGENCE_TIME;
import static murmuration.language.naming.NamingQuantity.LAST_WORDS;
import static murmuration.language.naming.NamingQuantity.MOST_DISTINCT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import murmuration.language.SocialGraph;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class NamingGameTest {
  @Test
  void aRunEndsWithOneWordThatAllHold() {
    var run = NamingGame.population(100).simulate(1);
    assertTrue(run.converged());
    assertArrayEquals(new int[] {100}, run.holders());
    assertEquals(100, run.lastWords());
    var language = run.language();
    assertEquals(1, language.size());
    assertEquals(100, language.total());
  }

  @Test
  void theHistoryOfAShortRunHasEveryInteraction() {
    var run = NamingGame.population(20).simulate(3);
    long[] times = run.times();
    assertEquals(run.interactions() + 1, times.length);
    assertEquals(run.mostWords(), Arrays.stream(run.words()).max().orElseThrow());
    assertEquals(run.mostWords(), run.words()[(int) run.timeOfMostWords()]);
    assertEquals(0, run.words()[0]);
    assertEquals(2, run.words()[1], "the first speaker and the first hearer");
  }

  @Test
  void theHistoryOfALongRunIsThinned() {
    var run = NamingGame.population(1000).simulate(3);
    long[] times = run.times();
    assertTrue(times.length > 1000 && times.length <= 2048);
    long step = times[1];
    for (int i = 1; i < times.length - 1; i++) {
      assertEquals(i * step, times[i]);
    }
    var success = run.success(50);
    assertEquals(0, success[0][1], 0.05);
    assertTrue(success[49][1] > 0.6, "success comes with consensus: " + success[49][1]);
  }

  @Test
  void betaOneIsTheMinimalGameAndBetaZeroNeverForgets() {
    var minimal = NamingGame.population(50).simulate(5);
    assertEquals(
        minimal.interactions(), NamingGame.population(50).beta(1).simulate(5).interactions());
    var stuck = NamingGame.population(20).beta(0).until(50_000).simulate(5);
    assertFalse(stuck.converged());
    assertEquals(20L * stuck.lexicon().length, stuck.lastWords(), "all know all words for ever");
  }

  /** Below 1/3 two words coexist, above they do not (Baronchelli et al. 2007). */
  @Test
  void twoWordsCoexistBelowBetaOfOneThirdOnly() {
    var start = NamingGame.population(500).twoWords(0.5).until(400_000);
    assertEquals(0, start.beta(0.2).ensemble(5).seed(1).run().converged());
    assertEquals(5, start.beta(0.6).ensemble(5).seed(1).run().converged());
  }

  /**
   * Mean field: with x holders of either word alone and z = 1 - 2x of both, {@code beta z^2 + (3
   * beta - 1) x z / 2 = x^2}. The mean over 400 times of one run; its standard error is below 1e-3.
   */
  @Test
  void theShareThatHoldsBothWordsIsThatOfTheRateEquations() {
    double beta = 0.2;
    double low = 0;
    double high = 0.5;
    for (int i = 0; i < 60; i++) {
      double x = (low + high) / 2;
      double z = 1 - 2 * x;
      if (beta * z * z + (3 * beta - 1) / 2 * x * z > x * x) {
        low = x;
      } else {
        high = x;
      }
    }
    var run = NamingGame.population(5000).twoWords(0.5).beta(beta).until(1_000_000).simulate(2);
    long[] words = run.words();
    double mean =
        Arrays.stream(words, words.length / 2, words.length).average().orElseThrow() / 5000 - 1;
    assertEquals(1 - 2 * low, mean, 0.01);
  }

  /** About 10 % are enough (Xie et al. 2011). */
  @Test
  void aMinorityBeyondATenthConvertsAllSoon() {
    var game = NamingGame.population(500).until(100_000);
    var few = game.committed(0.06).ensemble(5).seed(1).run();
    var many = game.committed(0.14).ensemble(5).seed(1).run();
    assertEquals(0, few.converged());
    assertEquals(5, many.converged());
    assertEquals(500, many.sample(LAST_WORDS).mean());
    assertEquals(1, NamingGame.population(50).committed(1).simulate(1).times().length);
  }

  @Test
  void aRingTakesLongerThanASmallWorldAndThatLongerThanAll() {
    double[] means =
        java.util.stream.Stream.of(
                SocialGraph.ring(100, 4),
                SocialGraph.wattsStrogatz(100, 4, 0.3, 1),
                SocialGraph.complete(100))
            .mapToDouble(
                g -> NamingGame.on(g).ensemble(20).seed(2).run().sample(CONVERGENCE_TIME).mean())
            .toArray();
    assertTrue(means[0] > means[1] && means[1] > means[2], Arrays.toString(means));
  }

  @Test
  void distinctWordsReachHalfThePopulation() {
    var runs = NamingGame.population(2000).until(20_000).ensemble(10).seed(1).run();
    var most = runs.sample(MOST_DISTINCT);
    assertEquals(1000, most.mean(), 4 * most.standardError());
  }

  @Test
  void anEnsembleIsItsRunsForAnyNumberOfThreads() {
    var ensemble = NamingGame.population(60).ensemble(8).seed(9);
    var all = ensemble.run();
    try (var one = new ForkJoinPool(1)) {
      var alone = one.submit(ensemble::run).join();
      assertArrayEquals(alone.values(CONVERGENCE_TIME), all.values(CONVERGENCE_TIME));
    }
    var third = NamingGame.population(60).simulate(Rng.seed(9, 3));
    assertEquals((double) third.interactions(), all.values(CONVERGENCE_TIME)[3]);
  }

  @Test
  void meanCurvesStartAtNothingAndEndInConsensus() {
    var curves = NamingGame.population(60).ensemble(8).seed(9).run().curves(50);
    assertEquals(0, curves.words()[0]);
    assertEquals(60, curves.words()[49], 1e-12);
    assertEquals(1, curves.distinct()[49], 1e-12);
    assertEquals(1, curves.success()[49], 0.2);
  }

  @Test
  void aGraphThatFallsApartIsRefused() {
    var parts = SocialGraph.of(4, new int[][] {{0, 1}, {2, 3}});
    assertThrows(IllegalArgumentException.class, () -> NamingGame.on(parts));
  }

  @Test
  void anInterruptStopsARun() {
    Thread.currentThread().interrupt();
    var game = NamingGame.population(1000);
    assertThrows(CancellationException.class, () -> game.simulate(1));
  }

  @Test
  void resultsSayWhatTheyAre() {
    var run = NamingGame.population(50).simulate(1);
    assertTrue(run.summary().contains("consensus after"));
    assertTrue(run.summary().lines().count() <= 12);
    var runs = NamingGame.population(50).ensemble(5).run();
    assertTrue(runs.summary().lines().count() <= 12);
    assertEquals(3, runs.chart().panels().size());
    assertEquals(3, run.chart().panels().size());
    assertEquals(6, run.table().rowCount());
    assertTrue(run.history().rowCount() > 10);
  }

  @Test
  void slopesComeWithIntervalsThatHoldThem() {
    var exponents = NamingGame.scaling(50, 100, 200).runs(20).seed(1).run();
    for (var slope : exponents.slopes()) {
      assertTrue(slope.low() < slope.slope() && slope.slope() < slope.high());
    }
    assertEquals(1.3, exponents.convergence().slope(), 0.15);
    assertEquals(1, exponents.slope(MOST_DISTINCT).slope(), 0.02);
    assertThrows(IllegalArgumentException.class, () -> exponents.slope(LAST_WORDS));
    assertTrue(exponents.summary().contains("slope of convergence time"));
    assertEquals(4, exponents.chart().panels().getFirst().layers().size());
  }
}
