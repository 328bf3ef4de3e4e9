package murmuration.math;

/**
 * Local polynomial regression (Cleveland and Devlin 1988, Locally weighted regression) as R's
 * {@code loess}, evaluated at the observations, without robustness passes.
 *
 * <p>At a point a polynomial is fitted by least squares to the {@code q = floor(n span + 1e-5)}
 * nearest observations with tricube weights {@code (1 - (d/h)^3)^3}, h the distance of the q-th.
 * Where neighbours of positive weight are too few for the degree, the degree is lowered.
 */
public final class Loess {
  private Loess() {}

  /**
   * Fits at every time: R's {@code surface = "direct"}.
   *
   * @param t times, length n, strictly increasing, at any spacing
   * @param span share of the observations in a neighbourhood, above 0 and at most 1, at least 2
   *     observations
   * @param degree of the polynomial, 1 or 2
   */
  public static Smoother of(double[] t, double span, int degree) {
    int q = neighbours(t, span, degree);
    double[] times = t.clone();
    var near = Neighbourhoods.of(times, q);
    var polynomial = new LocalPolynomial(times, degree);
    int[] to = new int[t.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = near.to(i);
    }
    return new LocalWeights(
        near.from(),
        to,
        (i, a, b, weights) -> polynomial.value(times[i], near.radius()[i], a, b, weights));
  }

  /**
   * Fits at the vertices of cells with at most a fifth of the neighbours and joins them by cubic
   * polynomials: R's default, {@code surface = "interpolate"} with {@code cell = 0.2}. It differs
   * from a fit at every time by several per cent of the standard deviation.
   *
   * @param t times, length n, strictly increasing, at any spacing
   * @param span share of the observations in a neighbourhood, above 0 and at most 1, at least 2
   *     observations
   * @param degree of the polynomial, 1 or 2
   */
  public static Smoother blended(double[] t, double span, int degree) {
    return new LoessBlend(t.clone(), neighbours(t, span, degree), span, degree);
  }

  private static int neighbours(double[] t, double span, int degree) {
    Arguments.increasing("t", t);
    Arguments.require(
        span > 0 && span <= 1, "span is %s: expected a share above 0 and at most 1", span);
    Arguments.require(degree == 1 || degree == 2, "degree is %d: expected 1 or 2", degree);
    int q = (int) (t.length * span + 1e-5);
    Arguments.require(
        q >= 2, "span %s has %d points (n = %d): expected at least 2", span, q, t.length);
    return q;
  }
}
