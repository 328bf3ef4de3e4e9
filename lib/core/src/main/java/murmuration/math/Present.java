package murmuration.math;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The samples that are present: those that are not NaN. */
public final class Present {
  private Present() {}

  /** The positions at which x is not NaN, ascending. */
  public static int[] in(double[] x) {
    return IntStream.range(0, x.length).filter(i -> !Double.isNaN(x[i])).toArray();
  }

  /**
   * The positions at which neither of two columns is NaN, ascending.
   *
   * @param x first column, length n
   * @param y second column, length n
   */
  public static int[] in(double[] x, double[] y) {
    return IntStream.range(0, x.length)
        .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
        .toArray();
  }

  /** The values at these positions. */
  public static double[] at(int[] positions, double[] values) {
    return Arrays.stream(positions).mapToDouble(i -> values[i]).toArray();
  }
}
