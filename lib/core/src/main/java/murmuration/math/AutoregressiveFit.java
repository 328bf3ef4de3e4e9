package murmuration.math;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * An autoregressive model {@code x_t = sum_k a_k x_{t-k} + e_t}.
 *
 * @param coefficients {@code a_1 .. a_p}; empty for white noise
 * @param variance variance of e
 */
public record AutoregressiveFit(double[] coefficients, double variance) {
  /** Keeps its own copy. */
  public AutoregressiveFit {
    coefficients = coefficients.clone();
  }

  @Override
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** The order p. */
  public int order() {
    return coefficients.length;
  }

  /**
   * Least squares on the n-p samples that have p predecessors, without an intercept; the variance
   * is the mean squared residual (R's ar.ols with intercept = FALSE).
   *
   * @param x finite, length n above {@code 2 order}
   * @param order p, 0 or more
   * @param demean whether the mean of x is taken out first
   */
  public static AutoregressiveFit leastSquares(double[] x, int order, boolean demean) {
    checkOrder(x, order);
    double[] u = demean ? LagProducts.centred(x) : x;
    return leastSquares(u, order, LagProducts.of(u, order));
  }

  /**
   * Least squares of the order 0 .. {@code maxOrder} with the smallest {@code AIC = n ln(variance)
   * + 2 p}, n the length of x at every order (R's ar.ols).
   */
  public static AutoregressiveFit byAic(double[] x, int maxOrder, boolean demean) {
    checkOrder(x, maxOrder);
    double[] u = demean ? LagProducts.centred(x) : x;
    double[] products = LagProducts.of(u, maxOrder);
    AutoregressiveFit best = leastSquares(u, 0, products);
    double lowest = aic(best, x.length);
    for (int p = 1; p <= maxOrder; p++) {
      AutoregressiveFit fit = leastSquares(u, p, products);
      double aic = aic(fit, x.length);
      if (aic < lowest) {
        lowest = aic;
        best = fit;
      }
    }
    return best;
  }

  /**
   * Yule-Walker by Levinson's recursion on the autocovariances of divisor n about the mean; the
   * variance carries R's factor {@code n/(n-p-1)}.
   */
  public static AutoregressiveFit yuleWalker(double[] x, int order) {
    checkOrder(x, order);
    double[] products = LagProducts.of(LagProducts.centred(x), order);
    double[] a = new double[order];
    double rest = products[0];
    for (int p = 0; p < order; p++) {
      double reflection = products[p + 1];
      for (int k = 0; k < p; k++) {
        reflection -= a[k] * products[p - k];
      }
      reflection /= rest;
      reflect(a, p, reflection);
      rest *= 1 - reflection * reflection;
    }
    return new AutoregressiveFit(a, rest / (x.length - order - 1));
  }

  /**
   * Burg's method (1967) on x less its mean: each reflection coefficient minimises the forward and
   * the backward prediction error together; the variance is {@code sum (x-m)^2 / n} times the
   * product of {@code 1 - reflection^2}.
   */
  public static AutoregressiveFit burg(double[] x, int order) {
    checkOrder(x, order);
    double[] forward = LagProducts.centred(x);
    double[] backward = forward.clone();
    int n = x.length;
    double[] a = new double[order];
    double variance = LagProducts.of(forward, 0)[0] / n;
    for (int p = 0; p < order; p++) {
      double product = 0;
      double square = 0;
      for (int t = p + 1; t < n; t++) {
        product += forward[t] * backward[t - 1];
        square += forward[t] * forward[t] + backward[t - 1] * backward[t - 1];
      }
      double reflection = 2 * product / square;
      for (int t = n - 1; t > p; t--) {
        double f = forward[t];
        forward[t] = f - reflection * backward[t - 1];
        backward[t] = backward[t - 1] - reflection * f;
      }
      reflect(a, p, reflection);
      variance *= 1 - reflection * reflection;
    }
    return new AutoregressiveFit(a, variance);
  }

