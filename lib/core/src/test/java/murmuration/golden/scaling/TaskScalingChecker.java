package murmuration.golden.scaling;

import java.util.List;
import java.util.stream.IntStream;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.scaling.pass.PassCounts;
import murmuration.scaling.pass.TaskScaling;

/** The task scaling law on the counts of Pythia on MATH, by NumPy and SciPy. */
public final class TaskScalingChecker implements Checker {
  private static final List<String> BY_SIZE =
      List.of("70M", "160M", "410M", "1B", "2.8B", "6.9B", "12B");

  @Override
  public String kind() {
    return "scaling/task-scaling";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var root = file.root();
    var tolerance = Tolerance.relative(root.at("tolerance_rel").number());
    double[] n = root.at("N").numbers();
    double[] rates = rates(PassAtKChecker.pythia(file));
    report.numbers("PU", root.at("PU").numbers(), rates, tolerance);
    var law = TaskScaling.of(n, rates);
    report.numbers("F", root.at("F").numbers(), law.f(), tolerance);
    report.numbers(
        "linear", root.at("linear").numbers(), downwards(law.line().coefficients()), tolerance);
    var test = law.concavity();
    report.numbers(
        "quadratic",
        root.at("quadratic").numbers(),
        downwards(test.fit().coefficients()),
        tolerance);
    report.number("F_stat", root.at("F_stat").number(), test.statistic(), tolerance);
    report.number("p_value", root.at("p_value").number(), test.p(), tolerance);
    var expected = root.at("predict_12B_from_smaller");
    var prediction = law.below(1e10).predict(1.2e10, 0.95);
    report.number("predicted", expected.at("predicted").number(), prediction.value(), tolerance);
    report.number("observed", expected.at("observed").number(), rates[6], tolerance);
    report.number(
        "relative_error",
        expected.at("relative_error").number(),
        prediction.relativeError(rates[6]),
        tolerance);
  }

  private static double[] rates(List<PassCounts> models) {
    return BY_SIZE.stream()
        .map(size -> "Pythia " + size)
        .mapToDouble(
            name ->
                models.stream()
                    .filter(model -> model.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .meanRate())
        .toArray();
  }

  private static double[] downwards(double[] coefficients) {
    int last = coefficients.length - 1;
    return IntStream.rangeClosed(0, last).mapToDouble(i -> coefficients[last - i]).toArray();
  }
}
