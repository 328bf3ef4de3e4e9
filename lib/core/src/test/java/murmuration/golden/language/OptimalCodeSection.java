package murmuration.golden.language;

import java.util.Arrays;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.language.OptimalCode;

/** Lengths of the shortest code by rank. */
final class OptimalCodeSection implements LanguageClosedFormChecker.Section {
  @Override
  public String name() {
    return "optimal_code_lengths";
  }

  @Override
  public void check(Node node, Report report) {
    int[] expected = GoldenLanguage.row(node.at("lengths"));
    int[] ranks = GoldenLanguage.row(node.at("ranks"));
    int[] found = OptimalCode.lengths((int) node.at("alphabet").integer(), expected.length);
    report.equal(node.path(), Arrays.toString(expected), Arrays.toString(found));
    report.equal(node.path() + " ranks", ranks.length, found.length);
    report.equal(
        node.path() + " longest", node.at("max_len").integer(), (long) found[found.length - 1]);
  }
}
