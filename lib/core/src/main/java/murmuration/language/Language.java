package murmuration.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A language: a table of meanings and the message for each. A meaning is a value per attribute, a
 * message a sequence of symbols; both are any whole numbers. Records may carry weights: a record of
 * weight w counts as w equal ones. Immutable.
 */
public final class Language {
  private final String name;
  private final List<String> attributeNames;
  private final int[][] meanings;
  private final int[][] given;
  private final OptionalInt eos;
  private final EosPolicy policy;
  private final int[][] messages;
  private final long @Nullable [] weights;
  private final @Nullable String source;

  private Language(
      String name,
      List<String> attributeNames,
      int[][] meanings,
      int[][] given,
      OptionalInt eos,
      EosPolicy policy,
      long @Nullable [] weights,
      @Nullable String source) {
    this.name = name;
    this.attributeNames = attributeNames;
    this.meanings = meanings;
    this.given = given;
    this.eos = eos;
    this.policy = policy;
    this.weights = weights;
    this.source = source;
    this.messages =
        eos.isEmpty() || policy == EosPolicy.PADDED
            ? given
            : Arrays.stream(given)
                .map(row -> cut(row, eos.getAsInt(), policy))
                .toArray(int[][]::new);
  }

  /**
   * A language of messages of any lengths.
   *
   * @param attributes n rows of one value per attribute, at least one row and one attribute
   * @param messages n rows of symbols, of any lengths, also none
   * @throws IllegalArgumentException naming the row that is wrong
   */
  public static Language of(int[][] attributes, int[][] messages) {
    return made(attributes, messages, OptionalInt.empty());
  }

  /**
   * A language of messages padded to one length: each ends at its first EOS, which is not kept
   * ({@link EosPolicy#STRIP}); {@link #eos} chooses otherwise.
   *
   * @param attributes n rows of one value per attribute, at least one row and one attribute
   * @param matrix n rows of symbols
   * @param eos the symbol that ends a message and fills the rest of its row
   * @throws IllegalArgumentException naming the row that is wrong
   */
  public static Language fromPadded(int[][] attributes, int[][] matrix, int eos) {
    return made(attributes, matrix, OptionalInt.of(eos));
  }

  private static Language made(int[][] attributes, int[][] messages, OptionalInt eos) {
    Arguments.present("attributes", attributes);
    Arguments.present("messages", messages);
    Arguments.require(attributes.length > 0, "attributes has no rows: expected at least one");
    Arguments.require(
        attributes.length == messages.length,
        "attributes has %d rows, messages %d: expected as many",
        attributes.length,
        messages.length);
    for (int i = 0; i < attributes.length; i++) {
      Arguments.present("attributes[" + i + "]", attributes[i]);
      Arguments.present("messages[" + i + "]", messages[i]);
      Arguments.require(
          attributes[i].length > 0 && attributes[i].length == attributes[0].length,
          "attributes[%d] has %d values: expected %d",
          i,
          attributes[i].length,
          Math.max(1, attributes[0].length));
    }
    var names = IntStream.rangeClosed(1, attributes[0].length).mapToObj(a -> "attribute " + a);
    return new Language(
        "language",
        names.toList(),
        copy(attributes),
        copy(messages),
        eos,
        EosPolicy.STRIP,
        null,
        null);
  }

  /** The same under another rule for EOS; nothing changes where there is none. */
  public Language eos(EosPolicy rule) {
    Arguments.present("rule", rule);
    return new Language(name, attributeNames, meanings, given, eos, rule, weights, source);
  }

  /**
   * The same with a weight for each record.
   *
   * @param values n weights of at least 1, whose sum is below 2^63
   */
  public Language weights(long... values) {
    Arguments.present("weights", values);
    Arguments.require(
        values.length == size(), "weights has %d values: expected %d", values.length, size());
    long sum = 0;
    for (int i = 0; i < values.length; i++) {
      Arguments.require(values[i] >= 1, "weights[%d] is %d: expected at least 1", i, values[i]);
      Arguments.require(
          values[i] <= Long.MAX_VALUE - sum,
          "weights[%d] is %d: expected weights whose sum is below 2^63",
          i,
          values[i]);
      sum += values[i];
    }
    return new Language(name, attributeNames, meanings, given, eos, policy, values.clone(), source);
  }

