package murmuration.golden.concept;

import java.util.Arrays;
import murmuration.concept.theory.SimCourse;
import murmuration.concept.theory.SimTask;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;

/** Structured identity mapping: one layer in closed form, two layers by integration. */
public final class SimTaskChecker implements Checker {
  @Override
  public String kind() {
    return "concept/sim-task";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var tolerance = file.tolerance();
    for (Node expected : file.root().at("cases").items()) {
      String at = expected.path();
      int d = Math.toIntExact(expected.at("d").integer());
      var task = SimTask.of(expected.at("mu").numbers(), expected.at("sigma").number(), d);
      double[] t = expected.at("t").numbers();
      report.numbers(at + " a", expected.at("a").numbers(), task.secondMoment(), tolerance);
      SimCourse one = task.oneLayer(expected.at("W0").matrix(), t);
      matrix(report, expected.at("one_layer_output"), one.outputs(), file);
      report.holds(
          at + " the peer's ode",
          expected.at("one_layer_ode_max_abs_diff").number() <= 1e-8,
          "the peer's own difference is above 1e-8");
      SimCourse two = task.twoLayers(expected.at("U0").matrix(), t);
      matrix(report, expected.at("two_layer_output"), two.outputs(), file);
      matrix(report, expected.at("two_layer_concept"), two.concepts(), file);
      report.numbers(at + " loss", expected.at("two_layer_loss").numbers(), two.loss(), tolerance);
      matrix(report, expected.at("W_end"), two.end(), file);
    }
  }

  private static void matrix(Report report, Node expected, double[][] found, GoldenFile file) {
    report.numbers(
        expected.path(),
        Arrays.stream(expected.matrix()).flatMapToDouble(Arrays::stream).toArray(),
        Arrays.stream(found).flatMapToDouble(Arrays::stream).toArray(),
        file.tolerance());
  }
}
