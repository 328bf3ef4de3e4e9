package murmuration.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Assignment;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * How many records contradict the best reading of a language as one position for each attribute
 * (Kuciński et al. 2020): over all ways to give each position an attribute of its own, the least
 * number of symbols that do not stand for the commonest value with them. 0: perfectly readable. The
 * best way is found by the Hungarian method, not by trying all.
 *
 * @param conflicts symbols that contradict
 * @param attributeOfPosition the attribute of each position, counted from 0
 * @param n records, each counted by its weight
 * @param provenance where it comes from
 */
public record ConflictCount(
    long conflicts, int[] attributeOfPosition, long n, Provenance provenance) implements Result {

  /** Keeps its own copy. */
  public ConflictCount {
    attributeOfPosition = Arguments.present("attributeOfPosition", attributeOfPosition).clone();
    Arguments.present("provenance", provenance);
  }

  @Override
  public int[] attributeOfPosition() {
    return attributeOfPosition.clone();
  }

  /**
   * Counts.
   *
   * @throws IllegalArgumentException naming a message that has not one symbol for each attribute
   */
  public static ConflictCount of(Language language) {
    Arguments.present("language", language);
    int attributes = language.attributeCount();
    int[][] messages = language.messageRows();
    for (int i = 0; i < messages.length; i++) {
      Arguments.require(
          messages[i].length == attributes,
          "message %d has %d symbols: expected %d, one for each attribute",
          i,
          messages[i].length,
          attributes);
    }
    return of(CodedLanguage.of(language), language.source());
  }

  /** Whether every message has one symbol for each attribute. */
  static boolean applies(Language language) {
    int attributes = language.attributeCount();
    return Arrays.stream(language.messageRows()).allMatch(m -> m.length == attributes);
  }

  static ConflictCount of(CodedLanguage language, @Nullable String source) {
    var positions = language.positions();
    long[][] cost = new long[positions.size()][positions.size()];
    for (int j = 0; j < cost.length; j++) {
      for (int a = 0; a < cost.length; a++) {
        cost[j][a] = conflicts(positions.get(j), language, a);
      }
    }
    var best = Assignment.least(cost);
    return new ConflictCount(
        best.total(),
        best.columnOfRow(),
        language.total(),
        Provenance.of(Map.of("matching", "Hungarian")).data(source));
  }

  private static long conflicts(MessageUnit position, CodedLanguage language, int a) {
    var values = language.attribute(a);
    var symbols = new Codes(position.code(), position.counts().length);
    var table = WholeTable.of(symbols, values, language.weights());
    long[] most = new long[symbols.classes()];
    for (int c = 0; c < table.cells(); c++) {
      most[table.message(c)] = Math.max(most[table.message(c)], table.counts()[c]);
    }
    return language.total() - Arrays.stream(most).sum();
  }

  /** Conflicts for each symbol of the records: 0 to 1. */
  public double share() {
    return (double) conflicts / ((double) n * attributeOfPosition.length);
  }

  /** The number with its conventions, as the other metrics give it. */
  public MetricResult result() {
    return new MetricResult(
        "conflict count",
        conflicts,
        n,
        0,
        "one attribute for each position",
        List.of(),
        provenance);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "conflict count: %d of %d symbols (n = %d)%nattributes by position: %s",
        conflicts,
        n * attributeOfPosition.length,
        n,
        Arrays.toString(Arrays.stream(attributeOfPosition).map(a -> a + 1).toArray()));
  }

  @Override
  public Table table() {
    return Quantities.of("conflict count")
        .and("conflicts", (double) conflicts)
        .and("conflicts per symbol", share())
        .and("n", (double) n)
        .table();
  }
}
