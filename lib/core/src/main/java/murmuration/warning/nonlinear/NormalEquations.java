package murmuration.warning.nonlinear;

/** Least squares of y on k terms, by sums to which observations are added one by one. */
final class NormalEquations {
  private final int k;
  private final double[][] gram;
  private final double[] right;
  private double square;
  private int n;

  NormalEquations(int k) {
    this.k = k;
    this.gram = new double[k][k];
    this.right = new double[k];
  }

  void add(double[] terms, double y) {
    for (int a = 0; a < k; a++) {
      for (int b = a; b < k; b++) {
        gram[a][b] += terms[a] * terms[b];
      }
      right[a] += terms[a] * y;
    }
    square += y * y;
    n++;
  }

  /** What is left of the whole when a part is taken out. */
  static NormalEquations difference(NormalEquations whole, NormalEquations part) {
    var rest = new NormalEquations(whole.k);
    for (int a = 0; a < whole.k; a++) {
      for (int b = a; b < whole.k; b++) {
        rest.gram[a][b] = whole.gram[a][b] - part.gram[a][b];
      }
      rest.right[a] = whole.right[a] - part.right[a];
    }
    rest.square = whole.square - part.square;
    rest.n = whole.n - part.n;
    return rest;
  }

  int n() {
    return n;
  }

  /** The coefficients; empty where the terms depend on one another. */
  double[] solve() {
    return new PositiveSystem(gram, 0, k).solve(right);
  }

  /** The sum of squared residuals; infinite where the terms depend on one another. */
  double residual() {
    double[] b = solve();
    if (b.length == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = square;
    for (int a = 0; a < k; a++) {
      sum -= b[a] * right[a];
    }
    return Double.isFinite(sum) ? Math.max(0, sum) : Double.POSITIVE_INFINITY;
  }

  /** The variance of the residuals, with divisor n - k; NaN where n is not above k. */
  double variance() {
    return n > k ? residual() / (n - k) : Double.NaN;
  }

  /** The standard error of {@code sum w_a b_a}: {@code sqrt(s^2 w' (X'X)^-1 w)}. */
  double error(double[] weights) {
    double[] solution = new PositiveSystem(gram, 0, k).solve(weights);
    double sum = solution.length == 0 ? Double.NaN : 0;
    for (int a = 0; a < solution.length; a++) {
      sum += weights[a] * solution[a];
    }
    return Math.sqrt(variance() * sum);
  }
}
