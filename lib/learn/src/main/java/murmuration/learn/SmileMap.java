package murmuration.learn;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import murmuration.math.Interruption;
import smile.manifold.TSNE;
import smile.math.MathEx;
import smile.util.AlgoStatus;
import smile.util.IterativeAlgorithmController;

/**
 * t-SNE of Smile, made repeatable: it adds up in parallel streams, whose sums depend in their last
 * bits on how the work is divided, and those bits grow to other maps. In a pool of one thread the
 * division is always the same.
 */
final class SmileMap {
  private static final double RATE = 200;
  private static final double EXAGGERATION = 12;
  private static final int ROUNDS = 1000;
  private static final int ROUNDS_WITHOUT_PROGRESS = 50;
  private static final double TOLERANCE = 1e-7;
  private static final double MOMENTUM = 0.5;
  private static final double LATER_MOMENTUM = 0.8;
  private static final int LATER = 250;
  private static final double LEAST_GAIN = 0.01;

  private SmileMap() {}

  /** The place of each row, {@code [n][2]}. */
  static double[][] of(double[][] rows, double perplexity, long seed) {
    try (var controller = new IterativeAlgorithmController<AlgoStatus>();
        var pool = new ForkJoinPool(1)) {
      var options =
          new TSNE.Options(
              2,
              perplexity,
              RATE,
              EXAGGERATION,
              ROUNDS,
              ROUNDS_WITHOUT_PROGRESS,
              TOLERANCE,
              MOMENTUM,
              LATER_MOMENTUM,
              LATER,
              LEAST_GAIN,
              controller);
      var work =
          pool.submit(
              () -> {
                MathEx.setSeed(seed);
                return TSNE.fit(rows, options).coordinates();
              });
      try {
        return await(work);
      } catch (CancellationException e) {
        controller.stop();
        throw e;
      }
    }
  }

  private static double[][] await(Future<double[][]> work) {
    while (true) {
      Interruption.check("a map of neighbours");
      try {
        return work.get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        continue;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        throw new IllegalStateException("Smile drew no map: " + e.getCause(), e);
      }
    }
  }
}
