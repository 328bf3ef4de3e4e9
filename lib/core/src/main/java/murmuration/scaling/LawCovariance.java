package murmuration.scaling;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import murmuration.math.Normal;

/**
 * The covariance of a fit by its own formula.
 *
 * <ul>
 *   <li>Least squares: {@code s^2 (J'J)^-1} with {@code s^2 = rss / (n - p)}.
 *   <li>Huber and absolute deviations of ln L: the sandwich of an M-estimator (Huber 1964), {@code
 *       n / (n - p) H^-1 M H^-1} with {@code M = sum psi^2 J J'} and H the expected curvature,
 *       whose density of residuals near 0 comes from Powell's kernel (1991) with the bandwidth of
 *       Hall and Sheather (1988), never narrower than delta.
 *   <li>Asymmetric absolute deviations: none; an envelope has no such theory.
 * </ul>
 *
 * n is the sum of the weights.
 */
final class LawCovariance {
  private static final int K = LawParameter.COUNT;
  private static final double REGULAR = 1e-12;
  private static final double LEVEL = 0.05;

  /** The quartile of a standard normal: median absolute deviation to standard deviation. */
  private static final double NORMAL_QUARTILE = 0.6744897501960817;

  private final LawPoints points;
  private final FitLoss loss;
  private final FreeParameters free;
  private final LawObjective objective;
  private final SmallCholesky cholesky = new SmallCholesky(K);
  private final double value;
  private final double n;
  private final boolean regular;

  LawCovariance(LawPoints points, FitLoss loss, FreeParameters free, double[] centred) {
    this.points = points;
    this.loss = loss;
    this.free = free;
    objective = new LawObjective(points, loss);
    value = objective.at(centred);
    n = points.total();
    regular = cholesky.decompose(products(r -> 1), free.count, 0, REGULAR);
  }

  /** A matrix without numbers. */
  static double[][] none() {
    double[][] none = new double[K][K];
    for (double[] row : none) {
      Arrays.fill(row, Double.NaN);
    }
    return none;
  }

  /** Whether the runs tell the free parameters apart. */
  boolean isRegular() {
    return regular;
  }

  /** By (ln A, ln B, ln E, alpha, beta); NaN where there is none. */
  double[][] matrix() {
    double freedom = n - free.count;
    if (!(freedom > 0) || loss.kind() == FitLoss.Kind.ASYM_MAE || !regular) {
      return none();
    }
    double[] inverse = cholesky.inverse();
    double[] middle =
        loss.isSquares() ? scaled(inverse, 2 * value / freedom) : sandwich(inverse, n / freedom);
    return points.uncentred(free.covariance(middle));
  }

  private double[] products(DoubleUnaryOperator factor) {
    objective.products(factor);
    double[] reduced = new double[free.count * free.count];
    free.hessian(objective.hessian, reduced);
    return reduced;
  }

  private double[] sandwich(double[] inverse, double correction) {
    double delta = loss.kind() == FitLoss.Kind.HUBER_LOG ? loss.parameter() : 0;
    double h = bandwidth(delta);
    double slope = objective.within(h) / (n * h);
    double[] middle =
        products(
            r -> {
              double psi = delta == 0 ? 1 : Math.min(Math.abs(r) / delta, 1);
              return psi * psi;
            });
    double[] whole = times(times(inverse, middle), inverse);
    return scaled(whole, correction / (slope * slope));
  }

  private double[] times(double[] left, double[] right) {
    int k = free.count;
    double[] product = new double[k * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        for (int m = 0; m < k; m++) {
          product[i * k + j] += left[i * k + m] * right[m * k + j];
        }
      }
    }
    return product;
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(v -> v * factor).toArray();
  }

  /** Residuals up to here estimate the density at 0. */
  private double bandwidth(double delta) {
    double z = Normal.quantile(1 - LEVEL / 2);
    double density = 1 / Math.sqrt(2 * Math.PI);
    double share = Math.cbrt(z * z * 1.5 * density * density / n);
    double scale = objective.medianAbsoluteResidual() / NORMAL_QUARTILE;
    return Math.max(delta, scale * Normal.quantile(0.5 + Math.min(share, 0.49)));
  }
}
