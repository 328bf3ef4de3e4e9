package murmuration.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.data.AtomicFile;
import murmuration.data.Datasets;
import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Languages as files: CSV, one record a line, and JSON lines, one object a record. */
final class LanguageFile {
  private static final String MEANING = "meaning";

  private LanguageFile() {}

  /** A data set by its name. */
  static Language dataset(String name, List<String> attributes) {
    Table table = Datasets.load(name);
    return naming(
        name,
        () -> {
          var records = new LanguageRecords(table.columnNames(), attributes);
          for (int i = 0; i < table.rowCount(); i++) {
            int row = i;
            records.add(
                "row " + (i + 1), table.columns().stream().map(c -> c.getString(row)).toList());
          }
          return records.language(name, Datasets.source(name));
        });
  }

  static Language read(Path file, List<String> attributes) {
    boolean lines = isJsonLines(file);
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file + ": " + e, e);
    }
    String name = String.valueOf(file.getFileName());
    return naming(
        name,
        () -> {
          String text = text(bytes);
          var records = lines ? jsonLines(text, attributes) : csv(text, attributes);
          return records.language(name, name + " sha256:" + sha256(bytes));
        });
  }

  /** Work on a file or data set, whose name goes before the message of a fault. */
  private static Language naming(String name, Supplier<Language> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  static void write(Language language, Path file) {
    boolean lines = isJsonLines(file);
    var names = new HashSet<String>();
    for (String name : header(language)) {
      Arguments.require(
          !name.isBlank() && names.add(name),
          "column \"%s\" of %s is unnamed or there twice: expected names that differ; "
              + "message and weight are taken",
          name,
          language.name());
    }
    String text = lines ? asJsonLines(language) : asCsv(language);
    AtomicFile.write(file, text.getBytes(UTF_8));
  }

  private static boolean isJsonLines(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean lines = name.endsWith(".jsonl") || name.endsWith(".ndjson");
    Arguments.require(
        lines || name.endsWith(".csv"),
        "file is %s: expected a name that ends with .csv or .jsonl",
        file);
    return lines;
  }

  private static String text(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the text is not UTF-8: expected UTF-8", e);
    }
  }

  private static LanguageRecords csv(String text, List<String> attributes) {
    var rows = CsvText.rows(text);
    Arguments.require(!rows.isEmpty(), "the file is empty: expected names in its first line");
    var records = new LanguageRecords(rows.getFirst().fields(), attributes);
    for (var row : rows.subList(1, rows.size())) {
      records.add("line " + row.line(), row.fields());
    }
    return records;
  }

  private static LanguageRecords jsonLines(String text, List<String> attributes) {
    List<String> lines = text.lines().toList();
    LanguageRecords records = null;
    List<String> header = List.of();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String where = "line " + (i + 1);
      Map<String, String> row = object(where, lines.get(i));
      if (records == null) {
        header = List.copyOf(row.keySet());
        records = new LanguageRecords(header, attributes);
      }
      Arguments.require(
          row.keySet().equals(new HashSet<>(header)),
          "%s has %s: expected %s, as the first record",
          where,
          row.keySet(),
          header);
      records.add(where, header.stream().map(row::get).toList());
    }
    Arguments.require(records != null, "the file is empty: expected an object a line");
    return Arguments.present("records", records);
  }

  /** The columns of one object: those of its meaning, in their order, then the others. */
  private static Map<String, String> object(String where, String line) {
    Map<String, Object> object;
    try {
      object = JSON.std.mapFrom(line);
    } catch (IOException e) {
      throw new IllegalArgumentException(where + " is no JSON object: " + e.getMessage(), e);
    }
    Map<String, String> row = new LinkedHashMap<>();
    if (object.get(MEANING) instanceof Map<?, ?> meaning) {
      meaning.forEach((name, value) -> put(where, row, String.valueOf(name), value));
    } else if (object.get(MEANING) instanceof List<?> meaning) {
      for (Object value : meaning) {
        put(where, row, "attribute " + (row.size() + 1), value);
      }
    } else {
      throw new IllegalArgumentException(
          where + " has no meaning: expected \"meaning\" as a list or an object of whole numbers");
    }
    put(where, row, LanguageRecords.MESSAGE, object.get(LanguageRecords.MESSAGE));
    object.forEach(
        (name, value) -> {
          if (!name.equals(MEANING) && !name.equals(LanguageRecords.MESSAGE)) {
            put(where, row, name, value);
          }
        });
    return row;
  }

  private static void put(
      String where, Map<String, String> row, String name, @Nullable Object value) {
    String text =
        switch (value) {
          case String s -> s;
          case Number n -> n.toString();
          case Boolean b -> b.toString();
          case List<?> list when name.equals(LanguageRecords.MESSAGE) ->
              list.stream().map(String::valueOf).collect(Collectors.joining(" "));
          case null, default ->
              throw new IllegalArgumentException(
                  "%s, %s is %s: expected %s"
                      .formatted(
                          where,
                          name,
                          value,
                          name.equals(LanguageRecords.MESSAGE)
                              ? "a list of whole numbers"
                              : "a text or a number"));
        };
    Arguments.require(row.put(name, text) == null, "%s has %s twice: expected once", where, name);
  }

  private static List<String> header(Language language) {
    var header = new ArrayList<>(language.attributeNames());
    header.add(LanguageRecords.MESSAGE);
    if (language.isWeighted()) {
      header.add(LanguageRecords.WEIGHT);
    }
    header.addAll(language.columns());
    return header;
  }

  private static String asCsv(Language language) {
    var text = new StringBuilder(CsvText.line(header(language))).append('\n');
    for (int i = 0; i < language.size(); i++) {
      int row = i;
      var fields = new ArrayList<String>();
      Arrays.stream(language.meaning(i)).forEach(v -> fields.add(Integer.toString(v)));
      fields.add(MessageRows.spelled(language.message(i)));
      if (language.isWeighted()) {
        fields.add(Long.toString(language.weight(i)));
      }
      language.columns().forEach(c -> fields.add(language.column(c).get(row)));
      text.append(CsvText.line(fields)).append('\n');
    }
    return text.toString();
  }

  private static String asJsonLines(Language language) {
    return IntStream.range(0, language.size())
        .mapToObj(i -> asJson(language, i) + "\n")
        .collect(Collectors.joining());
  }

  private static String asJson(Language language, int i) {
    Map<String, Object> meaning = new LinkedHashMap<>();
    int[] values = language.meaning(i);
    for (int a = 0; a < values.length; a++) {
      meaning.put(language.attributeNames().get(a), values[a]);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(MEANING, meaning);
    object.put(LanguageRecords.MESSAGE, language.message(i));
    if (language.isWeighted()) {
      object.put(LanguageRecords.WEIGHT, language.weight(i));
    }
    language.columns().forEach(c -> object.put(c, language.column(c).get(i)));
    try {
      return JSON.std.asString(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
