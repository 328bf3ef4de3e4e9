package murmuration.concept.image;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * Pictures of one soft disc on a light background, 8 x 8 pixels of three colours, in four classes:
 * red or blue, large or small. The smallest data in which a generator can be seen to learn two
 * concepts, one by one.
 *
 * <p>A disc of centre c and size s has the mask {@code 1 / (1 + exp((|p - c| - s) / 0.08))} at the
 * points p of an even grid over [-1, 1] squared (first axis x); a pixel is mask times colour plus
 * the rest times background, taken from [0, 1] to [-1, 1]. Centres are uniform within 0.1 of the
 * middle, backgrounds uniform in [0.8, 1] for each channel. Red is (0.5 + D/2, 0.5 - D/2, 0.5 -
 * D/2) with the colour separation D and blue its mirror image, each channel with a jitter uniform
 * in a width of D/4; large and small are 0.45 + S/2 and 0.45 - S/2 with the size separation S and a
 * jitter uniform in a width of S/2 (after Park et al. 2024, Emergence of hidden capabilities, whose
 * pictures are 32 x 32).
 *
 * <p>Each picture comes with the condition that a generator is told: its very colour and size, each
 * less its middle (0.5, 0.45) and divided by its spread (0.4, 0.2); or, with {@link #flags}, four
 * flags for red, blue, large and small, 2 where it is and 0 where it is not.
 *
 * @param colour colour separation D, above 0 and at most 0.8
 * @param size size separation S, above 0 and at most 0.6
 * @param flagged whether conditions are flags
 * @param masked share of the training pictures of class (red, small) whose condition says nothing
 *     about colour, 0 to 1
 */
public record SoftDiscs(double colour, double size, boolean flagged, double masked) {
  /** Pixels along a side. */
  public static final int SIDE = 8;

  /** Numbers of one picture: {@code 8 x 8 x 3}, channels last. */
  public static final int PIXELS = SIDE * SIDE * 3;

  /** Numbers of one condition. */
  public static final int CONDITION = 4;

  /** Number of classes: the class with value c of colour and s of size has the index 2 c + s. */
  public static final int CLASSES = 4;

  private static final int MOST = 20_000;
  private static final double EDGE = 0.08;
  private static final double MIDDLE_SIZE = 0.45;
  private static final double[] GRID = grid();

  /** Checks the numbers. */
  public SoftDiscs {
    Arguments.require(
        colour > 0 && colour <= 0.8, "colour is %s: expected above 0 and at most 0.8", colour);
    Arguments.require(size > 0 && size <= 0.6, "size is %s: expected above 0, at most 0.6", size);
    Arguments.within("masked", masked, 0, 1);
  }

  /** Discs with colour and size as conditions, both separations 0.4. */
  public static SoftDiscs of() {
    return new SoftDiscs(0.4, 0.4, false, 0);
  }

  /** The same with this colour separation, above 0 and at most 0.8. */
  public SoftDiscs colour(double separation) {
    return new SoftDiscs(separation, size, flagged, masked);
  }

  /** The same with this size separation, above 0 and at most 0.6. */
  public SoftDiscs size(double separation) {
    return new SoftDiscs(colour, separation, flagged, masked);
  }

  /** The same with flags as conditions. */
  public SoftDiscs flags() {
    return new SoftDiscs(colour, size, true, masked);
  }

  /** The same with a share of the conditions of (red, small) silent about colour, 0 to 1. */
  public SoftDiscs masked(double share) {
    return new SoftDiscs(colour, size, flagged, share);
  }

  /**
   * The condition that asks for a class, at its mean.
   *
   * @param c 0 for red, 1 for blue
   * @param s 0 for large, 1 for small
   * @return length 4
   */
  public float[] prompt(int c, int s) {
    return prompt(c, s, 1);
  }

  /**
   * The condition of a class with its colour pushed away from the middle between red and blue: by
   * the half separation at 1, as {@link #prompt(int, int)}, beyond anything in training above.
   *
   * @param push how many half separations, 0 to 100
   */
  public float[] prompt(int c, int s, double push) {
    value("c", c);
    value("s", s);
    Arguments.within("push", push, 0, 100);
    double towardsBlue = c == 0 ? -push : push;
    double towardsSmall = s == 0 ? -1 : 1;
    if (flagged) {
      return floats(1 - towardsBlue, 1 + towardsBlue, 1 - towardsSmall, 1 + towardsSmall);
    }
    double half = towardsBlue * colour / 2;
    return standardised(0.5 - half, 0.5 + half, MIDDLE_SIZE - towardsSmall * size / 2);
  }

  /**
   * Draws pictures: so many of each class asked for, class by class in the order asked. Of the
   * class (red, small) the first {@code masked n} are silent about colour.
   *
   * @param n pictures of each class, 1 to 20,000
   * @param seed of the draws
   * @param classes which, 0 to 3, one to four of them
   */
  public PictureSample draw(int n, long seed, int... classes) {
    Arguments.require(n >= 1 && n <= MOST, "n is %d: expected 1 to %d", n, MOST);
    Arguments.present("classes", classes);
    Arguments.require(
        classes.length >= 1 && classes.length <= CLASSES,
        "classes has %d values: expected 1 to %d",
        classes.length,
        CLASSES);
    float[] images = new float[classes.length * n * PIXELS];
    float[] conditions = new float[classes.length * n * CONDITION];
    int[] labels = new int[classes.length * n];
    int row = 0;
    for (int k : classes) {
      Arguments.require(k >= 0 && k < CLASSES, "a class is %d: expected 0 to %d", k, CLASSES - 1);
      var random = Rng.of(seed, k);
      long silent = k == 1 ? Math.round(masked * n) : 0;
      for (int i = 0; i < n; i++, row++) {
        labels[row] = k;
        float[] told = drawOne(k, random, images, row * PIXELS);
        if (i < silent) {
          Arrays.fill(told, 0, flagged ? 2 : 3, 0);
        }
        System.arraycopy(told, 0, conditions, row * CONDITION, CONDITION);
      }
    }
    return new PictureSample(SIDE, images, conditions, labels);
  }

  /**
   * How strongly colour and size show in the pixels: the root mean square over pixels, on the scale
   * from 0 to 1, between red and blue large discs, and between large and small red ones, the same
   * place, background and jitter on both sides.
   *
   * @param n pairs, 1 to 20,000
   * @param seed of the draws
   */
  public ConceptSignal signal(int n, long seed) {
    Arguments.require(n >= 1 && n <= MOST, "n is %d: expected 1 to %d", n, MOST);
    double[][] large = paired(n, seed, 0);
    return ConceptSignal.pixelMse("colour", large, paired(n, seed, 2))
        .and(ConceptSignal.pixelMse("size", large, paired(n, seed, 1)));
  }

  /** Pictures of a class; picture i has the same chance in every class. */
  private double[][] paired(int n, long seed, int k) {
    double[][] pictures = new double[n][PIXELS];
    float[] image = new float[PIXELS];
    for (int i = 0; i < n; i++) {
      drawOne(k, Rng.of(seed, i), image, 0);
      for (int p = 0; p < PIXELS; p++) {
        pictures[i][p] = (image[p] + 1) / 2;
      }
    }
    return pictures;
  }

  private float[] drawOne(int k, RandomGenerator random, float[] images, int at) {
    int c = k / 2;
    int s = k % 2;
    double x = random.nextDouble(-0.1, 0.1);
    double y = random.nextDouble(-0.1, 0.1);
    double half = c == 0 ? -colour / 2 : colour / 2;
    double red = 0.5 - half + jitter(random, colour / 4);
    double green = 0.5 - colour / 2 + jitter(random, colour / 4);
    double blue = 0.5 + half + jitter(random, colour / 4);
    double radius = MIDDLE_SIZE + (s == 0 ? size : -size) / 2 + jitter(random, size / 2);
    double[] disc = {red, green, blue};
    double[] behind = {
      random.nextDouble(0.8, 1), random.nextDouble(0.8, 1), random.nextDouble(0.8, 1)
    };
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        double mask = 1 / (1 + Math.exp((Math.hypot(GRID[i] - x, GRID[j] - y) - radius) / EDGE));
        for (int channel = 0; channel < 3; channel++) {
          double value = mask * disc[channel] + (1 - mask) * behind[channel];
          images[at++] = (float) (2 * value - 1);
        }
      }
    }
    return flagged ? prompt(c, s) : standardised(red, green, blue, radius);
  }

  private static double jitter(RandomGenerator random, double width) {
    return (random.nextDouble() - 0.5) * width;
  }

  /** Red and blue of these strengths; green is the weaker. */
  private static float[] standardised(double red, double blue, double radius) {
    return standardised(red, Math.min(red, blue), blue, radius);
  }

  private static float[] standardised(double red, double green, double blue, double radius) {
    return floats(
        (red - 0.5) / 0.4, (green - 0.5) / 0.4, (blue - 0.5) / 0.4, (radius - MIDDLE_SIZE) / 0.2);
  }

  private static float[] floats(double a, double b, double c, double d) {
    return new float[] {(float) a, (float) b, (float) c, (float) d};
  }

  private static void value(String name, int value) {
    Arguments.require(value == 0 || value == 1, "%s is %d: expected 0 or 1", name, value);
  }

  private static double[] grid() {
    double[] grid = new double[SIDE];
    Arrays.setAll(grid, i -> -1 + 2.0 * i / (SIDE - 1));
    return grid;
  }
}
