package murmuration.neural.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import murmuration.math.Rng;
import murmuration.sweep.Progress;
import org.junit.jupiter.api.Test;

class TrainingTest {
  private static final int CASES = 32;

  /** Two layers that learn a wave; chance of step i is Rng.of(seed, i), as in every net here. */
  private static final class Wave implements AutoCloseable {
    final Training training;
    private final InputArray x;
    private final InputArray y;
    private final Supplier<NDArray> loss;

    Wave(Adam adam) {
      training = Training.open("wave", adam);
      Session session = training.session();
      var random = Rng.of(1);
      var in = session.weight("in", InitialWeights.uniform(random, 1, 16, 1));
      var bias = session.weight("bias", InitialWeights.uniform(random, 1, 16));
      var out = session.weight("out", InitialWeights.uniform(random, 0.25, 1, 16));
      x = session.input(CASES, 1);
      y = session.input(CASES, 1);
      loss =
          () ->
              Layers.meanSquare(
                  Layers.linear(Layers.gelu(Layers.linear(x.array(), in, bias)), out), y.array());
    }

    void draw(int step) {
      var random = Rng.of(7, step);
      float[] at = new float[CASES];
      float[] wave = new float[CASES];
      for (int i = 0; i < CASES; i++) {
        at[i] = (float) (4 * random.nextDouble() - 2);
        wave[i] = (float) Math.sin(at[i]);
      }
      x.fill(at);
      y.fill(wave);
    }

    double step(int step) {
      draw(step);
      return training.stepAndTell(loss);
    }

    @Override
    public void close() {
      training.close();
    }
  }

  private static Adam adam() {
    return Adam.rate(0.01).decay(0.01).clip(1);
  }

  @Test
  void goesDownTheGradient() {
    try (var wave = new Wave(adam())) {
      double first = wave.step(0);
      double last = 0;
      for (int i = 1; i < 600; i++) {
        last = wave.step(i);
      }
      assertTrue(first > 0.1 && last < 0.02, first + " to " + last);
      assertEquals(600, wave.training.steps());
    }
  }

  @Test
  void isTheSameToTheLastDigitEachTime() {
    List<Double> losses = new ArrayList<>();
    for (int repeat = 0; repeat < 20; repeat++) {
      try (var wave = new Wave(adam())) {
        for (int i = 0; i < 49; i++) {
          wave.step(i);
        }
        losses.add(wave.step(49));
      }
    }
    assertEquals(1, losses.stream().distinct().count(), losses.toString());
  }

  @Test
  void goesOnFromACheckpointAsIfItHadNeverStopped() {
    ModelWeights straight;
    Map<String, Tensor> half;
    try (var wave = new Wave(adam())) {
      for (int i = 0; i < 20; i++) {
        wave.step(i);
      }
      half = wave.training.state();
      for (int i = 20; i < 40; i++) {
        wave.step(i);
      }
      straight = wave.training.session().weights();
    }
    try (var wave = new Wave(adam())) {
      wave.training.restore(half, 20);
      for (int i = 20; i < 40; i++) {
        wave.step(i);
      }
      assertEquals(straight, wave.training.session().weights());
    }
  }

  @Test
  void firstStepOfAdamIsTheRateWhateverTheGradient() {
    try (var training = Training.open("line", Adam.rate(0.25))) {
      Session session = training.session();
      var slope = session.weight("slope", Tensor.of(new float[] {1, -2}, 2, 1));
      var x = session.input(1, 1);
      var y = session.input(1, 2);
      x.fill(new float[] {1});
      y.fill(new float[] {9, -9});
      training.step(() -> Layers.meanSquare(Layers.linear(x.array(), slope), y.array()));
      assertArrayEquals(new float[] {1.25f, -2.25f}, session.weights().get("slope", 2, 1), 1e-6f);
    }
  }

