package murmuration.neural;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.function.Supplier;
import murmuration.icl.SequenceBatch;
import murmuration.icl.SequenceKind;
import murmuration.icl.SequenceSource;
import murmuration.math.Rng;
import murmuration.neural.engine.Adam;
import murmuration.neural.engine.InputArray;
import murmuration.neural.engine.Layers;
import murmuration.neural.engine.ModelWeights;
import murmuration.neural.engine.Training;

/**
 * A network that learns to name the label of a query. All chance of step k is that of {@code
 * Rng.of(seed of the batches, k)}, so that training can go on from any step.
 */
final class AttentionTraining implements AutoCloseable {
  private static final long VECTORS = 1;
  private static final long WEIGHTS = 2;
  private static final long BATCHES = 3;
  private static final long TEST = 4;

  private final long batches;
  private final SequenceSource source;
  private final SequenceBatch batch;
  private final Training training;
  private final InputArray tokens;
  private final InputArray wanted;
  private final InputArray asked;
  private final AttentionNetwork network;
  private final Supplier<NDArray> loss;
  private final float[] shares;

  AttentionTraining(AttentionLearner learner, long seed) {
    var task = learner.task();
    batches = Rng.seed(seed, BATCHES);
    source = source(learner, seed);
    batch = SequenceBatch.of(task, learner.batch());
    shares = new float[batch.size() * task.labels()];
    training = Training.open("attention learner", Adam.rate(learner.rate()));
    var session = training.session();
    network = new AttentionNetwork(session, task, Rng.of(seed, WEIGHTS));
    tokens = network.input(batch.size());
    wanted = session.input(batch.size(), task.labels());
    asked = network.input(learner.sequences());
    loss = () -> Layers.crossEntropy(network.logits(tokens.array()), wanted.array());
  }

  /** The class and label vectors of a run. */
  static SequenceSource source(AttentionLearner learner, long seed) {
    return SequenceSource.of(learner.task(), Rng.seed(seed, VECTORS));
  }

  /** The seed of the test sequences of a run. */
  static long testSeed(long seed) {
    return Rng.seed(seed, TEST);
  }

  Training training() {
    return training;
  }

  AttentionNetwork network() {
    return network;
  }

  /** The weights as they are now, by name. */
  ModelWeights weights() {
    return network.weights().named(training.session().weights());
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
    source.fill(batch, SequenceKind.TRAINING, Rng.of(batches, step));
    tokens.fill(batch.tokens());
    Arrays.fill(shares, 0);
    int labels = batch.task().labels();
    for (int s = 0; s < batch.size(); s++) {
      shares[s * labels + batch.targets()[s]] = 1f / batch.size();
    }
    wanted.fill(shares);
  }

  /** What the network answers now; a batch of as many sequences as the tests have. */
  float[] scores(SequenceBatch test) {
    asked.fill(test.tokens());
    return training.session().compute(() -> network.logits(asked.array()).toFloatArray());
  }

  @Override
  public void close() {
    training.close();
  }
}
