package murmuration.golden.scaling;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.LeastSquares;
import murmuration.scaling.pass.PassUntil;
import murmuration.scaling.pass.TaskCurve;
import murmuration.scaling.pass.TaskLaw;
import murmuration.scaling.pass.TaskPrediction;

/** Estimates with exact intervals (SciPy), and the shapes of the theorems in closed form. */
public final class PassUntilChecker implements Checker {
  /** Where a bend is 0 up to rounding: 1e-10 of the slope. */
  private static final double NO_BEND = 1e-11;

  @Override
  public String kind() {
    return "scaling/passuntil";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var root = file.root();
    var tolerance = Tolerance.relative(root.at("tolerance").at("rel").number());
    for (Node node : root.at("estimates").items()) {
      estimate(node, tolerance, report);
    }
    var shapes = root.at("shapes");
    double[] n = shapes.at("N").numbers();
    var single = shapes.at("single");
    shape(
        single,
        new TaskLaw(single.at("c").number(), single.at("alpha").number()),
        n,
        tolerance,
        report);
    var product = shapes.at("three_step_product");
    shape(product, TaskCurve.steps(laws(product.at("steps"))), n, tolerance, report);
    var best = shapes.at("best_of_two_circuits");
    shape(best, TaskCurve.bestOf(laws(best.at("circuits"))), n, tolerance, report);
    reported(root.at("reported"), report);
  }

  private static void estimate(Node node, Tolerance tolerance, Report report) {
    var item = PassUntil.of((int) node.at("r").integer(), (int) node.at("K").integer());
    report.number(node.path() + ".mle", node.at("mle").number(), item.mle(), tolerance);
    if (node.at("umvu").isNull()) {
      report.equal(node.path() + ".r without umvu", 1, item.wanted());
    } else {
      report.number(node.path() + ".umvu", node.at("umvu").number(), item.umvu(), tolerance);
    }
    report.number(
        node.path() + ".se_mle", node.at("se_mle").number(), item.standardError(), tolerance);
    report.numbers(
        node.path() + ".ci95_exact",
        node.at("ci95_exact").numbers(),
        item.interval(0.95),
        tolerance);
  }

  private static TaskCurve[] laws(Node node) {
    return Arrays.stream(node.matrix())
        .map(law -> new TaskLaw(law[0], law[1]))
        .toArray(TaskCurve[]::new);
  }

  private static void shape(
      Node node, TaskCurve curve, double[] n, Tolerance tolerance, Report report) {
    double[] f = Arrays.stream(n).map(curve::f).toArray();
    double[] rates = Arrays.stream(n).map(curve::passRate).toArray();
    report.numbers(node.path() + ".F", node.at("F").numbers(), f, tolerance);
    report.numbers(node.path() + ".PU", node.at("PU").numbers(), rates, tolerance);
    double[] x = Arrays.stream(n).map(Math::log).toArray();
    double centre = Arrays.stream(x).average().orElseThrow();
    double[] upwards = LeastSquares.polynomial(x, f, 2, centre).coefficients();
    double[] quad = node.at("quad").numbers();
    for (int power = 0; power < 3; power++) {
      report.number(
          node.path() + ".quad of power " + power,
          quad[2 - power],
          upwards[power],
          new Tolerance(NO_BEND, tolerance.relative()));
    }
  }

  /** Printed figures, beside the deviations that follow from them. */
  private static void reported(Node node, Report report) {
    var human = node.at("humaneval_series1");
    double predicted = human.at("predicted_instance_level").number();
    double off = prediction(predicted).relativeError(human.at("real").number());
    report.number(
        human.path() + ".deviation_percent",
        human.at("deviation_percent").number(),
        Math.abs(100 * off),
        Tolerance.absolute(0.005));
    var emoji = node.at("emoji_movie");
    double real = emoji.at("real").number();
    double dataSet = prediction(emoji.at("dataset_level").number()).relativeError(real);
    double items = prediction(emoji.at("instance_level").number()).relativeError(real);
    report.holds(
        emoji.path() + " the data set is under, the items are over by about 19 %",
        dataSet < 0 && Math.abs(items - 0.19) < 0.005,
        "found " + dataSet + " and " + items);
  }

  private static TaskPrediction prediction(double rate) {
    return new TaskPrediction(2.4e9, rate, rate, rate, 0.95);
  }
}
