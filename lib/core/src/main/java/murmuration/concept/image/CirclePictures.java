package murmuration.concept.image;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import murmuration.concept.image.ShapeScene.Part;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * The pictures of Park et al. (2024, Emergence of hidden capabilities): a circle in four classes,
 * red or blue, large or small. Red is {@code (0.5 + D/2, 0.5 - D/2, 0.5 - D/2)} and blue its mirror
 * image, with the colour separation D and in training a jitter of each channel, uniform over a
 * width of D/4. Large and small are {@code 0.45 + S/2} and {@code 0.45 - S/2} with the size
 * separation S and a jitter over {@code 0.75 S}, never below 0.1. Middles are uniform in [-0.5,
 * 0.5], backgrounds in [0.8, 1] for each channel, and each number of a picture has Gaussian noise
 * of 0.001.
 *
 * <p>Conditions tell colour and size; the rest of their eleven numbers is 0.
 *
 * @param colour colour separation D, above 0 and at most 0.8
 * @param size size separation S, above 0 and at most 0.6
 * @param side pixels along a side, 2 to 512
 */
public record CirclePictures(double colour, double size, int side) {
  private static final double MIDDLE_SIZE = 0.45;
  private static final double LEAST_SIZE = 0.1;
  private static final double NOISE = 0.001;
  private static final int CLASSES = 4;
  private static final long MOST_NUMBERS = 50_000_000;

  /** Checks the numbers. */
  public CirclePictures {
    Arguments.require(
        colour > 0 && colour <= 0.8, "colour is %s: expected above 0 and at most 0.8", colour);
    Arguments.require(size > 0 && size <= 0.6, "size is %s: expected above 0, at most 0.6", size);
    Arguments.require(side >= 2 && side <= 512, "side is %d: expected 2 to 512 pixels", side);
  }

  /** The paper's pictures: 32 x 32 pixels, both separations 0.4. */
  public static CirclePictures of() {
    return new CirclePictures(0.4, 0.4, 32);
  }

  /** The same with this colour separation, above 0 and at most 0.8. */
  public CirclePictures colour(double separation) {
    return new CirclePictures(separation, size, side);
  }

  /** The same with this size separation, above 0 and at most 0.6. */
  public CirclePictures size(double separation) {
    return new CirclePictures(colour, separation, side);
  }

  /** The same with this many pixels along a side, 2 to 512. */
  public CirclePictures side(int pixels) {
    return new CirclePictures(colour, size, pixels);
  }

  /**
   * A scene at the mean of its class.
   *
   * @param c 0 for red, 1 for blue
   * @param s 0 for large, 1 for small
   * @param x where its middle is, -2 to 2
   * @param y where its middle is, -2 to 2
   * @param background length 3, each 0 to 1
   */
  public ShapeScene scene(int c, int s, double x, double y, double... background) {
    Arguments.require(c == 0 || c == 1, "c is %d: expected 0 or 1", c);
    Arguments.require(s == 0 || s == 1, "s is %d: expected 0 or 1", s);
    return between(c, s, x, y, background);
  }

  /** The mean scene of {@code (c, s)}, which need not be whole. */
  private ShapeScene between(double c, double s, double x, double y, double[] background) {
    double blue = colour * (c - 0.5);
    double[] disc = {0.5 - blue, 0.5 - colour / 2, 0.5 + blue};
    return ShapeScene.circle(x, y, disc, MIDDLE_SIZE - size * (s - 0.5), background);
  }

  /** What a generator is told to ask for a class at its mean, length 11. */
  public float[] prompt(int c, int s) {
    return floats(scene(c, s, 0, 0, 1, 1, 1).condition(Part.COLOUR, Part.SIZE));
  }

  /**
   * Draws training pictures, with all jitter and noise: so many of each class asked for, class by
   * class in the order asked.
   *
   * @param n pictures of each class, at least 1; together at most 50 million numbers
   * @param seed of the draws
   * @param classes which, one to four of {@code 2 c + s}
   */
  public PictureSample draw(int n, long seed, int... classes) {
    return draw(n, seed, true, classes);
  }

  /**
   * Draws pictures whose colour and size are the means of their class, as the held-out class is
   * shown in the paper; position, background and noise vary.
   */
  public PictureSample drawMeans(int n, long seed, int... classes) {
    return draw(n, seed, false, classes);
  }

