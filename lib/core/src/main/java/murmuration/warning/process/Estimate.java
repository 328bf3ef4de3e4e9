package murmuration.warning.process;

import murmuration.Quantities;
import murmuration.math.Digits;

/**
 * An estimate with its 95 % interval.
 *
 * @param value the maximum-likelihood estimate
 * @param low lower end; 0 or {@code -Infinity} where the record sets no bound
 * @param high upper end; {@code Infinity} where the record sets no bound
 */
public record Estimate(double value, double low, double high) {
  private static final int FEWEST = 4;
  private static final int MOST = 15;

  /** The rows with one more: this estimate. */
  Quantities in(Quantities rows, String quantity) {
    return rows.and(quantity, value, low, high);
  }

  /**
   * As {@code 0.0045 (0.0012 to 0.0191)}, with four significant digits, or as many more as the
   * interval needs to differ from its ends far from 0.
   */
  @Override
  public String toString() {
    int digits = digits();
    return Digits.of(value, digits)
        + " ("
        + Digits.of(low, digits)
        + " to "
        + Digits.of(high, digits)
        + ")";
  }

  private int digits() {
    double needed = 2 + Math.ceil(Math.log10(Math.abs(value) / (high - low)));
    return high > low && !Double.isNaN(needed) ? (int) Math.clamp(needed, FEWEST, MOST) : FEWEST;
  }
}
