package murmuration.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenRunnerTest {
  @TempDir Path folder;

  private record Squares(String kind, BiConsumer<GoldenFile, Report> body) implements Checker {
    @Override
    public void check(GoldenFile file, Report report) {
      body.accept(file, report);
    }
  }

  private static final Checker SQUARE =
      new Squares(
          "t/square",
          (file, report) -> {
            double x = file.root().at("x").number();
            report.number("y", file.root().at("y").number(), x * x, file.tolerance());
          });

  private String run(Checker... checkers) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    boolean fine = Golden.of(List.of(checkers)).run(List.of(folder), PassedFiles.none(), out);
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertEquals(fine, text.contains(" 0 failed"));
    return text;
  }

  private void write(String name, String json) throws IOException {
    Files.writeString(folder.resolve(name), json);
  }

  @Test
  void closesWithTheCounts() throws IOException {
    write("a.json", "{\"kind\": \"t/square\", \"x\": 3, \"y\": 9, \"tolerance\": 1e-9}");
    write("b.json", "{\"kind\": \"t/square\", \"x\": 3, \"y\": 9.1, \"tolerance\": \"1e-9\"}");
    write("c.json", "{\"kind\": \"t/unknown\"}");
    String text = run(SQUARE);
    assertEquals("golden: 1 passed, 1 failed, 1 skipped", text.lines().toList().getLast());
    assertTrue(text.contains("expected 9.1, found 9.0, relative error 1.10e-02"), text);
    assertTrue(text.contains("no checker for t/unknown"), text);
  }

  @Test
  void anEmptyFolderPassesNothing() {
    assertEquals("golden: 0 passed, 0 failed, 0 skipped\n", run(SQUARE));
  }

  @Test
  void aSkippedSectionIsNamedAndCounted() throws IOException {
    write("a.json", "{\"kind\": \"t/part\"}");
    String text =
        run(
            new Squares(
                "t/part",
                (file, report) -> {
                  report.equal("n", 1, 1);
                  report.skip("spectrum", "later");
                }));
    assertTrue(text.contains("skipped: spectrum (later)"), text);
    assertTrue(text.endsWith("golden: 1 passed, 0 failed, 1 skipped\n"), text);
  }

  @Test
  void aCheckerThatThrowsOrComparesNothingFails() throws IOException {
    write("a.json", "{\"kind\": \"t/throws\"}");
    write("b.json", "{\"kind\": \"t/nothing\"}");
    String text =
        run(
            new Squares("t/throws", (file, report) -> file.root().at("absent")),
            new Squares("t/nothing", (file, report) -> {}));
    assertTrue(text.contains("a.json has no \"absent\""), text);
    assertTrue(text.contains("nothing was compared"), text);
    assertTrue(text.endsWith("golden: 0 passed, 2 failed, 0 skipped\n"), text);
  }

  @Test
  void aMissingThirdPartyInputSkipsTheFile() throws IOException {
    write("a.json", "{\"kind\": \"t/input\"}");
    String text = run(new Squares("t/input", (file, report) -> file.thirdParty("no-such.csv")));
    assertTrue(text.contains("no-such.csv"), text);
    assertTrue(text.endsWith("golden: 0 passed, 0 failed, 1 skipped\n"), text);
  }

  @Test
  void aTruncatedFileFails() throws IOException {
    write("a.json", "{\"kind\": \"t/square\", \"x\": ");
    assertTrue(run(SQUARE).endsWith("golden: 0 passed, 1 failed, 0 skipped\n"));
  }

  @Test
  void aNumberThatIsZeroWithinItsToleranceHasNoRelativeError() {
    var report = new Report();
    report.number("p", 2e-16, 0, Tolerance.absolute(1e-9));
    assertEquals(2e-16, report.worst());
    report.number("x", 2, 2.002, Tolerance.EXACT);
    assertEquals(1e-3, report.worst(), 1e-12);
  }

  @Test
  void twoCheckersOfOneKindAreRefused() {
    assertThrows(IllegalStateException.class, () -> Golden.of(List.of(SQUARE, SQUARE)));
  }

  @Test
  void nanEqualsOnlyNanAndInfinityOnlyItself() {
    var loose = Tolerance.absolute(1e300);
    assertTrue(loose.allows(Double.NaN, Double.NaN));
    assertFalse(loose.allows(Double.NaN, 1));
    assertFalse(loose.allows(1, Double.NaN));
    assertTrue(loose.allows(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
    assertFalse(loose.allows(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    assertFalse(loose.allows(1, Double.POSITIVE_INFINITY));
  }

  @Test
  void tolerancesAreReadAsTheFilesWriteThem() throws IOException {
    assertEquals(new Tolerance(0, 1e-7), Tolerance.parse("1e-7 relative"));
    assertEquals(new Tolerance(1e-12, 0), Tolerance.parse("1e-12 absolute"));
    assertEquals(new Tolerance(1e-9, 1e-9), Tolerance.parse("1e-9"));
    assertEquals(Tolerance.EXACT, Tolerance.parse("exact: integers"));
    write("a.json", "{\"kind\": \"t/x\", \"tolerance\": \"ksmooth 1e-10; lowess 1e-8, p 1e-6\"}");
    var file = GoldenFile.read(folder.resolve("a.json"));
    assertEquals(new Tolerance(1e-8, 1e-8), file.tolerance("lowess"));
    assertEquals(new Tolerance(1e-10, 1e-10), file.tolerance("ksmooth"));
    assertEquals(new Tolerance(1e-6, 1e-6), file.tolerance("p"));
    assertThrows(IllegalArgumentException.class, () -> file.tolerance("loess"));
  }

  @Test
  void absentNumbersAreNan() throws IOException {
    write("a.json", "{\"x\": [null, \"NA\", \"Infinity\", \"-Inf\", 2]}");
    var x = GoldenFile.read(folder.resolve("a.json")).root().at("x").numbers();
    assertTrue(Double.isNaN(x[0]) && Double.isNaN(x[1]));
    assertEquals(Double.POSITIVE_INFINITY, x[2]);
    assertEquals(Double.NEGATIVE_INFINITY, x[3]);
    assertEquals(2, x[4]);
  }

  @Test
  void whatPassedWholeIsNotCheckedAgainAndAnythingElseIs(@TempDir Path bundled) throws IOException {
    String nine = "{\"kind\": \"t/square\", \"x\": 3, \"y\": 9, \"tolerance\": 1e-9}";
    write("same.json", nine);
    write("changed.json", nine.replace("9,", "9.0,"));
    write("unlike.json", "{\"kind\": \"t/unknown\"}");
    var golden = Golden.of(List.of(SQUARE));
    var passed = PassedFiles.none();
    for (String name : List.of("same.json", "unlike.json")) {
      passed.add(golden.check(Files.copy(folder.resolve(name), bundled.resolve(name))));
    }
    passed.write(bundled.resolve("passed.txt"));
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    assertTrue(golden.run(List.of(folder), PassedFiles.read(bundled.resolve("passed.txt")), out));
    var lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals("golden: 2 passed, 0 failed, 1 skipped", lines.getLast());
    assertEquals(
        List.of("same.json"),
        lines.stream()
            .filter(line -> line.endsWith("(by the library's tests)"))
            .map(line -> line.replaceAll(".* (\\S+\\.json).*", "$1"))
            .toList());
  }
}
