package murmuration.icl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.SampleMean;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * How in-context and in-weights learning compete along training: the runs of one task that differ
 * in their seed alone.
 *
 * <pre>{@code
 * var task = InContextTask.standard();
 * double[] steps = {100, 200, 300};
 * double[] loss = {2.0, 1.2, 0.6};
 * double[] train = {0.66, 0.85, 0.95};
 * double[] icl = {0.30, 0.27, 0.19};
 * double[] iwl = {0.11, 0.28, 0.61};
 * var run = new CompetitionRun(task, 0, 512, steps, loss, train, icl, iwl);
 * double crossing = CompetitionCurve.of(run).crossing();     // 194
 * }</pre>
 *
 * @param runs the runs: one task, the same steps and test sizes, at least one
 */
public record CompetitionCurve(List<CompetitionRun> runs) implements Charted {
  private static final double LEVEL = 0.95;
  private static final double NORMAL_95 = 1.959963984540054;

  /** Checks that the runs belong together and keeps its own copy. */
  public CompetitionCurve {
    runs = Arguments.listed("runs", runs);
    Arguments.require(!runs.isEmpty(), "runs is empty: expected at least one");
    var first = runs.getFirst();
    for (CompetitionRun run : runs) {
      Arguments.require(
          run.task().equals(first.task())
              && run.sequences() == first.sequences()
              && Arrays.equals(run.steps(), first.steps()),
          "run of seed %d has another task, test size or steps than that of seed %d:"
              + " expected the same",
          run.seed(),
          first.seed());
    }
    long seeds = runs.stream().mapToLong(CompetitionRun::seed).distinct().count();
    Arguments.require(
        seeds == runs.size(), "%d runs have %d seeds: expected each once", runs.size(), seeds);
  }

  /** The curve of these runs. */
  public static CompetitionCurve of(CompetitionRun... runs) {
    return new CompetitionCurve(Arguments.listed("runs", runs));
  }

  /** The task of all runs. */
  public InContextTask task() {
    return runs.getFirst().task();
  }

  /** The training steps of the checkpoints, length n. */
  public double[] steps() {
    return runs.getFirst().steps();
  }

  /** In-context accuracy, the mean over the runs at each checkpoint. */
  public double[] inContext() {
    return mean(CompetitionRun::inContext);
  }

  /** In-weights accuracy, the mean over the runs at each checkpoint. */
  public double[] inWeights() {
    return mean(CompetitionRun::inWeights);
  }

  /** Accuracy on bursty sequences, the mean over the runs at each checkpoint. */
  public double[] train() {
    return mean(CompetitionRun::train);
  }

  private double[] mean(Function<CompetitionRun, double[]> curve) {
    double[] sum = new double[steps().length];
    for (CompetitionRun run : runs) {
      double[] values = curve.apply(run);
      Arrays.setAll(sum, i -> sum[i] + values[i]);
    }
    Arrays.setAll(sum, i -> sum[i] / runs.size());
    return sum;
  }

  /** The end of the accuracy on bursty sequences over the runs. */
  public SampleMean endTrain() {
    return over(CompetitionRun::endTrain);
  }

  /** The end of in-context accuracy over the runs: of each the mean of its last checkpoints. */
  public SampleMean endInContext() {
    return over(CompetitionRun::endInContext);
  }

  /** The end of in-weights accuracy over the runs. */
  public SampleMean endInWeights() {
    return over(CompetitionRun::endInWeights);
  }

  /** The highest in-context accuracy of each run, over the runs. */
  public SampleMean peak() {
    return over(CompetitionRun::peak);
  }

  /**
   * How far in-context accuracy fell from its peak in each run, with its interval over the runs.
   */
  public TransienceTest transience() {
    return TransienceTest.of(this, 2000, 1);
  }

  SampleMean over(ToDoubleFunction<CompetitionRun> quantity) {
    return SampleMean.of(runs.stream().mapToDouble(quantity).toArray());
  }

  /**
   * The step at which mean in-weights accuracy overtakes mean in-context accuracy for good; NaN
   * where in-weights accuracy is not above at the end, or is above at every checkpoint.
   */
  public double crossing() {
    return CompetitionRun.crossing(steps(), inContext(), inWeights());
  }

  /** The crossing of every run that has one. */
  public double[] crossings() {
    return runs.stream()
        .mapToDouble(CompetitionRun::crossing)
        .filter(step -> !Double.isNaN(step))
        .toArray();
  }

