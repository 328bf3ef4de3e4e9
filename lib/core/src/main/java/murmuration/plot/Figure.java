package murmuration.plot;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import murmuration.data.FiguresFolder;
import murmuration.math.Arguments;

/**
 * An arrangement of panels, ready to look at, print and save.
 *
 * <p>Plot areas are aligned: in a column of a grid they share their left and right edges, in a row
 * their upper and lower ones, and all have the same size. Where there are several panels they are
 * lettered a, b, c. Letters are drawn as shapes of the bundled DejaVu Sans, so that a picture is
 * the same on every machine.
 *
 * @param panels the panels, row by row
 * @param columns panels a row
 * @param sharedX whether the panels share one x axis, labelled below the last
 * @param width width in CSS pixels (96 an inch)
 * @param height height in CSS pixels
 */
public record Figure(List<Panel> panels, int columns, boolean sharedX, int width, int height) {
  private static final int PAPER_WIDTH = 518;

  /** Checks the arrangement and keeps its own copy of the panels. */
  public Figure {
    panels = List.copyOf(panels);
    Arguments.require(!panels.isEmpty(), "figure has no panels: expected at least one");
    Arguments.require(columns >= 1, "columns is %d: expected at least 1", columns);
    Arguments.require(
        width >= 120 * columns && width <= 5000,
        "width is %d: expected 120 a column to 5000 pixels",
        width);
    int rows = rows(panels.size(), columns);
    Arguments.require(
        height >= 80 * rows && height <= 10_000,
        "height is %d: expected 80 a row to 10000 pixels",
        height);
    if (sharedX) {
      SharedAxis.of(panels);
    }
  }

  /** One panel, 5.4 inches wide. */
  public static Figure of(Panel panel) {
    return new Figure(Arguments.listed("panels", panel), 1, false, PAPER_WIDTH, 370);
  }

  /**
   * Panels below one another on a shared x axis: one range, their union; tick labels and title
   * below the last panel only.
   *
   * @throws IllegalArgumentException where the panels differ in the x axis's label, scale or given
   *     range; use {@link #grid} for these
   */
  public static Figure column(Panel... panels) {
    List<Panel> list = Arguments.listed("panels", panels);
    int height = 50 + (list.size() == 1 ? 320 : 140 * list.size());
    return new Figure(list, 1, true, PAPER_WIDTH, height);
  }

  /** Panels row by row, each with axes of its own; a last row may be shorter. */
  public static Figure grid(int columns, Panel... panels) {
    Arguments.require(columns >= 1, "columns is %d: expected at least 1", columns);
    List<Panel> list = Arguments.listed("panels", panels);
    int rows = Math.max(1, rows(list.size(), columns));
    int width = Math.max(PAPER_WIDTH, 259 * columns);
    return new Figure(list, columns, false, width, 215 * rows + (rows == 1 ? 25 : 0));
  }

  /** The same in another size, in CSS pixels (96 an inch; letters keep theirs). */
  public Figure size(int newWidth, int newHeight) {
    return new Figure(panels, columns, sharedX, newWidth, newHeight);
  }

  /** As an SVG document; letters are shapes. The same figure always gives the same text. */
  public String svg() {
    return Vectors.svg(Painter.paint(this), width, height);
  }

  /**
   * As a PNG file. The same figure always gives the same bytes on one Java runtime.
   *
   * @param dpi dots an inch, 20 to 1200; 96 is one dot a CSS pixel
   */
  public byte[] png(int dpi) {
    Arguments.within("dpi", dpi, 20, 1200);
    return Raster.png(Painter.paint(this), width, height, dpi);
  }

  /** As a PDF file of one page, without raster where there is no heat map. */
  public byte[] pdf() {
    return Vectors.pdf(this);
  }

  /**
   * All that is drawn, as maps, lists, strings and numbers: {@code panels}, each with {@code
   * title}, {@code x}, {@code y} and {@code layers}. NaN is null.
   */
  public Map<String, Object> numbers() {
    return Numbers.of(this);
  }

  /**
   * Writes {@code NAME.svg}, {@code NAME.png} (200 DPI) and {@code NAME.json} (the numbers), each
   * whole or not at all, into the {@linkplain FiguresFolder figures folder}.
   *
   * @param name letters, digits, {@code .}, {@code _} and {@code -}, without an ending
   * @throws java.io.UncheckedIOException naming the file that could not be written
   */
  public void save(String name) {
    save(FiguresFolder.path(), name);
  }

  /** As {@link #save(String)}, into this folder; it is made where it does not exist. */
  public void save(Path folder, String name) {
    Figures.save(this, folder, name);
  }

  int rows() {
    return rows(panels.size(), columns);
  }

  private static int rows(int count, int columns) {
    return (count + columns - 1) / columns;
  }
}
