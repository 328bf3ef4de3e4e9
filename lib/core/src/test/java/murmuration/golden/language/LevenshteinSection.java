package murmuration.golden.language;

import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.language.Language;
import murmuration.language.Topsim;
import murmuration.math.EditPattern;
import murmuration.math.Levenshtein;

/** Edit distances up to 200 symbols: by the table, by bits, and 64 pairs at once. */
final class LevenshteinSection implements LanguageClosedFormChecker.Section {
  @Override
  public String name() {
    return "levenshtein";
  }

  @Override
  public void check(Node node, Report report) {
    for (Node item : node.items()) {
      int[] a = GoldenLanguage.row(item.at("a"));
      int[] b = GoldenLanguage.row(item.at("b"));
      long expected = item.at("distance").integer();
      report.equal(item.path() + " table", expected, (long) Levenshtein.distance(a, b));
      report.equal(item.path() + " bits", expected, (long) EditPattern.of(a).distance(b));
      report.equal(item.path() + " bits, turned", expected, (long) EditPattern.of(b).distance(a));
      var pair = Language.of(new int[][] {{0}, {1}}, new int[][] {a, b});
      double found = Topsim.of(pair).profile().getFirst().message();
      report.equal(item.path() + " 64 at once", (double) expected, found);
    }
  }
}
