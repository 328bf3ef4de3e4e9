package murmuration.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import tech.tablesaw.api.Table;

/**
 * Whether every concept has a word of its own, whatever stands beside it (Bogin, Geva and Berant
 * 2018, Emergence of communication in an interactive world with consistent speakers): the mean over
 * concepts k of {@code p(w|k) p(k|w)} with w the best word for k. Peers read concept, word and best
 * in two ways, which give different numbers for one language.
 *
 * @param value the mean
 * @param lowest the least value that another choice among equally good words gives; the value
 *     itself is the greatest, so that it does not depend on the names of symbols
 * @param concepts concepts
 * @param words words
 * @param n records, each counted by its weight
 * @param conventions the definition, in words
 * @param flags why the value is undefined; empty where it is defined
 * @param provenance where it comes from
 */
public record ContextIndependence(
    double value,
    double lowest,
    int concepts,
    int words,
    long n,
    String conventions,
    List<MetricFlag> flags,
    Provenance provenance)
    implements Result {
  private static final double SYMBOL_SMOOTHING = 1e-7;
  private static final double MESSAGE_SMOOTHING = 1e-9;

  /** Keeps its own copy of the flags. */
  public ContextIndependence {
    Arguments.present("conventions", conventions);
    flags = Arguments.listed("flags", flags);
    Arguments.present("provenance", provenance);
  }

  /**
   * Words are symbols, concepts are values of attributes: Korbak et al. (2020). c(k,w) counts the
   * occurrences of w in messages about k, plus 1e-7; the best word has the greatest p(w|k), found
   * on whole counts, of equal ones that with the greatest p(k|w). A compositional code of two
   * attributes reaches 1/4, as a concept's messages are half about the other.
   */
  public static ContextIndependence symbolLevel(Language language) {
    var counts = ConceptCounts.of(Arguments.present("language", language));
    if (counts.words() == 0) {
      return undefined(language, counts.concepts(), "symbol level (Korbak)");
    }
    return new ContextIndependence(
        symbols(counts),
        Arrays.stream(counts.perConceptLowest(SYMBOL_SMOOTHING)).sum() / counts.concepts(),
        counts.concepts(),
        counts.words(),
        language.total(),
        "symbol level (Korbak)",
        List.of(),
        provenance(language, "symbol level"));
  }

  /**
   * Words are whole messages, concepts are whole meanings that occur: Lowe et al. (2019). With
   * joint shares P, {@code p(k|w) = P(k,w)/(P(w)+1e-9)} and {@code p(w|k) = P(k,w)/(P(k)+1e-9)};
   * the best word has the greatest p(k|w), of equal ones that with the greatest p(w|k). An
   * inventory of one message a meaning reaches 1.
   */
  public static ContextIndependence messageLevel(Language language) {
    return messages(language, 0);
  }

  /**
   * The same over a given number of concepts: those that do not occur count as 0.
   *
   * @param concepts concepts, at least as many as meanings occur
   */
  public static ContextIndependence messageLevel(Language language, int concepts) {
    Arguments.require(concepts >= 1, "concepts is %d: expected at least 1", concepts);
    return messages(language, concepts);
  }

  /** Of counts; NaN without words. */
  static double symbols(ConceptCounts counts) {
    return counts.words() == 0
        ? Double.NaN
        : Arrays.stream(counts.perConcept(SYMBOL_SMOOTHING)).sum() / counts.concepts();
  }

  /** Over the concepts that occur. */
  static double messages(WholeTable table) {
    return sumOfProducts(table) / table.meanings().classes();
  }

  private static ContextIndependence messages(Language language, int given) {
    var table = WholeTable.of(Arguments.present("language", language));
    int met = table.meanings().classes();
    Arguments.require(
        given == 0 || given >= met,
        "concepts is %d: expected at least the %d that occur",
        given,
        met);
    int concepts = Math.max(given, met);
    double value = sumOfProducts(table) / concepts;
    return new ContextIndependence(
        value,
        value,
        concepts,
        table.messages().classes(),
        language.total(),
        "message level (Lowe)",
        List.of(),
        provenance(language, "message level"));
  }

  /** The products p(k|w) p(w|k) of each concept's best word, added up. */
  private static double sumOfProducts(WholeTable table) {
    double total = 0;
    for (long count : table.counts()) {
      total += count;
    }
    long[] words = table.messages().counts(table.weights());
    long[] meanings = table.meanings().counts(table.weights());
    double[] best = new double[meanings.length];
    double[] product = new double[meanings.length];
    for (int c = 0; c < table.cells(); c++) {
      int k = table.meaning(c);
      double joint = table.counts()[c] / total;
      double conceptGivenWord = joint / (words[table.message(c)] / total + MESSAGE_SMOOTHING);
      double both = conceptGivenWord * joint / (meanings[k] / total + MESSAGE_SMOOTHING);
      // of words that are equally telling the commoner one: its product is greater
      if (conceptGivenWord > best[k] || (conceptGivenWord == best[k] && both > product[k])) {
        best[k] = conceptGivenWord;
        product[k] = both;
      }
    }
    return Arrays.stream(product).sum();
  }

  private static ContextIndependence undefined(Language language, int concepts, String words) {
    return new ContextIndependence(
        Double.NaN,
        Double.NaN,
        concepts,
        0,
        language.total(),
        words,
        List.of(MetricFlag.CONSTANT_MESSAGES),
        provenance(language, words));
  }

  private static Provenance provenance(Language language, String definition) {
    return Provenance.of(Map.of("context independence", definition)).data(language.source());
  }

  /** The number with its conventions, as the other metrics give it. */
  public MetricResult result() {
    return new MetricResult("context independence", value, n, 0, conventions, flags, provenance);
  }

  @Override
  public String summary() {
    return result().summary()
        + String.format(
            Locale.ROOT,
            "%n%d concepts, %d words; %.4g with the least favourable of equal words",
            concepts,
            words,
            lowest);
  }

  @Override
  public Table table() {
    return Quantities.of("context independence")
        .and("context independence", value)
        .and("with the least favourable of equal words", lowest)
        .and("concepts", concepts)
        .and("words", words)
        .and("n", (double) n)
        .table();
  }
}
