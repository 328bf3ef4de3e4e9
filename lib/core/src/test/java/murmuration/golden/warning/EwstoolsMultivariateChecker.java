package murmuration.golden.warning;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.Detrend;
import murmuration.warning.Window;
import murmuration.warning.multivariate.MultivariateIndicators;
import murmuration.warning.multivariate.MultivariateRolling;
import murmuration.warning.multivariate.MultivariateSeries;
import murmuration.warning.multivariate.RollingCovariance;
import murmuration.warning.multivariate.VarJacobian;

/**
 * ewstools on several columns: covariance and its leading eigenvalue, correlation, and the
 * reconstructed Jacobian. The peer transposes Phi, so its Jacobian is {@code Phi' C^-1 = C J' C^-1}
 * of ours; that is compared, and the eigenvalues as they are.
 */
public final class EwstoolsMultivariateChecker implements Checker {
  @Override
  public String kind() {
    return "warning/ewstools-multivariate";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node root = file.root();
    Tolerance tolerance = file.tolerance();
    var series = MultivariateSeries.of(root.at("data").matrix());
    var smoothed = series.detrend(Detrend.gaussian(0.2));
    var half = Window.fraction(0.5);
    var rolling = MultivariateRolling.of(smoothed, half, MultivariateIndicators.COVAR_LEADING);
    report.numbers(
        "lead_eig_cov",
        root.at("lead_eig_cov").numbers(),
        rolling.values(MultivariateIndicators.COVAR_LEADING),
        tolerance);
    var covariance = RollingCovariance.of(smoothed, half);
    int last = covariance.times().length - 1;
    matrix("last_cov", root.at("last_cov"), covariance.covariances()[last], tolerance, report);
    matrix("last_corr", root.at("last_corr"), covariance.correlation(last), tolerance, report);

    Node expected = root.at("eval_recon");
    var residual = series.detrend(Detrend.lowess(0.1));
    var window = Window.fraction(0.4).stride(10);
    var found = VarJacobian.of(residual, window);
    var spreads = RollingCovariance.of(residual, window).covariances();
    report.numbers("time", expected.at("time").numbers(), found.times(), tolerance);
    for (int q = 0; q < found.times().length; q++) {
      double[][] j = found.jacobians()[q];
      double[][] c = spreads[q];
      matrix(
          "jacobian[" + q + "]",
          expected.at("jacobian").items().get(q),
          product(product(c, transposed(j)), inverse(c)),
          tolerance,
          report);
      eigenvalues(expected, q, found, tolerance, report);
    }
  }

  /** The file holds real parts and moduli of imaginary parts, each sorted by itself. */
  private static void eigenvalues(
      Node expected, int q, VarJacobian found, Tolerance tolerance, Report report) {
    report.numbers(
        "real[" + q + "]",
        Arrays.stream(expected.at("eigenvalues_re").matrix()[q]).sorted().toArray(),
        Arrays.stream(found.real()[q]).sorted().toArray(),
        tolerance);
    report.numbers(
        "imaginary[" + q + "]",
        Arrays.stream(expected.at("eigenvalues_im_abs").matrix()[q]).sorted().toArray(),
        Arrays.stream(found.imaginary()[q]).map(Math::abs).sorted().toArray(),
        tolerance);
  }

  private static void matrix(
      String what, Node expected, double[][] found, Tolerance tolerance, Report report) {
    double[][] rows = expected.matrix();
    for (int a = 0; a < rows.length; a++) {
      report.numbers(what + "[" + a + "]", rows[a], found[a], tolerance);
    }
  }

  private static double[][] transposed(double[][] m) {
    double[][] t = new double[m.length][m.length];
    for (int a = 0; a < m.length; a++) {
      for (int b = 0; b < m.length; b++) {
        t[b][a] = m[a][b];
      }
    }
    return t;
  }

  private static double[][] product(double[][] left, double[][] right) {
    return Arrays.stream(left)
        .map(
            row ->
                IntStream.range(0, right.length)
                    .mapToDouble(
                        b ->
                            IntStream.range(0, right.length)
                                .mapToDouble(l -> row[l] * right[l][b])
                                .sum())
                    .toArray())
        .toArray(double[][]::new);
  }

  /** Of a 3 x 3 matrix, by its adjugate. */
  private static double[][] inverse(double[][] m) {
    double[][] inverse = new double[3][3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        inverse[b][a] =
            m[(a + 1) % 3][(b + 1) % 3] * m[(a + 2) % 3][(b + 2) % 3]
                - m[(a + 1) % 3][(b + 2) % 3] * m[(a + 2) % 3][(b + 1) % 3];
      }
    }
    double determinant =
        m[0][0] * inverse[0][0] + m[0][1] * inverse[1][0] + m[0][2] * inverse[2][0];
    for (double[] row : inverse) {
      for (int b = 0; b < 3; b++) {
        row[b] /= determinant;
      }
    }
    return inverse;
  }
}
