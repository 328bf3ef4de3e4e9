package murmuration.language.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ForkJoinPool;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class RothErevTest {
  @Test
  void untrainedUrnsSucceedAsOftenAsChance() {
    for (int s : new int[] {2, 3, 7}) {
      var history = RothErev.states(s).plays(1).simulate(1).history();
      assertEquals(1.0 / s, history.of("expected success")[0], 1e-15);
    }
  }

  @Test
  void untrainedUrnsOfUnequalPriorsSucceedAsOftenAsChance() {
    var game = RothErev.states(3).acts(5).messages(2).priors(5, 3, 2);
    assertEquals(0.2, game.plays(1).simulate(1).history().of("expected success")[0], 1e-15);
    assertEquals(0.8, game.best(), 1e-15);
    assertEquals(0.7, game.threshold(), 1e-15);
  }

  @Test
  void theBestIsTheLikeliestStateForEachMessageAndAct() {
    assertEquals(1, RothErev.states(4).best(), 1e-15);
    assertEquals(0.875, RothErev.states(4).threshold(), 1e-15);
    assertEquals(0.5, RothErev.states(4).messages(2).best(), 1e-15);
    assertEquals(0.3, RothErev.states(3).priors(1, 2, 7).acts(2).best(), 1e-15);
  }

  @Test
  void expectedSuccessIsTheProductOfBothChances() {
    var game = RothErev.states(2).plays(1);
    var history = game.simulate(1).history();
    double[][] sender = {{3, 1}, {1, 1}};
    double[][] receiver = {{4, 1}, {1, 3}};
    var run = new RothErevRun(game, 1, history, sender, receiver);
    // 0.5 (0.75 * 0.8 + 0.25 * 0.25) + 0.5 (0.5 * 0.2 + 0.5 * 0.75)
    assertEquals(0.5 * (0.6 + 0.0625) + 0.5 * (0.1 + 0.375), run.expectedSuccess(), 1e-15);
    assertTrue(run.pooled());
  }

  @Test
  void weightsCountTheSuccesses() {
    var run = RothErev.states(3).plays(5000).simulate(4);
    double sent = sum(run.senderWeights());
    assertEquals(sent, sum(run.receiverWeights()), 0);
    double rate = 0;
    double[] success = run.history().of("success");
    double[] times = run.history().times();
    for (int t = 1; t < times.length; t++) {
      rate += success[t] * (times[t] - times[t - 1]);
    }
    assertEquals(sent - 9, rate, 1e-6);
    double[] expected = run.history().of("expected success");
    assertEquals(expected[expected.length - 1], run.expectedSuccess(), 1e-12);
  }

  @Test
  void twoStatesLearnToSignal() {
    // Argiento et al. (2009): with probability 1, in the end; the prototype has 5 of 1,000 runs
    // below at this time. 100 runs with more than 6 below would have a chance below 1e-6.
    var runs = RothErev.states(2).plays(100_000).ensemble(100).seed(2).run();
    assertTrue(runs.pooling().pooled() <= 6, runs.summary());
    assertTrue(runs.meanSuccess() > 0.98, runs.summary());
  }

  @Test
  void moreStatesPoolMoreOften() {
    var few = RothErev.states(3).plays(30_000).ensemble(150).seed(3).run().pooling();
    var many = RothErev.states(8).plays(30_000).ensemble(150).seed(3).run().pooling();
    assertTrue(many.z(few.pooled(), few.runs()) > 4, many.summary());
    assertTrue(few.interval(0.95)[0] < few.share() && few.share() < few.interval(0.95)[1]);
  }

  @Test
  void forgettingMakesHabitsPureButDoesNotFreeThem() {
    // Without forgetting success creeps up for ever; with it a run settles on 1/3, 2/3 or 1.
    var sure = RothErev.states(3).forgetting(0.01).plays(30_000).ensemble(100).seed(5).run();
    for (double success : sure.success()) {
      assertEquals(Math.rint(success * 3), success * 3, 1e-6);
    }
    assertTrue(sure.pooling().pooled() > 0, sure.summary());
  }

  @Test
  void anUrnThatForgetsIsNeverEmpty() {
    var run = RothErev.states(2).acts(1).forgetting(0.5).plays(20_000).simulate(1);
    assertEquals(0.5, run.expectedSuccess(), 1e-12);
  }

  @Test
  void costlyMessagesAreGivenUp() {
    // Of three messages for two states the one that earns nothing never gains weight.
    var run = RothErev.states(2).messages(3).costs(0, 0, 1).plays(20_000).simulate(1);
    assertEquals(1, run.senderWeights()[0][2], 0);
    assertEquals(1, run.senderWeights()[1][2], 0);
  }

  @Test
  void anEnsembleHasTheSameBitsForAnyNumberOfThreads() {
    var study = RothErev.states(4).plays(2000).ensemble(20).seed(9);
    double[] many = study.run().success();
    try (var pool = new ForkJoinPool(1)) {
      assertArrayEquals(many, pool.submit(() -> study.run().success()).join(), 0);
    }
    assertEquals(many[7], study.game().simulate(Rng.seed(9, 7)).expectedSuccess(), 1e-12);
  }

  @Test
  void aSignallingPairIsASpeakerAndAListener() {
    var run = RothErev.states(2).plays(50_000).simulate(1);
    assertFalse(run.pooled());
    for (int s = 0; s < 2; s++) {
      int[] said = run.speaker().best(new int[] {s});
      assertArrayEquals(said, run.language().message(s));
      assertArrayEquals(new int[] {s}, run.listener().understand(said));
      double total = run.senderWeights()[s][0] + run.senderWeights()[s][1];
      assertEquals(
          Math.log(run.senderWeights()[s][said[0]] / total),
          run.speaker().logProbability(new int[] {s}, said),
          1e-12);
    }
  }

  @Test
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> RothErev.states(0));
    assertThrows(IllegalArgumentException.class, () -> RothErev.states(2).priors(1, 0));
    assertThrows(IllegalArgumentException.class, () -> RothErev.states(2).costs(0, 2));
    assertThrows(IllegalArgumentException.class, () -> RothErev.states(2).forgetting(1));
  }

  private static double sum(double[][] rows) {
    double sum = 0;
    for (double[] row : rows) {
      for (double value : row) {
        sum += value;
      }
    }
    return sum;
  }
}
