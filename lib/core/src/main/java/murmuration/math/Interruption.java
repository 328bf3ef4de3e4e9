package murmuration.math;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Lets a long loop stop: by an interrupt of its own thread, or because the work that it is a part
 * of, which may run on several threads, was stopped.
 */
public final class Interruption {
  private static final ScopedValue<BooleanSupplier> STOPPED = ScopedValue.newInstance();

  private Interruption() {}

  /** Runs work whose {@link #check}s also stop it once {@code stopped} is true. */
  public static void within(BooleanSupplier stopped, Runnable work) {
    ScopedValue.where(STOPPED, stopped).run(work);
  }

  /**
   * Stops here if interrupted; for each round of a loop that takes long.
   *
   * @param work what is stopped, for the message
   * @throws CancellationException if interrupted
   */
  public static void check(String work) {
    if ((STOPPED.isBound() && STOPPED.get().getAsBoolean()) || Thread.interrupted()) {
      throw new CancellationException(work + " was interrupted");
    }
  }
}
