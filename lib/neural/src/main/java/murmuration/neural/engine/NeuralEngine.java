package murmuration.neural.engine;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.LibUtils;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The engine that computes gradients: PyTorch's native library, through the Deep Java Library. It
 * starts at the first use, takes everything from the class path and loads nothing from the network.
 * The first start on a machine unpacks the native library (450 MB, into {@code ~/.djl.ai} or where
 * {@code DJL_CACHE_DIR} says), in 2 seconds; later ones take 0.3.
 *
 * <p>One thread computes: for nets as small as those here a second one costs more than it brings.
 * Who wants another choice sets the system properties {@code ai.djl.pytorch.num_threads} and {@code
 * ai.djl.pytorch.num_interop_threads} before the first use.
 */
public final class NeuralEngine {
  private static @Nullable Engine engine;

  private NeuralEngine() {}

  /**
   * Starts the engine unless it runs.
   *
   * @throws IllegalStateException where the native library cannot be had, with the reason
   */
  public static void start() {
    engine();
  }

  /** Why the engine cannot run here, or nothing where it can. */
  public static Optional<String> problem() {
    try {
      engine();
      return Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Starts the engine and ends: a program that fails, with the reason, where it cannot run. */
  public static void main(String[] arguments) {
    start();
  }

  static synchronized Engine engine() {
    if (engine == null) {
      unlessSet("ai.djl.offline", "true");
      unlessSet("ai.djl.pytorch.num_threads", "1");
      unlessSet("ai.djl.pytorch.num_interop_threads", "1");
      try {
        // Unpacked and loaded there, so that an interrupt here spoils nothing.
        undisturbed(LibUtils::loadLibrary);
        engine = Engine.getEngine("PyTorch");
      } catch (RuntimeException | LinkageError e) {
        throw new IllegalStateException(
            "the native library of PyTorch cannot be had for "
                + System.getProperty("os.name")
                + " on "
                + System.getProperty("os.arch")
                + " ("
                + reason(e)
                + "): expected ai.djl.pytorch:pytorch-native-cpu with the classifier of this"
                + " machine on the class path, and 450 MB free in DJL_CACHE_DIR or ~/.djl.ai",
            e);
      }
    }
    return engine;
  }

  /**
   * Does work on a thread of its own and waits for its end. An interrupt, which would close the
   * files that are being written, is kept until then.
   */
  static void undisturbed(Runnable work) {
    var task = new FutureTask<@Nullable Void>(work, null);
    Thread.ofPlatform().name("neural engine").daemon().start(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          task.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException(reason(e), e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void unlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
