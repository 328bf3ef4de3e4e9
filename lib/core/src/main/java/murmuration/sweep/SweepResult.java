package murmuration.sweep;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/**
 * What an experiment gave in every cell of a sweep.
 *
 * @param sweep the sweep
 * @param columns names of what the experiment gives; one column where it gives one number
 * @param values one row a cell in their order, one column each of {@code columns}
 */
public record SweepResult(Sweep sweep, List<String> columns, double[][] values) implements Result {
  private static final int DIGITS = 4;
  private static final int LINES = 12;

  /** Keeps its own copies. */
  public SweepResult {
    columns = List.copyOf(columns);
    values = copy(values);
  }

  @Override
  public double[][] values() {
    return copy(values);
  }

  /** One column, a number a cell in their order. */
  public double[] values(String column) {
    int at = columns.indexOf(column);
    Arguments.require(at >= 0, "no column \"%s\": expected one of %s", column, columns);
    return Arrays.stream(values).mapToDouble(row -> row[at]).toArray();
  }

  @Override
  public String summary() {
    String grid =
        sweep.axes().stream()
            .map(axis -> axis.name() + " (" + axis.values().length + ")")
            .collect(Collectors.joining(" x ", "", sweep.axes().isEmpty() ? "" : " x "));
    String head =
        "Sweep "
            + sweep.name()
            + ": "
            + values.length
            + " cells = "
            + grid
            + sweep.replicates()
            + " replicates, seed "
            + sweep.seed();
    int shown = columns.size() < LINES ? columns.size() : LINES - 2;
    String rest =
        shown < columns.size() ? "\nand " + (columns.size() - shown) + " more columns" : "";
    return columns.stream()
        .limit(shown)
        .map(this::line)
        .collect(Collectors.joining("\n", head + "\n", rest));
  }

  private String line(String column) {
    var all = new SummaryStatistics();
    Arrays.stream(values(column)).forEach(all::addValue);
    return column
        + ": mean "
        + Digits.of(all.getMean(), DIGITS)
        + ", sd "
        + Digits.of(all.getStandardDeviation(), DIGITS)
        + ", from "
        + Digits.of(all.getMin(), DIGITS)
        + " to "
        + Digits.of(all.getMax(), DIGITS)
        + " (n = "
        + all.getN()
        + ")";
  }

  /** One row a cell: index, each parameter, replicate, seed, each column. */
  @Override
  public Table table() {
    var index = IntColumn.create("index");
    var replicate = IntColumn.create("replicate");
    var seed = LongColumn.create("seed");
    var parameters = sweep.axes().stream().map(axis -> DoubleColumn.create(axis.name())).toList();
    for (Cell cell : sweep.cells()) {
      index.append(cell.index());
      replicate.append(cell.replicate());
      seed.append(cell.seed());
      parameters.forEach(column -> column.append(cell.value(column.name())));
    }
    var table = Table.create(sweep.name(), index);
    parameters.forEach(table::addColumns);
    table.addColumns(replicate, seed);
    columns.forEach(column -> table.addColumns(DoubleColumn.create(column, values(column))));
    return table;
  }

  @Override
  public Provenance provenance() {
    var options = new LinkedHashMap<String, String>();
    options.put("experiment", sweep.name());
    sweep.axes().forEach(axis -> options.put(axis.name(), axis.toString()));
    options.put("replicates", Integer.toString(sweep.replicates()));
    return Provenance.of(options).seed(sweep.seed());
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