  /**
   * Which accuracy is higher at the end: in every run, and by more than the noise of the test
   * sequences on their mean.
   */
  public AnswerSource wins() {
    var difference = over(run -> run.endInContext() - run.endInWeights());
    double icl = endInContext().mean();
    double iwl = endInWeights().mean();
    double tested = (double) runs.getFirst().sequences() * runs.size();
    double noise = NORMAL_95 * Math.sqrt((icl * (1 - icl) + iwl * (1 - iwl)) / tested);
    if (difference.min() > 0 && difference.mean() > noise) {
      return AnswerSource.CONTEXT;
    }
    return difference.max() < 0 && -difference.mean() > noise
        ? AnswerSource.WEIGHTS
        : AnswerSource.UNDECIDED;
  }

  @Override
  public String summary() {
    double crossing = crossing();
    return String.format(
        Locale.ROOT,
        "%s%n%d runs of %d checkpoints to step %.0f, %d test sequences of each kind%n"
            + "%s%n%s%n%s%n%s%n%s; in the end it answers from: %s",
        task(),
        runs.size(),
        steps().length,
        steps()[steps().length - 1],
        runs.getFirst().sequences(),
        line("end, bursty sequences", endTrain()),
        line("end, in context (ICL)", endInContext()),
        line("end, in weights (IWL)", endInWeights()),
        transience().summary(),
        Double.isNaN(crossing)
            ? "IWL does not overtake ICL between two checkpoints"
            : String.format(Locale.ROOT, "IWL overtakes ICL at step %.0f", crossing),
        wins());
  }

  private static String line(String name, SampleMean mean) {
    return String.format(
        Locale.ROOT, "%s: %.4f (runs %.4f to %.4f)", name, mean.mean(), mean.min(), mean.max());
  }

  @Override
  public Table table() {
    var transience = transience();
    double[] crossings = crossings();
    boolean crossed = crossings.length == runs.size();
    double first = crossed ? Arrays.stream(crossings).min().orElseThrow() : Double.NaN;
    double last = crossed ? Arrays.stream(crossings).max().orElseThrow() : Double.NaN;
    return row(
            row(
                row(
                    row(Quantities.of("competition"), "end, bursty sequences", endTrain()),
                    "end, in context (ICL)",
                    endInContext()),
                "end, in weights (IWL)",
                endInWeights()),
            "peak, in context",
            peak())
        .and("transience", transience.fall(), transience.low(), transience.high())
        .and("transience of a flat curve", transience.flat())
        .and("p that a flat curve falls as far", transience.p())
        .and("crossing (step), ends over runs", crossing(), first, last)
        .and("runs", runs.size())
        .table();
  }

  private static Quantities row(Quantities rows, String name, SampleMean mean) {
    return rows.and(name, mean.mean(), mean.low(LEVEL), mean.high(LEVEL));
  }

  /**
   * Mean accuracies along training with the range over the runs; dashed lines at chance and at any
   * label of the context.
   */
  @Override
  public Figure chart() {
    return Figure.of(panel());
  }

  /** The picture as a panel, to arrange with others. */
  public Panel panel() {
    double[] steps = steps();
    var panel = Panel.of("Training step", "Accuracy").yRange(0, 1.02);
    if (runs.size() > 1) {
      panel =
          panel.band(
              "ICL",
              steps,
              extreme(CompetitionRun::inContext, -1),
              extreme(CompetitionRun::inContext, 1));
    }
    panel = panel.line("ICL", steps, inContext());
    if (runs.size() > 1) {
      panel =
          panel.band(
              "IWL",
              steps,
              extreme(CompetitionRun::inWeights, -1),
              extreme(CompetitionRun::inWeights, 1));
    }
    return panel
        .line("IWL", steps, inWeights())
        .horizontal(task().chance())
        .horizontal(task().contextChance());
  }

  private double[] extreme(Function<CompetitionRun, double[]> curve, int sign) {
    double[] most = new double[steps().length];
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    for (CompetitionRun run : runs) {
      double[] values = curve.apply(run);
      Arrays.setAll(most, i -> Math.max(most[i], sign * values[i]));
    }
    Arrays.setAll(most, i -> sign * most[i]);
    return most;
  }

  @Override
  public Provenance provenance() {
    var options = task().options();
    options.put(
        "seeds",
        runs.stream().map(run -> Long.toString(run.seed())).collect(Collectors.joining(" ")));
    return Provenance.of(options);
  }
}
