package murmuration.neural;

import java.util.Map;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.icl.CompetitionRun;
import murmuration.icl.SequenceBatch;
import murmuration.icl.SequenceModel;
import murmuration.icl.SequenceSource;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.neural.engine.ModelWeights;
import murmuration.neural.engine.Session;
import murmuration.plot.Figure;
import tech.tablesaw.api.Table;

/**
 * A trained {@link AttentionLearner}: how it came there, and the model itself, which any evaluation
 * of {@code murmuration.icl} takes.
 *
 * <pre>{@code
 * var run = AttentionLearner.of(InContextTask.standard()).run(1);
 * var batch = SequenceBatch.of(run.learner().task(), 512);
 * run.source().fill(batch, SequenceKind.IN_CONTEXT_ONCE, Rng.of(5));
 * int hits = run.hits(batch);
 * }</pre>
 *
 * @param learner what was trained
 * @param curve its checkpoints
 * @param weights its weights at the end
 */
public record AttentionRun(AttentionLearner learner, CompetitionRun curve, ModelWeights weights)
    implements Charted, SequenceModel {
  /** Checks that all are there and of one task. */
  public AttentionRun {
    Arguments.present("learner", learner);
    Arguments.present("curve", curve);
    Arguments.present("weights", weights);
    Arguments.require(
        curve.task().equals(learner.task()),
        "curve is of the task %s: expected %s",
        curve.task(),
        learner.task());
  }

  /** The class and label vectors that it learned. */
  public SequenceSource source() {
    return AttentionTraining.source(learner, curve.seed());
  }

  /** Logits of the trained network, for a batch of its task and any size. */
  @Override
  public float[] scores(SequenceBatch batch) {
    Arguments.require(
        Arguments.present("batch", batch).task().equals(learner.task()),
        "batch is of the task %s: expected %s",
        batch.task(),
        learner.task());
    try (var session = Session.open()) {
      var network = new AttentionNetwork(session, learner.task(), Rng.of(0));
      session.set(network.weights().packed(weights));
      var input = network.input(batch.size());
      input.fill(batch.tokens());
      return session.compute(() -> network.logits(input.array()).toFloatArray());
    }
  }

  @Override
  public String summary() {
    return "attention learner of "
        + weights.count()
        + " weights, "
        + learner.steps()
        + " steps of "
        + learner.batch()
        + " sequences, Adam rate "
        + learner.rate()
        + "\n"
        + curve.summary();
  }

  /** One row a checkpoint: step, loss, and the three accuracies. */
  @Override
  public Table table() {
    return curve.table();
  }

  /** The accuracies along training. */
  @Override
  public Figure chart() {
    return curve.chart();
  }

  @Override
  public Provenance provenance() {
    Map<String, String> settings = AttentionSettings.write(learner, curve.seed());
    settings.remove("seed");
    return Provenance.of(settings).seed(curve.seed());
  }
}
