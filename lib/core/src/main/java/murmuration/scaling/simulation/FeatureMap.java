package murmuration.scaling.simulation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The matrix F of a draw, kept by modes, with what the exact loss needs of it: {@code S = F Lambda
 * F^T} and {@code h = F Lambda w}.
 */
final class FeatureMap {
  private static final int MODES_AT_ONCE = 4;

  private final double[][] byMode;
  private final Gram kernel;
  private final double[] target;

  /**
   * From F by modes.
   *
   * @param byMode F transposed: a row of N for each of the M modes
   */
  FeatureMap(double[][] byMode, double[] eigenvalues, double[] teacher) {
    this.byMode = byMode;
    int n = byMode[0].length;
    kernel = new Gram(n);
    target = new double[n];
    double[] scaled = new double[n];
    for (int k = 0; k < byMode.length; k++) {
      double root = Math.sqrt(eigenvalues[k]);
      double pull = eigenvalues[k] * teacher[k];
      for (int i = 0; i < n; i++) {
        scaled[i] = root * byMode[k][i];
        target[i] = Math.fma(pull, byMode[k][i], target[i]);
      }
      kernel.add(scaled);
    }
  }

  /** F drawn row by row, so that its first rows do not depend on how many there are. */
  static FeatureMap draw(RandomGenerator random, int n, double[] eigenvalues, double[] teacher) {
    double[][] byMode = new double[eigenvalues.length][n];
    for (int i = 0; i < n; i++) {
      for (double[] mode : byMode) {
        mode[i] = random.nextGaussian();
      }
    }
    return new FeatureMap(byMode, eigenvalues, teacher);
  }

  int size() {
    return target.length;
  }

  /**
   * {@code p = F x} and {@code q = F y}. Each entry is one chain of fused multiply-adds over the
   * modes, so it has the same bits whatever it is computed beside.
   */
  void apply(double[] x, double[] y, double[] p, double[] q) {
    Arrays.fill(p, 0);
    Arrays.fill(q, 0);
    int k = 0;
    for (; k + MODES_AT_ONCE <= x.length; k += MODES_AT_ONCE) {
      addFour(k, x, y, p, q);
    }
    for (; k < x.length; k++) {
      double[] f = byMode[k];
      for (int i = 0; i < p.length; i++) {
        p[i] = Math.fma(x[k], f[i], p[i]);
        q[i] = Math.fma(y[k], f[i], q[i]);
      }
    }
  }

  /** A loop of its own, which the compiler turns into vector instructions. */
  private void addFour(int k, double[] x, double[] y, double[] p, double[] q) {
    double[] f0 = byMode[k];
    double[] f1 = byMode[k + 1];
    double[] f2 = byMode[k + 2];
    double[] f3 = byMode[k + 3];
    double x0 = x[k];
    double x1 = x[k + 1];
    double x2 = x[k + 2];
    double x3 = x[k + 3];
    double y0 = y[k];
    double y1 = y[k + 1];
    double y2 = y[k + 2];
    double y3 = y[k + 3];
    for (int i = 0; i < p.length; i++) {
      double a = Math.fma(x0, f0[i], p[i]);
      double b = Math.fma(y0, f0[i], q[i]);
      a = Math.fma(x1, f1[i], a);
      b = Math.fma(y1, f1[i], b);
      a = Math.fma(x2, f2[i], a);
      b = Math.fma(y2, f2[i], b);
      p[i] = Math.fma(x3, f3[i], a);
      q[i] = Math.fma(y3, f3[i], b);
    }
  }

  /**
   * The expected squared error of a student on a new observation: {@code noise + power - 2 u.h +
   * u^T S u}.
   *
   * @param u its weights on {@code F x}, for the first features
   * @param irreducible sigma^2 plus the sum of {@code lambda w^2}
   */
  double loss(double[] u, double irreducible) {
    double overlap = 0;
    for (int i = 0; i < u.length; i++) {
      overlap += u[i] * target[i];
    }
    return irreducible - 2 * overlap + kernel.form(u);
  }
}
