package murmuration.warning.spatial;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Neumaier;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A picture of space at one time: a matrix of cells, row by row from the top. Cells of a
 * <em>binary</em> landscape are 1 (occupied) or 0 (empty); other landscapes hold any finite
 * numbers, such as biomass.
 *
 * @param name what it is called in tables and figures
 * @param rows number of rows, at least 1
 * @param columns number of columns, at least 1
 * @param values cells row by row, length rows * columns, finite
 * @param cell side of a cell, above 0, in the unit of length of the user; 1 by default
 * @param parameters what is known of it, such as rainfall, by name; may be empty
 * @param source name and sha256 of the file that it came from, or null
 */
public record Landscape(
    String name,
    int rows,
    int columns,
    double[] values,
    double cell,
    Map<String, Double> parameters,
    @Nullable String source)
    implements Charted {
  private static final int MOST = 25_000_000;
  private static final double LARGEST = 1e70;
  private static final int PIXELS = 370;
  private static final int MOST_SHOWN = 1000;

  /** Checks the shape and keeps its own copies. */
  public Landscape {
    Arguments.present("name", name);
    Arguments.finite("values", values, 1);
    Arguments.require(
        rows >= 1 && columns >= 1 && (long) rows * columns == values.length,
        "landscape of %d rows and %d columns has %d values: expected rows * columns",
        rows,
        columns,
        values.length);
    for (double v : values) {
      Arguments.require(
          Math.abs(v) <= LARGEST, "a cell is %s: expected numbers up to %s in size", v, LARGEST);
    }
    Arguments.positive("cell", cell);
    for (var entry : Arguments.present("parameters", parameters).entrySet()) {
      Arguments.present("a name of parameters", entry.getKey());
      Arguments.present("parameter " + entry.getKey(), entry.getValue());
    }
    values = values.clone();
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * A landscape of numbers.
   *
   * @param rows rows from the top, all of one length, finite
   */
  public static Landscape of(double[][] rows) {
    Arguments.require(
        Arguments.present("rows", rows).length > 0, "rows is empty: expected at least 1 row");
    int columns = Arguments.present("rows[0]", rows[0]).length;
    Arguments.require(
        (long) rows.length * columns <= MOST,
        "rows hold %d x %d cells: expected at most %d",
        rows.length,
        columns,
        MOST);
    double[] values = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      Arguments.finite("rows[" + i + "]", rows[i], 1);
      Arguments.require(
          rows[i].length == columns,
          "rows[%d] has %d values, the first row %d: expected rows of one length",
          i,
          rows[i].length,
          columns);
      System.arraycopy(rows[i], 0, values, i * columns, columns);
    }
    return of(rows.length, columns, values);
  }

  /**
   * A landscape of cells row by row.
   *
   * @param values length rows * columns, finite
   */
  public static Landscape of(int rows, int columns, double[] values) {
    return new Landscape("landscape", rows, columns, values, 1, Map.of(), null);
  }

  /**
   * A binary landscape whose cells are occupied independently: no structure at all.
   *
   * @param cover probability that a cell is occupied, 0 to 1
   */
  public static Landscape random(int rows, int columns, double cover, long seed) {
    checkSize(rows, columns);
    Arguments.within("cover", cover, 0, 1);
    var random = Rng.of(seed);
    double[] values = new double[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < cover ? 1 : 0;
    }
    return of(rows, columns, values).named("random, cover " + cover);
  }

  static void checkSize(int rows, int columns) {
    Arguments.require(
        rows >= 1 && columns >= 1 && (long) rows * columns <= MOST,
        "landscape of %d x %d: expected 1 to %d cells",
        rows,
        columns,
        MOST);
  }

  /**
   * Reads one matrix from text: a row a line, either digits without gaps ({@code 0110}) or numbers
   * with spaces, tabs, commas or semicolons between them. A line {@code # matrix 3 rain 705.2} sets
   * name and parameters.
   *
   * @throws IllegalArgumentException naming line and column of what is no number, and where there
   *     are no rows or several matrices
   */
  public static Landscape parse(String text) {
    return single("text", LandscapeText.parse("text", Arguments.present("text", text), null));
  }

  /**
   * Reads one matrix from a file, as {@link #parse} does; gzip is recognised by its content.
   *
   * @throws IllegalArgumentException where the file cannot be read, or holds none or several
   */
  public static Landscape read(Path file) {
    return single(String.valueOf(file), readAll(file));
  }

  /** Reads all matrices of a file, each below its {@code #} line; see {@link #read}. */
  public static List<Landscape> readAll(Path file) {
    return LandscapeText.read(Arguments.present("file", file));
  }

  private static Landscape single(String where, List<Landscape> found) {
    Arguments.require(
        found.size() == 1, "%s holds %d matrices: expected 1 (see readAll)", where, found.size());
    return found.getFirst();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /** The values themselves, for reading only. */
  double[] shared() {
    return values;
  }

  /** The value of a cell, both counted from 0. */
  public double at(int row, int column) {
    Arguments.require(
        row >= 0 && row < rows && column >= 0 && column < columns,
        "cell (%d, %d) is outside %d x %d",
        row,
        column,
        rows,
        columns);
    return values[row * columns + column];
  }

  /** The number of cells. */
  public int size() {
    return values.length;
  }

  /** The mean of all cells; of a binary landscape, the cover. */
  public double mean() {
    var sum = new Neumaier();
    for (double v : values) {
      sum.add(v);
    }
    return sum.value() / values.length;
  }

  /** Whether every cell is 0 or 1. */
  public boolean isBinary() {
    for (double v : values) {
      if (v != 0 && v != 1) {
        return false;
      }
    }
    return true;
  }

  /** Whether all cells are equal: then variance is 0, and other indicators are NaN. */
  public boolean isConstant() {
    for (double v : values) {
      if (v != values[0]) {
        return false;
      }
    }
    return true;
  }

  /** A parameter by name. */
  public double parameter(String parameter) {
    Double value = parameters.get(Arguments.present("parameter", parameter));
    Arguments.require(
        value != null, "no parameter \"%s\": expected one of %s", parameter, parameters.keySet());
    return Arguments.present(parameter, value);
  }

  /** The same with another name. */
  public Landscape named(String newName) {
    return new Landscape(newName, rows, columns, values, cell, parameters, source);
  }

  /** The same with cells of this side. */
  public Landscape cell(double side) {
    return new Landscape(name, rows, columns, values, side, parameters, source);
  }

  /** The same with one more parameter. */
  public Landscape with(String parameter, double value) {
    var more = new LinkedHashMap<>(parameters);
    more.put(Arguments.present("parameter", parameter), value);
    return new Landscape(name, rows, columns, values, cell, more, source);
  }

  /** The binary landscape of cells above a threshold. */
  public Landscape above(double threshold) {
    Arguments.require(!Double.isNaN(threshold), "threshold is NaN: expected a number");
    return where(v -> v > threshold);
  }

  /** The binary landscape of cells that have this value, such as one state of several. */
  public Landscape equalTo(double state) {
    Arguments.require(!Double.isNaN(state), "state is NaN: expected a number");
    return where(v -> v == state);
  }

  private Landscape where(DoublePredicate occupied) {
    double[] binary = new double[values.length];
    for (int i = 0; i < binary.length; i++) {
      binary[i] = occupied.test(values[i]) ? 1 : 0;
    }
    return new Landscape(name, rows, columns, binary, cell, parameters, source);
  }

  /**
   * Means of non-overlapping squares of {@code side x side} cells; rows and columns that fill no
   * square are dropped (Kéfi et al. 2014: four-state or binary data must be coarse-grained before
   * variance and skewness tell more than the mean does).
   *
   * @param side cells along a square, 1 to the smaller side of the landscape
   */
  public Landscape coarse(int side) {
    Arguments.require(
        side >= 1 && side <= Math.min(rows, columns),
        "side is %d: expected 1 to %d cells in a landscape of %d x %d",
        side,
        Math.min(rows, columns),
        rows,
        columns);
    int down = rows / side;
    int across = columns / side;
    double[] means = new double[down * across];
    for (int i = 0; i < down * side; i++) {
      int line = i / side * across;
      for (int j = 0; j < across * side; j++) {
        means[line + j / side] += values[i * columns + j];
      }
    }
    for (int k = 0; k < means.length; k++) {
      means[k] /= side * side;
    }
    return new Landscape(name, down, across, means, cell * side, parameters, source);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s: %d x %d cells%s\n%s = %.4g",
        name,
        rows,
        columns,
        parameters.isEmpty() ? "" : " " + parameters,
        isBinary() ? "cover" : "mean",
        mean());
  }

  @Override
  public Table table() {
    var quantities =
        Quantities.of(name)
            .and("rows", rows)
            .and("columns", columns)
            .and("side of a cell", cell)
            .and(isBinary() ? "cover" : "mean", mean());
    for (var parameter : parameters.entrySet()) {
      quantities = quantities.and(parameter.getKey(), parameter.getValue());
    }
    return quantities.table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("landscape", rows + " x " + columns)).data(source);
  }

  /** The cells as colours, the first row at the top. */
  @Override
  public Figure chart() {
    int height = Math.clamp(PIXELS * (long) rows / columns, 120, 1200);
    return Figure.of(panel()).size(PIXELS + 110, height + 50);
  }

  /** The same as a panel, for a figure of several; distances are from the lower left corner. */
  public Panel panel() {
    int squeeze = (Math.max(rows, columns) + MOST_SHOWN - 1) / MOST_SHOWN;
    if (squeeze > 1 && squeeze <= Math.min(rows, columns)) {
      return coarse(squeeze).panel();
    }
    double[] x = IntStream.range(0, columns).mapToDouble(j -> (j + 0.5) * cell).toArray();
    double[] y = IntStream.range(0, rows).mapToDouble(i -> (i + 0.5) * cell).toArray();
    double[][] z = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(values, (rows - 1 - i) * columns, z[i], 0, columns);
    }
    String unit = cell == 1 ? " (cells)" : "";
    var panel = Panel.of("Distance" + unit, "Distance" + unit).title(name);
    return isBinary() ? panel.heat("Occupied", x, y, z, 0, 1) : panel.heat("Value", x, y, z);
  }
}
