package murmuration.warning.spatial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandscapeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"010\n111\n", "0 1 0\r\n1 1 1", "0,1,0\n1, 1 ,1\n", "\n 0;1;0\n1\t1\t1\n"})
  void digitsAndSeparatedNumbersReadAlike(String text) {
    var landscape = Landscape.parse(text);
    assertEquals(2, landscape.rows());
    assertArrayEquals(new double[] {0, 1, 0, 1, 1, 1}, landscape.values());
  }

  @Test
  void aFileHoldsManyMatricesWithTheirParameters() throws IOException {
    String text = "# matrix 1 rain 700 slope 2.5\n01\n10\n# matrix 2 rain 710\n0.5 -1e-3\n";
    var plain = Files.writeString(folder.resolve("two.txt"), text);
    var packed = folder.resolve("two.txt.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    for (Path file : List.of(plain, packed)) {
      var two = Landscape.readAll(file);
      assertEquals(List.of("matrix 1", "matrix 2"), two.stream().map(Landscape::name).toList());
      assertEquals(Map.of("rain", 700.0, "slope", 2.5), two.getFirst().parameters());
      assertArrayEquals(new double[] {0.5, -1e-3}, two.getLast().values());
      assertTrue(
          String.valueOf(two.getFirst().source()).startsWith(file.getFileName() + " sha256:"));
    }
    var e = assertThrows(IllegalArgumentException.class, () -> Landscape.read(plain));
    assertTrue(
        String.valueOf(e.getMessage()).endsWith("holds 2 matrices: expected 1 (see readAll)"));
  }

  @Test
  void aFaultIsNamedByLineAndColumn() {
    assertEquals("text, line 3, column 3: \"x\" is not a finite number", message("0 1\n\n0,x\n"));
    assertEquals("text, line 1, column 3: \"\" is not a finite number", message("1,,2"));
    assertEquals("text, line 2, column 4: \"NaN\" is not a finite number", message("1 2\n1  NaN"));
    assertEquals(
        "text, line 2, column 2: row of 2 values, the rows above have 3", message("010\n11"));
    assertEquals("text holds no rows of numbers", message("# matrix 1 rain 3\n"));
  }

  private static String message(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> Landscape.parse(text));
    return String.valueOf(e.getMessage());
  }

  @Test
  void aFileThatIsNotThereIsABadArgument() {
    var absent = folder.resolve("absent.csv");
    var e = assertThrows(IllegalArgumentException.class, () -> Landscape.read(absent));
    assertTrue(String.valueOf(e.getMessage()).contains("absent.csv cannot be read"));
  }

  @Test
  void coarseGrainingTakesMeansAndDropsTheRemainder() {
    var coarse =
        Landscape.of(new double[][] {{1, 0, 0, 1, 9}, {1, 1, 0, 0, 9}, {9, 9, 9, 9, 9}}).coarse(2);
    assertEquals(1, coarse.rows());
    assertArrayEquals(new double[] {0.75, 0.25}, coarse.values());
    assertEquals(2, coarse.cell());
  }

  @Test
  void statesAndThresholdsMakeBinaryLandscapes() {
    var states = Landscape.of(new double[][] {{0, 1, 2}, {2, 2, 1}});
    assertFalse(states.isBinary());
    assertArrayEquals(new double[] {0, 0, 1, 1, 1, 0}, states.equalTo(2).values());
    assertArrayEquals(new double[] {0, 1, 1, 1, 1, 1}, states.above(0.5).values());
  }

  @Test
  void theFirstRowIsAtTheTopOfThePicture() {
    var landscape = Landscape.of(new double[][] {{1, 0}, {0, 0}, {0, 0}});
    var heat = landscape.chart().numbers().toString();
    assertTrue(heat.contains("z=[[0.0, 0.0], [0.0, 0.0], [1.0, 0.0]]"), heat);
    assertTrue(
        landscape.chart().svg().startsWith("<?xml") || landscape.chart().svg().contains("<svg"));
  }

  @Test
  void aRandomLandscapeHasItsCover() {
    var landscape = Landscape.random(200, 200, 0.3, 1);
    double sd = Math.sqrt(0.3 * 0.7 / 40_000);
    assertEquals(0.3, landscape.mean(), 4 * sd, "one in 16,000 seeds fails this");
    assertArrayEquals(landscape.values(), Landscape.random(200, 200, 0.3, 1).values());
  }

  @Test
  void badShapesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Landscape.of(new double[][] {{1, 2}, {3}}));
    assertThrows(IllegalArgumentException.class, () -> Landscape.of(new double[0][]));
    assertThrows(IllegalArgumentException.class, () -> Landscape.of(2, 3, new double[5]));
    assertThrows(
        IllegalArgumentException.class, () -> Landscape.of(1, 1, new double[] {Double.NaN}));
    assertThrows(IllegalArgumentException.class, () -> Landscape.of(1, 1, new double[] {1e300}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Landscape.random(Integer.MAX_VALUE, Integer.MAX_VALUE, 0.5, 1));
    var small = Landscape.random(4, 6, 0.5, 1);
    assertThrows(IllegalArgumentException.class, () -> small.coarse(5));
    assertThrows(IllegalArgumentException.class, () -> small.parameter("rain"));
    assertThrows(IllegalArgumentException.class, () -> small.at(4, 0));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstNumber() {
    assertArrayEquals(new double[] {0, 1}, Landscape.parse("\uFEFF0 1\n").values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,5;2,5\n3,1;2,2\n", "1d 2f\n", "0x1p3 1\n", "NaN 1\n", "1 2\n3 4 5\n"})
  void textThatCouldMeanAnotherNumberIsRefusedByLine(String text) {
    var refused = assertThrows(IllegalArgumentException.class, () -> Landscape.parse(text));
    assertTrue(String.valueOf(refused.getMessage()).contains("line "), refused.getMessage());
  }
}
