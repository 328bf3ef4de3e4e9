package murmuration.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
  private static final double[] X = {1, 2, 3};
  private static final double[] Y = {0.1, Double.NaN, 1.0 / 3};
  private static final Figure FIGURE =
      Figure.of(
          Panel.of("Time (yr)", "State")
              .line("state", X, Y)
              .points("runs", X, Y, new double[] {0.1, 0.2, 0.3})
              .heat("z", X, new double[] {1}, new double[][] {Y})
              .vertical(2)
              .horizontal(0.2)
              .shade(1, 2)
              .note("here", 1, 0.1));

  @TempDir Path folder;

  private static Set<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @Test
  void savingWritesPictureNumbersAndPrint() throws IOException {
    FIGURE.save(folder.resolve("new"), "test-fig1");
    Path saved = folder.resolve("new");
    assertEquals(Set.of("test-fig1.svg", "test-fig1.png", "test-fig1.json"), names(saved));
    String svg = Files.readString(saved.resolve("test-fig1.svg"), StandardCharsets.UTF_8);
    assertEquals(FIGURE.svg(), svg);
    assertArrayEquals(FIGURE.png(200), Files.readAllBytes(saved.resolve("test-fig1.png")));
  }

  @Test
  void numbersComeBackFromTheSavedFileToTheLastDigitAndNaNAsNull() throws IOException {
    FIGURE.save(folder, "test");
    String json = Files.readString(folder.resolve("test.json"), StandardCharsets.UTF_8);
    Map<String, Object> read = JSON.std.mapFrom(json);
    Map<?, ?> line =
        (Map<?, ?>) list((Map<?, ?>) list(read, "panels").getFirst(), "layers").getFirst();
    assertEquals("line", line.get("kind"));
    assertEquals("state", line.get("name"));
    assertEquals(Arrays.asList(0.1, null, 1.0 / 3), list(line, "y"));
  }

  private static List<?> list(Map<?, ?> map, String key) {
    return assertInstanceOf(List.class, map.get(key));
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamedAndNothingIsLeftInPart() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "a file, not a folder");
    var error = assertThrows(UncheckedIOException.class, () -> FIGURE.save(file, "test"));
    assertTrue(String.valueOf(error.getMessage()).contains("taken"), error::getMessage);
    assertEquals(Set.of("taken"), names(folder));
    assertEquals("a file, not a folder", Files.readString(file));
  }

  @Test
  void aTargetThatCannotBeReplacedLeavesTheOldFilesAndNoTemporaryOne() throws IOException {
    Files.createDirectories(folder.resolve("test.svg").resolve("occupied"));
    assertThrows(UncheckedIOException.class, () -> FIGURE.save(folder, "test"));
    assertEquals(Set.of("test.svg"), names(folder));
  }

  @Test
  void namesThatLeaveTheFolderAreRefused() {
    for (String name : new String[] {"../up", "a/b", "", ".hidden", "a b"}) {
      assertThrows(IllegalArgumentException.class, () -> FIGURE.save(folder, name));
    }
  }
}
