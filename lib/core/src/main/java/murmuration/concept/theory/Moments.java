package murmuration.concept.theory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** The second moments of data, which are all that a linear network sees of it. */
final class Moments {
  private static final double WHITE = 1e-8;
  private static final double SMALLEST = 1e-12;
  private static final long MOST_WORK = 4_000_000_000L;
  static final int WIDEST = 1000;

  private final DMatrixRMaj inputs;
  private final DMatrixRMaj cross;
  private final double outputPower;

  private Moments(DMatrixRMaj inputs, DMatrixRMaj cross, double outputPower) {
    this.inputs = inputs;
    this.cross = cross;
    this.outputPower = outputPower;
  }

  /** Singular values above a share of the largest, descending, with their vectors as rows. */
  record Singular(double[] values, double[][] left, double[][] right) {}

  static Moments of(double[][] x, double[][] y) {
    int samples = Curves.columns("x", x);
    DMatrixRMaj in = matrix("x", x, samples);
    Arguments.present("y", y);
    Arguments.require(y.length > 0, "y has no rows: expected at least 1");
    DMatrixRMaj out = matrix("y", y, samples);
    long work = (long) samples * x.length * (x.length + y.length);
    Arguments.require(
        work <= MOST_WORK,
        "x is %d x %d, y is %d x %d: expected fewer samples or features",
        x.length,
        samples,
        y.length,
        samples);
    DMatrixRMaj square = new DMatrixRMaj(out.numRows, out.numCols);
    CommonOps_DDRM.elementMult(out, out, square);
    double power = CommonOps_DDRM.elementSum(square) / samples;
    return new Moments(product(in, in, samples), product(out, in, samples), power);
  }

  private static DMatrixRMaj matrix(String name, double[][] rows, int samples) {
    Arguments.require(
        rows.length <= WIDEST, "%s has %d rows: expected at most %d", name, rows.length, WIDEST);
    double[][] copy = Curves.checked(name, rows, rows.length, samples);
    for (double[] row : copy) {
      for (double v : row) {
        Arguments.within("a value of " + name, v, -1e60, 1e60);
      }
    }
    return new DMatrixRMaj(copy);
  }

  private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b, int samples) {
    DMatrixRMaj c = new DMatrixRMaj(a.numRows, b.numRows);
    CommonOps_DDRM.multTransB(1.0 / samples, a, b, c);
    return c;
  }

  /** {@code X X^T / P}. */
  DMatrixRMaj inputs() {
    return inputs;
  }

  /** {@code Y X^T / P}. */
  DMatrixRMaj cross() {
    return cross;
  }

  /** The mean of {@code |y|^2}. */
  double outputPower() {
    return outputPower;
  }

  /** v of {@code X X^T / P = v I}; refuses inputs that are not so. */
  double inputVariance() {
    int n = inputs.numRows;
    double variance = CommonOps_DDRM.trace(inputs) / n;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double wrong = Math.abs(inputs.get(i, j) - (i == j ? variance : 0));
        Arguments.require(
            wrong <= WHITE * variance,
            "x is not whitened: X X^T / P holds %s at row %d, column %d, expected %s; try"
                + " LinearModes.whiten(x)",
            inputs.get(i, j),
            i,
            j,
            i == j ? variance : 0);
      }
    }
    return variance;
  }

  Singular singular() {
    var svd = DecompositionFactory_DDRM.svd(cross.numRows, cross.numCols, true, true, true);
    Arguments.require(
        svd.decompose(cross.copy()), "x and y have no singular values: expected moderate numbers");
    double[] values = svd.getSingularValues();
    DMatrixRMaj left = svd.getU(null, true);
    DMatrixRMaj right = svd.getV(null, true);
    int rank = Math.min(cross.numRows, cross.numCols);
    double largest = Arrays.stream(values).limit(rank).max().orElse(0);
    int[] order =
        IntStream.range(0, rank)
            .filter(k -> values[k] > SMALLEST * largest)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -values[k]))
            .mapToInt(k -> k)
            .toArray();
    double[][] u = new double[order.length][];
    double[][] v = new double[order.length][];
    for (int k = 0; k < order.length; k++) {
      u[k] = row(left, order[k]);
      v[k] = row(right, order[k]);
      if (largestEntry(u[k]) < 0) {
        turn(u[k]);
        turn(v[k]);
      }
    }
    return new Singular(Arrays.stream(order).mapToDouble(k -> values[k]).toArray(), u, v);
  }

  private static double[] row(DMatrixRMaj rows, int k) {
    return Arrays.copyOfRange(rows.data, k * rows.numCols, (k + 1) * rows.numCols);
  }

  /** The first entry within rounding of the largest in size. */
  private static double largestEntry(double[] vector) {
    double most = Arrays.stream(vector).map(Math::abs).max().orElse(0);
    return Arrays.stream(vector).filter(v -> Math.abs(v) > 0.999999 * most).findFirst().orElse(0);
  }

  private static void turn(double[] vector) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] = -vector[i];
    }
  }

  static double[][] whiten(double[][] x) {
    int samples = Curves.columns("x", x);
    DMatrixRMaj in = matrix("x", x, samples);
    Arguments.require(
        (long) samples * x.length * x.length <= MOST_WORK,
        "x is %d x %d: expected fewer samples or features",
        x.length,
        samples);
    int n = in.numRows;
    var eigen = DecompositionFactory_DDRM.eig(n, true, true);
    Arguments.require(
        eigen.decompose(product(in, in, samples)), "x has no moments: expected moderate numbers");
    double largest =
        IntStream.range(0, n).mapToDouble(k -> eigen.getEigenvalue(k).real).max().orElse(0);
    DMatrixRMaj root = new DMatrixRMaj(n, n);
    for (int k = 0; k < n; k++) {
      double value = eigen.getEigenvalue(k).real;
      Arguments.require(
          value > SMALLEST * largest && value > 0,
          "x has linearly dependent rows (eigenvalue %s of X X^T / P): expected independent ones",
          value);
      DMatrixRMaj vector = eigen.getEigenVector(k);
      CommonOps_DDRM.multAddTransB(1 / Math.sqrt(value), vector, vector, root);
    }
    DMatrixRMaj white = new DMatrixRMaj(n, samples);
    CommonOps_DDRM.mult(root, in, white);
    return IntStream.range(0, n).mapToObj(i -> row(white, i)).toArray(double[][]::new);
  }
}
