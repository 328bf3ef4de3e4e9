package murmuration.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Rows and columns of text, to be written in one form or another.
 *
 * @param caption what the rows are; empty where nothing is said
 * @param columns names of the columns
 * @param numeric whether a column holds numbers, one flag a column
 * @param rows the cells, row by row
 * @param note what is said below the rows
 */
record Grid(
    String caption,
    List<String> columns,
    List<Boolean> numeric,
    List<List<String>> rows,
    String note) {
  private static final int MOST_COLUMNS = 30;
  private static final int MATRIX_FIRST = 7;
  private static final int MATRIX_LAST = 3;

  /** The value in one row and column. */
  @FunctionalInterface
  interface Cells {
    @Nullable Object at(int row, int column);
  }

  /** The first ten and the last five rows of a table, with its size below. */
  static Grid of(Table table) {
    return of(
        table.name() == null ? "" : table.name(),
        table.columnNames(),
        table.rowCount(),
        (row, column) -> value(table.column(column), row));
  }

  /** Rows of values under these column names: the first ten, the last five, and how many. */
  static Grid of(String caption, List<String> columns, int rows, Cells cells) {
    int shown = Math.min(columns.size(), MOST_COLUMNS);
    String left = shown < columns.size() ? " (the first " + shown + " are shown)" : "";
    return shown(
        caption,
        columns.subList(0, shown),
        Preview.rows(rows),
        IntStream.range(0, shown).toArray(),
        cells,
        count(rows, "row") + " × " + count(columns.size(), "column") + left);
  }

  /** The corners of an array of arrays, its shape above, its range below. */
  static Grid matrix(Object[] array) {
    int width = 0;
    for (Object row : array) {
      width = Math.max(width, row == null ? 0 : Elements.of(row).size());
    }
    int[] places = Preview.places(width, MATRIX_FIRST, MATRIX_LAST);
    var columns = new ArrayList<String>(List.of(""));
    Arrays.stream(places).mapToObj(Grid::index).forEach(columns::add);
    return shown(
        Shape.of(array),
        columns,
        Preview.rows(array.length),
        IntStream.concat(IntStream.of(Preview.GAP - 1), Arrays.stream(places)).toArray(),
        (row, column) -> column < Preview.GAP ? row : element(array[row], column),
        Range.of(Arrays.asList(array)));
  }

  private static Grid shown(
      String caption, List<String> columns, int[] rows, int[] places, Cells cells, String note) {
    var texts = new ArrayList<List<String>>();
    var numeric = new Boolean[places.length];
    Arrays.fill(numeric, rows.length > 0);
    for (int row : rows) {
      var line = new ArrayList<String>();
      for (int j = 0; j < places.length; j++) {
        if (row == Preview.GAP || places[j] == Preview.GAP) {
          line.add(row == Preview.GAP ? "⋮" : Preview.DOTS);
        } else {
          Object value = cells.at(row, places[j]);
          line.add(Cell.of(value));
          numeric[j] &= value == null || value instanceof Number;
        }
      }
      texts.add(line);
    }
    return new Grid(caption, List.copyOf(columns), Arrays.asList(numeric), texts, note);
  }

  private static @Nullable Object value(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return null;
    }
    return column instanceof NumericColumn<?> ? column.get(row) : column.getString(row);
  }

  private static @Nullable Object element(@Nullable Object row, int column) {
    if (row == null) {
      return null;
    }
    var elements = Elements.of(row);
    return column < elements.size() ? elements.get(column) : "";
  }

  private static String index(int place) {
    return place == Preview.GAP ? Preview.DOTS : Integer.toString(place);
  }

  private static String count(int n, String noun) {
    return String.format(Locale.ROOT, "%d %s%s", n, noun, n == 1 ? "" : "s");
  }
}
