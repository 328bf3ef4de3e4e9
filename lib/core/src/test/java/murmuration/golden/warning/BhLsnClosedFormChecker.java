package murmuration.golden.warning;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.warning.process.LinearSaddleNode;
import murmuration.warning.process.Transition;
import murmuration.warning.process.VarianceEquation;

/** Transition densities of the linear saddle-node process against a finer quadrature. */
public final class BhLsnClosedFormChecker implements Checker {
  @Override
  public String kind() {
    return "warning/bh2012-lsn-closed-form";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node pars = file.root().at("pars");
    double[] t = file.root().at("time").numbers();
    Node peer = file.root().at("package_V");
    Transition[] found = transitions(pars, t, VarianceEquation.PEER);
    var tolerance = file.tolerance();
    report.numbers("decay", peer.at("decay").numbers(), decays(found), tolerance);
    report.numbers(
        "mean",
        peer.at("mean_in").numbers(),
        Arrays.stream(found).mapToDouble(Transition::shift).toArray(),
        tolerance);
    report.numbers("variance, peer", peer.at("var").numbers(), variances(found), tolerance);
    report.numbers(
        "variance",
        file.root().at("corrected_V").at("var").numbers(),
        variances(transitions(pars, t, VarianceEquation.CONSISTENT)),
        tolerance);
  }

  private static Transition[] transitions(Node pars, double[] t, VarianceEquation equation) {
    var process =
        new LinearSaddleNode(
            pars.at("Ro").number(),
            pars.at("m").number(),
            pars.at("theta").number(),
            pars.at("sigma").number(),
            equation);
    Transition[] all = new Transition[t.length - 1];
    Arrays.setAll(all, i -> process.transition(t[i] - t[0], t[i + 1] - t[0]));
    return all;
  }

  private static double[] decays(Transition[] all) {
    return Arrays.stream(all).mapToDouble(Transition::decay).toArray();
  }

  private static double[] variances(Transition[] all) {
    return Arrays.stream(all).mapToDouble(Transition::variance).toArray();
  }
}
