package murmuration.scaling.observational;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Principal components of the rows of a matrix, centred and not scaled, by singular values. Each
 * component loads positively on the first column, so that its scores rise with it.
 *
 * @param means mean of each column
 * @param components a row of p loadings for each component, of length 1, most variance first
 * @param variance sum of squares along each component
 */
record PrincipalComponents(double[] means, double[][] components, double[] variance) {
  static PrincipalComponents of(double[][] rows) {
    int n = rows.length;
    int p = rows[0].length;
    double[] means = new double[p];
    for (double[] row : rows) {
      for (int j = 0; j < p; j++) {
        means[j] += row[j] / n;
      }
    }
    var centred = new DMatrixRMaj(n, p);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < p; j++) {
        centred.set(i, j, rows[i][j] - means[j]);
      }
    }
    var svd = DecompositionFactory_DDRM.svd(n, p, false, true, true);
    if (!svd.decompose(centred)) {
      throw new IllegalArgumentException("scores have no singular values: expected finite numbers");
    }
    double[] singular = svd.getSingularValues();
    DMatrixRMaj v = svd.getV(null, true);
    Integer[] order = new Integer[Math.min(n, p)];
    Arrays.setAll(order, c -> c);
    Arrays.sort(order, (a, b) -> Double.compare(singular[b], singular[a]));
    double[][] components = new double[order.length][p];
    double[] variance = new double[order.length];
    for (int c = 0; c < order.length; c++) {
      int from = order[c];
      variance[c] = singular[from] * singular[from];
      double sign = v.get(from, 0) < 0 ? -1 : 1;
      for (int j = 0; j < p; j++) {
        components[c][j] = sign * v.get(from, j);
      }
    }
    return new PrincipalComponents(means, components, variance);
  }

  /** The coordinates of a row along every component. */
  double[] coordinates(double[] row) {
    double[] coordinates = new double[components.length];
    for (int c = 0; c < coordinates.length; c++) {
      for (int j = 0; j < row.length; j++) {
        coordinates[c] += components[c][j] * (row[j] - means[j]);
      }
    }
    return coordinates;
  }

  /** What the first so many components say of column j of a row with these coordinates. */
  double rebuilt(double[] coordinates, int rank, int j) {
    double value = means[j];
    for (int c = 0; c < Math.min(rank, components.length); c++) {
      value += coordinates[c] * components[c][j];
    }
    return value;
  }

  /** Share of the variance along each component. */
  double[] shares() {
    double total = Arrays.stream(variance).sum();
    return Arrays.stream(variance).map(v -> v / total).toArray();
  }
}
