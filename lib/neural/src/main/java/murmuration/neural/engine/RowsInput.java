package murmuration.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Supplier;
import murmuration.math.Arguments;

/**
 * An input whose number of rows changes from step to step, or places of rows for {@link
 * Layers#rows}. Each filling gives an array of the scope that is being computed, over memory that
 * is kept and used again by the next.
 */
public final class RowsInput {
  private static final int LEAST = 1024;

  private final Supplier<NDManager> scope;
  private ByteBuffer memory = direct(LEAST);

  RowsInput(Supplier<NDManager> scope) {
    this.scope = scope;
  }

  // An array over memory that is outgrown holds on to it for itself.
  private ByteBuffer room(int bytes) {
    if (memory.capacity() < bytes) {
      memory = direct((int) Math.min(Integer.MAX_VALUE, 2L * bytes));
    }
    return memory.slice(0, bytes).order(ByteOrder.nativeOrder());
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  /**
   * Puts numbers in: an array of rows x width, which lasts until this input is filled again.
   *
   * @param values row by row, at least as many as are put in
   * @param rows how many rows, at least 1
   * @param width numbers of a row, at least 1
   */
  public NDArray fill(float[] values, int rows, int width) {
    Arguments.present("values", values);
    int places = places(values.length, rows, width, Float.BYTES);
    ByteBuffer bytes = room(places * Float.BYTES);
    bytes.asFloatBuffer().put(values, 0, places);
    return scope.get().create(bytes, new Shape(rows, width), DataType.FLOAT32);
  }

  /**
   * Puts places in, for {@link Layers#rows}; they last until this input is filled again.
   *
   * @param values places, at least as many as are put in
   * @param count how many, at least 1
   */
  public NDArray fill(int[] values, int count) {
    Arguments.present("values", values);
    int places = places(values.length, count, 1, Long.BYTES);
    ByteBuffer bytes = room(places * Long.BYTES);
    for (int i = 0; i < places; i++) {
      bytes.putLong(i * Long.BYTES, values[i]);
    }
    return scope.get().create(bytes, new Shape(places), DataType.INT64);
  }

  private static int places(int length, int rows, int width, int size) {
    Arguments.require(rows >= 1, "rows is %d: expected 1 or more", rows);
    Arguments.require(width >= 1, "width is %d: expected 1 or more", width);
    long places = (long) rows * width;
    Arguments.require(
        places <= length && places <= Integer.MAX_VALUE / size,
        "values has %d numbers: expected at least %d x %d, and those at most %d",
        length,
        rows,
        width,
        Integer.MAX_VALUE / size);
    return (int) places;
  }
}
