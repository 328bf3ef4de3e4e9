package murmuration.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import murmuration.math.Entropy;

/**
 * One figure of a report, and what it takes to draw it anew.
 *
 * @param name the figure
 * @param label a short name for charts
 * @param conventions the definition, in words
 * @param greater whether more of it than chance gives is what compositional languages have
 * @param bounded whether it is a share, so that intervals are cut at {@code least} and 1
 * @param least the least value of a share
 * @param value from a sample; NaN where undefined
 * @param work elementary steps of one value
 */
record ReportMeasure(
    String name,
    String label,
    String conventions,
    boolean greater,
    boolean bounded,
    double least,
    ToDoubleFunction<LanguageSample> value,
    double work) {
  private static final double MOST_MATCHING = 1e10;

  /** The figures that a permutation of meanings changes, for a language of these records. */
  static List<ReportMeasure> of(Language language, CodedLanguage coded) {
    double n = coded.total();
    int attributes = coded.attributeCount();
    double tokens = LanguageInformation.of(language).symbolTokens();
    var positions = coded.positions();
    double varied = positions.stream().filter(p -> !p.constant()).count();
    var counts = ConceptCounts.of(coded);
    double cells = (double) counts.words() * counts.concepts();
    double table = 30 * n + 4 * tokens * attributes;
    var list = new ArrayList<ReportMeasure>();
    list.add(
        share(
            "topographic similarity",
            "topsim",
            Topsim.standard().toString(),
            s -> Topsim.of(s.language()).value(),
            3 * n * n));
    list.add(
        share(
            "posdis",
            "posdis",
            "plug-in",
            s -> Gaps.plain(s.coded(), s.coded().positions()),
            n * positions.size() * attributes));
    list.add(
        share(
            "bosdis",
            "bosdis",
            "plug-in; " + PaddingRule.EXCLUDE_PADDING.words(),
            s -> Gaps.plain(s.coded(), s.coded().symbols(PaddingRule.EXCLUDE_PADDING)),
            tokens * attributes + n));
    list.add(
        new ReportMeasure(
            "information of whole messages (bits)",
            "I (bits)",
            "plug-in",
            true,
            false,
            0,
            s -> s.coded().whole().information() / Entropy.NATS_PER_BIT,
            30 * n));
    list.add(
        share(
            "normalised information",
            "norm. I",
            "over the lesser entropy; plug-in",
            s -> normalised(s.coded().whole()),
            30 * n));
    list.add(
        new ReportMeasure(
            "residual entropy",
            "residual H",
            "best partition of positions; plug-in",
            false,
            true,
            0,
            s -> ResidualEntropy.of(s.coded(), null).value(),
            Math.min(Math.pow(2, varied), 1e6) * n * (attributes + 1)));
    list.add(
        share(
            "context independence of symbols",
            "CI symbols",
            "symbol level (Korbak)",
            s -> ContextIndependence.symbols(ConceptCounts.of(s.coded())),
            table + cells));
    list.add(
        share(
            "context independence of messages",
            "CI messages",
            "message level (Lowe)",
            s -> ContextIndependence.messages(s.coded().whole()),
            30 * n));
    double matching = cells * Math.min(counts.words(), counts.concepts());
    if (matching <= MOST_MATCHING) {
      list.add(
          share(
              "concept-best matching",
              "matching",
              "symbols and values one to one",
              s -> ConceptMatching.of(s.coded(), ConceptCounts.of(s.coded()), null).score(),
              table + matching));
    }
    if (ConflictCount.applies(language)) {
      list.add(
          new ReportMeasure(
              "conflicts per symbol",
              "conflicts",
              "one attribute for each position",
              false,
              true,
              0,
              s -> ConflictCount.of(s.coded(), null).share(),
              n * attributes * attributes * 4));
    }
    return list;
  }

  private static ReportMeasure share(
      String name,
      String label,
      String conventions,
      ToDoubleFunction<LanguageSample> value,
      double work) {
    double least = label.equals("topsim") ? -1 : 0;
    return new ReportMeasure(name, label, conventions, true, true, least, value, work);
  }

  private static double normalised(WholeTable table) {
    double least = Math.min(table.messageEntropy(), table.meaningEntropy());
    return least == 0 ? Double.NaN : table.information() / least;
  }
}
