package murmuration.golden.warning;

import java.util.regex.Pattern;
import murmuration.data.TimeSeries;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.nonlinear.DriftDiffusionJump;

/** Earlywarnings' ddjnonparam_ews: the functions of the state, and along the record. */
public final class RDdjChecker implements Checker {
  private static final Pattern CALL = Pattern.compile("bandwidth=([0-9.]+), na=(\\d+)");

  @Override
  public String kind() {
    return "warning/r-ddj";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node root = file.root();
    var call = CALL.matcher(root.at("call").text());
    if (!call.find()) {
      throw new IllegalArgumentException(root.at("call").text());
    }
    var options =
        DriftDiffusionJump.Options.defaults()
            .bandwidth(Double.parseDouble(call.group(1)))
            .points(Integer.parseInt(call.group(2)));
    var found = DriftDiffusionJump.of(TimeSeries.of(root.at("y").numbers()), options);
    Node out = root.at("out");
    Tolerance tolerance = file.tolerance();
    report.numbers("a", out.at("a").numbers(), found.states(), tolerance);
    compare("S2", out, found.conditionalVariance(), found, tolerance, report);
    compare("TotVar", out, found.totalVariance(), found, tolerance, report);
    compare("Diff2", out, found.diffusion(), found, tolerance, report);
    compare("LambdaZ", out, found.jumpIntensity(), found, tolerance, report);
  }

  private static void compare(
      String name,
      Node out,
      double[] function,
      DriftDiffusionJump found,
      Tolerance tolerance,
      Report report) {
    report.numbers(name, out.at(name).numbers(), function, tolerance);
    report.numbers(name + "_t", out.at(name + "_t").numbers(), found.along(function), tolerance);
  }
}
