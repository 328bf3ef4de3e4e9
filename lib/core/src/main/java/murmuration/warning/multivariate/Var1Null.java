package murmuration.warning.multivariate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.math.Digits;
import murmuration.warning.NullModel;

/**
 * A vector autoregression of order 1, {@code x_i - m = A (x_(i-1) - m) + e_i}, by moments (the
 * multivariate Yule-Walker equations): {@code A = C1 C0^-1}, {@code cov(e) = C0 - A C1'}, with
 * {@code C0 = sum (x_i-m)(x_i-m)'/n} and {@code C1 = sum (x_(i+1)-m)(x_i-m)'/n}. With these
 * divisors the process is always stationary, and C0 is its covariance: it starts from that law.
 * Columns that are constant or combinations of others stay so (pseudo-inverse).
 */
final class Var1Null implements NullModel {
  private static final double RANK = 1e-12;

  private final int n;
  private final int k;
  private final boolean[] missing;
  private final double[] mean;
  private final double[] scale;
  private final double[] coefficients;
  private final double[] start;
  private final double[] innovation;

  /** Fits to a record; gaps are filled for the fit and cut into what is drawn. */
  Var1Null(MultivariateSeries series) {
    n = series.size();
    k = series.width();
    missing = Gaps.of(series);
    double[] x = series.filled();
    mean = new double[k];
    scale = new double[k];
    centre(x);
    double[] c0 = lagProducts(x, 0);
    double[] c1 = lagProducts(x, 1);
    coefficients = product(c1, power(c0, -1), k);
    double[] explained = product(coefficients, transposed(c1), k);
    double[] rest = new double[k * k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        int ab = a * k + b;
        int ba = b * k + a;
        rest[ab] = 0.5 * (c0[ab] + c0[ba] - explained[ab] - explained[ba]);
      }
    }
    start = power(c0, 0.5);
    innovation = power(rest, 0.5);
  }

  private void centre(double[] x) {
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < n; i++) {
        mean[j] += (x[i * k + j] - mean[j]) / (i + 1);
      }
      for (int i = 0; i < n; i++) {
        scale[j] = Math.max(scale[j], Math.abs(x[i * k + j] - mean[j]));
      }
      scale[j] = scale[j] > 0 ? scale[j] : 1;
      for (int i = 0; i < n; i++) {
        x[i * k + j] = (x[i * k + j] - mean[j]) / scale[j];
      }
    }
  }

  private double[] lagProducts(double[] x, int lag) {
    double[] products = new double[k * k];
    for (int i = 0; i < n - lag; i++) {
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          products[a * k + b] += x[(i + lag) * k + a] * x[i * k + b] / n;
        }
      }
    }
    return products;
  }

  /** A power of a symmetric matrix without negative eigenvalues, 0 where those are 0. */
  private double[] power(double[] symmetric, double exponent) {
    Eigen eigen = Eigen.symmetric(k);
    double[] power = new double[k * k];
    if (!eigen.of(symmetric)) {
      return power;
    }
    double least = RANK * Math.max(0, eigen.real(eigen.largest()));
    for (int i = 0; i < k; i++) {
      if (eigen.real(i) > least) {
        double[] v = eigen.vector(i);
        double f = Math.pow(eigen.real(i), exponent);
        for (int a = 0; a < k; a++) {
          for (int b = 0; b < k; b++) {
            power[a * k + b] += f * v[a] * v[b];
          }
        }
      }
    }
    return power;
  }

  private static double[] product(double[] left, double[] right, int k) {
    double[] product = new double[k * k];
    for (int a = 0; a < k; a++) {
      for (int l = 0; l < k; l++) {
        for (int b = 0; b < k; b++) {
          product[a * k + b] += left[a * k + l] * right[l * k + b];
        }
      }
    }
    return product;
  }

  private double[] transposed(double[] matrix) {
    double[] transposed = new double[k * k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        transposed[b * k + a] = matrix[a * k + b];
      }
    }
    return transposed;
  }

  @Override
  public int size() {
    return n * k;
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    double[] state = new double[k];
    double[] noise = new double[k];
    double[] next = new double[k];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        noise[j] = random.nextGaussian();
      }
      double[] root = i == 0 ? start : innovation;
      for (int a = 0; a < k; a++) {
        double value = 0;
        for (int b = 0; b < k; b++) {
          value += root[a * k + b] * noise[b] + coefficients[a * k + b] * state[b];
        }
        next[a] = value;
      }
      for (int j = 0; j < k; j++) {
        state[j] = next[j];
        int at = i * k + j;
        out[at] = missing[at] ? Double.NaN : mean[j] + scale[j] * next[j];
      }
    }
  }

  /** The largest modulus of an eigenvalue of A. */
  double modulus() {
    Eigen eigen = Eigen.general(k);
    eigen.of(coefficients);
    return eigen.modulus();
  }

  @Override
  public String words() {
    return "a VAR(1) of " + k + " variables, largest eigenvalue modulus " + Digits.of(modulus(), 4);
  }

  /** The eigenvalue modulus, then A, row by row, in the variables' units. */
  @Override
  public Map<String, Double> parameters() {
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("modulus", modulus());
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        parameters.put("A[" + a + "][" + b + "]", coefficients[a * k + b] * (scale[a] / scale[b]));
      }
    }
    return parameters;
  }
}
