package murmuration.concept.image;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;

/**
 * Pictures of {@link SoftDiscs}, row by row in flat arrays as a training loop takes them.
 *
 * @param images n rows of 192 numbers in [-1, 1]
 * @param conditions n rows of 4 numbers
 * @param classes length n: 2 c + s, with colour c (1 is blue) and size s (1 is small)
 */
public record DiscSample(float[] images, float[] conditions, int[] classes) {
  /** Checks the lengths and keeps its own copies. */
  public DiscSample {
    Arguments.present("images", images);
    Arguments.present("conditions", conditions);
    Arguments.present("classes", classes);
    int n = classes.length;
    Arguments.require(
        images.length == (long) n * SoftDiscs.PIXELS
            && conditions.length == (long) n * SoftDiscs.CONDITION,
        "%d images, %d conditions and %d classes: expected 192, 4 and 1 a picture",
        images.length,
        conditions.length,
        n);
    images = images.clone();
    conditions = conditions.clone();
    classes = classes.clone();
  }

  /** The number of pictures. */
  public int n() {
    return classes.length;
  }

  @Override
  public float[] images() {
    return images.clone();
  }

  @Override
  public float[] conditions() {
    return conditions.clone();
  }

  @Override
  public int[] classes() {
    return classes.clone();
  }

  /** One picture, length 192: channel k of the pixel at (x i, y j) is number 3 (8 i + j) + k. */
  public float[] image(int row) {
    row(row);
    return Arrays.copyOfRange(images, row * SoftDiscs.PIXELS, (row + 1) * SoftDiscs.PIXELS);
  }

  /** The condition of one picture, length 4. */
  public float[] condition(int row) {
    row(row);
    int width = SoftDiscs.CONDITION;
    return Arrays.copyOfRange(conditions, row * width, (row + 1) * width);
  }

  /** The same with Gaussian noise of this standard deviation, 0 or more, on each number. */
  public DiscSample noisy(double sd, RandomGenerator random) {
    Arguments.within("sd", sd, 0, 100);
    Arguments.present("random", random);
    float[] noisy = images.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += (float) (sd * random.nextGaussian());
    }
    return new DiscSample(noisy, conditions, classes);
  }

  private void row(int row) {
    Arguments.require(row >= 0 && row < n(), "row is %d: expected 0 to %d", row, n() - 1);
  }
}
