package murmuration.warning.multivariate;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Eigenvalues and eigenvectors of {@code k x k} matrices, row-major; for one thread. */
final class Eigen {
  private final int k;
  private final boolean symmetric;
  private final DMatrixRMaj matrix;
  private final EigenDecomposition_F64<DMatrixRMaj> decomposition;
  private boolean held;

  private Eigen(int k, boolean vectors, boolean symmetric) {
    this.k = k;
    this.symmetric = symmetric;
    matrix = new DMatrixRMaj(k, k);
    decomposition = DecompositionFactory_DDRM.eig(k, vectors, symmetric);
  }

  static Eigen symmetric(int k) {
    return new Eigen(k, true, true);
  }

  static Eigen general(int k) {
    return new Eigen(k, false, false);
  }

  /** Takes a matrix apart; false where it holds NaN or infinities or does not come apart. */
  boolean of(double[] flat) {
    System.arraycopy(flat, 0, matrix.data, 0, k * k);
    held = isFinite(flat) && decomposition.decompose(matrix);
    return held;
  }

  private static boolean isFinite(double[] flat) {
    for (double v : flat) {
      if (!Double.isFinite(v)) {
        return false;
      }
    }
    return true;
  }

  /** Real part of an eigenvalue, in no order. */
  double real(int i) {
    return decomposition.getEigenvalue(i).real;
  }

  /** Position of the largest eigenvalue of a symmetric matrix. */
  int largest() {
    int best = 0;
    for (int i = 1; i < k; i++) {
      best = real(i) > real(best) ? i : best;
    }
    return best;
  }

  /** Position of the smallest eigenvalue of a symmetric matrix. */
  int smallest() {
    int best = 0;
    for (int i = 1; i < k; i++) {
      best = real(i) < real(best) ? i : best;
    }
    return best;
  }

  /** The vector of a symmetric matrix's eigenvalue i, of length 1. */
  double[] vector(int i) {
    DMatrixRMaj vector = decomposition.getEigenVector(i);
    return vector == null ? Matrices.filled(k, Double.NaN) : vector.data.clone();
  }

  /** The largest modulus of an eigenvalue; NaN where the matrix did not come apart. */
  double modulus() {
    if (!held) {
      return Double.NaN;
    }
    double largest = 0;
    for (int i = 0; i < k; i++) {
      var value = decomposition.getEigenvalue(i);
      largest = Math.max(largest, Math.hypot(value.real, value.imaginary));
    }
    return largest;
  }

  /** Real and imaginary parts, of falling modulus, {@code [2][k]}; NaN where there are none. */
  double[][] values() {
    if (!held) {
      return Matrices.filled(2, k, Double.NaN);
    }
    double[][] pairs = new double[k][];
    for (int i = 0; i < k; i++) {
      var value = decomposition.getEigenvalue(i);
      pairs[i] = new double[] {value.real, symmetric ? 0 : value.imaginary};
    }
    Arrays.sort(
        pairs,
        (a, b) -> {
          int byModulus = Double.compare(Math.hypot(b[0], b[1]), Math.hypot(a[0], a[1]));
          return byModulus != 0 ? byModulus : Double.compare(b[1], a[1]);
        });
    double[][] values = new double[2][k];
    for (int i = 0; i < k; i++) {
      values[0][i] = pairs[i][0];
      values[1][i] = pairs[i][1];
    }
    return values;
  }
}
