package murmuration.sweep;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * How far a long piece of work has come, and whether it should stop.
 *
 * <pre>{@code
 * try (var progress = Progress.of("surrogates", 1000)) {
 *   for (int i = 0; i < 1000; i++) {
 *     progress.tick();
 *   }
 * }
 * }</pre>
 *
 * <p>Any thread may tick. An interrupt of the thread that opened it, or of one that ticks, makes
 * every further tick throw {@link CancellationException}, in whichever thread, of this work and of
 * the work that it is a part of. Nothing is shown unless a {@linkplain #display display} is
 * installed; work shorter than half a second, and work inside a job of {@link Parallel}, shows
 * nothing even then.
 */
public final class Progress implements AutoCloseable {
  /** The work that the current job of {@link Parallel} is a part of. */
  static final ScopedValue<Progress> ENCLOSING = ScopedValue.newInstance();

  private static final AtomicReference<@Nullable Supplier<? extends ProgressBarConsumer>> DISPLAY =
      new AtomicReference<>();
  private static final long QUIET_NANOS = 500_000_000L;
  private static final int REFRESH_MILLIS = 200;
  private static final int CONSOLE_WIDTH = 80;

  private final String name;
  private final long total;
  private final Thread owner = Thread.currentThread();
  private final @Nullable Progress enclosing = ENCLOSING.isBound() ? ENCLOSING.get() : null;
  private final LongAdder done = new LongAdder();
  private final long start = System.nanoTime();
  private final AtomicLong nextShow = new AtomicLong(start + QUIET_NANOS);
  private volatile boolean cancelled;
  private volatile boolean closed;
  private @Nullable ProgressBar bar;

  private Progress(String name, long total) {
    this.name = name;
    this.total = total;
  }

  /** Begins work of {@code total} steps, 0 or more, under a short name. */
  public static Progress of(String name, long total) {
    Arguments.present("name", name);
    Arguments.require(total >= 0, "total is %d: expected 0 or more", total);
    return new Progress(name, total);
  }

  /**
   * Shows all work begun from now on through {@code display}, which opens one line for each; it may
   * be called in any thread, and a line's text arrives at most five times a second.
   */
  public static void display(Supplier<? extends ProgressBarConsumer> display) {
    DISPLAY.set(Arguments.present("display", display));
  }

  /** Shows nothing from now on, as at the start. */
  public static void silent() {
    DISPLAY.set(null);
  }

  /** A display for programs and scripts: one line of {@code out}, such as {@code System.err}. */
  public static Supplier<ProgressBarConsumer> console(PrintStream out) {
    return () -> new ConsoleProgressBarConsumer(out, CONSOLE_WIDTH);
  }

  /**
   * One step is done.
   *
   * @throws CancellationException if the work was interrupted
   */
  public void tick() {
    done.increment();
    check();
    long now = System.nanoTime();
    long due = nextShow.get();
    if (now - due >= 0 && nextShow.compareAndSet(due, now + REFRESH_MILLIS * 1_000_000L)) {
      show();
    }
  }

  /**
   * Stops here if the work was interrupted; for the inside of a long step.
   *
   * @throws CancellationException if the work was interrupted
   */
  public void check() {
    if (isCancelled() || Thread.interrupted()) {
      cancel();
      throw cancellation();
    }
  }

  /** The steps done so far. */
  public long done() {
    return done.sum();
  }

  /** Takes the line off the display; an interrupt that was answered is cleared. */
  @Override
  public synchronized void close() {
    closed = true;
    if (bar != null) {
      bar.stepTo(done.sum());
      bar.close();
      bar = null;
    }
    if (cancelled && Thread.currentThread().equals(owner)) {
      Thread.interrupted();
    }
  }

  void cancel() {
    cancelled = true;
    if (enclosing != null) {
      enclosing.cancel();
    }
  }

  boolean isCancelled() {
    return cancelled || owner.isInterrupted() || (enclosing != null && enclosing.isCancelled());
  }

  CancellationException cancellation() {
    return new CancellationException(
        String.format(Locale.ROOT, "%s was interrupted after %d of %d", name, done.sum(), total));
  }

  private synchronized void show() {
    var display = DISPLAY.get();
    if (closed || enclosing != null || display == null) {
      return;
    }
    if (bar == null) {
      bar =
          ProgressBar.builder()
              .setTaskName(name)
              .setInitialMax(total)
              .startsFrom(0, Duration.ofNanos(System.nanoTime() - start))
              .setUpdateIntervalMillis(REFRESH_MILLIS)
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              .setConsumer(display.get())
              .build();
    }
    bar.stepTo(done.sum());
  }
}
