package murmuration.data;

import static murmuration.math.Arguments.require;

import murmuration.math.Arguments;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Columns of a table as arrays, for analyses that take numbers. */
public final class Columns {
  private Columns() {}

  /**
   * The numbers of a column, NaN where one is missing.
   *
   * @throws IllegalArgumentException if there is no such column, if it holds no numbers, or if one
   *     of them is infinite
   */
  public static double[] numbers(Table table, String column) {
    require(
        Arguments.present("table", table).containsColumn(Arguments.present("column", column)),
        "there is no column %s: the table has %s",
        column,
        table.columnNames());
    require(
        table.column(column) instanceof NumericColumn<?>,
        "column %s holds %s: expected numbers",
        column,
        table.column(column).type());
    double[] numbers = table.numberColumn(column).asDoubleArray();
    Arguments.series(column, numbers, 0);
    return numbers;
  }
}
