package murmuration.language;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/** A language in class numbers: what the metrics that count are counted on. */
final class CodedLanguage {
  private static final int MOST_EXPANDED = 10_000_000;

  private final MessageSide messages;
  private final Codes[] attributes;
  private final long[][] attributeCounts;
  private @Nullable Codes meanings;

  private CodedLanguage(MessageSide messages, Codes[] attributes, @Nullable Codes meanings) {
    this.messages = messages;
    this.attributes = attributes;
    this.meanings = meanings;
    this.attributeCounts =
        Arrays.stream(attributes).map(a -> a.counts(messages.weights())).toArray(long[][]::new);
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
    long pad = language.eos().isPresent() ? language.eos().getAsInt() : Long.MAX_VALUE;
    var side = new MessageSide(language.messageRows(), pad, weights);
    return new CodedLanguage(side, attributes, null);
  }

  int size() {
    return messages.rows().length;
  }

  long total() {
    return Arrays.stream(weights()).sum();
  }

  long[] weights() {
    return messages.weights();
  }

  int[][] messages() {
    return messages.rows();
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

  /** Whole messages against whole meanings. */
  WholeTable whole() {
    return WholeTable.of(messages.types(), meanings(), weights());
  }

  /** Meaning type of each record. */
  private synchronized Codes meanings() {
    if (meanings == null) {
      int[][] rows = new int[size()][attributes.length];
      for (int a = 0; a < attributes.length; a++) {
        for (int i = 0; i < rows.length; i++) {
          rows[i][a] = attributes[a].code()[i];
        }
      }
      meanings = Codes.ofRows(rows);
    }
    return meanings;
  }

  /** Positions of the messages padded to one length. */
  List<MessageUnit> positions() {
    return messages.positions();
  }

  /** Symbols of all messages, one after the other. */
  Codes flat() {
    return messages.flat();
  }

  /** Counts of each symbol in the messages, in the order of the symbols. */
  List<MessageUnit> symbols(PaddingRule padding) {
    return messages.symbols(padding);
  }

  /** A record of weight w as w records of weight 1. */
  CodedLanguage expanded() {
    return total() == size() ? this : rows(places());
  }

  /** The place of each record, once for each unit of its weight. */
  int[] places() {
    long total = total();
    Arguments.require(
        total <= MOST_EXPANDED,
        "total weight is %d: expected at most %d where records are permuted",
        total,
        MOST_EXPANDED);
    int[] order = new int[(int) total];
    int next = 0;
    for (int i = 0; i < size(); i++) {
      Arrays.fill(order, next, next += (int) weights()[i], i);
    }
    return order;
  }

  /** The records at these places, each of weight 1. */
  CodedLanguage rows(int[] order) {
    // classes that are not among these records are none of theirs
    var kept = Arrays.stream(attributesIn(order)).map(a -> Codes.of(a.code()));
    return new CodedLanguage(messages.in(order), kept.toArray(Codes[]::new), null);
  }

  /** The same with the meaning of record {@code order[i]} at record i; for weights of 1. */
  CodedLanguage meaningsIn(int[] order) {
    return new CodedLanguage(messages, attributesIn(order), meanings().in(order));
  }

  private Codes[] attributesIn(int[] order) {
    return Arrays.stream(attributes).map(a -> a.in(order)).toArray(Codes[]::new);
  }
}
