package murmuration.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarAnimationTest {
  private static final BarAnimation MOVING =
      new BarAnimation(
          "three <bars>",
          new double[] {3, 1, 2},
          new int[] {0, 1, 0},
          List.of("one", "other"),
          new int[][] {{0, 1, 2}, {1, 0, 2}, {2, 0, 1}},
          List.of("0 swaps", "1 swap", "2 swaps"),
          3);

  @TempDir Path folder;

  @Test
  void theSvgIsADocumentWithAMovingBarForEachBar() throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(MOVING.svg().getBytes(StandardCharsets.UTF_8)));
    var moves = document.getElementsByTagName("animate");
    long bars = 0;
    for (int i = 0; i < moves.getLength(); i++) {
      var attributes = moves.item(i).getAttributes();
      if (attributes.getNamedItem("attributeName").getNodeValue().equals("x")) {
        bars++;
        assertEquals(3, attributes.getNamedItem("values").getNodeValue().split(";").length);
      }
    }
    assertEquals(3, bars);
  }

  @Test
  void theGifHasAllFrames() throws IOException {
    var reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(MOVING.gif())));
    assertEquals(3, reader.getNumImages(true));
    assertEquals(518, reader.getWidth(0));
  }

  @Test
  void filesHoldThem() throws IOException {
    MOVING.saveSvg(folder.resolve("a.svg"));
    MOVING.saveGif(folder.resolve("a.gif"));
    assertEquals(MOVING.svg(), Files.readString(folder.resolve("a.svg")));
    assertTrue(Files.size(folder.resolve("a.gif")) > 1000);
  }

  @Test
  void placesOutsideAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new BarAnimation(
                "",
                new double[] {1},
                new int[] {0},
                List.of("a"),
                new int[][] {{1}},
                List.of(""),
                1));
  }
}
