package murmuration.concept.image;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import murmuration.math.Arguments;

/**
 * One picture by its causes: a shape of one colour on a background of another (Park et al. 2024,
 * Emergence of hidden capabilities). Pixels stand on an even grid over [-1, 1] squared, its first
 * axis x; the mask of the shape is blurred by a Gaussian of one pixel (up to 4 standard deviations,
 * mirrored at the rim), and a pixel is mask times colour plus the rest times background.
 *
 * @param outline circle or triangle
 * @param x where its middle is, -2 to 2
 * @param y where its middle is, -2 to 2
 * @param colour red, green and blue, each 0 to 1
 * @param size radius of the circle, or what {@link Outline} makes of it; above 0, at most 2
 * @param background red, green and blue, each 0 to 1
 */
public record ShapeScene(
    Outline outline, double x, double y, double[] colour, double size, double[] background) {
  /** Numbers of a condition. */
  public static final int CONDITION = 11;

  private static final int WIDEST = 512;
  private static final int REACH = 4;
  private static final double[] TAPS = taps();

  /** What a condition may tell of a scene. */
  public enum Part {
    /** Two flags: circle, triangle. */
    SHAPE(0, 2),
    /** x and y of the middle. */
    POSITION(2, 4),
    /** Red, green and blue of the shape. */
    COLOUR(4, 7),
    /** The size. */
    SIZE(7, 8),
    /** Red, green and blue of the background. */
    BACKGROUND(8, 11);

    private final int from;
    private final int to;

    Part(int from, int to) {
      this.from = from;
      this.to = to;
    }
  }

  /** Checks the numbers and keeps its own copies. */
  public ShapeScene {
    Arguments.present("outline", outline);
    Arguments.within("x", x, -2, 2);
    Arguments.within("y", y, -2, 2);
    Arguments.require(size > 0 && size <= 2, "size is %s: expected above 0, at most 2", size);
    colour = checked("colour", colour);
    background = checked("background", background);
  }

  private static double[] checked(String name, double[] values) {
    Arguments.finite(name, values, 3);
    Arguments.require(values.length == 3, "%s has %d values: expected 3", name, values.length);
    for (double v : values) {
      Arguments.within("a value of " + name, v, 0, 1);
    }
    return values.clone();
  }

  /** A circle. */
  public static ShapeScene circle(
      double x, double y, double[] colour, double size, double[] background) {
    return new ShapeScene(Outline.CIRCLE, x, y, colour, size, background);
  }

  @Override
  public double[] colour() {
    return colour.clone();
  }

  @Override
  public double[] background() {
    return background.clone();
  }

  /**
   * The picture, without noise: the channels of the pixel at (x i, y j) are the three numbers from
   * {@code 3 (n i + j)}, each 0 to 1.
   *
   * @param n pixels along a side, 2 to 512
   */
  public double[] render(int n) {
    double[] mask = mask(n);
    double[] image = new double[3 * mask.length];
    for (int p = 0; p < mask.length; p++) {
      for (int channel = 0; channel < 3; channel++) {
        double value = mask[p] * colour[channel] + (1 - mask[p]) * background[channel];
        image[3 * p + channel] = Math.clamp(value, 0, 1);
      }
    }
    return image;
  }

  /** The blurred mask, n x n numbers from 0 to 1, x along the first axis. */
  public double[] mask(int n) {
    double[] sharp = new double[n * side(n)];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sharp[i * n + j] = outline.holds(at(i, n) - x, at(j, n) - y, size) ? 1 : 0;
      }
    }
    double[] turned = blurred(sharp, n);
    return blurred(turned, n);
  }

  /** How many pixels have their middle inside the outline. */
  public int maskPixels(int n) {
    int inside = 0;
    for (int i = 0; i < side(n); i++) {
      for (int j = 0; j < n; j++) {
        inside += outline.holds(at(i, n) - x, at(j, n) - y, size) ? 1 : 0;
      }
    }
    return inside;
  }

  /**
   * What a generator is told of the scene: shape (2), x, y, colour (3), size, background (3), with
   * 0 for all but the parts named.
   *
   * @return length 11
   */
  public double[] condition(Part... parts) {
    Set<Part> told = EnumSet.noneOf(Part.class);
    told.addAll(Arguments.listed("parts", parts));
    double[] all = {
      outline == Outline.CIRCLE ? 1 : 0,
      outline == Outline.TRIANGLE ? 1 : 0,
      x,
      y,
      colour[0],
      colour[1],
      colour[2],
      size,
      background[0],
      background[1],
      background[2]
    };
    for (Part part : Part.values()) {
      if (!told.contains(part)) {
        Arrays.fill(all, part.from, part.to, 0);
      }
    }
    return all;
  }

  private static int side(int n) {
    Arguments.require(n >= 2 && n <= WIDEST, "n is %d: expected 2 to %d pixels", n, WIDEST);
    return n;
  }

  private static double at(int i, int n) {
    return -1 + i * (2.0 / (n - 1));
  }

  /** Blurs along the second axis and turns the picture: done twice it has blurred both. */
  private static double[] blurred(double[] picture, int n) {
    double[] turned = new double[picture.length];
    double[] row = new double[n + 2 * REACH];
    for (int i = 0; i < n; i++) {
      System.arraycopy(picture, i * n, row, REACH, n);
      for (int k = 1; k <= REACH; k++) {
        row[REACH - k] = picture[i * n + mirrored(-k, n)];
        row[REACH + n - 1 + k] = picture[i * n + mirrored(n - 1 + k, n)];
      }
      for (int j = 0; j < n; j++) {
        double sum = TAPS[0] * row[j + REACH];
        for (int k = 1; k <= REACH; k++) {
          sum += TAPS[k] * (row[j + REACH - k] + row[j + REACH + k]);
        }
        turned[j * n + i] = sum;
      }
    }
    return turned;
  }

  /** Mirrored on the half sample, {@code c b a | a b c}. */
  private static int mirrored(int j, int n) {
    int folded = Math.floorMod(j, 2 * n);
    return folded < n ? folded : 2 * n - 1 - folded;
  }

  private static double[] taps() {
    double[] taps = new double[REACH + 1];
    double sum = 0;
    for (int k = 0; k <= REACH; k++) {
      taps[k] = Math.exp(-0.5 * k * k);
      sum += k == 0 ? taps[k] : 2 * taps[k];
    }
    for (int k = 0; k <= REACH; k++) {
      taps[k] /= sum;
    }
    return taps;
  }
}
