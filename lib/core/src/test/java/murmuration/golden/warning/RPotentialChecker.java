package murmuration.golden.warning;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.nonlinear.PotentialAnalysis;

/**
 * Earlywarnings' livpotential_ews. Its density is binned, so it is compared at a share of its
 * maximum, and the potential at what that share means for a logarithm.
 */
public final class RPotentialChecker implements Checker {
  @Override
  public String kind() {
    return "warning/r-potential";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node root = file.root();
    var found = PotentialAnalysis.of(root.at("y").numbers());
    report.number("bw", root.at("bw").number(), found.bandwidth(), Tolerance.relative(1e-12));
    report.numbers("grid", root.at("grid").numbers(), found.states(), file.tolerance("grid"));
    double[] density = root.at("density").numbers();
    double highest = Arrays.stream(density).max().orElseThrow();
    double allowed = file.tolerance("density").absolute() * highest;
    report.numbers("density", density, found.density(), Tolerance.absolute(allowed));
    double[] potential = root.at("potential").numbers();
    for (int j = 0; j < potential.length; j++) {
      report.number(
          "potential[" + j + "]",
          potential[j],
          found.potential()[j],
          Tolerance.absolute(0.5 * allowed / (density[j] - allowed)));
    }
    report.equal("wells", 1, found.wells().length);
    report.number(
        "well", root.at("max_index_1based").number() - 1, found.wells()[0], Tolerance.absolute(1));
    report.equal("barriers", root.at("min_index_1based").numbers().length, found.barriers().length);
  }
}
