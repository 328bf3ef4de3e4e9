package murmuration.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** Reads the table of a data set, by the columns that the registry names. */
final class Rows {
  private Rows() {}

  static Table read(DatasetEntry entry, byte[] content) {
    var options =
        CsvReadOptions.builder(new StringReader(body(content, entry.skip())))
            .header(false)
            .columnTypes(
                entry.columns().stream().map(c -> type(c.type())).toArray(ColumnType[]::new))
            .missingValueIndicator("", "NaN", "NA")
            .build();
    Table table = Table.read().usingOptions(options);
    for (int i = 0; i < table.columnCount(); i++) {
      table.column(i).setName(entry.columns().get(i).name());
    }
    return table.setName(entry.name());
  }

  private static String body(byte[] content, int skip) {
    String text = new String(content, UTF_8);
    int start = 0;
    for (int line = 0; line < skip; line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return text.substring(start);
  }

  private static ColumnType type(String name) {
    return switch (name) {
      case "number" -> ColumnType.DOUBLE;
      case "integer" -> ColumnType.INTEGER;
      case "string" -> ColumnType.STRING;
      default ->
          throw new IllegalArgumentException(
              "type is " + name + ": expected number, integer or string");
    };
  }
}
