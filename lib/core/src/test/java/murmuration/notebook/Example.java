package murmuration.notebook;

import java.util.Map;
import murmuration.Charted;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A result with text that HTML would take for its own. */
record Example(double slope) implements Result {
  @Override
  public String summary() {
    return "slope <b>" + slope + "</b>\nn & more";
  }

  @Override
  public Table table() {
    return Table.create(
        "line",
        StringColumn.create("quantity", "slope"),
        DoubleColumn.create("value", slope),
        DoubleColumn.create("low", Double.NaN),
        DoubleColumn.create("high", 2.0));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of());
  }

  /** The same with a chart. */
  record WithChart(Example result) implements Charted {
    @Override
    public String summary() {
      return result.summary();
    }

    @Override
    public Table table() {
      return result.table();
    }

    @Override
    public Provenance provenance() {
      return result.provenance();
    }

    @Override
    public Figure chart() {
      return figure();
    }
  }

  static Figure figure() {
    return Figure.of(
        Panel.of("x", "y").line("slope", new double[] {0, 1, 2}, new double[] {0, 1, 3}));
  }
}
