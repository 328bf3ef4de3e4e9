package murmuration.concept.image;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * Pictures of {@link CirclePictures}, row by row in flat arrays as a training loop takes them.
 *
 * @param side pixels along a side
 * @param images n rows of {@code 3 side^2} numbers in [0, 1], channels last
 * @param conditions n rows of 11 numbers
 * @param classes length n: {@code 2 c + s}, with colour c (1 is blue) and size s (1 is small)
 */
public record PictureSample(int side, float[] images, float[] conditions, int[] classes) {
  /** Checks the lengths and keeps its own copies. */
  public PictureSample {
    Arguments.require(side >= 1 && side <= 512, "side is %d: expected 1 to 512", side);
    Arguments.present("images", images);
    Arguments.present("conditions", conditions);
    Arguments.present("classes", classes);
    Arguments.require(
        images.length == 3L * side * side * classes.length
            && conditions.length == (long) ShapeScene.CONDITION * classes.length,
        "%d images, %d conditions and %d classes: expected %d, %d and 1 a picture",
        images.length,
        conditions.length,
        classes.length,
        3 * side * side,
        ShapeScene.CONDITION);
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

  /** The condition of one picture, length 11. */
  public float[] condition(int row) {
    int width = ShapeScene.CONDITION;
    return Arrays.copyOfRange(conditions, row(row) * width, (row + 1) * width);
  }

  private int row(int row) {
    Arguments.require(row >= 0 && row < n(), "row is %d: expected 0 to %d", row, n() - 1);
    return row;
  }
}