  /** {@code variance / |1 - sum_k a_k exp(-2 pi i f k)|^2} at f cycles a sample. */
  public double spectrum(double f) {
    double re = 1;
    double im = 0;
    for (int k = 0; k < coefficients.length; k++) {
      double angle = 2 * Math.PI * f * (k + 1);
      re -= coefficients[k] * Math.cos(angle);
      im += coefficients[k] * Math.sin(angle);
    }
    return variance / (re * re + im * im);
  }

  /** Largest modulus among the roots of {@code z^p - a_1 z^(p-1) - ... - a_p}; 0 for order 0. */
  public double largestRoot() {
    return largestRoot(coefficients);
  }

  /** Largest modulus among the roots of {@code z^p - a_1 z^(p-1) - ... - a_p}; 0 for order 0. */
  public static double largestRoot(double[] a) {
    if (a.length < 2) {
      return a.length == 0 ? 0 : Math.abs(a[0]);
    }
    if (!Arrays.stream(a).allMatch(Double::isFinite)) {
      return Double.NaN;
    }
    var companion = new Array2DRowRealMatrix(a.length, a.length);
    companion.setRow(0, a);
    for (int k = 1; k < a.length; k++) {
      companion.setEntry(k, k - 1, 1);
    }
    var eigen = new EigenDecomposition(companion);
    double largest = 0;
    for (int k = 0; k < a.length; k++) {
      largest =
          Math.max(largest, Math.hypot(eigen.getRealEigenvalue(k), eigen.getImagEigenvalue(k)));
    }
    return largest;
  }

  private static void checkOrder(double[] x, int order) {
    Arguments.finite("x", x, 1);
    Arguments.require(
        order >= 0 && 2 * order < x.length,
        "order %d on %d values: expected 0 to %d",
        order,
        x.length,
        (x.length - 1) / 2);
  }

  /** Normal equations from whole lag products less the pairs that order p may not use. */
  private static AutoregressiveFit leastSquares(double[] u, int p, double[] products) {
    int n = u.length;
    double[][] gram = new double[p + 1][p + 1];
    for (int a = 0; a <= p; a++) {
      for (int b = a; b <= p; b++) {
        double sum = products[b - a];
        for (int i = b - a; i < p - a; i++) {
          sum -= u[i] * u[i - (b - a)];
        }
        for (int i = n - a; i < n; i++) {
          sum -= u[i] * u[i - (b - a)];
        }
        gram[a][b] = sum;
        gram[b][a] = sum;
      }
    }
    if (p == 0) {
      return new AutoregressiveFit(new double[0], gram[0][0] / n);
    }
    var matrix = new Array2DRowRealMatrix(p, p);
    var right = new ArrayRealVector(p);
    for (int a = 1; a <= p; a++) {
      for (int b = 1; b <= p; b++) {
        matrix.setEntry(a - 1, b - 1, gram[a][b]);
      }
      right.setEntry(a - 1, gram[0][a]);
    }
    var solver = new LUDecomposition(matrix).getSolver();
    if (!solver.isNonSingular()) {
      double[] none = new double[p];
      Arrays.fill(none, Double.NaN);
      return new AutoregressiveFit(none, Double.NaN);
    }
    double[] solution = solver.solve(right).toArray();
    double rest = gram[0][0];
    for (int a = 1; a <= p; a++) {
      rest -= solution[a - 1] * gram[0][a];
    }
    return new AutoregressiveFit(solution, rest / (n - p));
  }

  private static double aic(AutoregressiveFit fit, int n) {
    return n * Math.log(fit.variance) + 2 * fit.order();
  }

  private static void reflect(double[] a, int p, double reflection) {
    double[] before = a.clone();
    for (int k = 0; k < p; k++) {
      a[k] = before[k] - reflection * before[p - 1 - k];
    }
    a[p] = reflection;
  }
}
