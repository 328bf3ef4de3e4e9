package murmuration.neural.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import murmuration.language.EosPolicy;
import murmuration.language.Language;
import murmuration.language.game.MeaningSpace;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuralLewisTest {
  /** Small enough to be learned in a second. */
  private static final NeuralLewis SMALL =
      NeuralLewis.of(2, 4).vocabulary(8).length(2).hidden(30).copies(20).rate(0.01).updates(400);

  private static final NeuralLewis SHORT = SMALL.updates(10);

  @Test
  void agentsLearnToUnderstandEachOther() {
    NeuralLewisRun run = SMALL.entropy(0.1).simulate(1);
    assertTrue(run.solved(), run.summary());
    assertEquals(1, run.generalization().training());
    assertEquals(0, run.generalization().generalizationAll(), "0 was never trained");
    double[] loss = run.history().of("loss");
    assertTrue(loss[0] > 1 && loss[loss.length - 1] < 0.6, run.summary());
    assertEquals(run.updates(), run.history().plays()[loss.length - 1] / (9 * 20));
    assertEquals(run.history().of("topsim")[loss.length - 1], run.topsim().value(), 0);
    assertEquals(run.history().of("bosdis")[loss.length - 1], run.bosdis().value(), 0);
  }

  @Test
  void blendsLearnToo() {
    NeuralLewisRun run = SMALL.gumbel(1).simulate(1);
    assertTrue(run.solved(), run.summary());
    double[] loss = SMALL.copies(5).updates(60).straightThrough(1).simulate(1).history().of("loss");
    assertTrue(loss[5] < 0.8 * loss[0], Arrays.toString(loss));
  }

  @Test
  void messagesAreAsEggStoresThem() {
    Language language = SHORT.simulate(1).language();
    assertEquals(9, language.size());
    for (int[] message : language.messages()) {
      assertEquals(3, message.length);
      assertEquals(1, message[2], "symbol 1 ends every message");
      for (int symbol : message) {
        assertTrue(symbol >= 1 && symbol <= 8);
      }
    }
    assertArrayEquals(language.messages(), language.eos(EosPolicy.PADDED).messages());
  }

  @Test
  void chancesOfAllMessagesAddUpToOne() {
    RecurrentSpeaker speaker = SHORT.simulate(1).speaker();
    int[] meaning = {1, 3};
    double sum = 0;
    double best = Double.NEGATIVE_INFINITY;
    for (int first = 1; first <= 8; first++) {
      for (int second = 1; second <= 8; second++) {
        double log = speaker.logProbability(meaning, new int[] {first, second, 1});
        sum += Math.exp(log);
        best = Math.max(best, log);
      }
    }
    assertEquals(1, sum, 1e-12);
    assertEquals(Double.NEGATIVE_INFINITY, speaker.logProbability(meaning, new int[] {1, 1, 2}));
    assertEquals(Double.NEGATIVE_INFINITY, speaker.logProbability(meaning, new int[] {1, 9, 1}));
    assertTrue(speaker.logProbability(meaning, speaker.best(meaning)) <= best);
    int draws = 2000;
    int[] message = speaker.best(meaning);
    double p = Math.exp(speaker.logProbability(meaning, message));
    int hits = 0;
    var random = Rng.of(5);
    for (int i = 0; i < draws; i++) {
      hits += Arrays.equals(speaker.speak(meaning, random), message) ? 1 : 0;
    }
    // Five standard errors: one false alarm in a million.
    assertEquals(p, (double) hits / draws, 5 * Math.sqrt(p * (1 - p) / draws));
  }

  @Test
  void shortRunIsTheSameToTheLastDigitEachTime() {
    for (NeuralLewis game :
        new NeuralLewis[] {SHORT.updates(4), SHORT.gumbel(1).copies(5).updates(2)}) {
      Set<Double> losses = new HashSet<>();
      for (int repeat = 0; repeat < 20; repeat++) {
        losses.add(game.simulate(4).history().of("loss")[0]);
      }
      assertEquals(1, losses.size(), losses.toString());
    }
  }

  @Test
  void interruptedRunGoesOnAsIfItHadNeverStopped(@TempDir Path folder) throws InterruptedException {
    NeuralLewis game = SMALL.updates(60).entropy(1);
    NeuralLewisRun straight = game.simulate(2);
    NeuralLewis kept = game.keptIn(folder.resolve("run.checkpoint"));
    kept.updates(20).simulate(2);
    var stopped = new CompletableFuture<Throwable>();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  Thread.currentThread().interrupt();
                  try {
                    kept.simulate(2);
                    stopped.complete(new AssertionError("it was not stopped"));
                  } catch (CancellationException e) {
                    stopped.complete(e);
                  } catch (Throwable e) {
                    stopped.complete(new AssertionError(e));
                  }
                });
    assertTrue(thread.join(Duration.ofSeconds(20)));
    assertTrue(
        stopped.orTimeout(1, TimeUnit.SECONDS).join() instanceof CancellationException,
        stopped.toString());
    NeuralLewisRun resumed = kept.simulate(2);
    assertEquals(straight.history().of("loss").length, 6);
    for (int i = 4; i < 6; i++) {
      assertEquals(straight.history().of("loss")[i], resumed.history().of("loss")[i], 0);
    }
    assertArrayEquals(straight.language().messages(), resumed.language().messages());
    assertEquals(60, kept.simulate(2).updates(), "nothing is left to do");
    assertThrows(IllegalArgumentException.class, () -> kept.simulate(3), "another seed");
    assertThrows(IllegalArgumentException.class, () -> kept.hidden(31).simulate(2));
    assertThrows(IllegalArgumentException.class, () -> kept.updates(10).simulate(2));
    assertTrue(Files.exists(folder.resolve("run.checkpoint")));
  }

  @Test
  void runsHaveSeedsOfTheirOwn() {
    NeuralLewisRuns runs = SHORT.simulate(2, 7);
    assertEquals(Rng.seed(7, 1), runs.runs().get(1).seed());
    assertEquals(SHORT.simulate(Rng.seed(7, 1)).history().of("loss")[0], runs.last("loss")[1], 0);
    assertEquals(2, runs.table().rowCount());
    assertFalse(runs.summary().isEmpty());
    assertEquals(0, runs.solved().successes());
  }

  @Test
  void oneSymbolCanSayNothing() {
    NeuralLewisRun run = SHORT.vocabulary(1).simulate(1);
    assertEquals(0, run.history().of("entropy")[0], 1e-6);
    assertTrue(Double.isNaN(run.topsim().value()), "one message for all: no distance");
    assertFalse(run.chart().panels().isEmpty());
  }

  @Test
  void gamesTooLargeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> NeuralLewis.of(3, 50));
    assertThrows(IllegalArgumentException.class, () -> SMALL.hidden(0));
    assertThrows(IllegalArgumentException.class, () -> SMALL.length(31));
    assertThrows(IllegalArgumentException.class, () -> SMALL.vocabulary(Integer.MAX_VALUE));
    assertThrows(IllegalArgumentException.class, () -> SMALL.rate(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> SMALL.gumbel(0));
    assertThrows(IllegalArgumentException.class, () -> SMALL.copies(20_000));
    assertThrows(IllegalArgumentException.class, () -> SMALL.simulate(0, 1));
    assertEquals(9, NeuralLewis.of(MeaningSpace.of(2, 4).split(3)).split().train().length);
  }
}
