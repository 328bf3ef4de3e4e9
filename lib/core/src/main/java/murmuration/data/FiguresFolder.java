package murmuration.data;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where figures and ledgers are kept: {@code $MURMURATION_FIGURES} where it is set; else the
 * nearest folder {@code figures} that is the working directory or an ancestor of it, or stands in
 * one; else a new folder {@code figures} in the working directory.
 */
public final class FiguresFolder {
  private FiguresFolder() {}

  /** The folder; it is made by the first file written to it. */
  public static Path path() {
    return resolve(System.getenv("MURMURATION_FIGURES"), Path.of("").toAbsolutePath());
  }

  static Path resolve(@Nullable String setting, Path working) {
    if (setting != null && !setting.isBlank()) {
      return working.resolve(setting).normalize();
    }
    for (Path folder = working; folder != null; folder = folder.getParent()) {
      if (folder.endsWith("figures")) {
        return folder;
      }
      if (Files.isDirectory(folder.resolve("figures"))) {
        return folder.resolve("figures");
      }
    }
    return working.resolve("figures");
  }
}
