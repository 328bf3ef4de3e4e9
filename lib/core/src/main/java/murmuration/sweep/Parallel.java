package murmuration.sweep;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import org.jspecify.annotations.Nullable;

/**
 * Independent jobs on all cores, with progress: results are in the order of the jobs and, where a
 * job draws from {@link murmuration.math.Rng#of(long, long) Rng.of(seed, index)}, the same for any
 * number of threads.
 *
 * <p>Jobs run in the fork-join pool of the caller, else in the common one; the calling thread takes
 * part. Of the jobs that fail, the failure of the lowest index comes out, as it was thrown, after
 * every running job has ended. An interrupt of the caller lets no further job begin, stops running
 * jobs at their next {@link Progress#tick} or {@link Interruption#check}, and throws {@link
 * CancellationException}.
 */
public final class Parallel {
  private final int jobs;
  private final IntConsumer job;
  private final Progress progress;
  private final AtomicInteger next = new AtomicInteger();
  private final Semaphore ended = new Semaphore(0);
  private int failedJob = Integer.MAX_VALUE;
  private volatile @Nullable Throwable failure;

  private Parallel(int jobs, IntConsumer job, Progress progress) {
    this.jobs = jobs;
    this.job = job;
    this.progress = progress;
  }

  /**
   * The values of {@code job} for 0 to n - 1.
   *
   * @param name what the progress is shown as
   * @param n number of jobs, 0 or more
   * @param job from index to value; called from several threads
   */
  public static <T> List<T> map(String name, int n, IntFunction<? extends T> job) {
    Object[] values = new Object[count(n)];
    forEach(name, n, i -> values[i] = job.apply(i));
    @SuppressWarnings("unchecked")
    List<T> typed = (List<T>) Collections.unmodifiableList(Arrays.asList(values));
    return typed;
  }

  /** The same as {@link #map} for numbers: an array of length {@code n}. */
  public static double[] doubles(String name, int n, IntToDoubleFunction job) {
    double[] values = new double[count(n)];
    forEach(name, n, i -> values[i] = job.applyAsDouble(i));
    return values;
  }

  /** Runs {@code job} for 0 to n - 1, as {@link #map} does, where it keeps its own results. */
  public static void forEach(String name, int n, IntConsumer job) {
    try (var progress = Progress.of(name, count(n))) {
      new Parallel(n, job, progress).run();
    }
  }

  private static int count(int n) {
    Arguments.require(n >= 0, "n is %d: expected 0 or more jobs", n);
    return n;
  }

  private void run() {
    ForkJoinPool pool = ForkJoinTask.getPool();
    int helpers =
        pool == null ? ForkJoinPool.getCommonPoolParallelism() : pool.getParallelism() - 1;
    for (int i = 0; i < Math.min(helpers, jobs - 1); i++) {
      ForkJoinTask.adapt(this::work).fork();
    }
    work();
    awaitAll();
    if (progress.isCancelled()) {
      throw progress.cancellation();
    }
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new AssertionError(e);
    }
  }

  /** Every index is taken and counted by someone; after a failure the rest are not run. */
  private void work() {
    ScopedValue.where(Progress.ENCLOSING, progress)
        .run(() -> Interruption.within(progress::isCancelled, this::takeJobs));
  }

  private void takeJobs() {
    int i;
    while ((i = next.getAndIncrement()) < jobs) {
      try {
        if (failure == null) {
          progress.check();
          job.accept(i);
          progress.tick();
        }
      } catch (Throwable e) {
        fail(i, e);
      } finally {
        ended.release();
      }
    }
  }

  private synchronized void fail(int i, Throwable e) {
    if (i < failedJob) {
      failedJob = i;
      failure = e;
    }
  }

  private void awaitAll() {
    try {
      ended.acquire(jobs);
    } catch (InterruptedException e) {
      progress.cancel();
      ended.acquireUninterruptibly(jobs);
    }
  }
}
