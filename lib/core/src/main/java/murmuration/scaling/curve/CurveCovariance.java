package murmuration.scaling.curve;

import java.util.Arrays;
import java.util.Optional;
import murmuration.math.LeastSquares;
import murmuration.scaling.FitStatus;

/**
 * Status and covariance of a search. For least squares {@code s^2 (J^T J)^-1}, {@code s^2 = rss/(n
 * - p)}; for Huber's loss the scale is {@code sum psi^2/(n - p) / (mean psi')^2} (Huber 1981,
 * Robust statistics, section 7.6).
 */
final class CurveCovariance {
  private CurveCovariance() {}

  static FittedCurve of(CurveFit fit, Points points, CurveSearch search) {
    CurveModel model = fit.form().model();
    double[] theta = search.best().x();
    var objective = fit.objective();
    var plain = new CurveObjective(objective.scale(), Double.POSITIVE_INFINITY);
    int p = theta.length;
    double[] r = new double[points.size()];
    double[][] jacobian = new double[p][points.size()];
    new CurveResiduals(model, points, plain).at(theta, r, jacobian);
    double rss = Arrays.stream(r).map(v -> v * v).sum();
    double[][] covariance = new double[p][p];
    FitStatus status = status(model, points, theta, search);
    boolean finite =
        Arrays.stream(jacobian).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    var linear =
        status == FitStatus.OK && finite
            ? LeastSquares.ifDetermined(rows(jacobian), r, ones(r.length)).filter(l -> l.df() > 0)
            : Optional.<LeastSquares>empty();
    if (status == FitStatus.OK && linear.isEmpty()) {
      status = FitStatus.SINGULAR;
    }
    double scale =
        objective.isLeastSquares() ? rss / (points.n - p) : huber(points, objective, r, p);
    boolean[] logged = model.logged();
    double[] natural = model.natural(theta);
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < p; k++) {
        double factor = (logged[j] ? natural[j] : 1) * (logged[k] ? natural[k] : 1);
        covariance[j][k] =
            linear.isEmpty() ? Double.NaN : unit(linear.get(), j, k) * scale * factor;
      }
    }
    return new FittedCurve(
        fit.curve(),
        fit.form(),
        objective,
        natural,
        covariance,
        search.best().squares(),
        rss,
        status,
        search.agreeing());
  }

  private static FitStatus status(
      CurveModel model, Points points, double[] theta, CurveSearch search) {
    double[] lower = model.lower(points);
    double[] upper = model.upper(points);
    for (int j = 0; j < theta.length; j++) {
      if (theta[j] <= lower[j] || theta[j] >= upper[j]) {
        return FitStatus.BOUNDARY;
      }
    }
    return search.best().converged() ? FitStatus.OK : FitStatus.NOT_CONVERGED;
  }

  /** {@code (J^T J)^-1}, from a fit of the residuals on J. */
  private static double unit(LeastSquares linear, int j, int k) {
    double variance = linear.variance();
    return variance == 0 ? 0 : linear.covariance()[j][k] / variance;
  }

  private static double huber(Points points, CurveObjective objective, double[] r, int p) {
    double squares = 0;
    double inside = 0;
    for (int i = 0; i < r.length; i++) {
      double weight = points.rootWeights[i] * points.rootWeights[i];
      double size = weight == 0 ? 0 : Math.abs(r[i]) / points.rootWeights[i];
      double psi = Math.min(size, objective.delta());
      squares += weight * psi * psi;
      inside += size <= objective.delta() ? weight : 0;
    }
    double share = inside / points.n;
    return squares / (points.n - p) / (share * share);
  }

  private static double[][] rows(double[][] columns) {
    double[][] rows = new double[columns[0].length][columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        rows[i][j] = columns[j][i];
      }
    }
    return rows;
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
