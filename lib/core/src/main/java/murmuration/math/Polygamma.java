package murmuration.math;

/**
 * The derivatives of ln Gamma: digamma and trigamma for x above 0, by recurrence to 10 and above by
 * their asymptotic series (Abramowitz and Stegun 1964, 6.3.18 and 6.4.12), to about 1e-15 of the
 * larger of the value and 1. Those of Commons Math recur, call by call, up to 49, which is ten
 * times as long.
 */
public final class Polygamma {
  private static final double ASYMPTOTIC = 10;

  private Polygamma() {}

  /**
   * The derivative of {@code ln Gamma(x)}.
   *
   * @param x above 0
   */
  public static double digamma(double x) {
    Arguments.positive("x", x);
    double shift = 0;
    for (; x < ASYMPTOTIC; x++) {
      shift += 1 / x;
    }
    double s = 1 / (x * x);
    double series =
        s
            * (1.0 / 12
                - s
                    * (1.0 / 120
                        - s
                            * (1.0 / 252
                                - s
                                    * (1.0 / 240
                                        - s * (1.0 / 132 - s * (691.0 / 32760 - s / 12))))));
    return Math.log(x) - 0.5 / x - series - shift;
  }

  /**
   * The second derivative of {@code ln Gamma(x)}.
   *
   * @param x above 0
   */
  public static double trigamma(double x) {
    Arguments.positive("x", x);
    double shift = 0;
    for (; x < ASYMPTOTIC; x++) {
      shift += 1 / (x * x);
    }
    double s = 1 / (x * x);
    double series =
        s
            * (1.0 / 6
                - s
                    * (1.0 / 30
                        - s
                            * (1.0 / 42
                                - s
                                    * (1.0 / 30
                                        - s * (5.0 / 66 - s * (691.0 / 2730 - s * 7 / 6))))));
    return shift + (1 + 0.5 / x + series) / x;
  }
}
