package murmuration.plot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import murmuration.data.AtomicFile;
import murmuration.math.Arguments;

/** Figures as files, each written whole or not at all. */
final class Figures {
  private static final int PRINT_DPI = 200;

  private Figures() {}

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
}
