package murmuration.language;

import java.util.ArrayList;
import java.util.List;
import murmuration.math.Arguments;

/**
 * Comma-separated values as RFC 4180 has them: fields in double quotes may hold commas, line breaks
 * and doubled quotes; lines end with LF or CR LF. Faults are named by line and column.
 */
final class CsvText {
  /**
   * One record.
   *
   * @param line the line it begins on, from 1
   * @param fields its fields
   */
  record Row(int line, List<String> fields) {}

  private final String text;
  private int at;
  private int line = 1;
  private int lineStart;

  private CsvText(String text) {
    this.text = text;
  }

  /** All records, the header first; empty lines at the end are no records. */
  static List<Row> rows(String text) {
    return new CsvText(text).read();
  }

  /** The fields as one line, without its end. */
  static String line(List<String> fields) {
    return String.join(",", fields.stream().map(CsvText::quoted).toList());
  }

  private static String quoted(String field) {
    boolean plain =
        field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            && field.strip().equals(field)
            && !field.startsWith("\uFEFF");
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  private List<Row> read() {
    var rows = new ArrayList<Row>();
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    if (end == 0) {
      return rows;
    }
    boolean more = true;
    while (more) {
      var fields = new ArrayList<String>();
      int begun = line;
      do {
        fields.add(field(end));
      } while (at < end && text.charAt(at++) == ',');
      rows.add(new Row(begun, List.copyOf(fields)));
      more = at < end;
      line++;
      lineStart = at;
    }
    return rows;
  }

  /** Reads a field and stays at what ends it; a CR before a LF belongs to the end of the line. */
  private String field(int end) {
    if (at < end && text.charAt(at) == '"') {
      return quotedField(end);
    }
    int from = at;
    while (at < end && text.charAt(at) != ',' && text.charAt(at) != '\n') {
      Arguments.require(
          text.charAt(at) != '"', "line %d, column %d: a quote inside a field", line, column());
      at++;
    }
    boolean carriage = at > from && at < end && text.charAt(at) == '\n';
    return text.substring(from, carriage && text.charAt(at - 1) == '\r' ? at - 1 : at);
  }

  private String quotedField(int end) {
    int begunLine = line;
    int begunColumn = column();
    var field = new StringBuilder();
    at++;
    while (true) {
      Arguments.require(
          at < end, "line %d, column %d: a quote that is not closed", begunLine, begunColumn);
      char c = text.charAt(at++);
      if (c == '"') {
        if (at >= end || text.charAt(at) != '"') {
          break;
        }
        at++;
      } else if (c == '\n') {
        line++;
        lineStart = at;
      }
      field.append(c);
    }
    if (at + 1 < end && text.charAt(at) == '\r' && text.charAt(at + 1) == '\n') {
      at++;
    }
    Arguments.require(
        at >= end || text.charAt(at) == ',' || text.charAt(at) == '\n',
        "line %d, column %d: text after a closing quote",
        line,
        column());
    return field.toString();
  }

  private int column() {
    return at - lineStart + 1;
  }
}
