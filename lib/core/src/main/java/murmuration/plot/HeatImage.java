package murmuration.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import murmuration.plot.Layer.Heat;

/** A heat map as a picture, three dots a pixel so that the edges of cells stay sharp. */
final class HeatImage {
  private static final int DOTS = 3;
  private static final int SHADES = 256;

  private HeatImage() {}

  static void paint(Graphics2D g, Heat heat, Scale x, Scale y, int width, int height) {
    int[] column = cells(Cells.edges(heat.x(), x.log(), false), x, width * DOTS);
    int[] row = cells(Cells.edges(heat.y(), y.log(), false), y, height * DOTS);
    int[][] colours = colours(heat);
    var image = new BufferedImage(width * DOTS, height * DOTS, BufferedImage.TYPE_INT_RGB);
    for (int v = 0; v < row.length; v++) {
      for (int u = 0; u < column.length; u++) {
        boolean inside = row[v] >= 0 && column[u] >= 0;
        image.setRGB(
            u, row.length - 1 - v, inside ? colours[row[v]][column[u]] : Theme.PAPER.getRGB());
      }
    }
    g.drawImage(image, 0, 0, width, height, null);
  }

  /** The scale of the colours: the lowest to the highest number. */
  static Scale scale(Heat heat) {
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
