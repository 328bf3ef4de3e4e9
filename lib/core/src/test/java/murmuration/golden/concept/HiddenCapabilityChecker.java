package murmuration.golden.concept;

import murmuration.concept.HiddenCapability;
import murmuration.concept.LearningRule;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;

/** Gap, flag and area of closed-form curves. */
public final class HiddenCapabilityChecker implements Checker {
  @Override
  public String kind() {
    return "concept/hidden-capability";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Tolerance tolerance = file.tolerance();
    for (Node entry : file.root().at("cases").items()) {
      var found =
          HiddenCapability.of(
                  entry.at("steps").numbers(),
                  entry.at("naive").numbers(),
                  entry.at("elicited").numbers())
              .rule(LearningRule.firstTwo(entry.at("threshold").number()));
      String path = entry.path();
      report.number(path + " naive", entry.at("t_naive").number(), found.naiveTime(), tolerance);
      report.number(
          path + " elicited", entry.at("t_elicited").number(), found.elicitedTime(), tolerance);
      report.number(path + " gap", entry.at("gap").number(), found.gap(), tolerance);
      report.number(path + " area", entry.at("hidden_area").number(), found.area(), tolerance);
      report.equal(
          path + " hidden", Boolean.TRUE.equals(entry.at("hidden").value()), found.isHidden());
    }
  }
}
