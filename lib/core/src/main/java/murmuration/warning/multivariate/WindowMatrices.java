package murmuration.warning.multivariate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import murmuration.math.Interruption;

/** What the indicators read off one window; each matrix is made once a window, when asked for. */
final class WindowMatrices {
  private static final int LEAST_ROWS = 3;

  final int k;
  final double dt;
  private final double[] x;
  private final WindowSums sums;
  private final TotalCorrelation information;
  private final Slide slide;
  private int q;

  private final double[] covariance;
  private final double[] lagged;
  private final double[] before;
  private final double[] work;
  private final double[] sd;
  private final Eigen eigen;
  private final Eigen general;
  private final MafDecomposition maf;
  private boolean hasComponents;
  private double firstEigenvalue;
  private double[] firstComponent;
  private boolean hasFactors;

  /** Row-major values, n rows of k, at steps of dt. */
  WindowMatrices(double[] x, int k, double dt, Slide slide) {
    this.k = k;
    this.x = x;
    this.dt = dt;
    this.slide = slide;
    sums = new WindowSums(x, k);
    information = new TotalCorrelation(x, k, sums, slide.longest());
    covariance = new double[k * k];
    lagged = new double[k * k];
    before = new double[k * k];
    work = new double[k * k];
    sd = new double[k];
    eigen = Eigen.symmetric(k);
    general = Eigen.general(k);
    maf = new MafDecomposition(k);
    firstComponent = new double[k];
  }

  /** Moves to window q; false where too few complete rows are in it. */
  boolean move(int window) {
    Interruption.check("multivariate indicators");
    q = window;
    sums.move(slide.from()[q], slide.to()[q]);
    hasComponents = false;
    hasFactors = false;
    if (!slide.enough(sums.rows(), q) || sums.rows() < LEAST_ROWS) {
      return false;
    }
    sums.covariance(covariance);
    sums.laggedAboutMean(lagged);
    sums.beforeAboutMean(before);
    for (int j = 0; j < k; j++) {
      sd[j] = Math.sqrt(Math.max(0, covariance[j * k + j]));
    }
    return true;
  }

  /** Standard deviation of column j, divisor rows - 1, in its own unit. */
  double sd(int j) {
    return sums.scale[j] * sd[j];
  }

  /** AR_OLS of column j: {@code sum (x_i-m)(x_(i-1)-m) / sum (x_(i-1)-m)^2}. */
  double autoregression(int j) {
    return sums.isConstant(j) || sums.pairs() == 0
        ? Double.NaN
        : lagged[j * k + j] / before[j * k + j];
  }

  private boolean varies() {
    for (int j = 0; j < k; j++) {
      if (sums.isConstant(j) || !(sd[j] > 0)) {
        return false;
      }
    }
    return true;
  }

  private double[] correlation() {
    standardised(covariance);
    for (int a = 0; a < k; a++) {
      work[a * k + a] = 1;
    }
    return work;
  }

