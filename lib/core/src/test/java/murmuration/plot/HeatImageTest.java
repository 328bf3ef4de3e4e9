package murmuration.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import murmuration.plot.Layer.Heat;
import org.junit.jupiter.api.Test;

class HeatImageTest {
  private static final double NAN = Double.NaN;

  private static BufferedImage image(Heat heat, int width, int height) {
    var drawing = new Recording();
    double[] xs = Cells.edges(heat.x(), false, false);
    double[] ys = Cells.edges(heat.y(), false, false);
    var x = new Scale(xs[0], xs[xs.length - 1], false);
    var y = new Scale(ys[0], ys[ys.length - 1], false);
    HeatImage.paint(drawing, heat, x, y, width, height);
    return Raster.dots(drawing, width, height);
  }

  private static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xffffff;
  }

  @Test
  void theFirstRowIsAtTheBottomAndNaNIsLightGrey() {
    var heat =
        new Heat(
            "z",
            new double[] {1, 2},
            new double[] {1, 2},
            new double[][] {{0, 1}, {Double.NaN, 1}},
            NAN,
            NAN);
    BufferedImage image = image(heat, 100, 100);
    assertEquals(HeatImage.shade(0) & 0xffffff, rgb(image, 25, 75));
    assertEquals(HeatImage.shade(1) & 0xffffff, rgb(image, 75, 75));
    assertEquals(Theme.MISSING.getRGB() & 0xffffff, rgb(image, 25, 25));
  }

  @Test
  void manyCellsAsAPictureHaveTheColoursOfFewAsRectangles() {
    int n = 50;
    var x = new double[n];
    var z = new double[n][n];
    for (int i = 0; i < n; i++) {
      x[i] = i;
      for (int j = 0; j < n; j++) {
        z[i][j] = i * j;
      }
    }
    z[10][20] = Double.NaN;
    BufferedImage image = image(new Heat("z", x, x, z, NAN, NAN), 200, 200);
    Scale scale = HeatImage.scale(new Heat("z", x, x, z, NAN, NAN));
    assertEquals(Theme.MISSING.getRGB() & 0xffffff, rgb(image, 4 * 20 + 2, 199 - (4 * 10 + 2)));
    assertEquals(
        HeatImage.shade(scale.place(30 * 40)) & 0xffffff,
        rgb(image, 4 * 40 + 2, 199 - (4 * 30 + 2)));
  }

  @Test
  void edgesLieHalfWayBetweenNeighbours() {
    assertArrayEquals(
        new double[] {0.5, 1.5, 3, 5}, Cells.edges(new double[] {1, 2, 4}, false, false));
    assertArrayEquals(
        new double[] {Math.sqrt(0.1), Math.sqrt(10), Math.sqrt(1000)},
        Cells.edges(new double[] {1, 10}, true, false),
        1e-9);
  }

  @Test
  void colourScaleOfOneValueHasAWidth() {
    var heat = new Heat("z", new double[] {1}, new double[] {1}, new double[][] {{7}}, NAN, NAN);
    Scale scale = HeatImage.scale(heat);
    assertTrue(scale.from() < 7 && scale.to() > 7);
  }

  @Test
  void valuesOutsideAGivenRangeTakeTheColourOfTheNearerEnd() {
    double[] two = {1, 2};
    var heat = new Heat("z", two, two, new double[][] {{-9, 9}, {0, 1}}, 0, 1);
    BufferedImage image = image(heat, 100, 100);
    assertEquals(rgb(image, 25, 25), rgb(image, 25, 75));
    assertEquals(rgb(image, 75, 25), rgb(image, 75, 75));
    assertEquals(new Scale(0, 1, false), HeatImage.scale(heat));
  }
}
