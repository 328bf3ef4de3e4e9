package murmuration.math;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers to a number of significant digits, the same in every locale. */
public final class Digits {
  private static final int SMALLEST_PLAIN_EXPONENT = -4;
  private static final int LARGEST_PLAIN_EXPONENT = 6;

  private Digits() {}

  /**
   * The number as text: plain from 0.0001 to 9999999, else as {@code 1.2e-7}; zeros at the end are
   * left off; {@code NaN}, {@code Infinity} and {@code -Infinity} as such.
   *
   * @param significant significant digits, 1 or more
   */
  public static String of(double value, int significant) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return "0";
    }
    var rounded = exact(value, significant).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT) {
      return rounded.toPlainString();
    }
    return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  /** The nearest number with so many significant digits; NaN and infinities as they are. */
  public static double round(double value, int significant) {
    return Double.isFinite(value) ? exact(value, significant).doubleValue() : value;
  }

  private static BigDecimal exact(double value, int significant) {
    Arguments.require(significant >= 1, "significant is %d: expected 1 or more", significant);
    return BigDecimal.valueOf(value).round(new MathContext(significant));
  }
}
