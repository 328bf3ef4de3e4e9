package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageFileTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String fault(String name, String text) throws IOException {
    Path file = file(name, text);
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> Language.read(file)).getMessage());
  }

  private static void assertSame(Language expected, Language found) {
    assertArrayEquals(expected.meanings(), found.meanings());
    assertArrayEquals(expected.messages(), found.messages());
    assertEquals(expected.attributeNames(), found.attributeNames());
    assertEquals(expected.isWeighted(), found.isWeighted());
    assertEquals(expected.total(), found.total());
    assertEquals(expected.columns(), found.columns());
    for (String column : expected.columns()) {
      assertEquals(expected.column(column), found.column(column));
    }
  }

  @Test
  void theDataSetsOfGamesAreLanguages() {
    var all = Language.read("egg-game-a2v8s1");
    assertEquals(64, all.size());
    assertEquals(List.of("attribute_1", "attribute_2"), all.attributeNames());
    var trained = all.where("set", "train");
    assertEquals(45, trained.size());
    assertArrayEquals(new int[] {9, 6, 4, 1}, trained.message(0));
    assertEquals(0.30935045726850197, Topsim.of(trained, Topsim.eggCompo()).value(), 1e-6);
    assertTrue(String.valueOf(trained.source()).startsWith("egg-game-a2v8s1 sha256:"));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    var text =
        "colour,\"the \"\"shape\"\"\",message,weight,note\n"
            + "0,-2147483648,1 2 3,4,plain\n"
            + "1,7,,1,\"with, comma\"\n"
            + "0,7,2147483647,2,\"two\nlines\"\n"
            + "0,7,2147483647,2,\" spaced \"\n";
    var language = Language.read(file("a.csv", text));
    assertEquals(List.of("colour", "the \"shape\""), language.attributeNames());
    assertEquals(9, language.total());
    assertEquals(
        List.of("plain", "with, comma", "two\nlines", " spaced "), language.column("note"));
    for (String name : List.of("b.csv", "b.jsonl")) {
      language.write(folder.resolve(name));
      assertSame(language, Language.read(folder.resolve(name)));
    }
    assertEquals(text, Files.readString(folder.resolve("b.csv")));
  }

  @Test
  void randomLanguagesSurviveBothKindsOfFile() {
    for (int seed = 0; seed < 10; seed++) {
      var language = TopsimTest.random(40, 3, 4, 0, 6, 200_000, seed);
      for (String name : List.of("c.csv", "c.jsonl")) {
        language.write(folder.resolve(name));
        assertSame(language, Language.read(folder.resolve(name)));
      }
    }
  }

  @Test
  void marksOfOrderAndLineEndsOfWindowsAreRead() throws IOException {
    var language = Language.read(file("a.csv", "\uFEFFa,b,message\r\n1,2,\"3 4\"\r\n5,6,\r\n\r\n"));
    assertEquals(List.of("a", "b"), language.attributeNames());
    assertArrayEquals(new int[][] {{1, 2}, {5, 6}}, language.meanings());
    assertArrayEquals(new int[][] {{3, 4}, {}}, language.messages());
  }

  @Test
  void attributesMayBeNamed() throws IOException {
    Path file = file("a.csv", "message,x,colour,shape\n1 2,note,3,4\n");
    assertThrows(IllegalArgumentException.class, () -> Language.read(file));
    var language = Language.read(file, "shape", "colour");
    assertArrayEquals(new int[] {4, 3}, language.meaning(0));
    assertEquals(List.of("x"), language.columns());
    assertThrows(IllegalArgumentException.class, () -> Language.read(file, "size"));
  }

  @Test
  void faultsAreNamedByLineAndColumn() throws IOException {
    String head = "a,message\n1,2\n";
    assertFault("line 3, column 1 (a) is \"x\"", head + "x,2\n");
    assertFault("line 3, column 2 (message) is \"3.5\"", head + "1,2 3.5\n");
    assertFault("line 3 has 3 fields: expected 2", head + "1,2,3\n");
    assertFault("line 3 has 1 fields: expected 2", head + "\n1,2\n");
    assertFault("line 3, column 3: a quote that is not closed", head + "1,\"2\n");
    assertFault("line 3, column 6: text after a closing quote", head + "1,\"2\"x\n");
    assertFault("line 3, column 4: a quote inside a field", head + "1,2\"\n");
    assertFault("line 3, column 2 (message) is \"9999999999\"", head + "1,9999999999\n");
    assertFault("line 2, weight is 0", "a,message,weight\n1,2,0\n");
    assertFault("column 3 (weight) is \"\"", "a,message,weight\n1,2,\n");
    assertFault("expected one named message", "a,b\n1,2\n");
    assertFault("column a is there twice", "a,a,message\n1,2,3\n");
    assertFault("the file is empty", "\n");
    assertFault("has no records", "a,message\n");
  }

  private void assertFault(String expected, String csv) throws IOException {
    String found = fault("fault.csv", csv);
    assertTrue(found.startsWith("fault.csv: ") && found.contains(expected), found);
  }

  @Test
  void faultsOfJsonAreNamedByLine() throws IOException {
    String head = "{\"meaning\": [1, 2], \"message\": [3]}\n";
    assertTrue(fault("a.jsonl", head + "{\"meaning\": [1], \"message\": [3]}").contains("line 2"));
    assertTrue(fault("a.jsonl", head + "{\"meaning\":").contains("line 2 is no JSON object"));
    assertTrue(fault("a.jsonl", head + "{\"message\": [3]}").contains("line 2 has no meaning"));
    assertTrue(
        fault("a.jsonl", head + "{\"meaning\": [1, 2], \"message\": [0.5]}").contains("\"0.5\""));
    assertTrue(
        fault("a.jsonl", head + "{\"meaning\": [1, 2], \"message\": null}").contains("message"));
    var named = Language.read(file("b.jsonl", "{\"message\": \"1 2\", \"meaning\": {\"x\": 7}}"));
    assertEquals(List.of("x"), named.attributeNames());
    assertArrayEquals(new int[] {1, 2}, named.message(0));
  }

  @Test
  void textThatIsNoUtf8IsRefused() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.write(file, "a,message\n1,é".getBytes(StandardCharsets.ISO_8859_1));
    assertThrows(IllegalArgumentException.class, () -> Language.read(file));
  }

  @Test
  void aFileThatCannotBeWrittenLeavesNothing() throws IOException {
    var language = Language.of(new int[][] {{1}}, new int[][] {{2}});
    var clash = language.attributesNamed("message");
    assertThrows(IllegalArgumentException.class, () -> clash.write(folder.resolve("x.csv")));
    assertThrows(IllegalArgumentException.class, () -> language.write(folder.resolve("x.parquet")));
    Files.createDirectory(folder.resolve("taken.csv"));
    Files.writeString(folder.resolve("taken.csv").resolve("full"), "");
    assertThrows(UncheckedIOException.class, () -> language.write(folder.resolve("taken.csv")));
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
    assertThrows(UncheckedIOException.class, () -> Language.read(folder.resolve("absent.csv")));
  }

  @Test
  void paddingCanBeDeclaredAfterReading() throws IOException {
    var language = Language.read(file("a.csv", "a,message\n1,5 0 0\n2,6 7 0\n")).paddedWith(0);
    assertArrayEquals(new int[][] {{5}, {6, 7}}, language.messages());
    assertEquals(3, language.eos(EosPolicy.PADDED).message(0).length);
  }

  @Test
  void recordsAreChosenByPlaceAndByColumn() {
    var language = Language.read("egg-game-a4v4s1");
    var twice = language.records(3, 3, 0);
    assertArrayEquals(language.meaning(3), twice.meaning(1));
    assertEquals(language.column("set").get(0), twice.column("set").get(2));
    assertThrows(IllegalArgumentException.class, () -> language.records());
    assertThrows(IllegalArgumentException.class, () -> language.records(language.size()));
    assertThrows(IllegalArgumentException.class, () -> language.where("set", "none"));
    assertThrows(IllegalArgumentException.class, () -> language.where("sort", "train"));
    assertTrue(language.table().columnNames().contains("set"));
  }
}
