package murmuration.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Golden files that passed with nothing left out, known by their contents: the same bytes, checked
 * by the same classes, need no second check in a run that has done it.
 */
final class PassedFiles {
  private final Map<String, String> lines;

  private PassedFiles(Map<String, String> lines) {
    this.lines = lines;
  }

  static PassedFiles none() {
    return new PassedFiles(new TreeMap<>());
  }

  /** Those that an earlier {@link #write} left; none where there is no such file. */
  static PassedFiles read(Path list) {
    var passed = none();
    try {
      for (String line :
          Files.exists(list) ? Files.readAllLines(list) : Map.<String, String>of().keySet()) {
        int space = line.indexOf(' ');
        passed.lines.put(line.substring(0, space), line.substring(space + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return passed;
  }

  void write(Path list) {
    try {
      Files.write(
          list, lines.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Remembers a file, but not one with a section that was skipped. */
  void add(Outcome outcome) {
    if (outcome.passed() && outcome.skipped().isEmpty()) {
      lines.put(hash(outcome.path()), outcome.line());
    }
  }

  /** What was said of a file with these bytes. */
  Optional<String> line(Path path) {
    return lines.isEmpty() ? Optional.empty() : Optional.ofNullable(lines.get(hash(path)));
  }

  private static String hash(Path path) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
      return HexFormat.of().formatHex(digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
