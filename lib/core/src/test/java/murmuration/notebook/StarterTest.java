package murmuration.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StarterTest {
  @Test
  void kernelEndsOnceItsStarterIsGone() throws IOException, InterruptedException {
    var ended = new CountDownLatch(1);
    var starter = new ProcessBuilder("sort").start(); // reads until its input is closed
    try {
      new Starter(Long.toString(starter.pid())).whenGone(ended::countDown);
      assertEquals(1, ended.getCount());
    } finally {
      starter.destroy();
    }
    assertTrue(ended.await(1, TimeUnit.MINUTES));
  }

  @Test
  void kernelThatNobodyNamedGoesOn() {
    var ended = new AtomicInteger();
    for (String pid : new String[] {"", "none", "-1", "999999999999999999"}) {
      new Starter(pid).whenGone(ended::incrementAndGet);
    }
    new Starter(null).whenGone(ended::incrementAndGet);
    assertEquals(0, ended.get());
  }
}
