package murmuration.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Entropy;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * One metric, every convention: what published programs give for the same language, side by side,
 * and why they differ.
 *
 * @param language name of the language
 * @param rows one for each metric and convention; the first of a metric is our default
 * @param provenance where it comes from
 */
public record ConventionTable(String language, List<ConventionRow> rows, Provenance provenance)
    implements Result {
  private static final double ROUNDING = 1e-12;
  private static final long MOST_TOKENS = 10_000_000;
  private static final int MOST_VALUES = 300;
  private static final double MOST_SQUARES = 5e6;
  private static final double MOST_LOGITS = 1000;
  static final double MOST_PROGRAMS = 20_000;

  /** Keeps its own copy. */
  public ConventionTable {
    Arguments.present("language", language);
    rows = Arguments.listed("rows", rows);
    Arguments.present("provenance", provenance);
  }

  /** Measures a language under every convention. */
  public static ConventionTable of(Language language) {
    Arguments.present("language", language);
    var rows = new ArrayList<ConventionRow>();
    topsim(language, rows);
    posdis(language, rows);
    bosdis(language, rows);
    information(language, rows);
    independence(language, rows);
    words(language, rows);
    tree(language, rows);
    return new ConventionTable(
        language.name(),
        rows,
        Provenance.of(Map.of("messages", language.policy().toString())).data(language.source()));
  }

  private static void topsim(Language language, List<ConventionRow> rows) {
    String metric = "topsim";
    String edit = "edit distance over the mean length; EOS and padding count as symbols";
    var standard = Topsim.of(language);
    rows.add(row(metric, "default", standard, "Hamming and edit distance, Spearman"));
    rows.add(row(metric, "Korbak", standard, "the same: edit distance as it is"));
    rows.add(
        row(
            metric,
            "Ueda",
            Topsim.of(language, Topsim.ueda()),
            "EOS stripped; 0 where it is undefined"));
    var matrix = asMatrix(language);
    var egg = Topsim.of(matrix, Topsim.egg());
    rows.add(row(metric, "EGG core", egg, edit));
    rows.add(
        row(
            metric,
            "EGG compositionality",
            Topsim.of(matrix, Topsim.eggCompo()),
            "edit distance over the first length; EOS and padding count as symbols"));
    rows.add(row(metric, "emlangkit", egg, "as EGG core; its p takes pairs for independent"));
  }

  /** As peers see it that know no ragged messages: padded to one length, by EOS or a new symbol. */
  static Language asMatrix(Language language) {
    var padded = language.eos(EosPolicy.PADDED);
    int[][] rows = padded.messages();
    int longest = Arrays.stream(rows).mapToInt(row -> row.length).max().orElse(0);
    if (Arrays.stream(rows).allMatch(row -> row.length == longest)) {
      return padded;
    }
    int[] used = Arrays.stream(rows).flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    int pad =
        language
            .eos()
            .orElseGet(
                () ->
                    IntStream.range(0, used.length + 1)
                        .filter(s -> Arrays.binarySearch(used, s) < 0)
                        .findFirst()
                        .orElseThrow());
    for (int i = 0; i < rows.length; i++) {
      int length = rows[i].length;
      rows[i] = Arrays.copyOf(rows[i], longest);
      Arrays.fill(rows[i], length, longest, pad);
    }
    long[] weights = IntStream.range(0, rows.length).mapToLong(language::weight).toArray();
    return Language.fromPadded(language.meanings(), rows, pad)
        .eos(EosPolicy.PADDED)
        .weights(weights);
  }

  private static ConventionRow row(String metric, String convention, Topsim found, String why) {
    return new ConventionRow(
        metric, convention, found.value(), why, MetricFlag.reasons(found.flags()));
  }

  private static void posdis(Language language, List<ConventionRow> rows) {
    var padded = asMatrix(language);
    rows.add(posdis("default", language, EntropyEstimate.plugIn(), "shares as counted"));
    rows.add(
        posdis(
            "EGG, emlangkit",
            padded,
            EntropyEstimate.plugIn(),
            "messages as padded; EGG in single precision"));
    rows.add(
        posdis("Miller-Madow", language, EntropyEstimate.millerMadow(), "entropies corrected"));
    rows.add(
        posdis(
            "less chance",
            language,
            EntropyEstimate.chanceCorrected(),
            "information less its mean under permutation"));
  }

  private static ConventionRow posdis(
      String convention, Language language, EntropyEstimate estimate, String why) {
    return row("posdis", convention, Disentanglement.posdis(language, estimate), why);
  }

  private static void bosdis(Language language, List<ConventionRow> rows) {
    var padded = asMatrix(language);
    var without = PaddingRule.EXCLUDE_PADDING;
    var plain = EntropyEstimate.plugIn();
    rows.add(bosdis("default", language, without, plain, "symbols up to EOS, without EOS"));
    rows.add(bosdis("EGG", padded, without, plain, "also symbols behind EOS; EOS is none"));
    rows.add(
        bosdis(
            "emlangkit",
            padded,
            PaddingRule.INCLUDE_PADDING,
            plain,
            "padding is one more symbol: a message's length"));
    rows.add(
        bosdis(
            "Miller-Madow",
            language,
            without,
            EntropyEstimate.millerMadow(),
            "entropies corrected"));
    rows.add(
        bosdis(
            "less chance",
            language,
            without,
            EntropyEstimate.chanceCorrected(),
            "information less its mean under permutation"));
  }

  private static ConventionRow bosdis(
      String convention,
      Language language,
      PaddingRule padding,
      EntropyEstimate estimate,
      String why) {
    return row("bosdis", convention, Disentanglement.bosdis(language, padding, estimate), why);
  }

  private static ConventionRow row(
      String metric, String convention, Disentanglement found, String why) {
    return new ConventionRow(
        metric, convention, found.value(), why, MetricFlag.reasons(found.flags()));
  }

  private static void information(Language language, List<ConventionRow> rows) {
    var bits = LanguageInformation.of(language);
    var nats = LanguageInformation.of(language, InformationUnit.NATS);
    var table = WholeTable.of(language);
    double chance =
        Entropy.expectedInformation(
            table.messages().counts(table.weights()), table.meanings().counts(table.weights()));
    double beyond = bits.information() - InformationUnit.BITS.ofNats(chance);
    String metric = "information";
    rows.add(
        new ConventionRow(metric, "default", bits.information(), "bits, shares as counted", ""));
    rows.add(new ConventionRow(metric, "Lowe", nats.information(), "nats", ""));
    rows.add(
        new ConventionRow(
            metric,
            "less chance",
            Math.abs(beyond) < ROUNDING ? 0 : beyond,
            "bits, less the exact mean under permutation: 0 where all messages differ",
            ""));
  }

  private static void independence(Language language, List<ConventionRow> rows) {
    String metric = "context independence";
    var symbols = ContextIndependence.symbolLevel(language);
    String missing = MetricFlag.reasons(symbols.flags());
    rows.add(
        new ConventionRow(
            metric,
            "default",
            symbols.value(),
            "symbols for values; the best of equal words",
            missing));
    rows.add(
        new ConventionRow(
            metric,
            "Korbak, at least",
            symbols.lowest(),
            "the worst of equal words: the peer's choice lies between",
            missing));
    rows.add(
        new ConventionRow(
            metric,
            "Lowe",
            ContextIndependence.messageLevel(language).value(),
            "whole messages for whole meanings",
            ""));
  }

  private static void words(Language language, List<ConventionRow> rows) {
    if (LanguageInformation.of(language).symbolTokens() > MOST_TOKENS) {
      return;
    }
    var inside = Harris.of(language).run().wordTopsim();
    var peer = Harris.of(language).peer().run().wordTopsim();
    rows.add(row("W-topsim", "default", inside, "Harris' segments, boundaries inside messages"));
    rows.add(row("W-topsim", "Ueda", peer, "boundaries also at the end: a last, empty segment"));
  }

  /** Linear programs and logits only where they take no longer than the rest. */
  private static void tree(Language language, List<ConventionRow> rows) {
    double cells = treeCells(language);
    if (cells == 0) {
      return;
    }
    String metric = "tree reconstruction error";
    if (cells <= MOST_PROGRAMS) {
      double absolute = Tre.of(language, TreLoss.ADDITIVE_L1).metric().value();
      rows.add(new ConventionRow(metric, "default", absolute, TreLoss.ADDITIVE_L1.words(), ""));
    }
    double squares = Tre.of(language, TreLoss.ADDITIVE_L2).metric().value();
    rows.add(new ConventionRow(metric, "L2", squares, TreLoss.ADDITIVE_L2.words(), ""));
    if (cells <= MOST_LOGITS) {
      double nats = Tre.of(language, TreLoss.CROSS_ENTROPY).metric().value();
      rows.add(new ConventionRow(metric, "Korbak", nats, TreLoss.CROSS_ENTROPY.words(), ""));
    }
  }

  /**
   * Meanings times positions times symbols; 0 where there is nothing to reconstruct or too much.
   */
  static double treeCells(Language language) {
    var found = LanguageInformation.of(language);
    var coded = CodedLanguage.of(language);
    int values = 0;
    for (int a = 0; a < coded.attributeCount(); a++) {
      values += coded.attribute(a).classes();
    }
    double cells = (double) found.meaningTypes() * coded.positions().size() * found.symbols();
    return values <= MOST_VALUES && cells <= MOST_SQUARES ? cells : 0;
  }

  /** The rows of one metric. */
  public List<ConventionRow> of(String metric) {
    return rows.stream().filter(row -> row.metric().equals(metric)).toList();
  }

  /** For each metric its least and greatest value over the conventions. */
  @Override
  public String summary() {
    var text = new StringBuilder("conventions of " + language);
    for (String metric : rows.stream().map(ConventionRow::metric).distinct().toList()) {
      var defined = of(metric).stream().filter(r -> !Double.isNaN(r.value())).toList();
      var range = defined.stream().mapToDouble(ConventionRow::value).summaryStatistics();
      text.append(
          defined.isEmpty()
              ? String.format(Locale.ROOT, "%n%s: undefined under every convention", metric)
              : String.format(
                  Locale.ROOT,
                  "%n%s: %.4g to %.4g over %d conventions",
                  metric,
                  range.getMin(),
                  range.getMax(),
                  defined.size()));
    }
    return text.toString();
  }

  /** {@code metric}, {@code convention}, {@code value}, {@code definition}, {@code flags}. */
  @Override
  public Table table() {
    return Table.create(
        "conventions of " + language,
        StringColumn.create("metric", rows.stream().map(ConventionRow::metric)),
        StringColumn.create("convention", rows.stream().map(ConventionRow::convention)),
        DoubleColumn.create("value", rows.stream().mapToDouble(ConventionRow::value).toArray()),
        StringColumn.create("definition", rows.stream().map(ConventionRow::definition)),
        StringColumn.create("flags", rows.stream().map(ConventionRow::flags)));
  }
}
