package murmuration.golden.concept;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.concept.ConceptTrajectory;
import murmuration.concept.LearningTimes;
import murmuration.concept.SpeedRegression;
import murmuration.concept.TrainingSaturation;
import murmuration.concept.Turn;
import murmuration.concept.TurnSaturation;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.Present;
import murmuration.math.SampleMean;
import murmuration.math.Selection;
import murmuration.math.Spearman;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/** The trajectories of the colour sweep of Park et al. (2024), which may not be passed on. */
public final class PaperTrajectoriesChecker implements Checker {
  private static final double[][] TARGETS = {{0, 0}, {0, 1}, {1, 0}};
  private static final double FROM = 2000;
  private static final double LAST_STEP = 20_000;

  @Override
  public String kind() {
    return "concept/paper-trajectories";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var detections =
        new Detections(
            report, Tolerance.absolute(1e-9), Tolerance.absolute(1e-9), Tolerance.absolute(1e-6));
    Node steps = file.root().at("steps");
    for (Node row : file.root().at("rows").items()) {
      ConceptTrajectory test = Detections.run(steps, row.at("test"));
      detections.check(row.at("raw"), test);
      detections.turn(row.at("turn_from_2000"), Turn.of(test, FROM));
      List<ConceptTrajectory> classes =
          row.at("train").items().stream().map(z -> Detections.run(steps, z)).toList();
      var saturation = TrainingSaturation.of(classes, TARGETS);
      report.numbers(
          row.path() + " deviation",
          row.at("train_msd").numbers(),
          saturation.deviation(),
          Tolerance.absolute(1e-9));
      report.equal(
          row.path() + " index",
          row.at("train_saturation_index").integer(),
          (long) saturation.index());
      report.number(
          row.path() + " step",
          row.at("train_saturation_step").number(),
          saturation.step(),
          Tolerance.EXACT);
    }
    sweep(file, report);
  }

  /** What is reported of the sweep as a whole, from the ten separations of this file. */
  private static void sweep(GoldenFile file, Report report) {
    Node steps = file.root().at("steps");
    List<Node> rows = file.root().at("rows").items();
    double[] signals = rows.stream().mapToDouble(row -> row.at("sep_col").number()).toArray();
    List<LearningTimes> times =
        rows.stream().map(row -> LearningTimes.of(Detections.run(steps, row.at("test")))).toList();
    double[] colour = times.stream().mapToDouble(t -> t.times()[0]).toArray();
    double[] size = times.stream().mapToDouble(t -> t.times()[1]).toArray();
    double[] never = Arrays.stream(colour).map(t -> Double.isNaN(t) ? LAST_STEP : t).toArray();
    close(report, "Spearman, colour, learned", -0.97619, Spearman.of(signals, colour).rho(), 5e-6);
    close(report, "Spearman, colour", -0.98481, Spearman.of(signals, never).rho(), 5e-6);
    close(report, "Spearman, size", 0.57576, Spearman.of(signals, size).rho(), 5e-6);
    var sizes = SampleMean.of(size);
    close(report, "mean of size", 4036.70, sizes.mean(), 5e-3);
    close(report, "sd of size", 327.48, sizes.sd(), 5e-3);
    close(report, "shortest of size", 3485.8, sizes.min(), 0.05);
    close(report, "longest of size", 4443.8, sizes.max(), 0.05);
    int[] learned = Present.in(colour);
    double[] x = Present.at(learned, signals);
    double[] speed = Arrays.stream(Present.at(learned, colour)).map(t -> 1 / t).toArray();
    close(report, "learned", 8, learned.length, 0);
    close(
        report, "Pearson of speed", 0.81242, new PearsonsCorrelation().correlation(x, speed), 5e-6);
    close(report, "size first up to", 0.616, lastSizeFirst(signals, times), 0);
    var classes =
        rows.stream()
            .map(
                row -> row.at("train").items().stream().map(z -> Detections.run(steps, z)).toList())
            .toList();
    var regression = SpeedRegression.of(signals, classes);
    close(report, "R2 on the signal", 0.0127051, regression.signal(), 1e-6);
    close(report, "R2 on ln(step)", 0.7822086, regression.step(), 1e-6);
    close(report, "R2 on both", 0.7949138, regression.both(), 1e-6);
    turns(report, signals, rows.stream().map(row -> run(steps, row)).toList(), classes);
  }

  private static ConceptTrajectory run(Node steps, Node row) {
    return Detections.run(steps, row.at("test"));
  }

  private static double lastSizeFirst(double[] signals, List<LearningTimes> times) {
    double last = Double.NaN;
    for (int i = 0; i < signals.length; i++) {
      last = times.get(i).order()[0] == 1 ? signals[i] : last;
    }
    return last;
  }

  private static void turns(
      Report report,
      double[] signals,
      List<ConceptTrajectory> runs,
      List<List<ConceptTrajectory>> classes) {
    List<Turn> turns = runs.stream().map(run -> Turn.of(run, FROM)).toList();
    double[] saturations =
        classes.stream().mapToDouble(c -> TrainingSaturation.of(c, TARGETS).step()).toArray();
    int[] middle =
        IntStream.range(0, signals.length)
            .filter(i -> signals[i] >= 0.2 && signals[i] <= 0.65)
            .toArray();
    double[] angles = IntStream.of(middle).mapToDouble(i -> turns.get(i).angle()).toArray();
    var found =
        TurnSaturation.of(
            IntStream.of(middle).mapToObj(turns::get).toList(), Present.at(middle, saturations));
    double[] all = turns.stream().mapToDouble(Turn::step).toArray();
    close(report, "median turn", 4184.9, Selection.median(all), 0.05);
    close(report, "median saturation", 4191, Selection.median(saturations), 0);
    close(report, "median ratio", 1.0012, found.medianRatio(), 5e-5);
    close(report, "least angle", 42.3, Arrays.stream(angles).min().orElseThrow(), 0.05);
    close(report, "largest angle", 93.6, Arrays.stream(angles).max().orElseThrow(), 0.05);
  }

  private static void close(
      Report report, String what, double expected, double found, double within) {
    report.number(what, expected, found, Tolerance.absolute(within));
  }
}
