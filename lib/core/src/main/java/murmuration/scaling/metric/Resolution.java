package murmuration.scaling.metric;

import murmuration.math.Arguments;

/**
 * What a test of n items can show of a chance q of being right (Schaeffer, Miranda and Koyejo 2023,
 * section 2): nothing between 0 and 1/n, so that an ability that grows all the time seems to begin
 * where {@code n q} comes near 1.
 *
 * <pre>{@code
 * double unseen = new Resolution(200).allWrong(0.001);
 * double needed = Resolution.itemsNeeded(0.001, 0.95);
 * }</pre>
 *
 * @param items n, at least 1
 */
public record Resolution(int items) {
  /** Checks the number of items. */
  public Resolution {
    Arguments.require(items >= 1, "items is %d: expected at least 1", items);
  }

  /** The least accuracy above 0 that can be seen, 1/n. */
  public double step() {
    return 1.0 / items;
  }

  /** The probability that all n items are wrong, {@code (1-q)^n}. */
  public double allWrong(double q) {
    return Math.exp(items * Math.log1p(-Arguments.within("q", q, 0, 1)));
  }

  /**
   * Items needed to see at least one right with this probability: {@code ceil(ln(1 - probability) /
   * ln(1-q))}, at least 1; infinite where q is 0.
   *
   * @param q chance of an item, 0 to 1
   * @param probability above 0 and below 1, such as 0.95
   */
  public static double itemsNeeded(double q, double probability) {
    Arguments.within("q", q, 0, 1);
    double unseen = Math.log1p(-Arguments.level(probability));
    return q == 0 ? Double.POSITIVE_INFINITY : Math.max(1, Math.ceil(unseen / Math.log1p(-q)));
  }
}
