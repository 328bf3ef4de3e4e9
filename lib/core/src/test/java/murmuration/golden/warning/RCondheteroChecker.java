package murmuration.golden.warning;

import java.util.Arrays;
import java.util.regex.Pattern;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.Surrogates;
import murmuration.warning.Window;
import murmuration.warning.nonlinear.ConditionalHeteroskedasticity;

/** Earlywarnings' ch_ews: R^2, critical value, verdict and order of every window. */
public final class RCondheteroChecker implements Checker {
  private static final Pattern CALL =
      Pattern.compile("winsize=(\\d+), alpha=([0-9.]+).*lags=(\\d+)");

  @Override
  public String kind() {
    return "warning/r-condhetero";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node root = file.root();
    var call = CALL.matcher(root.at("call").text());
    if (!call.find()) {
      throw new IllegalArgumentException(root.at("call").text());
    }
    var study =
        ConditionalHeteroskedasticity.of(root.at("y").numbers())
            .window(Window.percentRound(Double.parseDouble(call.group(1))))
            .alpha(Double.parseDouble(call.group(2)))
            .against(Surrogates.ar1(1));
    Tolerance tolerance = file.tolerance();
    int order = Integer.parseInt(call.group(3));
    compare("optim", study.orderByAic(), root.at("optim"), tolerance, report);
    compare("fixed2", study.order(order), root.at("fixed2"), tolerance, report);
  }

  private static void compare(
      String name,
      ConditionalHeteroskedasticity study,
      Node expected,
      Tolerance tolerance,
      Report report) {
    var found = study.run();
    int[] at =
        Arrays.stream(expected.at("time").numbers()).mapToInt(time -> (int) time - 1).toArray();
    numbers(name + " order", expected.at("ar.fit.order"), found.orders(), at, tolerance, report);
    numbers(name + " R^2", expected.at("r.squared"), found.rSquared(), at, tolerance, report);
    numbers(
        name + " critical", expected.at("critical.value"), found.critical(), at, tolerance, report);
    double[] verdicts = new double[found.rSquared().length];
    Arrays.setAll(verdicts, i -> found.significant(i) ? 1 : 0);
    numbers(name + " result", expected.at("test.result"), verdicts, at, Tolerance.EXACT, report);
  }

  private static void numbers(
      String name, Node expected, double[] found, int[] at, Tolerance tolerance, Report report) {
    report.numbers(
        name,
        expected.numbers(),
        Arrays.stream(at).mapToDouble(i -> found[i]).toArray(),
        tolerance);
  }
}
