package murmuration.plot;

import java.util.List;

/**
 * An arrangement of panels.
 *
 * @param panels the panels, row by row
 * @param columns panels a row
 */
public record Figure(List<Panel> panels, int columns) {
  /** Keeps its own copy of the panels. */
  public Figure {
    panels = List.copyOf(panels);
  }

  /** One panel. */
  public static Figure of(Panel panel) {
    return new Figure(List.of(panel), 1);
  }

  /** Panels below one another on a shared x axis, their plot areas aligned, lettered a, b, c. */
  public static Figure column(Panel... panels) {
    return new Figure(List.of(panels), 1);
  }

  /** Panels row by row, lettered a, b, c. */
  public static Figure grid(int columns, Panel... panels) {
    return new Figure(List.of(panels), columns);
  }
}
