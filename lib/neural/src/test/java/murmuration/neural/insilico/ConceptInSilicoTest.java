package murmuration.neural.insilico;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import murmuration.data.AtomicFile;
import murmuration.neural.ConceptGenerator;
import murmuration.neural.GeneratorSweep;
import murmuration.neural.GeneratorSweepRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Trains all runs behind the figures anew (minutes) and writes what {@link ConceptCommittedTest}
 * reads: {@code ./mvnw -pl lib/neural -am test -P in-silico}. With the system property {@code
 * murmuration.in-silico.runs} every run is kept in that folder, and an interrupted test goes on.
 */
@Tag("in-silico")
class ConceptInSilicoTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "in-silico");

  private static GeneratorSweepRun run(String name, GeneratorSweep sweep) {
    String runs = System.getProperty("murmuration.in-silico.runs");
    return (runs == null ? sweep : sweep.keepIn(Path.of(runs, name))).run();
  }

  private static Table written(String name, GeneratorSweep... studies) {
    Table all = Arrays.stream(studies).map(s -> table(run(name, s))).reduce(Table::append).get();
    AtomicFile.write(
        FOLDER.resolve("concept-" + name + ".csv"), text(all).getBytes(StandardCharsets.UTF_8));
    return all;
  }

  private static Table table(GeneratorSweepRun sweep) {
    Table table = sweep.checkpoints();
    table.column(0).setName("value");
    int each = sweep.runs(0).getFirst().checkpoints().size();
    int seeds = sweep.study().seeds().length;
    for (int concept = 0; concept < 2; concept++) {
      double[] column = new double[table.rowCount()];
      for (int row = 0; row < column.length; row++) {
        int run = row / each;
        column[row] = sweep.runs(run / seeds).get(run % seeds).evaluator().fitted()[concept];
      }
      String name = concept == 0 ? "evaluator_colour" : "evaluator_size";
      table.addColumns(DoubleColumn.create(name, column));
    }
    return table;
  }

  private static String text(Table table) {
    var text = new StringBuilder(String.join(",", table.columnNames())).append('\n');
    for (int row = 0; row < table.rowCount(); row++) {
      int at = row;
      text.append(
              table.columns().stream()
                  .map(column -> number(((DoubleColumn) column).getDouble(at)))
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return text.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value).replaceAll("\\.?0+$", "");
  }

  @Test
  void colourSweep() {
    var sweep =
        GeneratorSweep.of(ConceptGenerator.of()).colours(0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8);
    // At 0.15 one run in ten gets there naively, so that a quarter of three would say nothing; at
    // 0.6 the order of learning is one of means that differ by forty steps.
    var more = GeneratorSweep.of(ConceptGenerator.of()).colours(0.15, 0.6).seeds(3, 4, 5, 6, 7);
    ConceptAcceptance.colour(InSilicoRun.of(written("colour", sweep, more)));
  }

  @Test
  void sizeSweep() {
    var sweep = GeneratorSweep.of(ConceptGenerator.of()).sizes(0.15, 0.2, 0.3, 0.4);
    ConceptAcceptance.size(InSilicoRun.of(written("size", sweep)));
  }

  @Test
  void maskSweep() {
    // Where the network starts decides most of it: eight seeds, compared in pairs.
    var generator = ConceptGenerator.of().flags().every(100);
    var sweep = GeneratorSweep.of(generator).masks(0, 0.5, 0.9, 1).seeds(0, 1, 2, 3, 4, 5, 6, 7);
    ConceptAcceptance.mask(InSilicoRun.of(written("mask", sweep)));
  }

  @Test
  void suddenTurn() {
    var sweep =
        GeneratorSweep.of(ConceptGenerator.of().steps(600).every(12)).colours(0.15, 0.2, 0.3);
    ConceptAcceptance.turn(InSilicoRun.of(written("turn", sweep)));
  }
}
