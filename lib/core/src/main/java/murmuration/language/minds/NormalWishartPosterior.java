package murmuration.language.minds;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * A normal-Wishart law after n observations: {@code beta' = beta + n}, {@code m' = (beta m + n
 * x̄)/beta'}, {@code nu' = nu + n} and {@code W'^-1 = W^-1 + S + beta n/beta' (x̄ - m)(x̄ - m)^T}
 * with S the scatter about the mean. This is {@code W^-1 + sum xx^T + beta mm^T - beta' m'm'^T}
 * without its loss of digits where means are far from 0.
 */
record NormalWishartPosterior(double[] mean, double beta, double[][] scale, double nu) {
  static NormalWishartPosterior of(NormalWishart prior, PointMoments points) {
    int d = prior.dimensions();
    double[] m = prior.mean();
    double beta = prior.beta() + points.count;
    double pull = prior.beta() * points.count / beta;
    double[] mean = new double[d];
    for (int i = 0; i < d; i++) {
      mean[i] = (prior.beta() * m[i] + points.count * points.mean[i]) / beta;
    }
    var inverse = inverse(new DMatrixRMaj(prior.scale()));
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        double shift = pull * (points.mean[i] - m[i]) * (points.mean[j] - m[j]);
        inverse.add(i, j, points.count == 0 ? 0 : points.scatter[i][j] + shift);
      }
    }
    var scale = inverse(inverse);
    double[][] rows = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        rows[i][j] = (scale.get(i, j) + scale.get(j, i)) / 2;
      }
    }
    return new NormalWishartPosterior(mean, beta, rows, prior.nu() + points.count);
  }

  private static DMatrixRMaj inverse(DMatrixRMaj matrix) {
    var result = new DMatrixRMaj(matrix.numRows, matrix.numRows);
    if (!CommonOps_DDRM.invertSPD(matrix, result)) {
      throw new IllegalArgumentException(
          "observations leave no positive definite precision: expected smaller numbers");
    }
    return result;
  }

  /** The lower triangular L with {@code L L^T = W}. */
  double[][] root() {
    int d = mean.length;
    var cholesky = DecompositionFactory_DDRM.chol(d, true);
    if (!cholesky.decompose(new DMatrixRMaj(scale))) {
      throw new IllegalArgumentException(
          "observations leave no positive definite precision: expected smaller numbers");
    }
    var lower = cholesky.getT(null);
    double[][] rows = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        rows[i][j] = lower.get(i, j);
      }
    }
    return rows;
  }
}
