package murmuration.neural;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import murmuration.concept.image.PictureSample;
import murmuration.concept.image.SoftDiscs;
import murmuration.math.Rng;
import murmuration.neural.engine.Adam;
import murmuration.neural.engine.InputArray;
import murmuration.neural.engine.Layers;
import murmuration.neural.engine.Training;

/**
 * Flow matching on discs of three classes: of a picture {@code x1}, noise {@code x0} and a uniform
 * time t, the field at {@code (1 - t) x0 + t x1} is to be {@code x1 - x0}. All chance of step k is
 * that of {@code Rng.of(seed, k)}, so that training can go on from any step.
 */
final class DiscTraining implements AutoCloseable {
  static final int BATCH = 128;
  private static final int PER_CLASS = 2048;
  private static final int[] TRAINING_CLASSES = {0, 1, 2};
  private static final int PIXELS = SoftDiscs.PIXELS;
  private static final int CONDITION = SoftDiscs.CONDITION;
  private static final long DATA = 1;
  private static final long WEIGHTS = 2;
  private static final long BATCHES = 3;

  private final long seed;
  private final float[] images;
  private final float[] conditions;
  private final Training training;
  private final DiscNetwork network;
  private final InputArray x;
  private final InputArray time;
  private final InputArray condition;
  private final InputArray velocity;
  private final Supplier<NDArray> loss;
  private final float[] xs = new float[BATCH * PIXELS];
  private final float[] velocities = new float[BATCH * PIXELS];
  private final float[] times = new float[BATCH * DiscNetwork.TIME];
  private final float[] told = new float[BATCH * CONDITION];

  DiscTraining(SoftDiscs discs, long seed) {
    this.seed = seed;
    PictureSample sample = discs.draw(PER_CLASS, Rng.seed(seed, DATA), TRAINING_CLASSES);
    images = sample.images();
    conditions = sample.conditions();
    training = Training.open("concept generator", Adam.rate(1e-3).decay(0.01));
    var session = training.session();
    network = new DiscNetwork(session, Rng.of(seed, WEIGHTS));
    x = session.input(BATCH, PIXELS);
    time = session.input(BATCH, DiscNetwork.TIME);
    condition = session.input(BATCH, CONDITION);
    velocity = session.input(BATCH, PIXELS);
    loss =
        () ->
            Layers.meanSquare(
                network.velocity(x.array(), time.array(), network.embedding(condition.array())),
                velocity.array());
  }

  DiscNetwork network() {
    return network;
  }

  Training training() {
    return training;
  }

  Supplier<NDArray> loss() {
    return loss;
  }

  /** The next step. */
  void step() {
    draw(training.steps());
    training.step(loss);
  }

  /** The next step, and the loss before it. */
  double stepAndTell() {
    draw(training.steps());
    return training.stepAndTell(loss);
  }

  /** Fills the inputs with the batch of a step. */
  void draw(long step) {
    RandomGenerator random = Rng.of(Rng.seed(seed, BATCHES), step);
    int rows = images.length / PIXELS;
    for (int i = 0; i < BATCH; i++) {
      int row = random.nextInt(rows);
      float t = random.nextFloat();
      DiscNetwork.time(t, times, i * DiscNetwork.TIME);
      System.arraycopy(conditions, row * CONDITION, told, i * CONDITION, CONDITION);
      for (int p = 0; p < PIXELS; p++) {
        float from = (float) random.nextGaussian();
        float to = images[row * PIXELS + p];
        xs[i * PIXELS + p] = (1 - t) * from + t * to;
        velocities[i * PIXELS + p] = to - from;
      }
    }
    x.fill(xs);
    time.fill(times);
    condition.fill(told);
    velocity.fill(velocities);
  }

  @Override
  public void close() {
    training.close();
  }
}
