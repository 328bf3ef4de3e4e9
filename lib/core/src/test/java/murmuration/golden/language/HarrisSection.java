package murmuration.golden.language;

import java.util.Arrays;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.language.BranchingRule;
import murmuration.language.Harris;
import murmuration.language.HarrisSegments;
import murmuration.language.Substrings;

/** Harris' scheme as the published code of Ueda et al. runs it. */
final class HarrisSection {
  private HarrisSection() {}

  static void check(GoldenFile file, GoldenLanguage language, Node expected, Report report) {
    if (!expected.has("harris_by_threshold")) {
      report.holds(
          language.name() + " without Harris", language.name().equals("long_messages"), "missing");
      return;
    }
    var tolerance = file.tolerance();
    var substrings = Substrings.of(language.language());
    String name = language.name();
    Node byLength = expected.at("harris_conditional_entropy_by_length");
    double[] conditional = substrings.conditionalEntropies(BranchingRule.PEER);
    report.equal(name + " lengths", byLength.keys().size(), conditional.length);
    for (String k : byLength.keys()) {
      double h = conditional[Integer.parseInt(k)];
      report.number(name + " H(" + k + ")", byLength.at(k).number(), h, tolerance);
    }
    report.equal(
        name + " contexts", expected.at("harris_n_contexts").integer(), substrings.distinct());
    Node entropies = expected.at("harris_branching_entropy_length0_1");
    for (String context : entropies.keys()) {
      int[] symbols = context.isEmpty() ? new int[0] : new int[] {Integer.parseInt(context)};
      double h = substrings.branchingEntropy(BranchingRule.PEER, symbols);
      report.number(name + " h(" + context + ")", entropies.at(context).number(), h, tolerance);
    }
    for (Node at : expected.at("harris_by_threshold").items()) {
      var cut = Harris.of(language.language()).peer().threshold(at.at("threshold").number()).run();
      threshold(file, name + " at " + at.at("threshold").number(), at, cut, report);
      report.number(
          name + " C-topsim",
          expected.at("harris_char_topsim").number(),
          cut.characterTopsim().metric().nanAsZero(),
          tolerance);
    }
  }

  private static void threshold(
      GoldenFile file, String name, Node expected, HarrisSegments cut, Report report) {
    report.equal(
        name + " boundaries",
        Arrays.deepToString(GoldenLanguage.rows(expected.at("boundaries"))),
        Arrays.deepToString(cut.boundaries()));
    report.number(
        name + " mean boundaries",
        expected.at("mean_boundaries").number(),
        cut.meanBoundaries(),
        file.tolerance());
    report.equal(
        name + " vocabulary", expected.at("vocabulary").integer(), (long) cut.vocabularySize());
    report.number(
        name + " W-topsim",
        expected.at("word_topsim").number(),
        cut.wordTopsim().metric().nanAsZero(),
        file.tolerance());
  }
}
