package murmuration.icl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * One training run, seen at its checkpoints.
 *
 * @param task the task
 * @param seed seed of the run
 * @param sequences sequences of each kind that a checkpoint is judged by
 * @param steps training steps of the checkpoints, strictly increasing, length n of at least 1
 * @param loss training loss there, in nats; NaN where it was not kept
 * @param train accuracy on bursty sequences, each 0 to 1
 * @param inContext in-context accuracy, ICL
 * @param inWeights in-weights accuracy, IWL
 */
public record CompetitionRun(
    InContextTask task,
    long seed,
    int sequences,
    double[] steps,
    double[] loss,
    double[] train,
    double[] inContext,
    double[] inWeights)
    implements Charted {
  /** Checkpoints at the end of a run whose mean is its end value. */
  public static final int END = 3;

  /** Checks the curves and keeps its own copies. */
  public CompetitionRun {
    Arguments.present("task", task);
    Arguments.require(sequences >= 1, "sequences is %d: expected at least 1", sequences);
    Arguments.increasing("steps", steps);
    steps = steps.clone();
    Arguments.sameLength("steps", steps, "loss", loss);
    loss = loss.clone();
    train = accuracies("train", train, steps);
    inContext = accuracies("inContext", inContext, steps);
    inWeights = accuracies("inWeights", inWeights, steps);
  }

  private static double[] accuracies(String name, double[] values, double[] steps) {
    Arguments.sameLength("steps", steps, name, values);
    for (int i = 0; i < values.length; i++) {
      Arguments.within(name + "[" + i + "]", values[i], 0, 1);
    }
    return values.clone();
  }

  /**
   * The run with these checkpoints.
   *
   * @param steps training steps, strictly increasing
   * @param loss training loss at each; NaN where it was not kept
   * @param scores the score at each, all of one task and as many sequences; at least one
   * @param seed seed of the run
   */
  public static CompetitionRun of(
      double[] steps, double[] loss, List<CompetitionScore> scores, long seed) {
    List<CompetitionScore> list = Arguments.listed("scores", scores);
    Arguments.require(!list.isEmpty(), "scores is empty: expected one for each step");
    var first = list.getFirst();
    for (CompetitionScore score : list) {
      Arguments.require(
          score.task().equals(first.task()) && score.sequences() == first.sequences(),
          "a score is of the task %s and %d sequences: expected %s and %d",
          score.task(),
          score.sequences(),
          first.task(),
          first.sequences());
    }
    return new CompetitionRun(
        first.task(),
        seed,
        first.sequences(),
        steps,
        loss,
        list.stream().mapToDouble(CompetitionScore::train).toArray(),
        list.stream().mapToDouble(CompetitionScore::inContext).toArray(),
        list.stream().mapToDouble(CompetitionScore::inWeights).toArray());
  }

  @Override
  public double[] steps() {
    return steps.clone();
  }

  @Override
  public double[] loss() {
    return loss.clone();
  }

  @Override
  public double[] train() {
    return train.clone();
  }

  @Override
  public double[] inContext() {
    return inContext.clone();
  }

  @Override
  public double[] inWeights() {
    return inWeights.clone();
  }

  /** The mean accuracy on bursty sequences at the last three checkpoints. */
  public double endTrain() {
    return end(train);
  }

  /** The mean in-context accuracy at the last three checkpoints. */
  public double endInContext() {
    return end(inContext);
  }

  /** The mean in-weights accuracy at the last three checkpoints. */
  public double endInWeights() {
    return end(inWeights);
  }

  /** The highest in-context accuracy of all checkpoints. */
  public double peak() {
    return Arrays.stream(inContext).max().orElseThrow();
  }

  /**
   * How far in-context accuracy fell from its peak, 0 or more where the peak is above the end. Of n
   * noisy checkpoints one is always the highest: see {@link CompetitionCurve#transience}.
   */
  public double transience() {
    return peak() - endInContext();
  }

  /**
   * The step at which in-weights accuracy overtook in-context accuracy for good: the last sign
   * change of their difference, by linear interpolation. NaN where in-weights accuracy is not above
   * at the end, or was above at every checkpoint.
   */
  public double crossing() {
    return crossing(steps, inContext, inWeights);
  }

  static double crossing(double[] steps, double[] inContext, double[] inWeights) {
    int n = steps.length;
    int i = n - 1;
    while (i >= 0 && inWeights[i] > inContext[i]) {
      i--;
    }
    if (i < 0 || i == n - 1) {
      return Double.NaN;
    }
    double before = inContext[i] - inWeights[i];
    double after = inWeights[i + 1] - inContext[i + 1];
    return steps[i] + before / (before + after) * (steps[i + 1] - steps[i]);
  }

  static double end(double[] values) {
    int from = Math.max(0, values.length - END);
    return Arrays.stream(values, from, values.length).average().orElseThrow();
  }

  @Override
  public String summary() {
    double crossing = crossing();
    return String.format(
        Locale.ROOT,
        "%s, seed %d%n%d checkpoints to step %.0f; end = mean of the last %d%n"
            + "bursty sequences %.4f, in context (ICL) %.4f, in weights (IWL) %.4f; chance %.4f%n"
            + "ICL peak %.4f, fallen by %.4f; %s",
        task,
        seed,
        steps.length,
        steps[steps.length - 1],
        Math.min(END, steps.length),
        endTrain(),
        endInContext(),
        endInWeights(),
        task.chance(),
        peak(),
        transience(),
        Double.isNaN(crossing)
            ? "IWL does not overtake ICL between two checkpoints"
            : String.format(Locale.ROOT, "IWL overtakes ICL at step %.0f", crossing));
  }

  /** One row a checkpoint: step, loss, and the three accuracies. */
  @Override
  public Table table() {
    return Table.create(
        "run",
        DoubleColumn.create("step", steps),
        DoubleColumn.create("loss", loss),
        DoubleColumn.create("train", train),
        DoubleColumn.create("in context", inContext),
        DoubleColumn.create("in weights", inWeights));
  }

  /** The three accuracies along the run; dashed lines at chance and at any label of the context. */
  @Override
  public Figure chart() {
    return Figure.of(
        Panel.of("Training step", "Accuracy")
            .yRange(0, 1.02)
            .line("ICL", steps, inContext)
            .line("IWL", steps, inWeights)
            .line("bursty", steps, train)
            .horizontal(task.chance())
            .horizontal(task.contextChance()));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(task.options()).seed(seed);
  }
}
