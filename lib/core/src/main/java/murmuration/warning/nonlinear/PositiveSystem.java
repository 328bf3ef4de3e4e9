package murmuration.warning.nonlinear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/**
 * Normal equations by Cholesky's decomposition. They count as singular where a term keeps less than
 * 1e-11 of its squares once the terms before it are taken out: the rest is rounding.
 */
final class PositiveSystem {
  private static final double ROUNDING = 1e-11;

  private final LinearSolverChol_DDRM solver;
  private final boolean regular;
  private final int k;

  /**
   * A system.
   *
   * @param gram its matrix: the upper triangle of the first k rows, from {@code offset} on
   */
  PositiveSystem(double[][] gram, int offset, int k) {
    this.k = k;
    var matrix = new DMatrixRMaj(k, k);
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        matrix.set(a, b, gram[offset + Math.min(a, b)][offset + Math.max(a, b)]);
      }
    }
    var cholesky = new CholeskyDecompositionInner_DDRM(true);
    solver = new LinearSolverChol_DDRM(cholesky);
    boolean positive = solver.setA(matrix.copy());
    for (int a = 0; a < k && positive; a++) {
      double pivot = cholesky.getT().get(a, a);
      positive = pivot * pivot > ROUNDING * matrix.get(a, a);
    }
    regular = positive;
  }

  boolean isRegular() {
    return regular;
  }

  /** The solution; empty where the system is singular. */
  double[] solve(double[] right) {
    if (!regular) {
      return new double[0];
    }
    var solution = new DMatrixRMaj(k, 1);
    solver.solve(new DMatrixRMaj(k, 1, true, right.clone()), solution);
    return solution.data;
  }
}
