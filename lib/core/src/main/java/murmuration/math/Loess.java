package murmuration.math;

/**
 * Local polynomial regression (Cleveland and Devlin 1988, Locally weighted regression), as R's
 * {@code loess(surface = "direct")} evaluated at the observations, without robustness passes.
 *
 * <p>At each time a polynomial is fitted by least squares to the {@code q = floor(n span + 1e-5)}
 * nearest observations with tricube weights {@code (1 - (d/h)^3)^3}, h the distance of the q-th.
 * Where neighbours of positive weight are too few for the degree, the degree is lowered. R's
 * default surface, a blend from a tree of vertices, agrees to about 1 % of the standard deviation.
 */
public final class Loess {
  /** Share of the weighted sum of squares below which a term is a rounding error. */
  private static final double NOTHING = 1e-14;

  private Loess() {}

  /**
   * The smoother at times t.
   *
   * @param t times, length n, strictly increasing, at any spacing
   * @param span share of the observations in a neighbourhood, above 0 and at most 1, at least 2
   *     observations
   * @param degree of the polynomial, 1 or 2
   */
  public static Smoother of(double[] t, double span, int degree) {
    Arguments.increasing("t", t);
    Arguments.require(
        span > 0 && span <= 1, "span is %s: expected a share above 0 and at most 1", span);
    Arguments.require(degree == 1 || degree == 2, "degree is %d: expected 1 or 2", degree);
    int q = (int) (t.length * span + 1e-5);
    Arguments.require(
        q >= 2, "span %s has %d points (n = %d): expected at least 2", span, q, t.length);
    double[] times = t.clone();
    var near = Neighbourhoods.of(times, q);
    int[] to = new int[t.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = near.to(i);
    }
    return new LocalWeights(
        near.from(), to, (i, a, b, w) -> fill(times, near.radius()[i], degree, i, a, b, w));
  }

  /**
   * The weights of a local fit by polynomials orthogonal under the tricube weights: {@code l_j =
   * w_j sum_k p_k(0) p_k(d_j) / sum_j w_j p_k(d_j)^2}, {@code d_j = (t_j - t_i)/h}.
   */
  private static void fill(
      double[] t, double h, int degree, int i, int from, int to, double[] weights) {
    double s0 = 0;
    double s1 = 0;
    for (int j = from; j < to; j++) {
      double d = (t[j] - t[i]) / h;
      double w = Tricube.of(Math.abs(d));
      weights[j - from] = w;
      s0 += w;
      s1 += w * d;
    }
    double centre = s1 / s0;
    double n1 = 0;
    double skew = 0;
    for (int j = from; j < to; j++) {
      double p = (t[j] - t[i]) / h - centre;
      n1 += weights[j - from] * p * p;
      skew += weights[j - from] * p * p * p;
    }
    boolean line = n1 > NOTHING * s0;
    double tilt = line ? skew / n1 : 0;
    double level = n1 / s0;
    double n2 = 0;
    for (int j = from; j < to; j++) {
      double p = (t[j] - t[i]) / h - centre;
      double p2 = p * p - tilt * p - level;
      n2 += weights[j - from] * p2 * p2;
    }
    boolean curve = degree == 2 && line && n2 > NOTHING * s0;
    double here1 = line ? -centre / n1 : 0;
    double here2 = curve ? (centre * centre + tilt * centre - level) / n2 : 0;
    for (int j = from; j < to; j++) {
      double p = (t[j] - t[i]) / h - centre;
      double p2 = p * p - tilt * p - level;
      weights[j - from] *= 1 / s0 + here1 * p + here2 * p2;
    }
  }
}
