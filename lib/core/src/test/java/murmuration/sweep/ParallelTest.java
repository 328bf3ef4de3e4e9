package murmuration.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import murmuration.math.Interruption;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ParallelTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void seededJobsGiveTheSameNumbersOnAnyNumberOfThreads(int threads) {
    double[] alone = new double[500];
    for (int i = 0; i < alone.length; i++) {
      alone[i] = Rng.of(7, i).nextGaussian();
    }
    try (var pool = new ForkJoinPool(threads)) {
      double[] shared =
          pool.submit(() -> Parallel.doubles("t", 500, i -> Rng.of(7, i).nextGaussian())).join();
      assertArrayEquals(alone, shared);
    }
  }

  @Test
  void valuesComeInTheOrderOfTheJobs() {
    assertEquals(
        IntStream.range(0, 1000).boxed().toList(), Parallel.map("t", 1000, Integer::valueOf));
  }

  @Test
  void noJobsGiveNoValues() {
    assertEquals(List.of(), Parallel.map("t", 0, i -> i));
    assertEquals(0, Parallel.doubles("t", 0, i -> i).length);
  }

  @Test
  void aNegativeNumberOfJobsIsRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> Parallel.doubles("t", -1, i -> i));
    assertEquals("n is -1: expected 0 or more jobs", e.getMessage());
  }

  @Test
  void theFailureOfTheLowestIndexComesOutAsItWasThrown() {
    for (int round = 0; round < 50; round++) {
      var thrown = new IllegalStateException("job 17");
      var caught =
          assertThrows(
              IllegalStateException.class,
              () ->
                  Parallel.map(
                      "t",
                      200,
                      i -> {
                        if (i == 17) {
                          throw thrown;
                        }
                        if (i > 17) {
                          throw new IllegalStateException("job " + i);
                        }
                        return i;
                      }));
      assertSame(thrown, caught);
    }
  }

  @Test
  void noJobRunsAfterAFailureHasComeOut() {
    var running = new AtomicInteger();
    assertThrows(
        ArithmeticException.class,
        () ->
            Parallel.map(
                "t",
                1000,
                i -> {
                  running.incrementAndGet();
                  try {
                    if (i == 3) {
                      throw new ArithmeticException();
                    }
                    return i;
                  } finally {
                    running.decrementAndGet();
                  }
                }));
    assertEquals(0, running.get());
  }

  @Test
  void jobsMayThemselvesBeParallel() {
    var sums =
        Parallel.map(
            "outer",
            20,
            i ->
                IntStream.of(
                        Parallel.map("inner", 30, j -> i * j).stream().mapToInt(v -> v).toArray())
                    .sum());
    assertEquals(19 * 435, sums.get(19));
  }

  @Test
  void anInterruptOfTheCallerStopsJobsInEveryThread() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var cancelled = new AtomicBoolean();
    var interruptLeft = new AtomicBoolean(true);
    var running = new AtomicInteger();
    var caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Parallel.map("endless", 100, i -> endless(begun, running));
                  } catch (CancellationException e) {
                    cancelled.set(running.get() == 0);
                    interruptLeft.set(Thread.currentThread().isInterrupted());
                  }
                });
    begun.await();
    caller.interrupt();
    caller.join();
    assertTrue(cancelled.get(), "a CancellationException after all jobs had ended");
    assertFalse(interruptLeft.get());
  }

  @Test
  void anInterruptThatOneJobHasAnsweredStopsTheOthers() throws Exception {
    var together = new CyclicBarrier(2);
    var answered = new CountDownLatch(1);
    try (var pool = new ForkJoinPool(2)) {
      var stopped =
          pool.submit(
              () -> {
                var caller = Thread.currentThread();
                return assertThrows(
                    CancellationException.class,
                    () ->
                        Parallel.forEach("two", 2, i -> interruptedBy(caller, together, answered)));
              });
      assertTrue(String.valueOf(stopped.get(20, TimeUnit.SECONDS)).contains("two was interrupted"));
    }
  }

  private static void interruptedBy(
      Thread caller, CyclicBarrier together, CountDownLatch answered) {
    try {
      together.await();
      if (Thread.currentThread().equals(caller)) {
        caller.interrupt();
        try (var inner = Progress.of("inner", 1)) {
          inner.tick();
        } finally {
          answered.countDown();
        }
      }
      answered.await();
      for (int i = 0; i < 100; i++) {
        Interruption.check("the other job");
      }
      throw new AssertionError("the other job was not stopped");
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new AssertionError(e);
    }
  }

  private static int endless(CountDownLatch begun, AtomicInteger running) {
    running.incrementAndGet();
    try (var inner = Progress.of("inner", Long.MAX_VALUE)) {
      while (true) {
        begun.countDown();
        inner.tick();
      }
    } finally {
      running.decrementAndGet();
    }
  }

  @Test
  void anInterruptWhileTheCallerOnlyWaitsStopsTheOthers() throws InterruptedException {
    var othersBusy = new CountDownLatch(1);
    var cancelled = new AtomicBoolean();
    var caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  Thread self = Thread.currentThread();
                  try {
                    Parallel.map(
                        "t",
                        2,
                        i ->
                            Thread.currentThread().equals(self)
                                ? leave(othersBusy)
                                : endless(othersBusy, new AtomicInteger()));
                  } catch (CancellationException e) {
                    cancelled.set(true);
                  }
                });
    othersBusy.await();
    Thread.sleep(50);
    caller.interrupt();
    caller.join();
    assertTrue(cancelled.get());
  }

  private static int leave(CountDownLatch othersBusy) {
    try {
      othersBusy.await();
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
