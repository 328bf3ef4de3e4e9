package murmuration.golden.language;

import java.util.Set;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.language.ConceptMatching;
import murmuration.language.Language;
import murmuration.language.LanguageInformation;

/** Concept-best matching, whose peer prints scores with three decimals. */
final class ConceptMatchingSection {
  /** Where solvers find other matchings of the same score. */
  private static final Set<String> AMBIGUOUS =
      Set.of("holistic", "variable_length_random", "entangled");

  private static final Tolerance PRINTED = Tolerance.absolute(0.0005 + 1e-12);

  private ConceptMatchingSection() {}

  static void check(Node cbm, Language language, Report report) {
    var found = ConceptMatching.of(language);
    var types = LanguageInformation.of(language);
    whole(cbm, "Unique_messages", types.messageTypes(), report);
    whole(cbm, "Unique_phrases", types.meaningTypes(), report);
    whole(cbm, "Unique_words", found.words(), report);
    whole(cbm, "Unique_concepts", found.concepts(), report);
    whole(cbm, "Total_edges", found.edges(), report);
    whole(cbm, "Good_edges", found.good(), report);
    whole(cbm, "Total_concepts", found.conceptTokens(), report);
    printed(cbm, "Match_score", found.score(), report);
    if (!AMBIGUOUS.contains(language.name())) {
      printed(cbm, "Precision", found.precision(), report);
      printed(cbm, "Recall", found.recall(), report);
    }
  }

  private static void whole(Node cbm, String key, long found, Report report) {
    report.equal(cbm.path() + "." + key, cbm.at(key).integer(), found);
  }

  private static void printed(Node cbm, String key, double found, Report report) {
    double expected = Double.parseDouble(cbm.at(key).text());
    report.number(cbm.path() + "." + key, expected, found, PRINTED);
  }
}
