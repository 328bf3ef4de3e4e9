package murmuration.math;

/**
 * The weights with which observations enter a local polynomial at a point, by polynomials {@code
 * p_k} orthogonal under the tricube weights: {@code w_j sum_k p_k(0) p_k(d_j) / sum_j w_j
 * p_k(d_j)^2} for its value, with {@code p_k'(0) / h} in place of {@code p_k(0)} for its slope;
 * {@code d_j = (t_j - x)/h}.
 *
 * @param t times
 * @param degree 1 or 2
 */
record LocalPolynomial(double[] t, int degree) {
  /** Share of the weighted sum of squares below which a term is a rounding error. */
  private static final double NOTHING = 1e-14;

  /** Writes the weights of {@code from..to-1} in the value at x to {@code value}. */
  void value(double x, double h, int from, int to, double[] value) {
    fill(x, h, from, to, value, false);
  }

  /** Writes the weights of {@code from..to-1} in the slope at x to {@code slope}. */
  void slope(double x, double h, int from, int to, double[] slope) {
    fill(x, h, from, to, slope, true);
  }

  private void fill(double x, double h, int from, int to, double[] weights, boolean slope) {
    double s0 = 0;
    double s1 = 0;
    for (int j = from; j < to; j++) {
      double d = (t[j] - x) / h;
      double w = Tricube.of(Math.abs(d));
      weights[j - from] = w;
      s0 += w;
      s1 += w * d;
    }
    double centre = s1 / s0;
    double n1 = 0;
    double cubes = 0;
    for (int j = from; j < to; j++) {
      double p = (t[j] - x) / h - centre;
      n1 += weights[j - from] * p * p;
      cubes += weights[j - from] * p * p * p;
    }
    boolean line = n1 > NOTHING * s0;
    double tilt = line ? cubes / n1 : 0;
    double level = n1 / s0;
    double n2 = 0;
    for (int j = from; j < to; j++) {
      double p = (t[j] - x) / h - centre;
      double p2 = p * p - tilt * p - level;
      n2 += weights[j - from] * p2 * p2;
    }
    boolean curve = degree == 2 && line && n2 > NOTHING * s0;
    double here0 = slope ? 0 : 1 / s0;
    double here1 = slope ? 1 / h : -centre;
    double here2 = slope ? (-2 * centre - tilt) / h : centre * centre + tilt * centre - level;
    double a1 = line ? here1 / n1 : 0;
    double a2 = curve ? here2 / n2 : 0;
    for (int j = from; j < to; j++) {
      double p = (t[j] - x) / h - centre;
      double p2 = p * p - tilt * p - level;
      weights[j - from] *= here0 + a1 * p + a2 * p2;
    }
  }
}
