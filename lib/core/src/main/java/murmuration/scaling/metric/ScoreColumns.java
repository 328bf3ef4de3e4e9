package murmuration.scaling.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.data.Columns;
import murmuration.math.Arguments;
import tech.tablesaw.api.Table;

/** The columns of a table of graded items. */
final class ScoreColumns {
  private final Table table;
  private final Map<Metric, double[]> scores = new LinkedHashMap<>();

  ScoreColumns(Table table, List<Metric> metrics) {
    this.table = table;
    var wanted =
        metrics.isEmpty()
            ? Metrics.ALL.stream().filter(m -> table.containsColumn(m.column())).toList()
            : metrics;
    Arguments.require(
        !wanted.isEmpty(),
        "the table has %s: expected a column of scores, such as %s",
        table.columnNames(),
        Metrics.EXACT_MATCH.column());
    wanted.forEach(m -> scores.put(m, Columns.numbers(table, m.column())));
  }

  List<String> texts(String name, String column) {
    Arguments.require(
        table.containsColumn(Arguments.present(name, column)),
        "there is no column %s: the table has %s",
        column,
        table.columnNames());
    return IntStream.range(0, table.rowCount())
        .mapToObj(i -> table.column(column).getString(i))
        .toList();
  }

  /** The scale of a model, which all of its rows must agree on. */
  double scale(String model, String column, List<Integer> rows) {
    double[] all = Columns.numbers(table, column);
    double scale = all[rows.getFirst()];
    for (int row : rows) {
      Arguments.require(
          all[row] == scale,
          "%s of %s is %s and %s: expected one scale for each model",
          column,
          model,
          scale,
          all[row]);
    }
    return scale;
  }

  List<ItemScores> scores(List<Integer> rows) {
    return scores.entrySet().stream()
        .map(
            entry ->
                new ItemScores(
                    entry.getKey(), rows.stream().mapToDouble(i -> entry.getValue()[i]).toArray()))
        .toList();
  }
}
