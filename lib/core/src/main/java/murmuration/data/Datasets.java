package murmuration.data;

import static murmuration.data.DatasetException.Kind.NOT_AVAILABLE;

import java.util.List;
import java.util.function.Function;
import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The data sets by name.
 *
 * <p>Each is looked for in the library itself, then in the cache (the folder {@code
 * MURMURATION_DATA}, else {@code ~/.cache/murmuration}), then in the mirror (the folder {@code
 * MURMURATION_MIRROR}, as {@code upstream/FILE}), then at its address; a file that was fetched
 * stays in the cache. Its sha256 is checked at every load, so that a result names the bytes it came
 * from.
 */
public final class Datasets {
  private static final Registry REGISTRY = Registry.bundled();
  private static final Store STORE = Store.of(System.getenv());

  private Datasets() {}

  /**
   * A data set as a table of the same name; {@link #columns} tells the units.
   *
   * @param name a name of {@link #list}
   * @throws IllegalArgumentException for an unknown name, with the nearest one
   * @throws DatasetException when it cannot be had or is damaged
   * @throws java.util.concurrent.CancellationException when interrupted while fetching
   */
  public static Table load(String name) {
    var entry = REGISTRY.entry(name);
    return Rows.read(entry, STORE.bytes(entry));
  }

  /**
   * The series that a data set is known for: its main measurement against time. Ages are in years
   * before present, turned round to {@code t = -age}.
   *
   * @throws IllegalArgumentException for a data set that holds no single series
   */
  public static TimeSeries series(String name) {
    var series = REGISTRY.entry(name).series();
    if (series == null) {
      throw new IllegalArgumentException(
          "data set " + name + " has no main series: name the columns for time and value");
    }
    var read = series(name, series.time(), series.value());
    return series.timeName() == null ? read : read.scaleTime(series.scale(), series.timeName());
  }

  /** Two columns of a data set, as {@link TimeSeries#of(Table, String, String)} reads them. */
  public static TimeSeries series(String name, String time, String value) {
    return TimeSeries.of(load(name), time, value);
  }

  /**
   * Whether a data set can be had; it is fetched to find out.
   *
   * @throws DatasetException when it is there and damaged
   */
  public static boolean available(String name) {
    var entry = REGISTRY.entry(name);
    try {
      STORE.bytes(entry);
      return true;
    } catch (DatasetException e) {
      if (e.kind() == NOT_AVAILABLE) {
        return false;
      }
      throw e;
    }
  }

  /**
   * All data sets: name, title, rows, licence, and whether each is bundled; {@code place} says
   * where it would be read from now: bundled, cache, mirror or remote.
   */
  public static Table list() {
    var entries = List.copyOf(REGISTRY.entries().values());
    return Table.create(
        "data sets",
        text("name", entries, DatasetEntry::name),
        text("title", entries, DatasetEntry::title),
        IntColumn.create("rows", entries.stream().mapToInt(DatasetEntry::rows).toArray()),
        text("licence", entries, DatasetEntry::licence),
        BooleanColumn.create("bundled", entries.stream().map(DatasetEntry::bundled).toList()),
        text("place", entries, STORE::place));
  }

  /** The columns of a data set: name, unit, what each holds. */
  public static Table columns(String name) {
    var columns = REGISTRY.entry(name).columns();
    return Table.create(
        name,
        text("column", columns, DatasetEntry.Column::name),
        text("unit", columns, DatasetEntry.Column::unit),
        text("title", columns, DatasetEntry.Column::title));
  }

  /** Whom to cite for a data set, in BibTeX. */
  public static String citation(String name) {
    return REGISTRY.entry(name).citation();
  }

  /** A data set's name and sha256, for {@link Provenance#data(String)}. */
  public static String source(String name) {
    return REGISTRY.entry(name).source();
  }

  /**
   * The name and sha256 of the data set that a table came from, known by its name; null for other
   * tables.
   */
  public static @Nullable String sourceOf(Table table) {
    Arguments.present("table", table);
    return REGISTRY.find(table.name()).map(DatasetEntry::source).orElse(null);
  }

  /** The label of a column's axis: with its unit where the table came from here, else its name. */
  static String label(Table table, String column) {
    return REGISTRY.find(table.name()).map(e -> e.label(column)).orElse(column);
  }

  private static <T> StringColumn text(String name, List<T> rows, Function<T, String> cell) {
    return StringColumn.create(name, rows.stream().map(cell).toList());
  }
}
