package murmuration.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import murmuration.math.Arguments;

/** The finished cells of a sweep under way; any thread may add to it. */
final class Finished {
  private final String name;
  private final List<Cell> cells;
  private final Map<Integer, double[]> rows = new HashMap<>();
  private List<String> columns = List.of();

  Finished(String name, List<Cell> cells) {
    this.name = name;
    this.cells = cells;
  }

  /** Runs what is not finished; {@code written} is told of each cell, one at a time. */
  void runOn(Backend backend, Experiment<?> experiment, BiConsumer<Cell, Outcome> written) {
    var rest = cells.stream().filter(cell -> !rows.containsKey(cell.index())).toList();
    backend.run(
        name,
        rest,
        experiment,
        (cell, result) -> {
          var outcome = Outcome.of(cell, result);
          synchronized (this) {
            add(cell, outcome);
            written.accept(cell, outcome);
          }
        });
  }

  synchronized void add(Cell cell, Outcome outcome) {
    if (columns.isEmpty()) {
      columns = outcome.columns();
    }
    Arguments.require(
        columns.equals(outcome.columns()),
        "the experiment gives %s in cell %d, %s before: expected the same in every cell (give a"
            + " changed experiment another name)",
        outcome.columns(),
        cell.index(),
        columns);
    rows.put(cell.index(), outcome.values());
  }

  synchronized List<String> columns() {
    return columns;
  }

  /** One row a cell, in their order. */
  synchronized double[][] values() {
    return cells.stream()
        .map(cell -> Arguments.present("cell " + cell.index(), rows.get(cell.index())))
        .toArray(double[][]::new);
  }
}
