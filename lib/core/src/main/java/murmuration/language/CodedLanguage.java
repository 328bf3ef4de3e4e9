package murmuration.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Arguments;

/** A language in class numbers: what the metrics that count are counted on. */
final class CodedLanguage {
  private static final int MOST_EXPANDED = 10_000_000;

  private final int[][] messages;
  private final long pad;
  private final long[] weights;
  private final Codes[] attributes;
  private final long[][] attributeCounts;

  private CodedLanguage(int[][] messages, long pad, long[] weights, Codes[] attributes) {
    this.messages = messages;
    this.pad = pad;
    this.weights = weights;
    this.attributes = attributes;
    this.attributeCounts =
        Arrays.stream(attributes).map(a -> a.counts(weights)).toArray(long[][]::new);
  }

  static CodedLanguage of(Language language) {
    int[][] meanings = language.meaningRows();
    int n = meanings.length;
    var attributes = new Codes[language.attributeCount()];
    for (int a = 0; a < attributes.length; a++) {
      int column = a;
      attributes[a] = Codes.of(IntStream.range(0, n).map(i -> meanings[i][column]).toArray());
    }
    long[] weights = IntStream.range(0, n).mapToLong(language::weight).toArray();
    // without a symbol of its own, padding is unlike every int
    long pad = language.eos().isPresent() ? language.eos().getAsInt() : Long.MAX_VALUE;
    return new CodedLanguage(language.messageRows(), pad, weights, attributes);
  }

  int size() {
    return messages.length;
  }

  long total() {
    return Arrays.stream(weights).sum();
  }

  long[] weights() {
    return weights;
  }

  int[][] messages() {
    return messages;
  }

  boolean isPad(int symbol) {
    return symbol == pad;
  }

  int attributeCount() {
    return attributes.length;
  }

  Codes attribute(int a) {
    return attributes[a];
  }

  long[] attributeCounts(int a) {
    return attributeCounts[a];
  }

  /** The records at these places, each of the given weight. */
  private CodedLanguage rows(int[] order, long[] weightOf) {
    return new CodedLanguage(
        Arrays.stream(order).mapToObj(i -> messages[i]).toArray(int[][]::new),
        pad,
        weightOf,
        Arrays.stream(attributes).map(a -> a.in(order)).toArray(Codes[]::new));
  }

  /** A record of weight w as w records of weight 1. */
  CodedLanguage expanded() {
    long total = total();
    if (total == size()) {
      return this;
    }
    Arguments.require(
        total <= MOST_EXPANDED,
        "total weight is %d: expected at most %d where records are permuted",
        total,
        MOST_EXPANDED);
    int[] order = new int[(int) total];
    int next = 0;
    for (int i = 0; i < weights.length; i++) {
      Arrays.fill(order, next, next += (int) weights[i], i);
    }
    long[] ones = new long[order.length];
    Arrays.fill(ones, 1);
    return rows(order, ones);
  }

  /** The same with the meaning of record {@code order[i]} at record i; all weights are 1. */
  CodedLanguage meaningsIn(int[] order) {
    return new CodedLanguage(
        messages,
        pad,
        weights,
        Arrays.stream(attributes).map(a -> a.in(order)).toArray(Codes[]::new));
  }

  /** Positions of the messages padded to one length. */
  List<MessageUnit> positions() {
    int longest = longest();
    var units = new ArrayList<MessageUnit>();
    long[] column = new long[size()];
    for (int j = 0; j < longest; j++) {
      for (int i = 0; i < column.length; i++) {
        column[i] = j < messages[i].length ? messages[i][j] : pad;
      }
      var codes = small(column);
      units.add(
          new MessageUnit("position " + (j + 1), null, codes.code(), codes.counts(weights), 0));
    }
    return units;
  }

  private int longest() {
    return Arrays.stream(messages).mapToInt(m -> m.length).max().orElse(0);
  }

  /** By a table where the values fit into ints, which is quicker. */
  private static Codes small(long[] values) {
    int[] ints = new int[values.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) values[i];
      if (ints[i] != values[i]) {
        return Codes.of(values);
      }
    }
    return Codes.of(ints);
  }

  /** Counts of each symbol in the messages, in the order of the symbols. */
  List<MessageUnit> symbols(PaddingRule padding) {
    return new SymbolCounts(messages, weights, pad).units(padding);
  }
}
