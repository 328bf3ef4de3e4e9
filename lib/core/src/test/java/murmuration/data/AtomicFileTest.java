package murmuration.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @Test
  void aFileIsReplacedAndMissingFoldersAreMade(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a/b/c.txt");
    AtomicFile.write(file, "old".getBytes(UTF_8));
    AtomicFile.write(file, "new".getBytes(UTF_8));
    assertEquals("new", Files.readString(file));
    assertEquals(List.of("c.txt"), names(file.resolveSibling("")));
  }

  @Test
  void aFullDiskLeavesTheOldFileAndNothingElse(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("figure.json");
    AtomicFile.write(file, "old".getBytes(UTF_8));
    var e =
        assertThrows(
            UncheckedIOException.class,
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write("half".getBytes(UTF_8));
                      throw new IOException("No space left on device");
                    }));
    assertTrue(e.toString().contains(file.toString()), e.toString());
    assertTrue(e.toString().contains("No space left on device"), e.toString());
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("figure.json"), names(folder));
  }

  @Test
  void aFolderThatIsAFileIsNamedInTheError(@TempDir Path folder) throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("file"), "x");
    var e =
        assertThrows(
            UncheckedIOException.class,
            () -> AtomicFile.write(notAFolder.resolve("a.txt"), new byte[0]));
    assertTrue(e.toString().contains(notAFolder.toString()), e.toString());
  }

  @Test
  void anInterruptThatIsPendingDoesNotCutAFileInTwo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("whole.bin");
    Thread.currentThread().interrupt();
    AtomicFile.write(file, new byte[1 << 20]);
    assertTrue(Thread.interrupted(), "the interrupt is still there for whoever waits for it");
    assertEquals(1 << 20, Files.size(file));
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
