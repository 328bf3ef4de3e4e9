package murmuration.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static final double[] T = {0, 1, 2, 3, 4};
  private static final double[] SMALL = {0.1, 0.3, 0.2, 0.4, 0.5};
  private static final double[] LARGE = {100_000, 300_000, 200_000, 400_000, 500_000};
  private static final double[] NOTHING = {
    Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN
  };

  private static Panel panel(String label, double[] y) {
    return Panel.of("Time", label).line("", T, y);
  }

  private static Panel full() {
    return panel("State", SMALL)
        .band("interval", T, SMALL, LARGE)
        .points("runs", T, LARGE, SMALL)
        .vertical(2)
        .horizontal(1000)
        .shade(0, 1)
        .note("here", 1, 2);
  }

  @Test
  void plotAreasOfAColumnHaveTheSameEdgesWhateverTheirLabels() {
    var matrix = Panel.of("Time", "y").heat("z", T, new double[] {1, 2}, new double[][] {T, T});
    List<Plot> plots =
        Layout.of(Figure.column(panel("short", SMALL), panel("Very long label", LARGE), matrix));
    for (Plot plot : plots) {
      Rectangle first = plots.getFirst().area();
      assertEquals(first.x, plot.area().x);
      assertEquals(first.width, plot.area().width);
      assertEquals(first.height, plot.area().height);
    }
  }

  @Test
  void plotAreasOfAGridAreAlignedInRowsAndColumns() {
    List<Plot> plots =
        Layout.of(
            Figure.grid(
                2,
                panel("a", SMALL).title("with a title"),
                panel("b", LARGE),
                panel("c", LARGE),
                panel("d", SMALL)));
    Rectangle[] area = plots.stream().map(Plot::area).toArray(Rectangle[]::new);
    assertEquals(area[0].x, area[2].x);
    assertEquals(area[1].x, area[3].x);
    assertEquals(area[0].y, area[1].y);
    assertEquals(area[2].y, area[3].y);
    assertTrue(Arrays.stream(area).allMatch(a -> a.getSize().equals(area[0].getSize())));
    assertTrue(area[1].x > area[0].getMaxX() && area[2].y > area[0].getMaxY());
  }

  @Test
  void panelsOfAColumnShareTheRangeThatShowsThemAllAndLabelItOnce() {
    var early = Panel.of("Time", "a").line("", new double[] {-5, 1}, new double[] {0, 1});
    List<Plot> plots = Layout.of(Figure.column(early, panel("b", SMALL)));
    assertEquals(new Scale(-5, 4, false), plots.get(0).x());
    assertEquals(plots.get(0).x(), plots.get(1).x());
    assertFalse(plots.get(0).labelledX());
    assertTrue(plots.get(1).labelledX());
  }

  @Test
  void aColumnRefusesPanelsOfDifferentXAxes() {
    var other = Panel.of("Frequency", "power").line("", T, SMALL);
    assertThrows(IllegalArgumentException.class, () -> Figure.column(panel("a", SMALL), other));
    var log = Panel.of("Time", "a").logX().line("", LARGE, SMALL);
    assertThrows(IllegalArgumentException.class, () -> Figure.column(panel("a", SMALL), log));
    var near = panel("a", SMALL).xRange(0, 1);
    var far = panel("a", SMALL).xRange(0, 2);
    assertThrows(IllegalArgumentException.class, () -> Figure.column(near, far));
  }

  @Test
  void severalPanelsAreLetteredAndOneIsNot() {
    List<Plot> two = Layout.of(Figure.column(panel("a", SMALL), panel("b", SMALL)));
    assertEquals(List.of("a", "b"), two.stream().map(Plot::letter).toList());
    assertEquals("", Layout.of(Figure.of(panel("a", SMALL))).getFirst().letter());
  }

  @Test
  void picturesAreTheSameBytesEveryTime() {
    var figure = Figure.column(full(), panel("b", LARGE));
    var again = Figure.column(full(), panel("b", LARGE));
    assertEquals(figure.svg(), again.svg());
    assertArrayEquals(figure.png(200), again.png(200));
    assertArrayEquals(figure.pdf(), again.pdf());
  }

  @Test
  void pngHasTheSizeThatItsResolutionAsksFor() throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(Figure.of(full()).png(200)));
    assertEquals(5.4, image.getWidth() / 200.0, 0.01);
    var small = ImageIO.read(new ByteArrayInputStream(Figure.of(full()).size(480, 240).png(96)));
    assertEquals(480, small.getWidth());
    assertEquals(240, small.getHeight());
  }

  @Test
  void svgHoldsShapesInsteadOfTextAndFitsIntoAPage() {
    String svg = Figure.of(full()).svg();
    assertTrue(svg.startsWith("<svg"));
    assertFalse(svg.contains("<text"));
    assertFalse(svg.contains("NaN"));
    assertTrue(svg.length() < 200_000);
  }

  @Test
  void aPanelWithNothingButNaNIsDrawnAndSaysSo() {
    var panel = Panel.of("Time", "Entropy").line("entropy", T, NOTHING).logY();
    assertEquals(List.of("entropy"), Marks.empty(panel));
    String empty = Figure.of(panel).svg();
    String without = Figure.of(Panel.of("Time", "Entropy").logY()).svg();
    assertTrue(empty.length() > without.length() + 1000, "the words are drawn");
    var matrix = new double[][] {NOTHING};
    Figure.of(Panel.of("x", "y").heat("z", T, new double[] {1}, matrix)).svg();
    Figure.of(Panel.of("x", "y").bars("z", T, NOTHING)).svg();
    Figure.of(Panel.of("x", "y").band("z", T, NOTHING, NOTHING).points("p", T, NOTHING)).svg();
  }

  @Test
  void impossibleArrangementsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Figure.grid(0, panel("a", SMALL)));
    assertThrows(IllegalArgumentException.class, () -> Figure.grid(2));
    assertThrows(IllegalArgumentException.class, Figure::column);
    var figure = Figure.of(panel("a", SMALL));
    assertThrows(IllegalArgumentException.class, () -> figure.size(10, 300));
    assertThrows(IllegalArgumentException.class, () -> figure.size(300, 10));
    assertThrows(IllegalArgumentException.class, () -> figure.png(0));
  }
}
