package murmuration.golden.scaling;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.scaling.observational.EmergentForecast;

/** Scores on emergent tasks from three capability axes and from compute. */
public final class ObservationalEmergentChecker implements Checker {
  @Override
  public String kind() {
    return "scaling/observational-emergent";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var comparison =
        EmergentForecast.of(ObsTables.benchmarks(file), ObsTables.tasks(file)).resamples(2).run();
    Node root = file.root();
    report.equal("n_models", (int) root.at("n_models").integer(), comparison.models());
    report.equal("tasks", root.at("rows").items().size(), comparison.tasks().size());
    Tolerance train = file.tolerance("train_mse_rel");
    Tolerance test = file.tolerance("test_mse_rel");
    for (Node row : root.at("rows").items()) {
      var task = comparison.task(row.at("task").text());
      String at = task.name();
      report.equal(at + ".n_train", (int) row.at("n_train").integer(), task.train());
      report.equal(at + ".n_test", (int) row.at("n_test").integer(), task.test());
      report.number(at + ".train_mse", row.at("train_mse").number(), task.trainAxes(), train);
      report.number(at + ".test_mse", row.at("test_mse").number(), task.testAxes(), test);
      report.number(
          at + ".train_mse_flops", row.at("train_mse_flops").number(), task.trainCompute(), train);
      report.number(
          at + ".test_mse_flops", row.at("test_mse_flops").number(), task.testCompute(), test);
    }
  }
}
