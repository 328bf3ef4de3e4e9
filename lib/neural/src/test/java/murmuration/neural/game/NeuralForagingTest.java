package murmuration.neural.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import murmuration.language.SocialGraph;
import murmuration.language.game.ForagingTask;
import murmuration.math.Rng;
import murmuration.neural.engine.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuralForagingTest {
  private static NeuralForaging small() {
    return NeuralForaging.of(ForagingTask.SCORE_G).near(0).games(8).updates(2);
  }

  @Test
  void runsAreTheSameToTheLastDigitEachTime() {
    var first = small().simulate(1);
    for (int repeat = 0; repeat < 20; repeat++) {
      var again = small().simulate(1);
      assertEquals(first.community().weights(), again.community().weights());
      assertArrayEquals(first.history().of("success"), again.history().of("success"));
    }
    assertTrue(!first.community().weights().equals(small().simulate(2).community().weights()));
  }

  @Test
  void goesOnFromAFileAsIfItHadNeverStopped(@TempDir Path folder) {
    var game = small().updates(40);
    var straight = game.simulate(3);
    Path half = folder.resolve("half");
    var stopped = new CompletableFuture<Throwable>();
    var thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    game.simulate(3, half);
                    stopped.complete(new IllegalStateException("it ran to its end"));
                  } catch (CancellationException e) {
                    stopped.complete(e);
                  }
                });
    try {
      while (!half.toFile().exists()) {
        TimeUnit.MILLISECONDS.sleep(2);
      }
      thread.interrupt();
      assertTrue(thread.join(Duration.ofSeconds(10)), "it stopped");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertTrue(stopped.join() instanceof CancellationException, String.valueOf(stopped.join()));
    long step = Checkpoint.read(half, ForagerRun.KIND).step();
    assertTrue(step >= 1 && step < 40, "step " + step);
    var resumed = game.resume(half);
    assertEquals(straight.community().weights(), resumed.community().weights());
    assertArrayEquals(straight.history().of("steps"), resumed.history().of("steps"));
    assertEquals(40, Checkpoint.read(half, ForagerRun.KIND).step());
    assertThrows(IllegalArgumentException.class, () -> small().resume(half));
  }

  @Test
  void easierEpisodesAreOverBeforeTheRunIs() {
    List<ForagerGames.Ease> seen = new ArrayList<>();
    for (boolean easy : new boolean[] {true, false}) {
      var course = new ForagerCourse(1000, 5, false, easy);
      for (long update : new long[] {0, 999}) {
        seen.add(course.of(update, 1, Rng.of(1))[0]);
      }
    }
    assertEquals(new ForagerGames.Ease(0, 3, 1, 0.5), seen.get(0));
    for (int i = 1; i < 4; i++) {
      assertEquals(NeuralForaging.of(ForagingTask.SCORE_G).ease(), seen.get(i));
    }
  }

  @Test
  void societiesOfNetsAreLoggedAsThoseOfTables() {
    var game = small().society(SocialGraph.ring(5)).updates(2);
    var run = game.simulate(1);
    assertEquals(5, run.community().size());
    var log = run.community().log(200, 1);
    assertEquals(5, log.uses().size());
    assertTrue(log.moments().stream().anyMatch(m -> m.bin() > 0));
    assertEquals(3, log.language(0, 1).attributeCount());
    assertEquals(run.community().success(200, 4), run.community().success(200, 4));
  }

  @Test
  void silentAgentsHearNothing() {
    var run = small().silent().simulate(1);
    assertEquals(run.success(), run.unheard());
    assertTrue(run.summary().lines().count() <= 12, run.summary());
  }

  @Test
  void sizesOutOfBoundsAreRefusedByName() {
    var game = small();
    for (Runnable bad :
        List.<Runnable>of(
            () -> game.updates(0),
            () -> game.games(Integer.MAX_VALUE),
            () -> game.rate(Double.NaN),
            () -> game.near(6),
            () -> game.places(3),
            () -> game.society(SocialGraph.complete(16)),
            () -> game.simulate(0, 1))) {
      String message = assertThrows(IllegalArgumentException.class, bad::run).getMessage();
      assertTrue(String.valueOf(message).contains("expected"), message);
    }
  }
}
