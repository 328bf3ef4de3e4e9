package murmuration.scaling.pass;

/**
 * {@code ln of the integral over p of p^c (1-p)^f} under Kumaraswamy's law, by the trapezoidal rule
 * in v, where {@code logit p = centre + width sinh(v)}: the integrand is smooth and falls off
 * doubly exponentially, so the rule converges faster than any power of its step. The centre is
 * where the integrand bends most: its summit, and without passes and with a slow rise at 0 the edge
 * where failures become likely.
 */
final class KumaraswamyIntegral {
  private static final double STEP = 1.0 / 24;
  private static final double NEGLIGIBLE = 45;
  private static final double FAR = 40;
  private static final double SLOW = 0.5;
  private static final int BISECTIONS = 60;
  private static final double BRACKET = 60;

  private final double a;
  private final double b;
  private final double c;
  private final double f;

  private KumaraswamyIntegral(double a, double b, double c, double f) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.f = f;
  }

  /**
   * The logarithm of the integral.
   *
   * @param a first shape
   * @param b second shape
   * @param c passes
   * @param f failures
   */
  static double logarithm(double a, double b, int c, int f) {
    return new KumaraswamyIntegral(a, b, c, f).logIntegral();
  }

  private double logIntegral() {
    double mode = mode();
    double highest = height(mode);
    double centre = c == 0 && a < SLOW ? Math.log(a / (f + 1)) : mode;
    double width = 1 / Math.sqrt(Math.max(1, curvature(centre)));
    double sum = Math.exp(height(centre) - highest);
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 1; ; i++) {
        double v = side * i * STEP;
        double t = centre + width * Math.sinh(v);
        double term = height(t) - highest + Math.log(Math.cosh(v));
        sum += Math.exp(term);
        if (term < -NEGLIGIBLE && side * (t - mode) > 0) {
          break;
        }
      }
    }
    return Math.log(a * b) + highest + Math.log(width * STEP * sum);
  }

  /** The logarithm of the integrand by t = logit p, without the factor a b. */
  private double height(double t) {
    double logP = -softplus(-t);
    double logQ = -softplus(t);
    double logRest = t > FAR ? Math.log(a) - t : Math.log(-Math.expm1(a * logP));
    return (c + a) * logP + (f + 1) * logQ + (b - 1) * logRest;
  }

  private static double softplus(double x) {
    return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
  }

  /** The derivative of the height: falling, from c + a to -(f + b). */
  private double slope(double t) {
    double p = 1 / (1 + Math.exp(-t));
    double q = 1 / (1 + Math.exp(t));
    double logP = -softplus(-t);
    // d/dt ln(1 - p^a) = -a q p^a/(1 - p^a)
    double share = t > FAR ? 1 : a * q / Math.expm1(-a * logP);
    return (c + a) * q - (f + 1) * p - (b - 1) * share;
  }

  private double curvature(double t) {
    double h = 1e-4;
    return (slope(t - h) - slope(t + h)) / (2 * h);
  }

  /** Where the slope is zero, by bisection. */
  private double mode() {
    double low = -BRACKET;
    double high = BRACKET;
    while (slope(low) < 0) {
      low *= 2;
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (slope(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
