package murmuration.neural.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class NeuralEngineTest {
  @Test
  void runsHere() {
    assertEquals(Optional.empty(), NeuralEngine.problem());
  }

  @Test
  void anInterruptWaitsUntilTheLibraryIsLoaded() {
    var done = new AtomicBoolean();
    Thread.currentThread().interrupt();
    NeuralEngine.undisturbed(
        () -> {
          try {
            TimeUnit.MILLISECONDS.sleep(50);
            done.set(true);
          } catch (InterruptedException e) {
            throw new IllegalStateException("disturbed", e);
          }
        });
    assertTrue(Thread.interrupted(), "the interrupt is handed on");
    assertTrue(done.get());
  }

  @Test
  void whatGoesWrongIsSaid() {
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                NeuralEngine.undisturbed(
                    () -> {
                      throw new UnsatisfiedLinkError("no such library");
                    }));
    assertTrue(String.valueOf(thrown.getMessage()).contains("no such library"));
    assertFalse(Thread.currentThread().isInterrupted());
  }
}
