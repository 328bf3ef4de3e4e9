package murmuration.language.corpus;

import murmuration.math.Arguments;

/**
 * What one order of a modified Kneser-Ney model takes off its counts (Chen and Goodman 1999,
 * equation 17): with n_r the number of n-grams counted r times and {@code Y = n1/(n1 + 2 n2)}, the
 * discounts of counts 1, 2 and 3 or more are {@code 1 - 2Y n2/n1}, {@code 2 - 3Y n3/n2}, {@code 3 -
 * 4Y n4/n3}.
 *
 * <p>Small vocabularies leave counts of counts at 0. A discount of r that needs one of these, or
 * that comes out below 0 or above r, is Y instead; where n1 or n2 is 0 there is no Y, and it is
 * r/2.
 *
 * @param one what is taken off a count of 1
 * @param two off a count of 2
 * @param more off any higher count
 * @param fallbacks how many of the three are not by the equation
 */
public record Discounts(double one, double two, double more, int fallbacks) {
  /** Checks that no more is taken off than is there. */
  public Discounts {
    Arguments.within("one", one, 0, 1);
    Arguments.within("two", two, 0, 2);
    Arguments.within("more", more, 0, 3);
    Arguments.require(
        fallbacks >= 0 && fallbacks <= 3, "fallbacks is %d: expected 0 to 3", fallbacks);
  }

  /**
   * By counts of counts.
   *
   * @param n1 n-grams counted once, n2 twice, and so on, none below 0
   */
  public static Discounts of(long n1, long n2, long n3, long n4) {
    long[] n = {0, n1, n2, n3, n4};
    for (int r = 1; r <= 4; r++) {
      Arguments.require(n[r] >= 0, "n%d is %d: expected 0 or more", r, n[r]);
    }
    boolean ratio = n1 > 0 && n2 > 0;
    double y = ratio ? n1 / (n1 + 2.0 * n2) : Double.NaN;
    double[] d = new double[4];
    int fallbacks = 0;
    for (int r = 1; r <= 3; r++) {
      d[r] = r - (r + 1) * y * n[r + 1] / n[r];
      boolean usable = ratio && n[r] > 0 && n[r + 1] > 0 && d[r] >= 0 && d[r] <= r;
      if (!usable) {
        d[r] = ratio ? y : r / 2.0;
        fallbacks++;
      }
    }
    return new Discounts(d[1], d[2], d[3], fallbacks);
  }

  /** What is taken off a count, 0 off 0. */
  double of(int count) {
    return switch (count) {
      case 0 -> 0;
      case 1 -> one;
      case 2 -> two;
      default -> more;
    };
  }
}