  private PictureSample draw(int n, long seed, boolean jitter, int[] classes) {
    Arguments.present("classes", classes);
    Arguments.require(
        classes.length >= 1 && classes.length <= CLASSES,
        "classes has %d values: expected 1 to %d",
        classes.length,
        CLASSES);
    long numbers = 3L * side * side * n * classes.length;
    Arguments.require(
        n >= 1 && numbers <= MOST_NUMBERS,
        "n is %d for %d classes of %d x %d pixels: expected 1 or more, at most %d numbers",
        n,
        classes.length,
        side,
        side,
        MOST_NUMBERS);
    int pixels = 3 * side * side;
    float[] images = new float[(int) numbers];
    float[] conditions = new float[classes.length * n * ShapeScene.CONDITION];
    int[] labels = new int[classes.length * n];
    int row = 0;
    for (int k : classes) {
      Arguments.require(k >= 0 && k < CLASSES, "a class is %d: expected 0 to %d", k, CLASSES - 1);
      var random = Rng.of(seed, k);
      for (int i = 0; i < n; i++, row++) {
        labels[row] = k;
        ShapeScene scene = random(k / 2, k % 2, random, jitter);
        double[] image = scene.render(side);
        for (int p = 0; p < pixels; p++) {
          double value = image[p] + NOISE * random.nextGaussian();
          images[row * pixels + p] = (float) Math.clamp(value, 0, 1);
        }
        float[] told = floats(scene.condition(Part.COLOUR, Part.SIZE));
        System.arraycopy(told, 0, conditions, row * told.length, told.length);
      }
    }
    return new PictureSample(side, images, conditions, labels);
  }

  private ShapeScene random(int c, int s, RandomGenerator random, boolean jitter) {
    double x = random.nextDouble() - 0.5;
    double y = random.nextDouble() - 0.5;
    double[] background = background(random);
    ShapeScene mean = scene(c, s, x, y, background);
    if (!jitter) {
      return mean;
    }
    double[] disc = mean.colour();
    for (int channel = 0; channel < 3; channel++) {
      double jittered = disc[channel] + (random.nextDouble() - 0.5) * colour / 4;
      disc[channel] = Math.clamp(jittered, 0, 1);
    }
    double radius = mean.size() + (random.nextDouble() - 0.5) * 0.75 * size;
    return ShapeScene.circle(x, y, disc, Math.max(radius, LEAST_SIZE), background);
  }

  private static double[] background(RandomGenerator random) {
    return new double[] {
      0.8 + 0.2 * random.nextDouble(),
      0.8 + 0.2 * random.nextDouble(),
      0.8 + 0.2 * random.nextDouble()
    };
  }

  /**
   * How strongly colour and size show in the pixels: red and large against blue and large, and
   * against red and small, at class means, the same places and backgrounds on both sides.
   *
   * @param n places and backgrounds drawn, 1 to 100,000
   * @param seed of the draws
   */
  public ConceptSignal signal(int n, long seed) {
    Arguments.require(
        n >= 1 && 3L * side * side * n <= MOST_NUMBERS,
        "n is %d: expected 1 or more, at most %d numbers in the pictures",
        n,
        MOST_NUMBERS);
    double[][][] pictures = new double[3][n][];
    for (int i = 0; i < n; i++) {
      var random = Rng.of(seed, i);
      double x = random.nextDouble() - 0.5;
      double y = random.nextDouble() - 0.5;
      double[] background = background(random);
      pictures[0][i] = scene(0, 0, x, y, background).render(side);
      pictures[1][i] = scene(1, 0, x, y, background).render(side);
      pictures[2][i] = scene(0, 1, x, y, background).render(side);
    }
    return ConceptSignal.pixelMse("colour", pictures[0], pictures[1])
        .and(ConceptSignal.pixelMse("size", pictures[0], pictures[2]));
  }

  /**
   * The colour signal of circles in closed form, {@code 2 D^2 mean(mask^2) / 3} with the mask of
   * the large circle at these places: a mean squared difference of pixels.
   */
  public double colourMeanSquare(List<ShapeScene> places) {
    double sum = 0;
    for (ShapeScene scene : Arguments.listed("places", places)) {
      double[] mask = scene.mask(side);
      sum += Arrays.stream(mask).map(m -> m * m).sum() / mask.length;
    }
    Arguments.require(!places.isEmpty(), "places is empty: expected at least one scene");
    return 2 * colour * colour * sum / (3 * places.size());
  }

  /**
   * The pictures as a function of continuous concepts, for {@link ConceptSignal#finiteDifference}:
   * concept 0 is colour from red (0) to blue (1), concept 1 size from large (0) to small (1), and
   * beyond as far as colours and sizes stay possible; sample i has its own place and background.
   *
   * <p>A mask of whole pixels makes the picture a staircase in size: take steps of a whole class,
   * {@code delta} 1, there.
   *
   * @param seed of places and backgrounds
   */
  public ConceptRenderer renderer(long seed) {
    return (concepts, sample) -> {
      Arguments.finite("concepts", concepts, 2);
      Arguments.require(
          concepts.length == 2, "concepts has %d values: expected 2", concepts.length);
      var random = Rng.of(seed, sample);
      double x = random.nextDouble() - 0.5;
      double y = random.nextDouble() - 0.5;
      return between(concepts[0], concepts[1], x, y, background(random)).render(side);
    };
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
