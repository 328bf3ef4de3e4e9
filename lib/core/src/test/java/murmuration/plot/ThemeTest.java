package murmuration.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThemeTest {
  @Test
  void fontsAreTheBundledOnesAndHaveTheSignsThatFiguresNeed() {
    assertEquals("DejaVu Sans", Theme.LABEL.getFontName(Locale.ROOT));
    assertEquals("DejaVu Sans Bold", Theme.TITLE.getFontName(Locale.ROOT));
    String signs =
        "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u2212\u00d7\u2009\u03c4\u03c3\u221e\u2030";
    assertEquals(-1, Theme.TICK.canDisplayUpTo(signs));
  }

  @Test
  void theFirstSevenSeriesDifferInColourAndDash() {
    assertEquals(7, IntStream.range(0, 7).mapToObj(Theme::colour).distinct().count());
    assertEquals(7, IntStream.range(0, 7).mapToObj(Theme::line).distinct().count());
    assertNotEquals(Theme.line(0), Theme.rule());
  }

  @Test
  void stepsOfTheRampLookEqualAndLightnessRises() {
    int n = 64;
    double[] step = new double[n];
    for (int i = 0; i < n; i++) {
      double[] a = lab(Ramp.rgb((double) i / n));
      double[] b = lab(Ramp.rgb((i + 1.0) / n));
      step[i] = Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
      assertTrue(b[0] > a[0], "lightness rises");
    }
    double mean = IntStream.range(0, n).mapToDouble(i -> step[i]).average().orElseThrow();
    for (double s : step) {
      assertEquals(mean, s, 0.15 * mean);
    }
  }

  @Test
  void coloursOfTheRampCanBeShownOnAScreen() {
    for (int i = 0; i <= 1000; i++) {
      for (double v : Ramp.rgb(i / 1000.0)) {
        assertTrue(v > -1e-3 && v < 1.001, "at " + i + ": " + v);
      }
    }
  }

  /** OKLab of linear red, green and blue (Ottosson 2020). */
  private static double[] lab(double[] rgb) {
    double l = Math.cbrt(0.4122214708 * rgb[0] + 0.5363325363 * rgb[1] + 0.0514459929 * rgb[2]);
    double m = Math.cbrt(0.2119034982 * rgb[0] + 0.6806995451 * rgb[1] + 0.1073969566 * rgb[2]);
    double s = Math.cbrt(0.0883024619 * rgb[0] + 0.2817188376 * rgb[1] + 0.6299787005 * rgb[2]);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }
}
