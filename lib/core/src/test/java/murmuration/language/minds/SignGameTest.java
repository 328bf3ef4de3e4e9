package murmuration.language.minds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import murmuration.language.Language;
import murmuration.math.Rng;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

class SignGameTest {
  private static final SharedObjects OBJECTS =
      SharedObjects.drawn(40, new double[] {0, 20, -20}, 5, new double[] {0, 20, 40}, 6, 7);

  /**
   * The normal-Wishart law's probability of all of one sign's numbers, closed form in one
   * dimension.
   */
  private static double logEvidence(NormalWishart prior, double... x) {
    double n = x.length;
    double mean = n == 0 ? 0 : Arrays.stream(x).average().orElseThrow();
    double scatter = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
    double shift = mean - prior.mean()[0];
    double beta = prior.beta() + n;
    double shape = prior.nu() / 2;
    double rate = 1 / (2 * prior.scale()[0][0]);
    double after = rate + scatter / 2 + prior.beta() * n * shift * shift / (2 * beta);
    return Gamma.logGamma(shape + n / 2)
        - Gamma.logGamma(shape)
        + shape * Math.log(rate)
        - (shape + n / 2) * Math.log(after)
        + Math.log(prior.beta() / beta) / 2
        - n / 2 * Math.log(2 * Math.PI);
  }

  /** A right sampler fails this once in 10,000 seeds. */
  @Test
  void withWhatWasAgreedHeldTheGameSamplesTheJointPosteriorOfSigns() {
    double p = fit(SignMode.METROPOLIS_HASTINGS, SpeakerMemory.AGREED);
    assertTrue(p > 1e-4, "p = " + p);
    double topline = fit(SignMode.GIBBS, SpeakerMemory.SAID);
    assertTrue(topline > 1e-4, "p = " + topline);
  }

  @Test
  void withWhatWasSaidHeldItDoesNot() {
    double p = fit(SignMode.METROPOLIS_HASTINGS, SpeakerMemory.SAID);
    assertTrue(p < 1e-12, "p = " + p);
  }

  /** The p of chi-square that the signs of two objects come from their joint posterior. */
  private static double fit(SignMode mode, SpeakerMemory memory) {
    double[] a = {0, 1.5};
    double[] b = {0.3, -1};
    var prior = new NormalWishart(new double[] {0.2}, 0.5, new double[][] {{2}}, 3);
    double same = logEvidence(prior, a) + logEvidence(prior, b);
    double different =
        logEvidence(prior, a[0])
            + logEvidence(prior, a[1])
            + logEvidence(prior, b[0])
            + logEvidence(prior, b[1]);
    double odds = Math.exp(same - different);
    double[] weights = {odds, 1, 1, odds};
    var game =
        SignGame.of(SharedObjects.of(a, b, new int[] {0, 1}))
            .prior(prior)
            .rounds(20)
            .mode(mode)
            .memory(memory);
    int runs = 6000;
    int[] counts = new int[4];
    for (int i = 0; i < runs; i++) {
      int[][] signs = game.simulate(Rng.seed(1, i)).second().messages();
      counts[2 * signs[0][0] + signs[1][0]]++;
    }
    double total = Arrays.stream(weights).sum();
    double statistic = 0;
    for (int k = 0; k < counts.length; k++) {
      double expected = runs * weights[k] / total;
      statistic += (counts[k] - expected) * (counts[k] - expected) / expected;
    }
    return 1 - new ChiSquaredDistribution(3).cumulativeProbability(statistic);
  }

  @Test
  void nothingIsAgreedOnWhereEverythingIsTakenUpOrNothing() {
    var copying = SignGame.of(OBJECTS).mode(SignMode.ACCEPT_ALL).ensemble(10).run();
    var silent = SignGame.of(OBJECTS).mode(SignMode.REJECT_ALL).ensemble(10).run();
    var talking = SignGame.of(OBJECTS).ensemble(10).run();
    assertEquals(1, copying.mean(MindsQuantity.ACCEPTED_FORWARD).min());
    assertEquals(0, silent.mean(MindsQuantity.ACCEPTED_BACKWARD).max());
    assertTrue(copying.mean(MindsQuantity.KAPPA).max() < 0.2);
    assertTrue(copying.mean(MindsQuantity.ARI_FIRST).max() < 0.2);
    assertTrue(talking.mean(MindsQuantity.KAPPA).min() > 0.6);
    assertTrue(
        talking.mean(MindsQuantity.KAPPA).mean() > silent.mean(MindsQuantity.KAPPA).high(0.99));
  }

