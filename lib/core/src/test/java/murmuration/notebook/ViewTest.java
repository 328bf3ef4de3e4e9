package murmuration.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.junit.jupiter.api.Test;

class ViewTest {
  private record City(String name, double lat) {}

  private record Track(String name, double[] heights) {}

  private static String text(Object value) {
    return View.of(value).text();
  }

  @Test
  void anArrayOfNumbersShowsItsShapeItsRangeAndItsValues() {
    assertEquals("double[3], -1 to 0.33333\n-1, 0.33333, 0", text(new double[] {-1, 1 / 3.0, 0}));
    assertEquals(
        "int[100], 0 to 99\n0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …, 95, 96, 97, 98, 99",
        text(IntStream.range(0, 100).toArray()));
    assertTrue(text(new long[] {9007199254740993L}).endsWith("\n9007199254740993"));
    assertEquals("double[0]", text(new double[0]));
    assertEquals("double[2], 2 to 2, 1 missing\n2, —", text(new double[] {2, Double.NaN}));
    assertEquals("float[1], 0.1 to 0.1\n0.1", text(new float[] {0.1f}));
  }

  @Test
  void anArrayOfTruthValuesOrTextsIsReadable() {
    assertEquals("boolean[3], 2 true\ntrue, false, true", text(new boolean[] {true, false, true}));
    assertEquals("String[2], 1 missing\na, —", text(new String[] {"a", null}));
  }

  @Test
  void aMatrixShowsItsCorners() {
    var z = new double[40][300];
    for (int i = 0; i < 40; i++) {
      Arrays.setAll(z[i], j -> j / 10.0);
      z[i][0] = i;
    }
    var view = View.of(z);
    assertEquals("text/html", view.mime());
    assertEquals(
        """
        double[40][300]
             0    1    2    3    4    5    6  …   297   298   299
         0   0  0.1  0.2  0.3  0.4  0.5  0.6  …  29.7  29.8  29.9""",
        String.join("\n", view.text().lines().limit(3).toList()));
    assertTrue(view.text().endsWith("0 to 39"), view.text());
    assertEquals(1 + 1 + 10 + 1 + 5 + 1, view.text().lines().count());
  }

  @Test
  void aRaggedMatrixAndMissingRowsAreReadable() {
    String text = text(new int[][] {{1}, {2, 3}, null});
    assertTrue(text.startsWith("int[3][…]"), text);
    assertTrue(text.contains("\n2  —  —\n"), text);
    assertEquals("double[0][0]", text(new double[0][]));
  }

  @Test
  void aDeepArrayShowsTheShapesWithin() {
    String text = text(new double[2][3][4]);
    assertTrue(text.startsWith("double[2][3][4]"), text);
    assertTrue(text.contains("double[4] [0, 0, 0, 0]"), text);
  }

  @Test
  void aListOfRecordsIsATableOfItsComponents() {
    var view = View.of(List.of(new City("Oslo", 59.9), new City("<Rome>", 41.9)));
    assertEquals("text/html", view.mime());
    assertEquals(
        """
        City
        name     lat
        Oslo    59.9
        <Rome>  41.9
        2 rows × 2 columns""",
        view.text());
    assertTrue(view.content().contains("&lt;Rome&gt;"), view.content());
  }

  @Test
  void aMapIsATableOfItsEntries() {
    var map = new LinkedHashMap<String, Object>();
    map.put("a", 1);
    map.put("series", new double[] {1, 2, 3, 4, 5});
    map.put("none", null);
    assertEquals(
        """
        key     value
        a       1
        series  double[5] [1, 2, 3, 4, …]
        none    —
        3 rows × 2 columns""",
        text(map));
    assertTrue(text(Map.of("here", new City("Oslo", 59.9))).contains("key   name   lat"));
    assertEquals("{}", text(Map.of()));
  }

  @Test
  void aListOfOtherThingsIsOneLine() {
    assertEquals("[1, 2.5, x]", text(List.of(1, 2.5, "x")));
    assertEquals("[]", text(List.of()));
    assertEquals(
        "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …, 15, 16, 17, 18, 19] (20 elements)",
        text(IntStream.range(0, 20).boxed().toList()));
    var withNull = new ArrayList<Object>(List.of("a"));
    withNull.add(null);
    assertEquals("[a, —]", text(withNull));
  }

  @Test
  void aRecordShowsItsArraysAndOtherRecordsStayAsTheyAre() {
    assertEquals("City[name=Oslo, lat=59.9]", text(new City("Oslo", 59.9)));
    String track = text(new Track("up", new double[] {1, 2}));
    assertTrue(track.contains("heights    double[2] [1, 2]"), track);
    assertFalse(track.contains("[D@"), track);
  }

  @Test
  void aFigureIsAnImageWithItsAxesInWords() {
    var view = View.of(Example.figure());
    assertEquals("image/svg+xml", view.mime());
    assertTrue(view.content().contains("<svg"), view.content());
    assertEquals("figure: y against x", view.text());
    assertTrue(view.size().isEmpty());
  }

  @Test
  void aHeavyFigureIsAPictureOfTwiceItsSize() throws IOException {
    double[] x = Rng.of(1).doubles(9000).toArray();
    double[] y = Rng.of(2).doubles(9000).toArray();
    var figure = Figure.of(Panel.of("x", "y").points("cloud", x, y)).size(400, 300);
    assertTrue(figure.svg().length() > 200_000);
    var view = View.of(figure);
    assertEquals("image/png", view.mime());
    assertEquals(Map.of("width", 400, "height", 300), view.size());
    var png = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(view.content())));
    assertEquals(800, png.getWidth());
    assertEquals(600, png.getHeight());
    assertTrue(Picture.html(figure).contains("base64," + view.content()));
    assertTrue(Picture.html(figure).contains(" width=\"400\""));
  }

  @Test
  void longTextsAreCutBetweenCharacters() {
    String cell = Cell.of("\uD83D\uDC1F".repeat(300));
    assertEquals(100, cell.codePointCount(0, cell.length()));
    assertTrue(cell.endsWith("\uD83D\uDC1F…"), cell);
  }
}
