package murmuration.data;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import murmuration.math.Arguments;

/**
 * Files that are written whole or not at all.
 *
 * <p>The bytes go to a temporary file beside the target, which is then moved over it in one step: a
 * reader sees the old file or the new one, and after a kill, a full disk or an interrupt the old
 * file is still there.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes a file, in place of the one that may be there; folders that are missing are made.
   *
   * @param file the target
   * @param bytes its new content
   * @throws UncheckedIOException naming the target, when it cannot be written; nothing is left then
   */
  public static void write(Path file, byte[] bytes) {
    Arguments.present("bytes", bytes);
    write(file, out -> out.write(bytes));
  }

  static void write(Path file, Content content) {
    Path target = Arguments.present("file", file).toAbsolutePath();
    Path folder = target.resolveSibling("");
    Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.createDirectories(folder);
      try {
        try (var out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
          content.writeTo(out);
        }
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + target + ": " + reason(e), e);
    }
  }

  /** The reason in words: a file-system exception's own message may be no more than a path. */
  static String reason(IOException e) {
    String kind = e.getClass().getSimpleName();
    return e.getMessage() == null ? kind : kind + ": " + e.getMessage();
  }

  /** What goes into a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
