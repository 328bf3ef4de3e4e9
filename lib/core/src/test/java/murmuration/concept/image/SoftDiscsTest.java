package murmuration.concept.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoftDiscsTest {
  @Test
  void theSameSeedGivesTheSamePictures() {
    var discs = SoftDiscs.of().colour(0.2);
    assertArrayEquals(discs.draw(20, 3, 0, 1, 2).images(), discs.draw(20, 3, 0, 1, 2).images());
  }

  @Test
  void aClassIsDrawnAlikeWhateverElseIsDrawn() {
    var discs = SoftDiscs.of();
    assertArrayEquals(discs.draw(1, 3, 2).image(0), discs.draw(4, 3, 0, 1, 2).image(8));
  }

  @Test
  void theMiddleOfALargeDiscHasTheColourItsConditionTells() {
    var sample = SoftDiscs.of().draw(50, 1, 0, 2);
    for (int i = 0; i < sample.n(); i++) {
      float[] image = sample.image(i);
      float[] told = sample.condition(i);
      // The centre of the disc is at most 0.35 from the pixel (3, 3), its radius at least 0.55.
      double mask = 1 / (1 + Math.exp(-(0.55 - 0.35) / 0.08));
      for (int channel = 0; channel < 3; channel++) {
        double colour = 2 * (0.5 + 0.4 * told[channel]) - 1;
        assertEquals(colour, image[3 * (8 * 3 + 3) + channel], 2 * (1 - mask) + 1e-6);
      }
    }
  }

  @Test
  void theFirstAxisIsX() {
    // A pixel at the left edge is lighter, the further right the disc is: mean over many discs.
    var sample = SoftDiscs.of().draw(2000, 5, 1);
    double[] mean = new double[SoftDiscs.PIXELS];
    for (int i = 0; i < sample.n(); i++) {
      float[] image = sample.image(i);
      IntStream.range(0, mean.length).forEach(p -> mean[p] += image[p] / 2000);
    }
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 8; j++) {
        // Symmetric under x -> -x in the mean; standard error below 0.01.
        assertEquals(mean[3 * (8 * i + j)], mean[3 * (8 * (7 - i) + j)], 0.05);
      }
    }
  }

  @Test
  void theBackgroundIsLight() {
    var sample = SoftDiscs.of().draw(100, 2, 1, 3);
    for (int i = 0; i < sample.n(); i++) {
      for (int channel = 0; channel < 3; channel++) {
        assertTrue(sample.image(i)[channel] >= 0.6 - 1e-3);
      }
    }
  }

  @Test
  void coloursJitterWithinAnEighthOfTheSeparationAndSizesWithinAQuarter() {
    var sample = SoftDiscs.of().colour(0.4).size(0.4).draw(500, 9, 3);
    double furthest = 0;
    for (int i = 0; i < sample.n(); i++) {
      float[] told = sample.condition(i);
      float[] mean = SoftDiscs.of().prompt(1, 1);
      for (int k = 0; k < 3; k++) {
        furthest = Math.max(furthest, Math.abs(told[k] - mean[k]) * 0.4);
        assertEquals(mean[k], told[k], 0.4 / 8 / 0.4 + 1e-6);
      }
      assertEquals(mean[3], told[3], 0.4 / 4 / 0.2 + 1e-6);
    }
    assertTrue(furthest > 0.049, "jitter fills its width: " + furthest);
  }

  @Test
  void promptsAreStandardisedClassMeans() {
    var discs = SoftDiscs.of().colour(0.4).size(0.4);
    assertArrayEquals(new float[] {0.5f, -0.5f, -0.5f, 1}, discs.prompt(0, 0), 1e-6f);
    assertArrayEquals(new float[] {-0.5f, -0.5f, 0.5f, -1}, discs.prompt(1, 1), 1e-6f);
    assertArrayEquals(new float[] {0, 2, 0, 2}, discs.flags().prompt(1, 1));
    assertArrayEquals(new float[] {2, 0, 0, 2}, discs.flags().prompt(0, 1));
  }

  @Test
  void aPushGoesOnAlongTheLineFromRedToBlue() {
    for (var discs : new SoftDiscs[] {SoftDiscs.of(), SoftDiscs.of().flags()}) {
      float[] red = discs.prompt(0, 1);
      float[] blue = discs.prompt(1, 1);
      float[] pushed = discs.prompt(1, 1, 2);
      assertEquals(blue[3], pushed[3]);
      assertEquals(0.5 * (red[0] + blue[0]) + (blue[0] - red[0]), pushed[0], 1e-6);
    }
    // As in the paper, both other channels go down: (g, g, b).
    assertArrayEquals(new float[] {-1, -1, 1, -1}, SoftDiscs.of().prompt(1, 1, 2), 1e-6f);
  }

  @Test
  void aMaskSilencesItsShareOfRedSmallOnly() {
    for (var discs : new SoftDiscs[] {SoftDiscs.of(), SoftDiscs.of().flags()}) {
      var sample = discs.masked(0.25).draw(40, 4, 0, 1, 2);
      int colours = discs.flagged() ? 2 : 3;
      for (int k = 0; k < 3; k++) {
        int from = 40 * k;
        long silent =
            IntStream.range(from, from + 40)
                .filter(i -> IntStream.range(0, colours).allMatch(c -> sample.condition(i)[c] == 0))
                .count();
        assertEquals(k == 1 ? 10 : 0, silent);
      }
    }
  }

  @Test
  void theSignalOfColourGrowsWithItsSeparationAndThatOfSizeWithBoth() {
    var weak = SoftDiscs.of().colour(0.1).signal(100, 1);
    var strong = SoftDiscs.of().colour(0.8).signal(100, 1);
    assertEquals(8, strong.of("colour") / weak.of("colour"), 1e-4);
    assertTrue(strong.of("size") > weak.of("size"));
    assertTrue(
        weak.order().getFirst().equals("size") && strong.order().getFirst().equals("colour"));
    assertEquals(weak.of("size"), SoftDiscs.of().colour(0.1).size(0.4).signal(100, 1).of("size"));
  }

  @Test
  void badNumbersAreRefused() {
    var discs = SoftDiscs.of();
    assertThrows(IllegalArgumentException.class, () -> discs.colour(0));
    assertThrows(IllegalArgumentException.class, () -> discs.colour(0.9));
    assertThrows(IllegalArgumentException.class, () -> discs.size(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> discs.masked(1.1));
    assertThrows(IllegalArgumentException.class, () -> discs.draw(1, 0, 4));
    assertThrows(IllegalArgumentException.class, () -> discs.draw(1, 0));
    assertThrows(IllegalArgumentException.class, () -> discs.prompt(2, 0));
  }
}