  @Test
  void decayPullsApartFromTheGradient() {
    try (var training = Training.open("line", Adam.rate(0.1).decay(0.5))) {
      Session session = training.session();
      var slope = session.weight("slope", Tensor.of(new float[] {2}, 1, 1));
      var x = session.input(1, 1);
      x.fill(new float[] {1});
      // The gradient is 1: the step is rate * 1, the decay rate * 0.5 * 2.
      training.step(() -> Layers.linear(x.array(), slope).sum());
      assertEquals(2 - 0.1 - 0.1, session.weights().get("slope", 1, 1)[0], 1e-6);
    }
  }

  @Test
  void gradientIsThatOfCalculus() {
    try (var training = Training.open("line", Adam.rate(0.1))) {
      Session session = training.session();
      var slope = session.weight("slope", Tensor.of(new float[] {2}, 1, 1));
      var x = session.input(2, 1);
      var y = session.input(2, 1);
      x.fill(new float[] {1, 3});
      y.fill(new float[] {1, 1});
      Supplier<NDArray> loss = () -> Layers.meanSquare(Layers.linear(x.array(), slope), y.array());
      for (int again = 0; again < 2; again++) {
        // d/dw of ((w - 1)^2 + (3w - 1)^2) / 2 at 2 is (2 (2 - 1) + 6 (6 - 1)) / 2.
        var gradient = training.gradient(loss, () -> {});
        assertEquals(16, gradient.get("slope", 1, 1)[0], 1e-5);
      }
      assertEquals(2, session.weights().get("slope", 1, 1)[0], 0);
    }
  }

  @Test
  void gradientStandsAGarbageCollectionInBetween() {
    try (var wave = new Wave(adam())) {
      wave.draw(3);
      var plain = wave.training.gradient(wave.loss, () -> {});
      for (int i = 0; i < 3; i++) {
        assertEquals(plain, wave.training.gradient(wave.loss, TrainingTest::disturb));
      }
    }
  }

  /** Frees what nobody holds, and writes over it. */
  private static void disturb() {
    System.gc();
    for (int i = 0; i < 64; i++) {
      ByteBuffer.allocateDirect(4).putFloat(0, 777);
    }
  }

  @Test
  void secondTrainingIsRefusedByNameUntilTheFirstIsClosed() {
    try (var first = Training.open("first", Adam.rate(0.1))) {
      for (Runnable second :
          List.<Runnable>of(
              () -> Training.open("second", Adam.rate(0.1)).close(),
              () ->
                  CompletableFuture.runAsync(() -> Training.open("second", Adam.rate(0.1)).close())
                      .join())) {
        Throwable thrown = assertThrows(RuntimeException.class, second::run);
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        assertTrue(cause instanceof IllegalStateException, String.valueOf(cause));
        assertTrue(String.valueOf(cause).contains("'first'"), String.valueOf(cause));
      }
      assertEquals(0, first.steps());
    }
    Training.open("third", Adam.rate(0.1)).close();
  }

  @Test
  void interruptedTrainingLeavesTheEngineAbleToTrain() throws InterruptedException {
    var stopped = new CompletableFuture<Throwable>();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (var wave = new Wave(adam());
                      var progress = Progress.of("wave", 1_000_000)) {
                    for (int i = 0; i < 1_000_000; i++) {
                      wave.step(i);
                      progress.tick();
                    }
                  } catch (RuntimeException | Error e) { // whatever ended it, the test hears of it
                    stopped.complete(e);
                  }
                });
    TimeUnit.MILLISECONDS.sleep(200);
    thread.interrupt();
    assertTrue(thread.join(java.time.Duration.ofSeconds(10)), "it stopped");
    assertTrue(String.valueOf(stopped.join()).contains("interrupted"));
    try (var wave = new Wave(adam())) {
      assertTrue(Double.isFinite(wave.step(0)));
    }
  }

  @Test
  void lossThatThrowsLeavesTheEngineAbleToTrain() {
    try (var training = Training.open("broken", Adam.rate(0.1))) {
      assertThrows(
          ArithmeticException.class,
          () ->
              training.step(
                  () -> {
                    throw new ArithmeticException("no loss");
                  }));
    }
    try (var wave = new Wave(adam())) {
      assertTrue(Double.isFinite(wave.step(0)));
    }
  }
}
