package murmuration.neural.engine;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * Numbers in rows of rows, outside of the engine: what a weight begins with, and what is left of it
 * when training has ended.
 *
 * @param values the numbers, the last index running fastest
 * @param shape the length along each index; empty for one number
 */
public record Tensor(float[] values, long[] shape) {

  /** Checks that there are as many values as the shape has places, and keeps its own copies. */
  public Tensor {
    values = Arguments.present("values", values).clone();
    shape = Arguments.present("shape", shape).clone();
    long places = 1;
    for (long length : shape) {
      Arguments.require(
          length >= 1 && length <= Integer.MAX_VALUE / places,
          "shape is %s: expected lengths of at least 1 with at most %d places",
          Arrays.toString(shape),
          Integer.MAX_VALUE);
      places *= length;
    }
    Arguments.require(
        places == values.length,
        "values has %d numbers: expected %d for the shape %s",
        values.length,
        places,
        Arrays.toString(shape));
  }

  /** These values in this shape. */
  public static Tensor of(float[] values, long... shape) {
    return new Tensor(values, shape);
  }

  /** Zeros. */
  public static Tensor zeros(long... shape) {
    long places = Arrays.stream(Arguments.present("shape", shape)).reduce(1, (a, b) -> a * b);
    Arguments.require(
        places >= 1 && places <= Integer.MAX_VALUE,
        "shape is %s: expected 1 to %d places",
        Arrays.toString(shape),
        Integer.MAX_VALUE);
    return new Tensor(new float[(int) places], shape);
  }

  /** A copy of the values. */
  @Override
  public float[] values() {
    return values.clone();
  }

  /** A copy of the shape. */
  @Override
  public long[] shape() {
    return shape.clone();
  }

  /** How many numbers. */
  public int size() {
    return values.length;
  }

  /** The same numbers in the same shape. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor(float[] v, long[] s)
        && Arrays.equals(values, v)
        && Arrays.equals(shape, s);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(shape);
  }

  @Override
  public String toString() {
    return "Tensor" + Arrays.toString(shape);
  }
}
