package murmuration.math;

/** Numbers equally spaced in the logarithm, as scales and budgets usually are. */
public final class LogSpaced {
  private static final int MOST = 10_000_000;

  private LogSpaced() {}

  /**
   * n numbers from one to another, both included as they are.
   *
   * @param from first, above 0
   * @param to last, above {@code from}
   * @param n how many, 2 to 10,000,000
   */
  public static double[] of(double from, double to, int n) {
    Arguments.positive("from", from);
    Arguments.positive("to", to);
    Arguments.require(to > from, "to is %s: expected more than from, %s", to, from);
    Arguments.require(n >= 2 && n <= MOST, "n is %d: expected 2 to %d", n, MOST);
    double step = (Math.log(to) - Math.log(from)) / (n - 1);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = from * Math.exp(i * step);
    }
    values[n - 1] = to;
    return values;
  }
}
