package murmuration.neural.insilico;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed runs, made by {@link IclInSilicoTest}, show what the reference runs show. */
class IclCommittedTest {
  private static List<IclRow> rows() throws IOException {
    try (var lines = Files.lines(IclInSilicoTest.FILE)) {
      return IclAcceptance.parse(lines);
    }
  }

  @Test
  void theCommittedRunsAreAccepted() throws IOException {
    IclAcceptance.check(rows());
  }

  @Test
  void aRunThatDidNotLearnFromItsContextIsSeen() throws IOException {
    var rows = new ArrayList<>(rows());
    var last = rows.removeLast();
    rows.add(
        new IclRow(last.task(), last.seed(), last.train(), 0.9, last.inWeights(), last.peak()));
    assertThrows(AssertionError.class, () -> IclAcceptance.check(rows));
  }

  @Test
  void everyLineReadsBackAsItWas() throws IOException {
    try (var lines = Files.lines(IclInSilicoTest.FILE)) {
      lines.skip(1).forEach(line -> assertEquals(line, IclRow.parse(line).line()));
    }
  }
}
