package murmuration.math;

/**
 * {@code e^x} of many numbers, in plain loops that the compiler turns into vector instructions:
 * about four times as fast as {@link Math#exp}, and within 2 units in the last place of it. An
 * object keeps a working array: each thread needs its own.
 *
 * <p>With {@code x = k ln 2 + t}, {@code |t| <= ln 2 / 2}, {@code e^t} is the Taylor polynomial of
 * degree 13 (error below 5e-18) and k is added to the exponent bits. {@code ln 2} is taken off in
 * two parts, the first with so few bits that its product with k is exact.
 */
public final class FastExp {
  /** Exponents are cut off here, on either side. */
  public static final double LARGEST = 700;

  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN_2_HIGH = 0.6931471803691238;
  private static final double LN_2_LOW = 1.9082149292705877e-10;

  /** Adding 1.5 * 2^52 leaves the nearest whole number in the low bits. */
  private static final double ROUNDING = 6755399441055744.0;

  private static final int EXPONENT_SHIFT = 52;
  private static final int MOST = 100_000_000;

  private final double[] shifted;

  /**
   * Working space.
   *
   * @param capacity largest number of values in a call
   */
  public FastExp(int capacity) {
    Arguments.require(
        capacity >= 0 && capacity <= MOST, "capacity is %d: expected 0 to %d", capacity, MOST);
    shifted = new double[capacity];
  }

  /**
   * {@code result[i] = e^(intercept + slope x[i])} for the first n.
   *
   * @param x at least n finite numbers
   * @param result at least n places; may be {@code x} itself
   * @param n at most the capacity
   */
  public void line(double intercept, double slope, double[] x, double[] result, int n) {
    double[] whole = shifted;
    for (int i = 0; i < n; i++) {
      double v = Math.max(-LARGEST, Math.min(LARGEST, Math.fma(slope, x[i], intercept)));
      double s = Math.fma(v, LOG2_E, ROUNDING);
      double k = s - ROUNDING;
      double t = Math.fma(-k, LN_2_LOW, Math.fma(-k, LN_2_HIGH, v));
      double p = 1.0 / 6227020800.0;
      p = Math.fma(p, t, 1.0 / 479001600.0);
      p = Math.fma(p, t, 1.0 / 39916800.0);
      p = Math.fma(p, t, 1.0 / 3628800.0);
      p = Math.fma(p, t, 1.0 / 362880.0);
      p = Math.fma(p, t, 1.0 / 40320.0);
      p = Math.fma(p, t, 1.0 / 5040.0);
      p = Math.fma(p, t, 1.0 / 720.0);
      p = Math.fma(p, t, 1.0 / 120.0);
      p = Math.fma(p, t, 1.0 / 24.0);
      p = Math.fma(p, t, 1.0 / 6.0);
      p = Math.fma(p, t, 0.5);
      p = Math.fma(p, t, 1);
      result[i] = Math.fma(p, t, 1);
      whole[i] = s;
    }
    // A loop of its own: moving bits between number types keeps the first from being vectorised.
    for (int i = 0; i < n; i++) {
      long exponent = Double.doubleToRawLongBits(whole[i]) << EXPONENT_SHIFT;
      result[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(result[i]) + exponent);
    }
  }
}
