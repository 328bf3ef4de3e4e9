package murmuration.golden.concept;

import java.util.Arrays;
import murmuration.concept.theory.ItemTree;
import murmuration.concept.theory.LinearModes;
import murmuration.concept.theory.SaxeMode;
import murmuration.concept.theory.UnbalancedMode;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;

/** Modes of deep linear networks in closed form and by integration, and the four-item tree. */
public final class SaxeChecker implements Checker {
  @Override
  public String kind() {
    return "concept/saxe";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var closed = Tolerance.relative(1e-10);
    var integrated = Tolerance.absolute(1e-8);
    for (Node expected : file.root().at("scalar_modes").items()) {
      double s = expected.at("s").number();
      double tau = expected.at("tau").number();
      double start = expected.at("a0").number();
      var mode = new SaxeMode(s, start, tau);
      double[] t = expected.at("t").numbers();
      String at = expected.path();
      report.numbers(at + " a", expected.at("a").numbers(), mode.curve(t), closed);
      report.number(at + " half", expected.at("t_half").number(), mode.halfTime(), closed);
      report.number(at + " 0.9", expected.at("t_0_9").number(), mode.time(start, 0.9 * s), closed);
      report.number(at + " width", expected.at("t_10_90").number(), mode.width(), closed);
      double root = Math.sqrt(start);
      report.numbers(
          at + " ode",
          expected.at("a").numbers(),
          new UnbalancedMode(s, root, root, tau).curve(t),
          integrated);
      report.holds(
          at + " the peer's ode",
          expected.at("ode_max_abs_diff").number() <= 1e-8,
          "the peer's own difference is above 1e-8");
    }
    for (Node expected : file.root().at("unbalanced").items()) {
      var mode =
          new UnbalancedMode(
              expected.at("s").number(),
              expected.at("a").number(),
              expected.at("b").number(),
              expected.at("tau").number());
      double[] found = mode.curve(expected.at("t").numbers());
      report.numbers(expected.path() + " u", expected.at("u").numbers(), found, integrated);
      report.number(
          expected.path() + " invariant",
          expected.at("invariant").number(),
          mode.invariant(),
          closed);
    }
    Node tree = file.root().at("tree");
    report.equal(
        "tree",
        Arrays.deepToString(tree.at("Y").matrix()),
        Arrays.deepToString(ItemTree.of(2).outputs()));
    var modes = LinearModes.of(ItemTree.of(2).inputs(), tree.at("Y").matrix());
    double variance = modes.inputVariance();
    report.numbers(
        "singular values",
        tree.at("singular_values_sigma_yx").numbers(),
        Arrays.stream(modes.strengths()).map(v -> v * variance).toArray(),
        closed);
  }
}
