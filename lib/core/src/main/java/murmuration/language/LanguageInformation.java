package murmuration.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Entropy;
import tech.tablesaw.api.Table;

/**
 * What whole messages tell of whole meanings, and the size of a language: entropies and information
 * by plain counts, types and tokens, lengths. Entropies are biased: in few records every language
 * looks informative, so look at the shuffled baseline of a {@link LanguageReport} beside them.
 *
 * @param unit unit of all entropies and of the information
 * @param messageEntropy H(message)
 * @param meaningEntropy H(meaning)
 * @param homonymy H(meaning | message): what a message leaves open; exactly 0 for none
 * @param synonymy H(message | meaning): how many ways there are to say one thing; exactly 0 for one
 * @param information I(message; meaning), never below 0
 * @param polysemy mean number of distinct meanings of a message type
 * @param symbolEntropy H(symbol) of all symbols in the messages; NaN where all messages are empty
 * @param symbols symbol types
 * @param symbolTokens symbols in all messages
 * @param messageTypes distinct messages
 * @param meaningTypes distinct meanings
 * @param typeLength mean length of the message types, in symbols
 * @param tokenLength mean length of the messages, in symbols
 * @param n records, each counted by its weight
 * @param flags why a quantity is undefined; empty where all are defined
 * @param provenance where it comes from
 */
public record LanguageInformation(
    InformationUnit unit,
    double messageEntropy,
    double meaningEntropy,
    double homonymy,
    double synonymy,
    double information,
    double polysemy,
    double symbolEntropy,
    int symbols,
    long symbolTokens,
    int messageTypes,
    int meaningTypes,
    double typeLength,
    double tokenLength,
    long n,
    List<MetricFlag> flags,
    Provenance provenance)
    implements Result {

  /** Keeps its own copy of the flags. */
  public LanguageInformation {
    Arguments.present("unit", unit);
    flags = Arguments.listed("flags", flags);
    Arguments.present("provenance", provenance);
  }

  /** Counts a language, in bits. */
  public static LanguageInformation of(Language language) {
    return of(language, InformationUnit.BITS);
  }

  /** Counts a language. */
  public static LanguageInformation of(Language language, InformationUnit unit) {
    Arguments.present("language", language);
    Arguments.present("unit", unit);
    int[][] messages = language.messageRows();
    long[] weights = IntStream.range(0, language.size()).mapToLong(language::weight).toArray();
    var table = WholeTable.of(language);
    long tokens = 0;
    for (int i = 0; i < messages.length; i++) {
      tokens = Math.addExact(tokens, Math.multiplyExact(weights[i], messages[i].length));
    }
    var codes = Codes.of(Arrays.stream(messages).flatMapToInt(Arrays::stream).toArray());
    double typeLength = typeLength(table.messages(), messages);
    return new LanguageInformation(
        unit,
        unit.ofNats(table.messageEntropy()),
        unit.ofNats(table.meaningEntropy()),
        unit.ofNats(table.columnGivenRow() / language.total()),
        unit.ofNats(table.rowGivenColumn() / language.total()),
        unit.ofNats(table.information()),
        (double) table.cells() / table.messages().classes(),
        unit.ofNats(Entropy.nats(symbolCounts(messages, weights, codes))),
        codes.classes(),
        tokens,
        table.messages().classes(),
        table.meanings().classes(),
        typeLength,
        (double) tokens / language.total(),
        language.total(),
        flags(table, tokens),
        Provenance.of(Map.of("messages", language.policy().toString(), "unit", unit.word()))
            .data(language.source()));
  }

  private static List<MetricFlag> flags(WholeTable table, long tokens) {
    var flags = new ArrayList<MetricFlag>();
    if (table.messages().classes() == 1 || tokens == 0) {
      flags.add(MetricFlag.CONSTANT_MESSAGES);
    }
    if (table.meanings().classes() == 1) {
      flags.add(MetricFlag.CONSTANT_MEANINGS);
    }
    return flags;
  }

  private static long[] symbolCounts(int[][] messages, long[] weights, Codes codes) {
    long[] counts = new long[codes.classes()];
    int next = 0;
    for (int i = 0; i < messages.length; i++) {
      for (int j = 0; j < messages[i].length; j++) {
        counts[codes.code()[next++]] += weights[i];
      }
    }
    return counts;
  }

  private static double typeLength(Codes types, int[][] messages) {
    boolean[] seen = new boolean[types.classes()];
    long sum = 0;
    for (int i = 0; i < messages.length; i++) {
      if (!seen[types.code()[i]]) {
        seen[types.code()[i]] = true;
        sum += messages[i].length;
      }
    }
    return (double) sum / types.classes();
  }

  /** H(message, meaning). */
  public double jointEntropy() {
    return meaningEntropy + synonymy;
  }

  /** Information over the lesser entropy, 0 to 1; NaN where that is 0, and flagged. */
  public double normalisedInformation() {
    double least = Math.min(messageEntropy, meaningEntropy);
    return least == 0 ? Double.NaN : information / least;
  }

  /** Symbols that, used equally often, would have the same entropy; NaN without symbols. */
  public double effectiveVocabulary() {
    return Math.exp(unit == InformationUnit.NATS ? symbolEntropy : symbolEntropy * Math.log(2));
  }

  /** Distinct messages for each record. */
  public double typeTokenRatio() {
    return (double) messageTypes / n;
  }

  @Override
  public String summary() {
    String why = flags.isEmpty() ? "" : String.format("%n%s", MetricFlag.reasons(flags));
    return String.format(
        Locale.ROOT,
        """
        information of messages about meanings: %.4g %s (n = %d, plug-in: biased upwards)
        H(message) %.4g, H(meaning) %.4g
        homonymy H(meaning | message) %.4g, synonymy H(message | meaning) %.4g
        meanings per message type %.4g
        %d message types (%.4g a record), %d meaning types
        %d symbols, effectively %.4g
        mean length %.4g symbols (types %.4g)%s\
        """,
        information,
        unit.word(),
        n,
        messageEntropy,
        meaningEntropy,
        homonymy,
        synonymy,
        polysemy,
        messageTypes,
        typeTokenRatio(),
        meaningTypes,
        symbols,
        effectiveVocabulary(),
        tokenLength,
        typeLength,
        why);
  }

  @Override
  public Table table() {
    String in = " (" + unit.word() + ")";
    return Quantities.of("information")
        .and("H(message)" + in, messageEntropy)
        .and("H(meaning)" + in, meaningEntropy)
        .and("I(message; meaning)" + in, information)
        .and("normalised information", normalisedInformation())
        .and("homonymy H(meaning | message)" + in, homonymy)
        .and("synonymy H(message | meaning)" + in, synonymy)
        .and("meanings per message type", polysemy)
        .and("symbols", symbols)
        .and("effective vocabulary (symbols)", effectiveVocabulary())
        .and("message types", messageTypes)
        .and("meaning types", meaningTypes)
        .and("message types per record", typeTokenRatio())
        .and("mean length of records (symbols)", tokenLength)
        .and("mean length of types (symbols)", typeLength)
        .and("n", (double) n)
        .table();
  }
}
