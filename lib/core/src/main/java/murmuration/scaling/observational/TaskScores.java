package murmuration.scaling.observational;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.data.Columns;
import murmuration.data.Datasets;
import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What models score on the tasks that are to be predicted: one row a model, one column a task.
 *
 * @param models name of each model, n different ones
 * @param tasks names of the q tasks
 * @param scores n rows of q scores, 0 to 1; NaN where one is missing
 * @param source data set and sha256, or null where the numbers came from the caller
 */
public record TaskScores(
    List<String> models, List<String> tasks, double[][] scores, @Nullable String source) {
  private static final String BLEU = "bleu";
  private static final double PERCENT = 100;

  /** Checks names and values and keeps its own copies. */
  public TaskScores {
    models = Arguments.listed("models", models);
    tasks = Arguments.listed("tasks", tasks);
    Arguments.require(
        new HashSet<>(models).size() == models.size(),
        "models names one twice: expected different names");
    scores = checked(scores, models.size(), tasks.size());
  }

  /**
   * Columns of a table; empty cells are missing scores.
   *
   * @param table one row a model
   * @param model column of names
   * @param tasks columns of scores, 0 to 1
   */
  public static TaskScores of(Table table, String model, String... tasks) {
    var names = Arguments.listed("tasks", tasks);
    return new TaskScores(
        texts(table, model), names, matrix(table, names), Datasets.sourceOf(table));
  }

  /**
   * The table of Ruan et al. 2024, data set {@code obs-base-llm-emergent}: tasks that Wei et al.
   * 2022 called emergent, of which those scored by BLEU are divided by 100.
   */
  public static TaskScores ruan(Table table) {
    var names =
        Arguments.present("table", table).columnNames().stream()
            .filter(name -> !name.equals("model"))
            .toList();
    double[][] scores = matrix(table, names);
    for (int j = 0; j < names.size(); j++) {
      if (names.get(j).endsWith(BLEU)) {
        for (double[] row : scores) {
          row[j] /= PERCENT;
        }
      }
    }
    return new TaskScores(texts(table, "model"), names, scores, Datasets.sourceOf(table));
  }

  /** The scores on one task, by model; NaN where one is missing. */
  public double[] task(String name) {
    int j = tasks.indexOf(name);
    Arguments.require(j >= 0, "there is no task %s: expected one of %s", name, tasks);
    return Arrays.stream(scores).mapToDouble(row -> row[j]).toArray();
  }

  static double[][] matrix(Table table, List<String> columns) {
    Arguments.require(!columns.isEmpty(), "no columns are named: expected at least one");
    double[][] byColumn =
        columns.stream().map(name -> Columns.numbers(table, name)).toArray(double[][]::new);
    return IntStream.range(0, byColumn[0].length)
        .mapToObj(i -> Arrays.stream(byColumn).mapToDouble(column -> column[i]).toArray())
        .toArray(double[][]::new);
  }

  static List<String> texts(Table table, String column) {
    Arguments.require(
        Arguments.present("table", table).containsColumn(Arguments.present("column", column)),
        "there is no column %s: the table has %s",
        column,
        table.columnNames());
    Arguments.require(
        table.column(column) instanceof StringColumn,
        "column %s holds %s: expected texts",
        column,
        table.column(column).type());
    return table.stringColumn(column).asList();
  }

  /** A copy of a matrix of scores; refuses other shapes and values outside of 0 to 1. */
  static double[][] checked(double[][] scores, int rows, int columns) {
    Arguments.present("scores", scores);
    Arguments.require(columns >= 1, "scores has no columns: expected at least one");
    Arguments.require(
        scores.length == rows,
        "scores has %d rows: expected one for each of %d models",
        scores.length,
        rows);
    for (int i = 0; i < rows; i++) {
      Arguments.require(
          Arguments.present("a row of scores", scores[i]).length == columns,
          "scores[%d] has %d values: expected %d",
          i,
          scores[i].length,
          columns);
      for (int j = 0; j < columns; j++) {
        Arguments.require(
            !(scores[i][j] < 0 || scores[i][j] > 1),
            "scores[%d][%d] is %s: expected 0 to 1, or NaN where it is missing",
            i,
            j,
            scores[i][j]);
      }
    }
    return copy(scores);
  }

  static double[][] copy(double[][] matrix) {
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[][] scores() {
    return copy(scores);
  }

  /** In one line: how many models and tasks. */
  @Override
  public String toString() {
    return models.size() + " models on " + tasks.size() + " tasks";
  }
}