  /** A matrix about the columns in units of their standard deviations. */
  private double[] standardised(double[] of) {
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        work[a * k + b] = of[a * k + b] / (sd[a] * sd[b]);
      }
    }
    return work;
  }

  /** The largest correlation of two columns. */
  double largestCorrelation() {
    if (!varies()) {
      return Double.NaN;
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < a; b++) {
        largest = Math.max(largest, covariance[a * k + b] / (sd[a] * sd[b]));
      }
    }
    return largest;
  }

  /** The largest eigenvalue of the correlation matrix: the variance of the first component. */
  double firstEigenvalue() {
    if (!hasComponents) {
      hasComponents = true;
      boolean found = varies() && eigen.of(correlation());
      firstEigenvalue = found ? eigen.real(eigen.largest()) : Double.NaN;
      firstComponent = found ? eigen.vector(eigen.largest()) : Matrices.filled(k, Double.NaN);
    }
    return firstEigenvalue;
  }

  /** AR_OLS of the scores of the first principal component of the standardised columns. */
  double componentAutoregression() {
    firstEigenvalue();
    return autoregressionAlong(firstComponent);
  }

  private double autoregressionAlong(double[] loadings) {
    if (sums.pairs() == 0) {
      return Double.NaN;
    }
    return form(lagged, loadings) / form(before, loadings);
  }

  /** {@code v' M v} with M in units of the standard deviations. */
  private double form(double[] matrix, double[] v) {
    double total = 0;
    for (int a = 0; a < k; a++) {
      double row = 0;
      for (int b = 0; b < k; b++) {
        row += matrix[a * k + b] * v[b] / sd[b];
      }
      total += row * v[a] / sd[a];
    }
    return total;
  }

  /** The autocorrelation factors of the window; see {@link MaxAutocorrelationFactors}. */
  private MafDecomposition factors() {
    if (!hasFactors) {
      hasFactors = true;
      if (varies() && sums.pairs() > 1) {
        sums.stepCovariance(work);
        double[] steps = standardised(work).clone();
        maf.of(correlation(), steps);
      } else {
        maf.clear();
      }
    }
    return maf;
  }

  /** The smallest share of the sum of the factors' eigenvalues. */
  double smallestShare() {
    return factors().smallestShare();
  }

  double factorAutoregression() {
    return factors().isFound() ? autoregressionAlong(factors().first()) : Double.NaN;
  }

  double factorSd() {
    if (!factors().isFound()) {
      return Double.NaN;
    }
    return k == 1 ? 1 : Math.sqrt(form(covariance, factors().first()));
  }

  /** The largest eigenvalue of the covariance matrix over the square of {@link #unit}. */
  double leadingCovariance() {
    double unit = unit();
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        work[a * k + b] = covariance[a * k + b] * (sums.scale[a] / unit) * (sums.scale[b] / unit);
      }
    }
    return eigen.of(work) ? Math.max(0, eigen.real(eigen.largest())) : Double.NaN;
  }

  /** The unit that {@link #leadingCovariance} is given in: the largest scale of a column. */
  double unit() {
    double unit = 0;
    for (double scale : sums.scale) {
      unit = Math.max(unit, scale);
    }
    return unit;
  }

  /** Total correlation of the columns in nats. */
  double totalCorrelation() {
    return information.at(slide.from()[q], slide.to()[q]);
  }

  /** {@code ln(largest modulus)/dt} of the least-squares VAR(1) with intercept. */
  double exponent() {
    double[] jacobian = regression();
    if (jacobian.length == 0) {
      return Double.NaN;
    }
    general.of(jacobian);
    return Math.log(general.modulus()) / dt;
  }

  /** The least-squares VAR(1) matrix in units of the scales; empty where there is none. */
  double[] regression() {
    double[] matrix = new double[k * k];
    double[] spread = new double[k * k];
    if (sums.pairs() < k + 2 || !varies()) {
      return new double[0];
    }
    sums.laggedOwnMeans(matrix);
    sums.beforeOwnMean(spread);
    return divided(matrix, spread);
  }

  /**
   * {@code Phi C^-1} in units of the scales, Phi the covariance of pairs with divisor pairs - 1;
   * empty where there is none.
   */
  double[] reconstruction() {
    double[] matrix = new double[k * k];
    if (sums.pairs() < 2 || !varies()) {
      return new double[0];
    }
    sums.laggedOwnMeans(matrix);
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] /= sums.pairs() - 1;
    }
    return divided(matrix, covariance.clone());
  }

  private double[] divided(double[] matrix, double[] by) {
    if (!Cholesky.factor(by, k)) {
      return new double[0];
    }
    Cholesky.divide(matrix, by, k);
    return matrix;
  }

  double scale(int j) {
    return sums.scale[j];
  }

  /** Covariance of two columns in their own units. */
  double covariance(int a, int b) {
    return covariance[a * k + b] * sums.scale[a] * sums.scale[b];
  }

  /** Correlation of two columns; NaN where one is constant. */
  double correlation(int a, int b) {
    double s = sd[a] * sd[b];
    return s > 0 ? (a == b ? 1 : covariance[a * k + b] / s) : Double.NaN;
  }

  /** The complete rows of the window, oldest first. */
  double[][] completeRows() {
    var rows = new ArrayList<double[]>();
    for (int i = slide.from()[q]; i < slide.to()[q]; i++) {
      if (sums.isComplete(i)) {
        rows.add(Arrays.copyOfRange(x, i * k, (i + 1) * k));
      }
    }
    return rows.toArray(double[][]::new);
  }

  /** Why indicators of this window are NaN, in words; empty where nothing is in the way. */
  String reason(List<String> names) {
    int length = slide.to()[q] - slide.from()[q];
    if (!slide.enough(sums.rows(), q) || sums.rows() < LEAST_ROWS) {
      return "missing values: " + String.join(", ", missing(names));
    }
    List<String> constant = new ArrayList<>();
    for (int j = 0; j < k; j++) {
      if (sums.isConstant(j)) {
        constant.add(names.get(j));
      }
    }
    if (!constant.isEmpty()) {
      return "constant: " + String.join(", ", constant);
    }
    if (sums.rows() <= k) {
      return "no more rows than columns: " + length + " of " + k;
    }
    return varies() && Cholesky.factor(correlation(), k) ? "" : "columns are collinear";
  }

  private List<String> missing(List<String> names) {
    List<String> missing = new ArrayList<>();
    for (int j = 0; j < k; j++) {
      for (int i = slide.from()[q]; i < slide.to()[q]; i++) {
        if (Double.isNaN(x[i * k + j])) {
          missing.add(names.get(j));
          break;
        }
      }
    }
    return missing;
  }
}
