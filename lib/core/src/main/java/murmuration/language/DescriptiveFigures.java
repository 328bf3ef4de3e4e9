package murmuration.language;

import java.util.ArrayList;
import java.util.List;

/** Figures of a report that permuted meanings do not change, or that have a test of their own. */
final class DescriptiveFigures {
  private static final String NO_CHANCE = "a description: no baseline, no interval";

  private static final long MOST_TOKENS = 10_000_000;

  private DescriptiveFigures() {}

  static List<LanguageFigure> of(LanguageReport report) {
    var language = report.language();
    var found = LanguageInformation.of(language);
    var list = new ArrayList<LanguageFigure>();
    add(list, "homonymy H(meaning | message) (bits)", found.homonymy(), "plug-in");
    add(list, "synonymy H(message | meaning) (bits)", found.synonymy(), "plug-in");
    add(list, "H(message) (bits)", found.messageEntropy(), "plug-in");
    add(list, "H(meaning) (bits)", found.meaningEntropy(), "plug-in");
    add(list, "meanings per message type", found.polysemy(), "distinct meanings, mean over types");
    add(list, "message types", found.messageTypes(), "distinct messages");
    add(list, "message types per record", found.typeTokenRatio(), "type/token ratio");
    add(list, "symbols", found.symbols(), "distinct symbols");
    if (found.symbols() > 0) {
      add(list, "effective vocabulary (symbols)", found.effectiveVocabulary(), "2^H(symbol)");
    }
    add(list, "mean length (symbols)", found.tokenLength(), "over records");
    add(list, "mean length of types (symbols)", found.typeLength(), "over distinct messages");
    if (found.messageTypes() > 1) {
      var zipf = Zipf.ofMessages(language);
      add(list, "Zipf exponent of messages", zipf.rank().exponent(), "by rank");
    }
    if (found.symbolTokens() <= MOST_TOKENS) {
      segments(list, language);
    }
    double cells = ConventionTable.treeCells(language);
    if (cells > 0) {
      var loss = cells <= ConventionTable.MOST_PROGRAMS ? TreLoss.ADDITIVE_L1 : TreLoss.ADDITIVE_L2;
      var error = Tre.of(language, loss).metric();
      add(list, "tree reconstruction error", error.value(), loss.words());
    }
    if (report.permutations() > 0) {
      list.add(abbreviation(report));
    }
    return list;
  }

  /** Harris' segments at the default threshold; left out of languages beyond its size. */
  private static void segments(List<LanguageFigure> list, Language language) {
    var words = Harris.of(language).run();
    add(list, "Harris segments, different", words.vocabularySize(), "threshold 0.5 bits");
    add(list, "Harris boundaries per message", words.meanBoundaries(), "threshold 0.5 bits");
    var topsim = words.wordTopsim();
    list.add(
        LanguageFigure.plain(
            "W-topsim",
            topsim.value(),
            "edit distance between Harris' segments",
            topsim.flags().isEmpty() ? NO_CHANCE : MetricFlag.reasons(topsim.flags())));
  }

  private static void add(
      List<LanguageFigure> list, String name, double value, String conventions) {
    list.add(LanguageFigure.plain(name, value, conventions, NO_CHANCE));
  }

  private static LanguageFigure abbreviation(LanguageReport report) {
    var law = Abbreviation.of(report.language(), report.permutations(), report.seed());
    double none = Double.NaN;
    String why = law.undefined();
    return new LanguageFigure(
        "law of abbreviation",
        "abbreviation",
        law.spearman(),
        none,
        none,
        why == null ? 0 : none,
        none,
        none,
        law.spearmanP(),
        why == null ? law.permutations() : 0,
        false,
        "Spearman of length and frequency of message types; lengths permuted",
        why == null ? "no interval; the mean of chance is 0 by symmetry" : "undefined: " + why);
  }
}