  @Test
  void believingEverythingForgetsAPerfectStartThatWeighingKeeps() {
    var game = SignGame.of(OBJECTS).start(OBJECTS.classes());
    double forgotten =
        game.mode(SignMode.ACCEPT_ALL).ensemble(5).run().mean(MindsQuantity.ARI_FIRST).max();
    double kept = game.ensemble(5).run().mean(MindsQuantity.ARI_FIRST).min();
    assertTrue(forgotten < 0.1 && kept > 0.7, forgotten + " and " + kept);
    assertThrows(IllegalArgumentException.class, () -> SignGame.of(OBJECTS).start(0, 1, 2));
  }

  @Test
  void oneMindKnowsMoreThanTwoThatTalk() {
    var one = SignGame.of(OBJECTS).mode(SignMode.GIBBS).ensemble(10).run();
    var two = SignGame.of(OBJECTS).ensemble(10).run();
    double top = one.mean(MindsQuantity.HEARD_ARI_SECOND).mean();
    assertTrue(top > two.mean(MindsQuantity.HEARD_ARI_SECOND).mean());
    assertTrue(
        two.mean(MindsQuantity.HEARD_ARI_SECOND).mean()
            > two.mean(MindsQuantity.ARI_SECOND).mean());
    assertEquals(1, one.mean(MindsQuantity.HEARD_KAPPA).min(), 0);
  }

  @Test
  void aGameIsTheSameForAnyNumberOfThreads() throws Exception {
    var study = SignGame.of(OBJECTS).rounds(5).ensemble(6).seed(3);
    var one = new ForkJoinPool(1);
    var four = new ForkJoinPool(4);
    try {
      var alone = one.submit(() -> study.run().each().toString()).get();
      assertEquals(alone, four.submit(() -> study.run().each().toString()).get());
    } finally {
      one.shutdown();
      four.shutdown();
    }
    assertArrayEquals(
        study.game().simulate(Rng.seed(3, 2)).curve(MindsQuantity.KAPPA),
        study.run().games().get(2).curve(MindsQuantity.KAPPA));
  }

  @Test
  void manyDimensionsWorkAsOneDoes() {
    var rng = Rng.of(5);
    int[] classes = IntStream.range(0, 90).map(i -> i / 30).toArray();
    double[][] plane = new double[90][2];
    double[][] space = new double[90][3];
    for (int i = 0; i < 90; i++) {
      plane[i][0] = 10 * classes[i] + rng.nextGaussian();
      plane[i][1] = rng.nextGaussian();
      space[i][2] = 10 * (classes[i] == 1 ? 1 : 0) + rng.nextGaussian();
      space[i][0] = rng.nextGaussian();
      space[i][1] = -10 * classes[i] + rng.nextGaussian();
    }
    var outcome =
        SignGame.of(new SharedObjects(plane, space, classes)).rounds(40).ensemble(8).run();
    assertTrue(outcome.mean(MindsQuantity.KAPPA).max() > 0.95, outcome.summary());
  }

  @Test
  void theLanguageHoldsClassesAndSigns() {
    var history = SignGame.of(OBJECTS).rounds(3).simulate(1);
    Language language = history.first();
    assertEquals(120, language.size());
    assertEquals(OBJECTS.classes()[77], language.meaning(77)[0]);
    assertEquals(1, language.message(77).length);
    assertEquals(3, history.rounds());
    assertEquals(3, history.table().rowCount());
    assertEquals(3, history.chart().panels().size());
  }

  @Test
  void aGameCanBeInterrupted() {
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> SignGame.of(OBJECTS).simulate(1));
  }

  @Test
  void priorsMustFitWhatAgentsSee() {
    assertThrows(
        IllegalArgumentException.class, () -> SignGame.of(OBJECTS).prior(NormalWishart.vague(2)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new NormalWishart(new double[2], 1, new double[][] {{1, 2}, {2, 1}}, 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> new NormalWishart(new double[1], 1, new double[][] {{1}}, 0));
  }
}
