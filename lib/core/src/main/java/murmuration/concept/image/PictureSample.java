package murmuration.concept.image;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;

/**
 * Pictures of {@link CirclePictures} or {@link SoftDiscs}, row by row in flat arrays as a training
 * loop takes them.
 *
 * @param side pixels along a side
 * @param images n rows of {@code 3 side^2} numbers, channels last: in [0, 1] for circles, in [-1,
 *     1] for discs
 * @param conditions n rows of equal length: 11 numbers for circles, 4 for discs
 * @param classes length n: {@code 2 c + s}, with colour c (1 is blue) and size s (1 is small)
 */
public record PictureSample(int side, float[] images, float[] conditions, int[] classes) {
  /** Checks the lengths and keeps its own copies. */
  public PictureSample {
    Arguments.require(side >= 1 && side <= 512, "side is %d: expected 1 to 512", side);
    Arguments.present("images", images);
    Arguments.present("conditions", conditions);
    Arguments.present("classes", classes);
    int n = classes.length;
    Arguments.require(n >= 1, "classes is empty: expected at least one picture");
    Arguments.require(
        images.length == 3L * side * side * n
            && conditions.length >= n
            && conditions.length % n == 0,
        "%d images, %d conditions and %d classes: expected %d a picture, as many a picture, and 1",
        images.length,
        conditions.length,
        n,
        3 * side * side);
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

  /** One picture: the channels of the pixel at (x i, y j) are the three from 3 (side i + j). */
  public float[] image(int row) {
    int width = 3 * side * side;
    return Arrays.copyOfRange(images, row(row) * width, (row + 1) * width);
  }

  /** The condition of one picture. */
  public float[] condition(int row) {
    int width = conditions.length / n();
    return Arrays.copyOfRange(conditions, row(row) * width, (row + 1) * width);
  }

  /** The same with Gaussian noise of this standard deviation, 0 or more, on each number. */
  public PictureSample noisy(double sd, RandomGenerator random) {
    Arguments.within("sd", sd, 0, 100);
    Arguments.present("random", random);
    float[] noisy = images.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += (float) (sd * random.nextGaussian());
    }
    return new PictureSample(side, noisy, conditions, classes);
  }

  private int row(int row) {
    Arguments.require(row >= 0 && row < n(), "row is %d: expected 0 to %d", row, n() - 1);
    return row;
  }
}