  /** The same under this name. */
  public Language named(String value) {
    Arguments.present("name", value);
    return new Language(value, attributeNames, meanings, given, eos, policy, weights, source);
  }

  /** The same with names for its attributes. */
  public Language attributesNamed(String... values) {
    var names = Arguments.listed("names", values);
    Arguments.require(
        names.size() == attributeCount(),
        "names has %d values: expected %d",
        names.size(),
        attributeCount());
    return new Language(name, names, meanings, given, eos, policy, weights, source);
  }

  /** The same with the source of its data, as {@code "name sha256:..."}. */
  public Language source(String value) {
    Arguments.present("source", value);
    return new Language(name, attributeNames, meanings, given, eos, policy, weights, value);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Names of the attributes. */
  public List<String> attributeNames() {
    return attributeNames;
  }

  /** Records, whatever their weights. */
  public int size() {
    return meanings.length;
  }

  /** Records, each counted by its weight. */
  public long total() {
    return weights == null ? size() : Arrays.stream(weights).sum();
  }

  /** Attributes of a meaning. */
  public int attributeCount() {
    return meanings[0].length;
  }

  /** Meaning i: a value per attribute. */
  public int[] meaning(int i) {
    return meanings[checked(i)].clone();
  }

  /** Message i under the rule for EOS. */
  public int[] message(int i) {
    return messages[checked(i)].clone();
  }

  /** Weight of record i. */
  public long weight(int i) {
    return weights == null ? 1 : weights[checked(i)];
  }

  /** The meanings: n x attributes. */
  public int[][] meanings() {
    return copy(meanings);
  }

  /** The messages under the rule for EOS: n rows of any lengths. */
  public int[][] messages() {
    return copy(messages);
  }

  /** The symbol that ends a message, where the messages were padded with one. */
  public OptionalInt eos() {
    return eos;
  }

  /** The rule for EOS. */
  public EosPolicy policy() {
    return policy;
  }

  /** Where the data come from, as {@code "name sha256:..."}, or null. */
  public @Nullable String source() {
    return source;
  }

  /** The rows themselves, for routines of this package that do not change them. */
  int[][] meaningRows() {
    return meanings;
  }

  /** The rows themselves, for routines of this package that do not change them. */
  int[][] messageRows() {
    return messages;
  }

  /** One row a record: its attributes, its message with symbols apart, its weight if any. */
  public Table table() {
    var table = Table.create(name);
    for (int a = 0; a < attributeCount(); a++) {
      int column = a;
      table.addColumns(
          IntColumn.create(
              attributeNames.get(a), Arrays.stream(meanings).mapToInt(m -> m[column]).toArray()));
    }
    table.addColumns(
        StringColumn.create("message", Arrays.stream(messages).map(Language::spelled).toList()));
    if (weights != null) {
      table.addColumns(LongColumn.create("weight", weights));
    }
    return table;
  }

  private static String spelled(int[] message) {
    return String.join(
        " ", Arrays.stream(message).mapToObj(Integer::toString).toArray(String[]::new));
  }

  @Override
  public String toString() {
    var lengths = Arrays.stream(messages).mapToInt(m -> m.length).summaryStatistics();
    return String.format(
        Locale.ROOT,
        "%s: %d records (total weight %d), %d attributes, messages of %d to %d symbols",
        name,
        size(),
        total(),
        attributeCount(),
        lengths.getMin(),
        lengths.getMax());
  }

  private int checked(int i) {
    Arguments.require(i >= 0 && i < size(), "record %d: expected 0 to %d", i, size() - 1);
    return i;
  }

  private static int[] cut(int[] row, int eos, EosPolicy policy) {
    for (int j = 0; j < row.length; j++) {
      if (row[j] == eos) {
        return Arrays.copyOf(row, policy == EosPolicy.STRIP ? j : j + 1);
      }
    }
    return row;
  }

  private static int[][] copy(int[][] rows) {
    return Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
  }
}
