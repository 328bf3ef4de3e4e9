package murmuration.icl;

import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * Sequences of the three kinds that a model is judged by, drawn once, so that a model is asked the
 * same at every checkpoint.
 *
 * <pre>{@code
 * var source = SequenceSource.of(InContextTask.standard(), 1);
 * var test = EvaluationSet.of(source, 512, 2);
 * CompetitionScore copier = test.score(Baselines.contextCopier(source));
 * }</pre>
 */
public final class EvaluationSet {
  private static final int MOST = 1_000_000;

  private final SequenceBatch trained;
  private final SequenceBatch inContext;
  private final SequenceBatch inWeights;
  private final long seed;

  private EvaluationSet(SequenceSource source, int sequences, long seed) {
    this.seed = seed;
    trained = filled(source, sequences, SequenceKind.BURSTY, Rng.of(seed, 0));
    inContext = filled(source, sequences, SequenceKind.IN_CONTEXT, Rng.of(seed, 1));
    inWeights = filled(source, sequences, SequenceKind.IN_WEIGHTS, Rng.of(seed, 2));
  }

  /**
   * Draws the sequences.
   *
   * @param source where they come from
   * @param sequences how many of each kind, 1 to 1,000,000; the reference runs have 512
   * @param seed seed of the sequences
   */
  public static EvaluationSet of(SequenceSource source, int sequences, long seed) {
    Arguments.present("source", source);
    Arguments.require(
        sequences >= 1 && sequences <= MOST, "sequences is %d: expected 1 to %d", sequences, MOST);
    return new EvaluationSet(source, sequences, seed);
  }

  private static SequenceBatch filled(
      SequenceSource source, int sequences, SequenceKind kind, RandomGenerator random) {
    var batch = SequenceBatch.of(source.task(), sequences);
    source.fill(batch, kind, random);
    return batch;
  }

  /** The task. */
  public InContextTask task() {
    return trained.task();
  }

  /** Sequences of each kind. */
  public int sequences() {
    return trained.size();
  }

  /** What a model gets right. */
  public CompetitionScore score(SequenceModel model) {
    Arguments.present("model", model);
    return new CompetitionScore(
        task(),
        sequences(),
        model.hits(trained),
        model.hits(inContext),
        model.hits(inWeights),
        seed);
  }
}
