package murmuration.icl;

import java.util.Locale;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Proportion;
import tech.tablesaw.api.Table;

/**
 * How a model answers where only the context tells, and where only its weights do.
 *
 * @param task the task
 * @param sequences sequences of each kind
 * @param trainHits right answers on bursty sequences of known classes, 0 to {@code sequences}
 * @param inContextHits right answers on sequences of novel classes
 * @param inWeightsHits right answers on known classes whose label is not in the context
 * @param seed seed of the sequences
 */
public record CompetitionScore(
    InContextTask task,
    int sequences,
    int trainHits,
    int inContextHits,
    int inWeightsHits,
    long seed)
    implements Result {
  private static final double LEVEL = 0.95;

  /** Checks the counts. */
  public CompetitionScore {
    Arguments.present("task", task);
    Arguments.require(sequences >= 1, "sequences is %d: expected at least 1", sequences);
    hits("trainHits", trainHits, sequences);
    hits("inContextHits", inContextHits, sequences);
    hits("inWeightsHits", inWeightsHits, sequences);
  }

  private static void hits(String name, int hits, int of) {
    Arguments.require(hits >= 0 && hits <= of, "%s is %d: expected 0 to %d", name, hits, of);
  }

  /** Accuracy on bursty sequences, as the model is trained on. */
  public double train() {
    return (double) trainHits / sequences;
  }

  /** In-context accuracy, ICL. */
  public double inContext() {
    return (double) inContextHits / sequences;
  }

  /** In-weights accuracy, IWL. */
  public double inWeights() {
    return (double) inWeightsHits / sequences;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s%n%s%n%s%n%s%nchance 1/L = %.4g; naming any label of the context %.4g in context, 0 in"
            + " weights",
        task,
        line("bursty sequences", trainHits),
        line("in context (ICL)", inContextHits),
        line("in weights (IWL)", inWeightsHits),
        task.chance(),
        task.contextChance());
  }

  private String line(String name, int hits) {
    double[] interval = new Proportion(hits, sequences).wilson(LEVEL);
    return String.format(
        Locale.ROOT,
        "%s: accuracy %.4f (95 %% %.4f to %.4f, n = %d)",
        name,
        (double) hits / sequences,
        interval[0],
        interval[1],
        sequences);
  }

  @Override
  public Table table() {
    double[] train = new Proportion(trainHits, sequences).wilson(LEVEL);
    double[] context = new Proportion(inContextHits, sequences).wilson(LEVEL);
    double[] weights = new Proportion(inWeightsHits, sequences).wilson(LEVEL);
    return Quantities.of("accuracy")
        .and("bursty sequences", train(), train[0], train[1])
        .and("in context (ICL)", inContext(), context[0], context[1])
        .and("in weights (IWL)", inWeights(), weights[0], weights[1])
        .and("chance", task.chance())
        .and("any label of the context", task.contextChance())
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(task.options()).seed(seed);
  }
}
