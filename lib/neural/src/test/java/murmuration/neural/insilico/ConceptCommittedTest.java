package murmuration.neural.insilico;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** The runs as they were last trained by {@link ConceptInSilicoTest} show what they must. */
class ConceptCommittedTest {
  private static List<InSilicoRun> committed(String name) {
    String file = "/in-silico/concept-" + name + ".csv";
    try (var in = Objects.requireNonNull(ConceptCommittedTest.class.getResourceAsStream(file))) {
      return InSilicoRun.of(Table.read().usingOptions(CsvReadOptions.builder(in).build()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void colourSweep() {
    var runs = committed("colour");
    assertEquals(31, runs.size());
    ConceptAcceptance.colour(runs);
  }

  @Test
  void sizeSweep() {
    var runs = committed("size");
    assertEquals(12, runs.size());
    ConceptAcceptance.size(runs);
  }

  @Test
  void maskSweep() {
    var runs = committed("mask");
    assertEquals(32, runs.size());
    ConceptAcceptance.mask(runs);
  }

  @Test
  void suddenTurn() {
    var runs = committed("turn");
    assertEquals(9, runs.size());
    ConceptAcceptance.turn(runs);
  }
}
