package murmuration;

import java.util.List;
import java.util.stream.Stream;
import murmuration.math.Arguments;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The usual table of a {@link Result}: one row a quantity, with its interval where it has one.
 *
 * <pre>{@code
 * Table table = Quantities.of("line").and("slope", 0.35, 0.31, 0.4).and("n", 240).table();
 * }</pre>
 *
 * @param title name of the table
 * @param rows the quantities, in order
 */
public record Quantities(String title, List<Row> rows) {
  /**
   * One quantity.
   *
   * @param quantity what it is, with its unit where it has one
   * @param value its value; NaN where there is none
   * @param low lower end of its interval, or NaN
   * @param high upper end of its interval, or NaN
   */
  public record Row(String quantity, double value, double low, double high) {}

  /** Keeps its own copy. */
  public Quantities {
    Arguments.present("title", title);
    rows = List.copyOf(rows);
  }

  /** A table without rows. */
  public static Quantities of(String title) {
    return new Quantities(title, List.of());
  }

  /** The same with one more quantity, which has no interval. */
  public Quantities and(String quantity, double value) {
    return and(quantity, value, Double.NaN, Double.NaN);
  }

  /** The same with one more quantity and its interval. */
  public Quantities and(String quantity, double value, double low, double high) {
    var row = new Row(quantity, value, low, high);
    return new Quantities(title, Stream.concat(rows.stream(), Stream.of(row)).toList());
  }

  /** The columns {@code quantity}, {@code value}, {@code low}, {@code high}. */
  public Table table() {
    return Table.create(
        title,
        StringColumn.create("quantity", rows.stream().map(Row::quantity)),
        DoubleColumn.create("value", rows.stream().mapToDouble(Row::value).toArray()),
        DoubleColumn.create("low", rows.stream().mapToDouble(Row::low).toArray()),
        DoubleColumn.create("high", rows.stream().mapToDouble(Row::high).toArray()));
  }
}
