package murmuration.scaling.simulation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/** Ridge regression on features, by the smaller of its two systems of equations. */
final class RidgeSolver {
  private RidgeSolver() {}

  /**
   * {@code u = (P^T P/D + r N I)^-1 P^T y/D} over the first n features.
   *
   * @param gram {@code P^T P} of all features
   * @param moment {@code P^T y} of all features
   */
  static double[] byFeatures(Gram gram, double[] moment, int n, int samples, double ridge) {
    var a = new DMatrixRMaj(n, n);
    var b = new DMatrixRMaj(n, 1);
    for (int i = 0; i < n; i++) {
      b.set(i, 0, moment[i] / samples);
      for (int j = 0; j < n; j++) {
        a.set(i, j, gram.at(i, j) / samples);
      }
      a.add(i, i, ridge * n);
    }
    return solve(a, b);
  }

  /**
   * {@code u = P^T (P P^T/D + r N I)^-1 y/D}, the same for fewer samples than features.
   *
   * @param p {@code F x} of at least the first {@code samples} samples
   */
  static double[] bySamples(double[][] p, double[] y, int n, int samples, double ridge) {
    var a = new DMatrixRMaj(samples, samples);
    var b = new DMatrixRMaj(samples, 1);
    for (int i = 0; i < samples; i++) {
      b.set(i, 0, y[i] / samples);
      for (int j = 0; j <= i; j++) {
        double product = dot(p[i], p[j], n) / samples;
        a.set(i, j, product);
        a.set(j, i, product);
      }
      a.add(i, i, ridge * n);
    }
    double[] c = solve(a, b);
    double[] u = new double[n];
    for (int d = 0; d < samples; d++) {
      for (int i = 0; i < n; i++) {
        u[i] = Math.fma(c[d], p[d][i], u[i]);
      }
    }
    return u;
  }

  static double dot(double[] p, double[] q, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum = Math.fma(p[i], q[i], sum);
    }
    return sum;
  }

  private static double[] solve(DMatrixRMaj a, DMatrixRMaj b) {
    var solver = LinearSolverFactory_DDRM.symmPosDef(a.numRows);
    if (!solver.setA(a)) {
      throw new IllegalArgumentException(
          "ridge is too small for "
              + a.numRows
              + " equations: they are singular in double precision");
    }
    var x = new DMatrixRMaj(a.numRows, 1);
    solver.solve(b, x);
    return x.getData();
  }
}
