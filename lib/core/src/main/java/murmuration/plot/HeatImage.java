package murmuration.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import murmuration.plot.Layer.Heat;

/**
 * The cells of a heat map: rectangles, or where there are many a picture with two dots a pixel, as
 * rectangles would make documents too large.
 */
final class HeatImage {
  private static final int DOTS = 2;
  private static final int SHADES = 256;
  private static final int MANY_CELLS = 1600;
  private static final double OVERLAP = 0.4;

  private HeatImage() {}

  static void paint(Graphics2D g, Heat heat, Scale x, Scale y, int width, int height) {
    double[] columns = Cells.edges(heat.x(), x.log(), false);
    double[] rows = Cells.edges(heat.y(), y.log(), false);
    int[][] colours = colours(heat);
    if (colours.length * colours[0].length <= MANY_CELLS) {
      rectangles(g, colours, places(columns, x, width), places(rows, y, height), height);
    } else {
      int[] column = cells(columns, x, width * DOTS);
      int[] row = cells(rows, y, height * DOTS);
      g.drawImage(picture(colours, column, row), 0, 0, width, height, null);
    }
  }

  private static double[] places(double[] edges, Scale scale, int pixels) {
    double[] places = edges;
    for (int i = 0; i < edges.length; i++) {
      places[i] = Math.clamp(scale.place(edges[i]), 0, 1) * pixels;
    }
    return places;
  }

  /** Each cell reaches a little under the next, so that no seams of white show between them. */
  private static void rectangles(
      Graphics2D g, int[][] colours, double[] xs, double[] ys, int height) {
    for (int row = 0; row < colours.length; row++) {
      double top = Math.min(height, ys[row + 1] + OVERLAP);
      for (int column = 0; column < colours[row].length; column++) {
        double right = Math.min(xs[xs.length - 1], xs[column + 1] + OVERLAP);
        double width = right - xs[column];
        if (xs[column + 1] > xs[column] && ys[row + 1] > ys[row]) {
          g.setColor(new Color(colours[row][column]));
          g.fill(new Rectangle2D.Double(xs[column], height - top, width, top - ys[row]));
        }
      }
    }
  }

  private static BufferedImage picture(int[][] colours, int[] column, int[] row) {
    var picture = new BufferedImage(column.length, row.length, BufferedImage.TYPE_INT_RGB);
    for (int v = 0; v < row.length; v++) {
      for (int u = 0; u < column.length; u++) {
        boolean inside = row[v] >= 0 && column[u] >= 0;
        int colour = inside ? colours[row[v]][column[u]] : Theme.PAPER.getRGB();
        picture.setRGB(u, row.length - 1 - v, colour);
      }
    }
    return picture;
  }

  /** The scale of the colours: as given, else the lowest to the highest number. */
  static Scale scale(Heat heat) {
    if (!Double.isNaN(heat.from())) {
      return new Scale(heat.from(), heat.to(), false);
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[] row : heat.z()) {
      for (double value : row) {
        low = value < low ? value : low;
        high = value > high ? value : high;
      }
    }
    if (low > high) {
      return new Scale(0, 1, false);
    }
    double half = low < high ? 0 : low == 0 ? 0.5 : Math.abs(low) / 10;
    return new Scale(low - half, high + half, false);
  }

  /** The nearest of the colours that the colour bar shows. */
  static int shade(double place) {
    double step = (double) Math.round(Math.clamp(place, 0, 1) * (SHADES - 1));
    return Ramp.at(step / (SHADES - 1)).getRGB();
  }

  private static int[][] colours(Heat heat) {
    Scale scale = scale(heat);
    double[][] z = heat.z();
    var colours = new int[z.length][];
    for (int i = 0; i < z.length; i++) {
      colours[i] = new int[z[i].length];
      for (int j = 0; j < z[i].length; j++) {
        colours[i][j] =
            Double.isNaN(z[i][j]) ? Theme.MISSING.getRGB() : shade(scale.place(z[i][j]));
      }
    }
    return colours;
  }

  /** For each dot the cell that it lies in, or -1. */
  private static int[] cells(double[] edges, Scale scale, int dots) {
    var cells = new int[dots];
    int cell = -1;
    for (int i = 0; i < dots; i++) {
      double value = scale.value((i + 0.5) / dots);
      while (cell < edges.length - 1 && value >= edges[cell + 1]) {
        cell++;
      }
      cells[i] = cell < edges.length - 1 ? cell : -1;
    }
    return cells;
  }
}
