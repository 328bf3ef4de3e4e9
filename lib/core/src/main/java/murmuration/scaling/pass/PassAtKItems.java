package murmuration.scaling.pass;

/** The unbiased pass@k of items, as a product of the shorter side. */
final class PassAtKItems {
  /** Below this a failure in all attempts no longer changes {@code 1 - failure}. */
  private static final double NOTHING = 1e-18;

  private static final int LONGEST_PRODUCT = 2048;

  private PassAtKItems() {}

  static double[] of(PassCounts counts, int k) {
    int[] samples = counts.samples();
    int[] passes = counts.passes();
    double[] values = new double[samples.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = estimate(samples[i], passes[i], k);
    }
    return values;
  }

  static double estimate(int n, int c, int k) {
    if (n - c < k) {
      return 1;
    }
    int few = Math.min(c, k);
    int many = Math.max(c, k);
    return few <= LONGEST_PRODUCT ? product(n, few, many) : -Math.expm1(logarithm(n, few, many));
  }

  /**
   * One minus the product over j of {@code (n - many - j)/(n - j)}, eight factors a division; the
   * numbers below 2^31 to the eighth power stay below 1e75.
   */
  private static double product(int n, int few, int many) {
    double failure = 1;
    double top = n - many;
    double bottom = n;
    int j = 0;
    for (; j + 8 <= few && failure > NOTHING; j += 8) {
      double a = top * (top - 1) * ((top - 2) * (top - 3));
      double b = (top - 4) * (top - 5) * ((top - 6) * (top - 7));
      double c = bottom * (bottom - 1) * ((bottom - 2) * (bottom - 3));
      double d = (bottom - 4) * (bottom - 5) * ((bottom - 6) * (bottom - 7));
      failure *= a * b / (c * d);
      top -= 8;
      bottom -= 8;
    }
    for (; j < few && failure > NOTHING; j++) {
      failure *= top / bottom;
      top--;
      bottom--;
    }
    return 1 - failure;
  }

  /** The logarithm of that product, for products so long that roundings add up. */
  private static double logarithm(int n, int few, int many) {
    double sum = 0;
    for (int j = 0; j < few && sum > -42; j++) {
      sum += Math.log1p(-many / ((double) n - j));
    }
    return sum;
  }
}
