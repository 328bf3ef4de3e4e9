package murmuration.neural.insilico;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import murmuration.data.AtomicFile;
import murmuration.neural.AttentionLearner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Trains the sweep over classes, burstiness, Zipf exponent and share of bursty sequences anew (53
 * runs, three minutes) and writes what {@link IclCommittedTest} reads: {@code ./mvnw -pl lib/neural
 * -am test -P in-silico}. With the system property {@code murmuration.in-silico.runs} every run is
 * kept in that folder, and an interrupted test goes on.
 */
@Tag("in-silico")
class IclInSilicoTest {
  static final Path FILE = Path.of("src", "test", "resources", "in-silico", "icl-sweep.csv");

  @Test
  void theSweepIsAccepted() throws IOException {
    List<IclRow> rows = new ArrayList<>();
    for (IclAcceptance.Job job : IclAcceptance.jobs()) {
      rows.add(row(job));
    }
    String text =
        Stream.concat(Stream.of(IclRow.HEADER), rows.stream().map(IclRow::line))
            .collect(Collectors.joining("\n", "", "\n"));
    AtomicFile.write(FILE, text.getBytes(StandardCharsets.UTF_8));
    IclAcceptance.check(rows);
  }

  private static IclRow row(IclAcceptance.Job job) {
    String runs = System.getProperty("murmuration.in-silico.runs");
    var learner = AttentionLearner.of(job.task());
    if (runs == null) {
      return IclRow.of(learner.run(job.seed()).curve());
    }
    Path file =
        Path.of(
            runs, "icl", (job.task() + ", seed " + job.seed()).replaceAll("[^A-Za-z0-9.]+", "-"));
    return IclRow.of(
        (Files.exists(file) ? AttentionLearner.resume(file) : learner.run(job.seed(), file))
            .curve());
  }
}
