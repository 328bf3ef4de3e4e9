package murmuration.neural.game;

import ai.djl.ndarray.NDArray;
import java.util.random.RandomGenerator;

/** What one update goes down, and what was seen on the way. */
interface PlayedLoss {
  /** Plays all meanings, and gives what to go down: its gradient is that of the recipe. */
  NDArray play(RandomGenerator random);

  /** The receiver's loss in the last update: nats, mean over plays and attributes. */
  double loss();

  /** The sender's entropy in the last update: nats, mean over plays and symbols. */
  double entropy();

  /** What is remembered from update to update, for a checkpoint. */
  default double[] memory() {
    return new double[0];
  }

  /** Goes on with what was remembered. */
  default void remember(double[] memory) {}
}
