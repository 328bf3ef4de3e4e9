package murmuration.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProgressTest {
  @AfterEach
  void quiet() {
    Progress.silent();
  }

  private static void work(long millis) {
    try (var progress = Progress.of("cells", 1000)) {
      long end = System.nanoTime() + millis * 1_000_000;
      while (System.nanoTime() < end) {
        progress.tick();
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void longWorkIsShownUnderItsName() {
    List<String> shown = Collections.synchronizedList(new ArrayList<>());
    Progress.display(() -> new DelegatingProgressBarConsumer(shown::add, 60));
    work(1200);
    assertFalse(shown.isEmpty());
    assertTrue(shown.getLast().contains("cells"), shown::toString);
    assertTrue(shown.size() < 10, "at most five updates a second and one at the end: " + shown);
  }

  @Test
  void shortWorkShowsNothing() {
    List<String> shown = Collections.synchronizedList(new ArrayList<>());
    Progress.display(() -> new DelegatingProgressBarConsumer(shown::add, 60));
    work(20);
    assertEquals(List.of(), shown);
  }

  @Test
  void theConsoleGetsOneLine() {
    var bytes = new ByteArrayOutputStream();
    Progress.display(Progress.console(new PrintStream(bytes, true, StandardCharsets.UTF_8)));
    work(900);
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("cells"), text);
    assertEquals(1, text.chars().filter(c -> c == '\n').count(), text);
  }

  @Test
  void ticksOfAllThreadsAreCounted() {
    try (var progress = Progress.of("t", 100_000)) {
      IntStream.range(0, 100_000).parallel().forEach(i -> progress.tick());
      assertEquals(100_000, progress.done());
    }
  }

  @Test
  void anInterruptCancelsAndIsCleared() {
    Thread.currentThread().interrupt();
    var e =
        assertThrows(
            CancellationException.class,
            () -> {
              try (var progress = Progress.of("cells", 10)) {
                progress.tick();
              }
            });
    assertEquals("cells was interrupted after 1 of 10", e.getMessage());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void onceCancelledEveryThreadStops() throws InterruptedException {
    var progress = Progress.of("cells", 10);
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, progress::tick);
    var other = new ArrayList<Throwable>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> other.add(assertThrows(CancellationException.class, progress::tick)));
    progress.close();
    thread.join();
    assertEquals(1, other.size());
  }

  @Test
  void aNegativeTotalIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Progress.of("cells", -1));
  }
}
