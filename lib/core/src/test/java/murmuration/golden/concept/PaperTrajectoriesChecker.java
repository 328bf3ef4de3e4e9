package murmuration.golden.concept;

import java.util.List;
import murmuration.concept.ConceptTrajectory;
import murmuration.concept.TrainingSaturation;
import murmuration.concept.Turn;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;

/** The trajectories of the colour sweep of Park et al. (2024), which may not be passed on. */
public final class PaperTrajectoriesChecker implements Checker {
  private static final double[][] TARGETS = {{0, 0}, {0, 1}, {1, 0}};
  private static final double FROM = 2000;

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
  }
}
