package murmuration.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import murmuration.math.Arguments;

/**
 * An array of the engine over memory of Java: to fill it is all the transfer there is. It is made
 * once and filled again for each step, because memory asked for at each step is given back by the
 * garbage collector only.
 */
public final class InputArray {
  private final ByteBuffer memory; // lives as long as the array that looks at it
  private final FloatBuffer floats;
  private final NDArray array;

  InputArray(NDManager manager, long[] shape) {
    Tensor zeros = Tensor.zeros(shape);
    memory = manager.allocateDirect(Float.BYTES * zeros.size());
    floats = memory.asFloatBuffer();
    array = manager.create(memory, new Shape(shape), DataType.FLOAT32);
  }

  /** The array, for the engine; a result of it is never closed by the caller. */
  public NDArray array() {
    return array;
  }

  /** How many numbers. */
  public int size() {
    return floats.capacity();
  }

  /**
   * Puts these numbers in.
   *
   * @param values as many as the array has places
   */
  public void fill(float[] values) {
    Arguments.present("values", values);
    Arguments.require(
        values.length == size(),
        "values has %d numbers: expected %d, as the input",
        values.length,
        size());
    floats.put(0, values);
  }
}
