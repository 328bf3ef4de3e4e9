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
  /** The rows with one more: this estimate. */
  Quantities in(Quantities rows, String quantity) {
    return rows.and(quantity, value, low, high);
  }

  /** As {@code 0.0045 (0.0012 to 0.0191)}, with four significant digits. */
  @Override
  public String toString() {
    return Digits.of(value, 4) + " (" + Digits.of(low, 4) + " to " + Digits.of(high, 4) + ")";
  }
}
