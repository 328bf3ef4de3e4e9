package murmuration.warning.multivariate;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Minimum/maximum autocorrelation factors from two matrices of standardised columns: directions a
 * with {@code D a = lambda R a}, R their correlation, D the covariance of their steps. With {@code
 * R = G G'} these are the eigenvectors of {@code G^-1 D G^-T}; any other square root of R, such as
 * the symmetric one, gives the same.
 */
final class MafDecomposition {
  private final int k;
  private final Eigen eigen;
  private double[] factor = new double[0];
  private double[] first = new double[0];
  private int smallest;
  private boolean found;

  MafDecomposition(int k) {
    this.k = k;
    eigen = Eigen.symmetric(k);
  }

  void clear() {
    found = false;
  }

  /** Both flat; overwritten. */
  void of(double[] correlation, double[] steps) {
    found = Cholesky.factor(correlation, k);
    if (!found) {
      return;
    }
    for (int i = 0; i < k; i++) {
      Cholesky.forward(correlation, k, steps, i * k, 1);
    }
    for (int j = 0; j < k; j++) {
      Cholesky.forward(correlation, k, steps, j, k);
    }
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < a; b++) {
        double mean = 0.5 * (steps[a * k + b] + steps[b * k + a]);
        steps[a * k + b] = mean;
        steps[b * k + a] = mean;
      }
    }
    found = eigen.of(steps);
    if (found) {
      factor = correlation;
      smallest = eigen.smallest();
      first = loadings(smallest);
    }
  }

  boolean isFound() {
    return found;
  }

  /** Positions of the eigenvalues, ascending. */
  int[] ascending() {
    return IntStream.range(0, k)
        .boxed()
        .sorted(Comparator.comparingDouble(eigen::real))
        .mapToInt(i -> i)
        .toArray();
  }

  /** The eigenvalue at a position. */
  double eigenvalue(int position) {
    return eigen.real(position);
  }

  /** The smallest share of the sum of all eigenvalues. */
  double smallestShare() {
    if (!found) {
      return Double.NaN;
    }
    double total = 0;
    for (int j = 0; j < k; j++) {
      total += eigenvalue(j);
    }
    return eigenvalue(smallest) / total;
  }

  /** Loadings of the factor with the smallest eigenvalue. */
  double[] first() {
    return first;
  }

  /** Loadings on the standardised columns, of length 1, of the eigenvalue at a position. */
  double[] loadings(int position) {
    double[] a = eigen.vector(position);
    Cholesky.backward(factor, k, a, 0, 1);
    double square = 0;
    for (double v : a) {
      square += v * v;
    }
    for (int i = 0; i < k; i++) {
      a[i] /= Math.sqrt(square);
    }
    return a;
  }
}
