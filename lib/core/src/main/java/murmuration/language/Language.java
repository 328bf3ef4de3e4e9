package murmuration.language;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private final Labels labels;
  private final int[][] meanings;
  private final int[][] given;
  private final OptionalInt eos;
  private final EosPolicy policy;
  private final int[][] messages;
  private final long @Nullable [] weights;

  /** What its parts are called, and the columns that no metric reads. */
  private record Labels(
      String name,
      List<String> attributes,
      Map<String, List<String>> columns,
      @Nullable String source) {}

  private Language(
      Labels labels,
      int[][] meanings,
      int[][] given,
      OptionalInt eos,
      EosPolicy policy,
      long @Nullable [] weights) {
    this.labels = labels;
    this.meanings = meanings;
    this.given = given;
    this.eos = eos;
    this.policy = policy;
    this.weights = weights;
    this.messages =
        eos.isEmpty() || policy == EosPolicy.PADDED
            ? given
            : Arrays.stream(given)
                .map(row -> MessageRows.cut(row, eos.getAsInt(), policy))
                .toArray(int[][]::new);
  }

  private Language labelled(Labels value) {
    return new Language(value, meanings, given, eos, policy, weights);
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
    MessageRows.check(attributes, messages);
    var names = IntStream.rangeClosed(1, attributes[0].length).mapToObj(a -> "attribute " + a);
    return new Language(
        new Labels("language", names.toList(), Map.of(), null),
        MessageRows.copy(attributes),
        MessageRows.copy(messages),
        eos,
        EosPolicy.STRIP,
        null);
  }

  /**
   * A data set by its name, or rather its attributes, messages and weights: see {@link #read(Path,
   * String...)}. Columns that are neither are kept, to choose records {@linkplain #where by}.
   *
   * <pre>{@code
   * Language trained = Language.read("egg-game-a2v8s1").where("set", "train");
   * }</pre>
   *
   * @param dataset a name of {@link murmuration.data.Datasets#list}
   * @param attributes names of the attributes' columns; none for those left of the message
   * @throws IllegalArgumentException for an unknown name, or a data set that is no language
   */
  public static Language read(String dataset, String... attributes) {
    return LanguageFile.dataset(
        Arguments.present("dataset", dataset), Arguments.listed("attributes", attributes));
  }

  /**
   * A file: CSV ({@code .csv}, UTF-8, names in the first line) with a column {@code message} of
   * symbols apart by spaces, the attributes to the left of it, and perhaps a column {@code weight};
   * or JSON lines ({@code .jsonl}) with {@code meaning} (a list, or an object by names), {@code
   * message} (a list) and perhaps {@code weight}. All else is kept, as text.
   *
   * @param file what {@link #write} wrote, or like it
   * @param attributes names of the attributes' columns; none for those left of the message
   * @throws IllegalArgumentException naming the line and the column that is wrong
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static Language read(Path file, String... attributes) {
    return LanguageFile.read(
        Arguments.present("file", file), Arguments.listed("attributes", attributes));
  }

  /**
   * Writes a file that {@link #read(Path, String...)} reads, whole or not at all: CSV or JSON lines
   * by its name. Messages are written under the rule for EOS as it stands.
   *
   * @throws IllegalArgumentException if two columns have the same name, or one that is taken
   * @throws java.io.UncheckedIOException when it cannot be written
   */
  public void write(Path file) {
    LanguageFile.write(this, Arguments.present("file", file));
  }

  /** The same with its messages as padded with this EOS, which is stripped from now on. */
  public Language paddedWith(int symbol) {
    return new Language(
        labels, meanings, messages, OptionalInt.of(symbol), EosPolicy.STRIP, weights);
  }

  /**
   * The records at these places, in this order; a place may come twice.
   *
   * @param places at least one, each from 0 to {@code size() - 1}
   */
  public Language records(int... places) {
    Arguments.present("places", places);
    Arguments.require(places.length > 0, "places is empty: expected at least one record");
    Arrays.stream(places).forEach(this::checked);
    Map<String, List<String>> columns = new LinkedHashMap<>();
    labels.columns.forEach(
        (column, texts) ->
            columns.put(column, Arrays.stream(places).mapToObj(texts::get).toList()));
    return new Language(
        new Labels(labels.name, labels.attributes, columns, labels.source),
        Arrays.stream(places).mapToObj(i -> meanings[i]).toArray(int[][]::new),
        Arrays.stream(places).mapToObj(i -> given[i]).toArray(int[][]::new),
        eos,
        policy,
        weights == null ? null : Arrays.stream(places).mapToLong(this::weight).toArray());
  }

  /**
   * The records with this text in one of the {@link #columns}.
   *
   * @throws IllegalArgumentException if there is no such column, or no such record
   */
  public Language where(String column, String text) {
    var texts = column(column);
    Arguments.present("text", text);
    int[] places = IntStream.range(0, size()).filter(i -> texts.get(i).equals(text)).toArray();
    Arguments.require(
        places.length > 0,
        "no record has \"%s\" in %s: expected one of %s",
        text,
        column,
        texts.stream().distinct().limit(20).toList());
    return records(places);
  }

  /** The columns that are neither meaning, message nor weight, with a text a record. */
  Language columns(Map<String, List<String>> values) {
    var columns = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    return labelled(new Labels(labels.name, labels.attributes, columns, labels.source));
  }

  /** Names of the columns that are neither meaning, message nor weight. */
  public List<String> columns() {
    return List.copyOf(labels.columns.keySet());
  }

  /** A text for each record, from one of the {@link #columns}. */
  public List<String> column(String column) {
    var texts = labels.columns.get(Arguments.present("column", column));
    if (texts == null) {
      throw new IllegalArgumentException(
          "column is \"%s\": expected one of %s".formatted(column, columns()));
    }
    return Collections.unmodifiableList(texts);
  }

  /** Whether records have weights of their own. */
  public boolean isWeighted() {
    return weights != null;
  }

  /** The same under another rule for EOS; nothing changes where there is none. */
  public Language eos(EosPolicy rule) {
    Arguments.present("rule", rule);
    return new Language(labels, meanings, given, eos, rule, weights);
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
    return new Language(labels, meanings, given, eos, policy, values.clone());
  }

  /** The same under this name. */
  public Language named(String value) {
    Arguments.present("name", value);
    return labelled(new Labels(value, labels.attributes, labels.columns, labels.source));
  }

  /** The same with names for its attributes. */
  public Language attributesNamed(String... values) {
    var names = Arguments.listed("names", values);
    Arguments.require(
        names.size() == attributeCount(),
        "names has %d values: expected %d",
        names.size(),
        attributeCount());
    return labelled(new Labels(labels.name, names, labels.columns, labels.source));
  }

  /** The same with the source of its data, as {@code "name sha256:..."}. */
  public Language source(String value) {
    Arguments.present("source", value);
    return labelled(new Labels(labels.name, labels.attributes, labels.columns, value));
  }

  /** Its name. */
  public String name() {
    return labels.name;
  }

  /** Names of the attributes. */
  public List<String> attributeNames() {
    return labels.attributes;
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
    return MessageRows.copy(meanings);
  }

  /** The messages under the rule for EOS: n rows of any lengths. */
  public int[][] messages() {
    return MessageRows.copy(messages);
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
    return labels.source;
  }

  /** The rows themselves, for routines of this package that do not change them. */
  int[][] meaningRows() {
    return meanings;
  }

  /** The rows themselves, for routines of this package that do not change them. */
  int[][] messageRows() {
    return messages;
  }

  /** One row a record: its attributes, its message, its weight if any, and its other columns. */
  public Table table() {
    var table = Table.create(name());
    for (int a = 0; a < attributeCount(); a++) {
      int column = a;
      table.addColumns(
          IntColumn.create(
              labels.attributes.get(a),
              Arrays.stream(meanings).mapToInt(m -> m[column]).toArray()));
    }
    table.addColumns(
        StringColumn.create("message", Arrays.stream(messages).map(MessageRows::spelled).toList()));
    if (weights != null) {
      table.addColumns(LongColumn.create("weight", weights));
    }
    labels.columns.forEach((column, texts) -> table.addColumns(StringColumn.create(column, texts)));
    return table;
  }

  @Override
  public String toString() {
    var lengths = Arrays.stream(messages).mapToInt(m -> m.length).summaryStatistics();
    return String.format(
        Locale.ROOT,
        "%s: %d records (total weight %d), %d attributes, messages of %d to %d symbols",
        name(),
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
}
