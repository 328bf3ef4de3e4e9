package murmuration.math;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.jspecify.annotations.Nullable;

/**
 * Linear least squares: the coefficients b that minimise {@code sum w_i (y_i - row_i . b)^2}, with
 * their covariance {@code s^2 (X^T W X)^-1}, {@code s^2 = rss / df}.
 *
 * <p>By Householder QR on columns of unit length, not by normal equations: these square the
 * condition number, and columns such as ln C, C^2 or neighbouring powers are nearly parallel.
 *
 * @param coefficients b, length p
 * @param covariance of b, p by p; NaN where df is 0
 * @param rss weighted sum of squared residuals
 * @param total weighted sum of squares of y about its weighted mean
 * @param df degrees of freedom: rows with a weight above 0, less p
 */
public record LeastSquares(
    double[] coefficients, double[][] covariance, double rss, double total, int df) {
  private static final double PARALLEL = 1e-12;
  private static final int HIGHEST_DEGREE = 20;

  /** Checks the shapes and keeps its own copies. */
  public LeastSquares {
    coefficients = Arguments.present("coefficients", coefficients).clone();
    covariance = copy(Arguments.present("covariance", covariance));
    Arguments.require(df >= 0, "df is %d: expected 0 or more", df);
    Arguments.require(
        covariance.length == coefficients.length,
        "covariance has %d rows: expected one for each of %d coefficients",
        covariance.length,
        coefficients.length);
  }

  /**
   * Ordinary least squares.
   *
   * @param design n rows of p numbers each; a constant term is a column of ones
   * @param y length n of at least p, finite
   * @throws IllegalArgumentException where a column follows from the others
   */
  public static LeastSquares of(double[][] design, double[] y) {
    double[] equal = new double[Arguments.present("y", y).length];
    Arrays.fill(equal, 1);
    return of(design, y, equal);
  }

  /**
   * Weighted least squares.
   *
   * @param design n rows of p numbers each
   * @param y length n, finite
   * @param weights inverse variances up to a factor, length n, finite, 0 or more, at least p above
   *     0
   * @throws IllegalArgumentException where a column follows from the others
   */
  public static LeastSquares of(double[][] design, double[] y, double[] weights) {
    return ifDetermined(design, y, weights)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a column of design follows from those before it: expected independent ones"));
  }

  /** The same; empty where a column follows from the others, or is 0. */
  public static Optional<LeastSquares> ifDetermined(
      double[][] design, double[] y, double[] weights) {
    Arguments.finite("y", y, 1);
    Arguments.finite("weights", weights, 1);
    Arguments.sameLength("y", y, "weights", weights);
    int n = rows(design, y.length);
    int p = design[0].length;
    int used = 0;
    for (double w : weights) {
      Arguments.require(w >= 0, "a weight is %s: expected 0 or more", w);
      used += w > 0 ? 1 : 0;
    }
    Arguments.require(
        used >= p, "%d coefficients need at least %d rows with a weight, got %d", p, p, used);
    DMatrixRMaj x = new DMatrixRMaj(n, p);
    DMatrixRMaj target = new DMatrixRMaj(n, 1);
    double[] length = new double[p];
    for (int i = 0; i < n; i++) {
      double root = Math.sqrt(weights[i]);
      target.set(i, 0, root * y[i]);
      for (int j = 0; j < p; j++) {
        x.set(i, j, root * design[i][j]);
        length[j] = Math.hypot(length[j], x.get(i, j));
      }
    }
    for (int j = 0; j < p; j++) {
      if (length[j] == 0) {
        return Optional.empty();
      }
      for (int i = 0; i < n; i++) {
        x.set(i, j, x.get(i, j) / length[j]);
      }
    }
    double[][] inverse = new double[p][p];
    double[] b = solve(x, target, inverse);
    if (b == null) {
      return Optional.empty();
    }
    double[][] covariance = new double[p][p];
    for (int j = 0; j < p; j++) {
      b[j] /= length[j];
      for (int k = 0; k < p; k++) {
        for (int l = Math.max(j, k); l < p; l++) {
          covariance[j][k] += inverse[j][l] * inverse[k][l];
        }
        covariance[j][k] /= length[j] * length[k];
      }
    }
    double rss = rss(design, y, weights, b);
    for (double[] row : covariance) {
      for (int k = 0; k < p; k++) {
        row[k] *= used > p ? rss / (used - p) : Double.NaN;
      }
    }
    return Optional.of(new LeastSquares(b, covariance, rss, total(y, weights), used - p));
  }

  /** b of unit columns, null where they are parallel; R's inverse is left in {@code inverse}. */
  private static double @Nullable [] solve(DMatrixRMaj x, DMatrixRMaj y, double[][] inverse) {
    int p = x.numCols;
    var qr = DecompositionFactory_DDRM.qr(x.numRows, p);
    if (!qr.decompose(x.copy())) {
      return null;
    }
    DMatrixRMaj q = qr.getQ(null, true);
    DMatrixRMaj r = qr.getR(null, true);
    double[] b = new double[p];
    for (int j = 0; j < p; j++) {
      if (!(Math.abs(r.get(j, j)) > PARALLEL)) {
        return null;
      }
      for (int i = 0; i < x.numRows; i++) {
        b[j] += q.get(i, j) * y.get(i, 0);
      }
    }
    for (int k = 0; k < p; k++) {
      inverse[k][k] = 1 / r.get(k, k);
      for (int j = k - 1; j >= 0; j--) {
        double sum = 0;
        for (int l = j + 1; l <= k; l++) {
          sum += r.get(j, l) * inverse[l][k];
        }
        inverse[j][k] = -sum / r.get(j, j);
      }
    }
    double[] solution = new double[p];
    for (int j = 0; j < p; j++) {
      for (int k = j; k < p; k++) {
        solution[j] += inverse[j][k] * b[k];
      }
    }
    return solution;
  }

  /**
   * A polynomial in {@code x - centre}, coefficients from the constant upwards.
   *
   * @param x length n of at least {@code degree + 1}, finite, with as many distinct values
   * @param y length n, finite
   * @param degree 0 to 20
   * @param centre usually the mean of x, which keeps the coefficients apart
   */
  public static LeastSquares polynomial(double[] x, double[] y, int degree, double centre) {
    double[] equal = new double[Arguments.present("y", y).length];
    Arrays.fill(equal, 1);
    return polynomial(x, y, equal, degree, centre);
  }

  /** The same with weights, as in {@link #of(double[][], double[], double[])}. */
  public static LeastSquares polynomial(
      double[] x, double[] y, double[] weights, int degree, double centre) {
    Arguments.finite("x", x, 1);
    Arguments.sameLength("x", x, "y", y);
    Arguments.require(
        degree >= 0 && degree <= HIGHEST_DEGREE,
        "degree is %d: expected 0 to %d",
        degree,
        HIGHEST_DEGREE);
    Arguments.require(Double.isFinite(centre), "centre is %s: expected a finite number", centre);
    double[][] design = new double[x.length][degree + 1];
    for (int i = 0; i < x.length; i++) {
      double power = 1;
      for (int j = 0; j <= degree; j++) {
        design[i][j] = power;
        power *= x[i] - centre;
      }
    }
    return of(design, y, weights);
  }

  /** A line, {@code y = b_0 + b_1 x}. */
  public static LeastSquares line(double[] x, double[] y) {
    return polynomial(x, y, 1, 0);
  }

  /** The residual variance {@code rss / df}; NaN where df is 0. */
  public double variance() {
    return df == 0 ? Double.NaN : rss / df;
  }

  /** The standard error of coefficient j; NaN where df is 0. */
  public double standardError(int j) {
    return Math.sqrt(covariance[index(j)][j]);
  }

  /** The interval of coefficient j by Student's t, low and high; NaN where df is 0. */
  public double[] interval(int j, double level) {
    double half = halfWidth(standardError(j), level);
    return new double[] {coefficients[j] - half, coefficients[j] + half};
  }

  /** The two-sided p of the hypothesis that coefficient j is 0, by Student's t. */
  public double p(int j) {
    double t = coefficients[index(j)] / standardError(j);
    return df == 0 || Double.isNaN(t)
        ? Double.NaN
        : 2 * new TDistribution(null, df).cumulativeProbability(-Math.abs(t));
  }

  /** The share of {@link #total} that the fit explains. */
  public double rSquared() {
    return 1 - rss / total;
  }

  /** The fit at a row of p numbers. */
  public double at(double... row) {
    return product(checked(row), coefficients);
  }

  /** The standard error of {@link #at}: of the fitted mean, without the noise of an observation. */
  public double standardErrorAt(double... row) {
    double sum = 0;
    for (int j = 0; j < checked(row).length; j++) {
      sum += row[j] * product(covariance[j], row);
    }
    return Math.sqrt(sum);
  }

  /** Half the width of an interval by Student's t with df degrees of freedom. */
  public double halfWidth(double standardError, double level) {
    Arguments.require(level > 0 && level < 1, "level is %s: expected between 0 and 1", level);
    return df == 0
        ? Double.NaN
        : standardError * new TDistribution(null, df).inverseCumulativeProbability(0.5 + level / 2);
  }

  @Override
  public double[] coefficients() {
    return coefficients.clone();
  }

  @Override
  public double[][] covariance() {
    return copy(covariance);
  }

  private int index(int j) {
    Arguments.require(
        j >= 0 && j < coefficients.length,
        "coefficient %d is asked for: expected 0 to %d",
        j,
        coefficients.length - 1);
    return j;
  }

  private double[] checked(double[] row) {
    Arguments.require(
        Arguments.present("row", row).length == coefficients.length,
        "row has %d numbers: expected %d",
        row.length,
        coefficients.length);
    return row;
  }

  private static int rows(double[][] design, int n) {
    Arguments.present("design", design);
    Arguments.require(
        design.length == n, "design has %d rows, y has %d: expected as many", design.length, n);
    for (int i = 0; i < n; i++) {
      Arguments.finite("design[" + i + "]", design[i], 1);
      Arguments.sameLength("design[0]", design[0], "design[" + i + "]", design[i]);
    }
    return n;
  }

  private static double rss(double[][] design, double[] y, double[] weights, double[] b) {
    var sum = new Neumaier();
    for (int i = 0; i < y.length; i++) {
      double r = y[i] - product(design[i], b);
      sum.add(weights[i] * r * r);
    }
    return sum.value();
  }

  private static double total(double[] y, double[] weights) {
    double mean = 0;
    double weight = 0;
    for (int i = 0; i < y.length; i++) {
      if (weights[i] > 0) {
        weight += weights[i];
        mean += (y[i] - mean) * (weights[i] / weight);
      }
    }
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += weights[i] * (y[i] - mean) * (y[i] - mean);
    }
    return sum;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static double[][] copy(double[][] m) {
    return Arrays.stream(m).map(double[]::clone).toArray(double[][]::new);
  }
}
