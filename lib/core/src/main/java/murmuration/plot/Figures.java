package murmuration.plot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import murmuration.data.AtomicFile;
import murmuration.math.Arguments;

/**
 * Where figures are saved: the folder that the environment variable {@code MURMURATION_FIGURES}
 * names, else the nearest folder {@code figures} beside or above the working folder, else {@code
 * ./figures}.
 */
public final class Figures {
  private static final int PRINT_DPI = 200;

  private Figures() {}

  /** The folder that figures are saved in. */
  public static Path folder() {
    String named = System.getenv("MURMURATION_FIGURES");
    return named == null || named.isBlank()
        ? nearest(Path.of("").toAbsolutePath())
        : Path.of(named).toAbsolutePath();
  }

  /**
   * Writes {@code NAME.svg}, {@code NAME.png} (200 DPI) and {@code NAME.json} (the numbers) into
   * {@link #folder()}, each whole or not at all.
   *
   * @param name letters, digits, {@code .}, {@code _} and {@code -}, without an ending
   * @throws java.io.UncheckedIOException naming the file that could not be written
   */
  public static void save(Figure figure, String name) {
    save(figure, folder(), name);
  }

  static void save(Figure figure, Path folder, String name) {
    Arguments.present("name", name);
    Arguments.require(
        name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*"),
        "name is '%s': expected letters, digits, '.', '_' and '-'",
        name);
    Recording drawing = Painter.paint(figure);
    String svg = Vectors.svg(drawing, figure.width(), figure.height());
    byte[] png = Raster.png(drawing, figure.width(), figure.height(), PRINT_DPI);
    byte[] numbers = Numbers.json(figure).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(folder.resolve(name + ".svg"), svg.getBytes(StandardCharsets.UTF_8));
    AtomicFile.write(folder.resolve(name + ".png"), png);
    AtomicFile.write(folder.resolve(name + ".json"), numbers);
  }

  static Path nearest(Path working) {
    for (Path at = working; at != null; at = at.getParent()) {
      if (at.endsWith("figures")) {
        return at;
      }
      if (Files.isDirectory(at.resolve("figures"))) {
        return at.resolve("figures");
      }
    }
    return working.resolve("figures");
  }
}
