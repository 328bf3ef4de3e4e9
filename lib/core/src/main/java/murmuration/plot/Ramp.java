package murmuration.plot;

import java.awt.Color;

/**
 * Colours for numbers: from dark violet over blue and green to yellow, with lightness rising evenly
 * and equal steps that look equal, also in grey print and to colour-blind readers.
 *
 * <p>A straight line in lightness and hue through OKLab, the space in which distances are as the
 * eye sees them (Ottosson 2020, "A perceptual color space for image processing").
 */
final class Ramp {
  private static final double DARK = 0.27;
  private static final double LIGHT = 0.91;
  private static final double PALEST = 0.098;
  private static final double MORE_AT_THE_ENDS = 0.036;
  private static final double VIOLET = Math.toRadians(308);
  private static final double YELLOW = Math.toRadians(105);

  private Ramp() {}

  /** The colour of a number between 0 and 1. */
  static Color at(double t) {
    double[] rgb = rgb(t);
    return new Color(gamma(rgb[0]), gamma(rgb[1]), gamma(rgb[2]));
  }

  /** Linear red, green and blue, each between 0 and 1, of a number between 0 and 1. */
  static double[] rgb(double t) {
    double fromMiddle = 2 * t - 1;
    double chroma = PALEST + MORE_AT_THE_ENDS * fromMiddle * fromMiddle;
    return rgb(DARK + (LIGHT - DARK) * t, chroma, VIOLET + (YELLOW - VIOLET) * t);
  }

  /** Linear red, green and blue of a colour in OKLab. */
  private static double[] rgb(double lightness, double chroma, double hue) {
    double a = chroma * Math.cos(hue);
    double b = chroma * Math.sin(hue);
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    };
  }

  private static double cube(double v) {
    return v * v * v;
  }

  private static float gamma(double v) {
    double bright = v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
    return (float) Math.clamp(bright, 0, 1);
  }
}
