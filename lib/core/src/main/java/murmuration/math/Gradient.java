package murmuration.math;

/**
 * The derivative of samples on a grid that may be uneven, as numpy's {@code gradient}: of second
 * order inside, {@code (h1^2 f[i+1] + (h2^2 - h1^2) f[i] - h2^2 f[i-1]) / (h1 h2 (h1 + h2))} with
 * h1 and h2 the steps before and after, and the plain difference quotient at the ends.
 */
public final class Gradient {
  private Gradient() {}

  /**
   * The derivative at each t.
   *
   * @param t places, length n of at least 2, strictly increasing
   * @param f values there, finite
   */
  public static double[] of(double[] t, double[] f) {
    Arguments.increasing("t", t);
    Arguments.finite("f", f, 2);
    Arguments.sameLength("t", t, "f", f);
    int n = t.length;
    double[] slope = new double[n];
    slope[0] = (f[1] - f[0]) / (t[1] - t[0]);
    slope[n - 1] = (f[n - 1] - f[n - 2]) / (t[n - 1] - t[n - 2]);
    for (int i = 1; i < n - 1; i++) {
      double before = t[i] - t[i - 1];
      double after = t[i + 1] - t[i];
      // The mean of both difference quotients, each weighted by the other's step.
      double left = (f[i] - f[i - 1]) / before;
      double right = (f[i + 1] - f[i]) / after;
      slope[i] = (after * left + before * right) / (before + after);
    }
    return slope;
  }
}
