package murmuration.concept.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import murmuration.concept.image.ShapeScene.Part;
import murmuration.math.GaussianFilter;
import org.junit.jupiter.api.Test;

class CirclePicturesTest {
  private static final double[] WHITE = {1, 1, 1};
  private static final double[] RED = {0.7, 0.3, 0.3};

  /** As high as it is wide: higher than an equilateral one, whose area is the circle's. */
  @Test
  void aTriangleIsLargerThanTheCircleByTwoOverTheRootOfThree() {
    var circle = ShapeScene.circle(0, 0, RED, 0.5, WHITE);
    var triangle = new ShapeScene(Outline.TRIANGLE, 0, 0, RED, 0.5, WHITE);
    double all = 512 * 512 / 4.0;
    assertEquals(Math.PI * 0.25, circle.maskPixels(512) / all, 0.01);
    double ratio = (double) triangle.maskPixels(512) / circle.maskPixels(512);
    assertEquals(2 / Math.sqrt(3), ratio, 0.005);
  }

  @Test
  void theBlurKeepsTheMassOfTheMask() {
    var scene = ShapeScene.circle(0.9, -0.95, RED, 0.4, WHITE);
    assertEquals(scene.maskPixels(32), Arrays.stream(scene.mask(32)).sum(), 1e-9);
  }

  @Test
  void theBlurIsThatOfTheGaussianFilterAlongBothAxes() {
    int n = 24;
    var scene = ShapeScene.circle(0.3, -0.2, RED, 0.4, WHITE);
    double[][] sharp = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double dx = -1 + 2.0 * i / (n - 1) - 0.3;
        double dy = -1 + 2.0 * j / (n - 1) + 0.2;
        sharp[i][j] = Math.sqrt(dx * dx + dy * dy) < 0.4 ? 1 : 0;
      }
    }
    var filter = GaussianFilter.of(n, 1);
    double[][] along = Arrays.stream(sharp).map(filter::smooth).toArray(double[][]::new);
    double[] mask = scene.mask(n);
    for (int j = 0; j < n; j++) {
      int column = j;
      double[] both = filter.smooth(Arrays.stream(along).mapToDouble(r -> r[column]).toArray());
      for (int i = 0; i < n; i++) {
        assertEquals(both[i], mask[i * n + j], 1e-12);
      }
    }
  }

  @Test
  void aConditionTellsOnlyThePartsNamed() {
    var scene = ShapeScene.circle(0.1, 0.2, RED, 0.5, WHITE);
    assertArrayEquals(
        new double[] {0, 0, 0, 0, 0.7, 0.3, 0.3, 0.5, 0, 0, 0},
        scene.condition(Part.COLOUR, Part.SIZE));
    assertArrayEquals(
        new double[] {1, 0, 0.1, 0.2, 0, 0, 0, 0, 1, 1, 1},
        scene.condition(Part.SHAPE, Part.POSITION, Part.BACKGROUND));
  }

  @Test
  void jitterStaysWithinItsWidthsAndTheHeldOutClassHasNone() {
    var pictures = CirclePictures.of().colour(0.4).size(0.4).side(8);
    var sample = pictures.draw(500, 3, 0, 3);
    for (int i = 0; i < sample.n(); i++) {
      float[] told = sample.condition(i);
      boolean blue = sample.classes()[i] >= 2;
      assertEquals(blue ? 0.7 : 0.3, told[6], 0.05 + 1e-6);
      assertEquals(0.3, told[5], 0.05 + 1e-6);
      double middle = blue ? 0.25 : 0.65;
      assertEquals(middle, told[7], 0.15 + 1e-6);
      assertTrue(told[7] >= 0.1f);
    }
    var heldOut = pictures.drawMeans(5, 3, 3);
    assertArrayEquals(pictures.prompt(1, 1), heldOut.condition(4));
  }

  @Test
  void equalSeedsGiveEqualPicturesAndClassesDoNotDependOnOneAnother() {
    var pictures = CirclePictures.of().side(8);
    assertArrayEquals(pictures.draw(3, 9, 0, 1).image(5), pictures.draw(3, 9, 1).image(2));
  }

  @Test
  void theColourSignalGrowsWithItsSeparationAndTheSizeSignalWithContrast() {
    var weak = CirclePictures.of().colour(0.2).signal(40, 1);
    var strong = CirclePictures.of().colour(0.8).signal(40, 1);
    assertEquals(4, strong.of("colour") / weak.of("colour"), 1e-9);
    assertTrue(strong.of("size") > weak.of("size"));
    assertEquals(List.of("size", "colour"), weak.order());
    assertEquals(List.of("colour", "size"), strong.order());
  }

  /** In the published runs size is first at 0.616 and colour at 0.653 (Park et al. 2024). */
  @Test
  void thePixelSignalsCrossWhereThePapersOrderOfLearningFlips() {
    assertEquals(
        List.of("size", "colour"), CirclePictures.of().colour(0.616).signal(400, 1).order());
    assertEquals(
        List.of("colour", "size"), CirclePictures.of().colour(0.653).signal(400, 1).order());
  }

  /** Colours enter a pixel linearly: any step gives |dG/dz| = D |mask| sqrt(2). */
  @Test
  void differencesOfColourAreExactForEveryStep() {
    var pictures = CirclePictures.of().colour(0.4);
    double[] z = {0.5, 0};
    var forward = ConceptSignal.finiteDifference("colour", pictures.renderer(7), z, 0, 0.25, 12);
    var central = ConceptSignal.centralDifference("colour", pictures.renderer(7), z, 0, 0.01, 12);
    assertEquals(forward.strengths()[0], central.strengths()[0], 1e-9);
    var white = ShapeScene.circle(0, 0, RED, 0.65, WHITE);
    double norm = Math.sqrt(Arrays.stream(white.mask(32)).map(m -> m * m).sum());
    assertEquals(0.4 * Math.sqrt(2) * norm, forward.strengths()[0], 0.4);
  }

  @Test
  void signalsOfDifferentEstimatorsAreNotPutTogether() {
    var pixels = CirclePictures.of().signal(3, 1);
    var differences =
        ConceptSignal.finiteDifference(
            "x", (z, sample) -> new double[] {3 * z[0], sample}, new double[] {1}, 0, 0.5, 3);
    assertEquals(3, differences.strengths()[0], 1e-12);
    assertThrows(IllegalArgumentException.class, () -> pixels.and(differences));
    assertThrows(IllegalArgumentException.class, () -> pixels.of("shape"));
  }
}
