package murmuration.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import murmuration.math.Arguments;

/** Builds a language from rows of text: attributes, a message, perhaps a weight, and the rest. */
final class LanguageRecords {
  static final String MESSAGE = "message";
  static final String WEIGHT = "weight";

  private final List<String> header;
  private final int[] attributes;
  private final int message;
  private final int weight;
  private final List<int[]> meanings = new ArrayList<>();
  private final List<int[]> messages = new ArrayList<>();
  private final List<Long> weights = new ArrayList<>();
  private final Map<Integer, List<String>> others = new LinkedHashMap<>();

  /**
   * Without a row yet.
   *
   * @param header names of the columns
   * @param named which are the attributes; empty for those to the left of the message
   */
  LanguageRecords(List<String> header, List<String> named) {
    this.header = header;
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      Arguments.require(!name.isBlank(), "a column has no name: expected names in the first line");
      Arguments.require(seen.add(name), "column %s is there twice: expected once", name);
    }
    message = header.indexOf(MESSAGE);
    weight = header.indexOf(WEIGHT);
    Arguments.require(message >= 0, "columns are %s: expected one named message", header);
    attributes = named.isEmpty() ? leftOfMessage() : named.stream().mapToInt(this::place).toArray();
    Arguments.require(
        attributes.length > 0,
        "no column is left of message in %s: expected the attributes there, or by their names",
        header);
    for (int c = 0; c < header.size(); c++) {
      int column = c;
      if (c != message && c != weight && Arrays.stream(attributes).noneMatch(a -> a == column)) {
        others.put(c, new ArrayList<>());
      }
    }
  }

  private int[] leftOfMessage() {
    int[] left = new int[message];
    Arrays.setAll(left, c -> c);
    return Arrays.stream(left).filter(c -> c != weight).toArray();
  }

  private int place(String name) {
    int place = header.indexOf(Arguments.present("a name of attributes", name));
    Arguments.require(
        place >= 0 && place != message && place != weight,
        "attribute %s is not among the columns %s: expected one of them",
        name,
        header);
    return place;
  }

  /** Adds a row; {@code where} says where it stands. */
  void add(String where, List<String> fields) {
    Arguments.require(
        fields.size() == header.size(),
        "%s has %d fields: expected %d, as the first line",
        where,
        fields.size(),
        header.size());
    meanings.add(Arrays.stream(attributes).map(c -> whole(where, c, fields.get(c))).toArray());
    String text = fields.get(message).strip();
    messages.add(
        text.isEmpty()
            ? new int[0]
            : Arrays.stream(text.split("\\s+")).mapToInt(s -> whole(where, message, s)).toArray());
    if (weight >= 0) {
      weights.add(weight(where, fields.get(weight)));
    }
    others.forEach((column, values) -> values.add(fields.get(column)));
  }

  private int whole(String where, int column, String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s, column %d (%s) is \"%s\": expected a whole number of 32 bits"
              .formatted(where, column + 1, header.get(column), text),
          e);
    }
  }

  private long weight(String where, String text) {
    try {
      long value = Long.parseLong(text.strip());
      Arguments.require(value >= 1, "%s, weight is %d: expected at least 1", where, value);
      return value;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s, column %d (weight) is \"%s\": expected a whole number of at least 1"
              .formatted(where, weight + 1, text),
          e);
    }
  }

  /** The language of the rows so far. */
  Language language(String name, String source) {
    Arguments.require(!messages.isEmpty(), "%s has no records: expected at least one", name);
    Map<String, List<String>> columns = new LinkedHashMap<>();
    others.forEach((column, values) -> columns.put(header.get(column), values));
    var language =
        Language.of(meanings.toArray(int[][]::new), messages.toArray(int[][]::new))
            .named(name)
            .attributesNamed(Arrays.stream(attributes).mapToObj(header::get).toArray(String[]::new))
            .source(source)
            .columns(columns);
    return weight < 0
        ? language
        : language.weights(weights.stream().mapToLong(Long::longValue).toArray());
  }
}
