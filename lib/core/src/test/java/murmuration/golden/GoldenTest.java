package murmuration.golden;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The golden files in the repository. */
class GoldenTest {
  private static final PassedFiles PASSED = PassedFiles.none();

  /** For a run of the same classes over a larger folder that holds the same files. */
  @AfterAll
  static void leaveTheListOfThosePassed() {
    Path target = Path.of("target");
    if (Files.isDirectory(target)) {
      PASSED.write(target.resolve("golden-passed.txt"));
    }
  }

  @TestFactory
  Stream<DynamicTest> bundledFilesPass() throws URISyntaxException {
    var folder = Path.of(Objects.requireNonNull(GoldenTest.class.getResource("/golden")).toURI());
    var golden = Golden.ofClassPath();
    return Golden.files(folder).stream()
        .map(path -> dynamicTest(folder.relativize(path).toString(), () -> check(golden, path)));
  }

  private static void check(Golden golden, Path path) {
    assertTrue(GoldenFile.read(path).bundled(), "this file must not be in the repository");
    Outcome outcome = golden.check(path);
    PASSED.add(outcome);
    assertTrue(!outcome.failed(), outcome::line);
    if (!outcome.passed()) {
      abort(outcome.line());
    }
  }
}
