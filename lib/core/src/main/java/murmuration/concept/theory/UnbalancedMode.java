package murmuration.concept.theory;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * One mode of a two-layer linear network whose two weights start unequal:
 *
 * <pre>tau a' = b (s - a b),   tau b' = a (s - a b)</pre>
 *
 * which keeps {@code a^2 - b^2}. The mode's strength is {@code a b}. With {@code a = b} it is
 * {@link SaxeMode} (Saxe, McClelland and Ganguli 2014, eq. 8). Integrated by an adaptive 8(5,3)
 * method with relative tolerance 1e-10.
 *
 * @param strength s, what {@code a b} grows to, 1e-6 to 1e6
 * @param a the weight of one layer at t = 0, -1000 to 1000
 * @param b the weight of the other
 * @param tau the time constant, 1e-100 to 1e100
 */
public record UnbalancedMode(double strength, double a, double b, double tau) {
  /** Checks the numbers. */
  public UnbalancedMode {
    Arguments.within("strength", strength, 1e-6, 1e6);
    Arguments.within("a", a, -1e3, 1e3);
    Arguments.within("b", b, -1e3, 1e3);
    Arguments.within("tau", tau, 1e-100, 1e100);
  }

  /** What stays: {@code a^2 - b^2}. */
  public double invariant() {
    return (a - b) * (a + b);
  }

  /**
   * The two weights at each time, n x 2.
   *
   * @param t times from 0, strictly increasing; the last within 10,000 time constants {@code
   *     tau/s}, about
   */
  public double[][] weights(double... t) {
    return Flow.at(
        t,
        1 / tau,
        new double[] {a, b},
        (w, slope) -> {
          double missing = strength - w[0] * w[1];
          slope[0] = w[1] * missing;
          slope[1] = w[0] * missing;
        });
  }

  /** The strength {@code a b} at each time, as {@link #weights}. */
  public double[] curve(double... t) {
    return Arrays.stream(weights(t)).mapToDouble(w -> w[0] * w[1]).toArray();
  }
}
