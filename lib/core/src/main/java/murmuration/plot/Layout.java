package murmuration.plot;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything stands. Margins are the largest that any panel of a column (left, right) or row
 * (above, below) needs; what remains is shared out equally, so plot areas are of one size and
 * aligned.
 */
final class Layout {
  private static final int SMALLEST = 20;
  private final Figure figure;

  private Layout(Figure figure) {
    this.figure = figure;
  }

  static List<Plot> of(Figure figure) {
    var layout = new Layout(figure);
    List<Plot> plots = layout.settle(layout.start());
    return layout.settle(plots.stream().map(Legend::makeRoom).toList());
  }

  private List<Plot> start() {
    var plots = new ArrayList<Plot>();
    List<Panel> panels = figure.panels();
    var guess =
        new Rectangle(
            Math.max(SMALLEST, figure.width() / figure.columns() - 70),
            Math.max(SMALLEST, figure.height() / figure.rows() - 50));
    for (int i = 0; i < panels.size(); i++) {
      Panel panel = panels.get(i);
      Scale x =
          figure.sharedX()
              ? Extent.x(SharedAxis.of(panels), panels)
              : Extent.x(panel.x(), List.of(panel));
      String letter = panels.size() == 1 ? "" : letter(i);
      boolean labelled = !figure.sharedX() || i == panels.size() - 1;
      var none = new Ticks(List.of(), List.of(), "");
      var margin = new Plot.Margin(0, 0, 0, 0);
      plots.add(
          new Plot(panel, letter, x, Extent.y(panel, x), labelled, guess, none, none, margin));
    }
    return plots;
  }

  private static String letter(int i) {
    char last = (char) ('a' + i % 26);
    return i < 26 ? String.valueOf(last) : letter(i / 26 - 1) + last;
  }

  /** Ticks depend on the size of the plot areas, and these on the labels of the ticks. */
  private List<Plot> settle(List<Plot> plots) {
    List<Plot> settled = plots;
    for (int round = 0; round < 4; round++) {
      settled = arrange(settled.stream().map(p -> p.in(p.area())).toList());
    }
    return settled;
  }

  private List<Plot> arrange(List<Plot> plots) {
    int columns = figure.columns();
    int rows = figure.rows();
    var left = new int[columns];
    var right = new int[columns];
    var top = new int[rows];
    var bottom = new int[rows];
    for (int i = 0; i < plots.size(); i++) {
      Plot.Margin margin = plots.get(i).margin();
      int column = i % columns;
      int row = i / columns;
      left[column] = Math.max(left[column], margin.left());
      right[column] = Math.max(right[column], margin.right());
      top[row] = Math.max(top[row], margin.top());
      bottom[row] = Math.max(bottom[row], margin.bottom());
    }
    int width = Math.max(SMALLEST, (figure.width() - sum(left) - sum(right)) / columns);
    int height = Math.max(SMALLEST, (figure.height() - sum(top) - sum(bottom)) / rows);
    var arranged = new ArrayList<Plot>();
    for (int i = 0; i < plots.size(); i++) {
      int c = i % columns;
      int r = i / columns;
      int x = before(left, right, c) + c * width;
      int y = before(top, bottom, r) + r * height;
      var margin = new Plot.Margin(left[c], right[c], top[r], bottom[r]);
      arranged.add(plots.get(i).at(new Rectangle(x, y, width, height), margin));
    }
    return arranged;
  }

  private static int before(int[] near, int[] far, int index) {
    int sum = near[index];
    for (int i = 0; i < index; i++) {
      sum += near[i] + far[i];
    }
    return sum;
  }

  private static int sum(int[] values) {
    int sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }
}
