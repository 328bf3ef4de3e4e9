package murmuration;

import murmuration.data.Provenance;
import tech.tablesaw.api.Table;

/** What every analysis returns: an immutable value that can be read, tabulated and traced. */
public interface Result {
  /**
   * A readable report of at most twelve lines, as statistics packages print: one line a quantity
   * with its interval and n, four significant digits, in the root locale.
   */
  String summary();

  /**
   * One row a quantity, with the columns {@code quantity}, {@code value}, {@code low}, {@code
   * high}, as {@link Quantities} makes them; results that are tables by nature, such as a sweep,
   * say which columns they have instead.
   */
  Table table();

  /** What is needed to run this analysis again. */
  Provenance provenance();
}
