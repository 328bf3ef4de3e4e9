package murmuration.warning.spatial;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/** Matrices as text, one after the other, each below a line that begins with {@code #}. */
final class LandscapeText {
  private static final int LARGEST = 400_000_000;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{2,}");
  private static final Pattern GAP = Pattern.compile("[ \\t]*[,;][ \\t]*|[ \\t]+");

  private final String where;
  private final @Nullable String source;
  private final List<Landscape> found = new ArrayList<>();
  private String name;
  private Map<String, Double> parameters = new LinkedHashMap<>();
  private double[] values = new double[256];
  private int rows;
  private int columns;

  private LandscapeText(String where, @Nullable String source) {
    this.where = where;
    this.source = source;
    this.name = where;
  }

  static List<Landscape> read(Path file) {
    try {
      byte[] content;
      try (var in = Files.newInputStream(file)) {
        content = bounded(file, in);
      }
      String source = file.getFileName() + " sha256:" + sha256(content);
      if (content.length > 1 && content[0] == 0x1f && content[1] == (byte) 0x8b) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(content))) {
          content = bounded(file, in);
        }
      }
      return parse(
          String.valueOf(file.getFileName()), new String(content, StandardCharsets.UTF_8), source);
    } catch (IOException e) {
      throw new IllegalArgumentException("file %s cannot be read: %s".formatted(file, e), e);
    }
  }

  private static byte[] bounded(Path file, InputStream in) throws IOException {
    byte[] content = in.readNBytes(LARGEST + 1);
    Arguments.require(
        content.length <= LARGEST, "file %s holds more than %d bytes of text", file, LARGEST);
    return content;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  static List<Landscape> parse(String where, String text, @Nullable String source) {
    var reading = new LandscapeText(where, source);
    int line = 0;
    String unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    for (String row : (Iterable<String>) unmarked.lines()::iterator) {
      line++;
      if (row.startsWith("#")) {
        reading.begin(row.substring(1).trim());
      } else if (!row.isBlank()) {
        reading.row(row, line);
      }
    }
    reading.end();
    Arguments.require(!reading.found.isEmpty(), "%s holds no rows of numbers", where);
    return List.copyOf(reading.found);
  }

  /** {@code matrix 3 rain 705.2}: what can be read as name and number is a parameter. */
  private void begin(String header) {
    end();
    String[] words = header.split("\\s+", -1);
    int first = words.length > 1 && words[0].equals("matrix") ? 2 : 0;
    name = first == 2 ? "matrix " + words[1] : header.isEmpty() ? where : header;
    parameters = new LinkedHashMap<>();
    for (int i = first; i + 1 < words.length; i += 2) {
      double value = number(words[i + 1]);
      if (Double.isFinite(value)) {
        parameters.put(words[i], value);
      }
    }
  }

  private void row(String text, int line) {
    int before = rows * columns;
    int at = text.length() - text.stripLeading().length();
    String stripped = text.strip();
    int count = 0;
    if (DIGITS.matcher(stripped).matches() && (rows == 0 || columns > 1)) {
      for (; count < stripped.length(); count++) {
        put(before + count, stripped.charAt(count) - '0');
      }
    } else {
      Arguments.require(
          stripped.indexOf(',') < 0 || stripped.indexOf(';') < 0,
          "%s, line %d holds commas and semicolons: expected one of them, and points in decimals",
          where,
          line);
      var gap = GAP.matcher(stripped);
      int from = 0;
      while (from <= stripped.length()) {
        int to = gap.find() ? gap.start() : stripped.length();
        String word = stripped.substring(from, to);
        double value = number(word);
        Arguments.require(
            Double.isFinite(value),
            "%s, line %d, column %d: \"%s\" is not a finite number",
            where,
            line,
            at + from + 1,
            word);
        put(before + count++, value);
        from = to == stripped.length() ? to + 1 : gap.end();
      }
    }
    Arguments.require(
        rows == 0 || count == columns,
        "%s, line %d, column %d: row of %d values, the rows above have %d",
        where,
        line,
        at + stripped.length(),
        count,
        columns);
    columns = count;
    rows++;
  }

  private void put(int index, double value) {
    if (index >= values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    values[index] = value;
  }

  private static double number(String word) {
    return NUMBER.matcher(word).matches() ? Double.parseDouble(word) : Double.NaN;
  }

  private void end() {
    if (rows > 0) {
      double[] cells = Arrays.copyOf(values, rows * columns);
      found.add(new Landscape(name, rows, columns, cells, 1, parameters, source));
    }
    rows = 0;
    columns = 0;
  }
}
